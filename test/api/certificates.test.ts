import { execFile, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configuration } from "../../config/index.js";
import { Signer } from "../../desk/signing.js";
import { certify } from "../../law/certificate.js";
import { civilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { payloadKeys } from "../../rig/payload-keys.js";
import { testApi } from "./open.js";
import { applicant, filing, towardsExamination } from "./samples.js";

const folder = mkdtempSync(join(tmpdir(), "guichet-certificates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const api = testApi({ worker: true, env: { GUICHET_HOME: folder } });

function kept(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

function verify(certificate: object, ...args: string[]): [number | null, string] {
  const path = kept("certificate.json", certificate);
  const { status, stdout } = spawnSync("python3", ["verify/verify.py", path, ...args], {
    encoding: "utf8",
  });
  return [status, stdout.trimEnd()];
}

describe("the certificate of a clock", () => {
  let id: string;
  let certificate: Record<string, unknown>;
  const read = async (path: string) => {
    const { status, body } = await api.get(path);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  beforeAll(async () => {
    const filed = await api.post(
      "/v1/cases",
      { procedure: "pecan", sandbox: true, filing: filing() },
      { as: applicant },
    );
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    id = filed.body.id;
    for (const [act, by, body, about] of towardsExamination) {
      const done = await api.post(`/v1/cases/${id}/acts/${act}`, { by, body, ...(about && { about }) });
      expect(done.status, JSON.stringify(done.body)).toBe(200);
    }
    await api.post(`/v1/cases/${id}/advance`, { by: "P3D" });
    const body = {
      request: "r1",
      items: ["étude"],
      means: "platform",
      consentRecorded: true,
      availabilityEmailSent: true,
    };
    await api.post(`/v1/cases/${id}/acts/furtherInformationRequested`, { by: "ministers", body });
    await api.post(`/v1/cases/${id}/acts/requestConsulted`, { by: "applicant", about: "r1" });
    await api.post(`/v1/cases/${id}/advance`, { by: "P8D" });
    const answer = { by: "applicant", about: "r1", body: { items: ["étude"] } };
    const answered = await api.post(`/v1/cases/${id}/acts/furtherInformationReceived`, answer);
    expect(answered.status, JSON.stringify(answered.body)).toBe(200);
    certificate = await read(`/v1/cases/${id}/clocks/cnedimtsOpinion/certificate`);
  });

  it("is verified without Guichet: its date, its digests, its key, and the ruleset that the API shows", async () => {
    const { publicKey, note } = await read("/v1/certificates/key");
    const ruleset = await read("/v1/procedures/pecan/rulesets/parcours@2023-04-01");
    const { lastDay } = (await read(`/v1/cases/${id}/clocks`)).clocks.find(
      (one: { id: string }) => one.id === "cnedimtsOpinion",
    );
    const args = ["--key", publicKey, "--ruleset", kept("ruleset.json", ruleset)];
    const verified = `verified: last day ${lastDay}\nnote on the key: ${note}`;
    expect(verify(certificate, ...args)).toEqual([0, verified]);
    // Or the key is asked of the installation; apart, since it is this process that answers.
    const asked = await promisify(execFile)("python3", [
      "verify/verify.py",
      kept("certificate.json", certificate),
      "--from",
      api.url,
    ]);
    expect(asked.stdout.trimEnd()).toBe(verified);
    expect(certificate).toMatchObject({
      about: { case: id, clock: "cnedimtsOpinion", source: { ref: "CSS R. 162-114, V" } },
      ruleset: { name: "pecan/parcours@2023-04-01" },
      result: { suspendedDays: 8 },
    });
    expect(note).toMatch(/^Clé de développement/);
    expect(certificate.key).toBe(note);
    const explanation = await read(`/v1/cases/${id}/clocks/cnedimtsOpinion/explanation`);
    expect(explanation.digests).toEqual({
      ruleset: (certificate.ruleset as { digest: string }).digest,
      calendar: certificate.calendar,
    });
    expect(explanation.walk).toEqual(certificate.walk);
  });

  it("is refused when tampered with, naming the line that differs", async () => {
    const key = ["--key", (await read("/v1/certificates/key")).publicKey];
    const { result, query } = certificate as Record<string, Record<string, unknown>>;
    const later = verify({ ...certificate, result: { ...result, lastDay: "2030-01-01" } }, ...key);
    expect(later[0]).toBe(1);
    expect(later[1]).toMatch(/^result\.lastDay: the certificate says 2030-01-01, recomputed \d{4}-\d\d-\d\d$/m);
    expect(verify({ ...certificate, query: { ...query, delay: "P61D" } }, ...key)[1]).toMatch(/^result\.lastDay: /m);
    for (const change of [{ key: "Clé de l'État" }, { about: { case: "PECAN-2026-9999" } }])
      expect(verify({ ...certificate, ...change }, ...key)).toEqual([
        1,
        "signature.value: not a signature of this content by this key",
      ]);
    expect(verify(certificate, "--key", "0".repeat(64))[1]).toMatch(/^signature\.publicKey: /);
    const other = kept("other.json", { name: "css" });
    expect(verify(certificate, ...key, "--ruleset", other)[1]).toMatch(/^ruleset: /);
  });

  it("exists for the clocks of the case, to those who see it", async () => {
    expect((await api.get(`/v1/cases/${id}/clocks/none/certificate`)).status).toBe(404);
    const stranger = { as: "applicant;organisation=55210055400013" };
    expect((await api.get(`/v1/cases/${id}/clocks/cnedimtsOpinion/certificate`, stranger)).status).toBe(404);
    expect((await api.get("/v1/procedures/pecan/rulesets/parcours@1999-01-01")).body.detail).toContain(
      "css@2023-04-01",
    );
  });

  it("reads on paper: who suspended, by which article, and every reading, within 100 columns", async () => {
    const { body } = await api.get(`/v1/cases/${id}/clocks/cnedimtsOpinion/explanation`, {
      headers: { accept: "text/plain" },
    });
    expect(Math.max(...body.split("\n").map((line: string) => line.length))).toBeLessThanOrEqual(100);
    const text = body.replace(/\s+/g, " ");
    for (const told of [
      "Règles : Parcours officiel (G_NIUS, ANS, HAS) (parcours@2023-04-01)",
      "À la charge de: CNEDiMTS",
      "Suspension (Ministres chargés de la santé et de la sécurité sociale (DSS) : Renseignements complémentaires demandés par les ministres, r1) : 8 jours",
      "[S1 : CSS R. 162-112, al. 5]",
      "Lectures des textes",
      "jours de la demande et de la réponse suspendus",
      "[appliquée ; la plus sûre pour agir]",
      "Empreintes",
    ])
      expect(text).toContain(told);
    expect(text).not.toMatch(/ministers|applicant/);
  });
});

describe("the key that signs", () => {
  const content = certify({ from: civilDate("2026-03-02"), delay: days(60) });
  const production = {
    GUICHET_ENV: "production",
    DATABASE_URL: "postgres://register/guichet",
    TEMPORAL_ADDRESS: "temporal:7233",
    SMTP_URL: "smtp://mail:25",
    PUBLIC_URL: "https://guichet.example/",
    TOKEN_ISSUERS: "https://issuer.example",
    PAYLOAD_KEYS: payloadKeys,
  };

  it("is refused in production when none is configured, and says what to set", () => {
    const signer = new Signer(configuration({ ...production, GUICHET_HOME: join(folder, "production") }));
    expect(() => signer.sign(content)).toThrow(/CERTIFICATE_KEY/);
    expect(() => signer.key).toThrow(/CERTIFICATE_KEY/);
  });

  it("when configured, signs without a warning", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const CERTIFICATE_KEY = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
    const signer = new Signer(configuration({ ...production, CERTIFICATE_KEY }));
    expect(signer.key.note).toBeNull();
    const signed = signer.sign(content);
    expect(signed).not.toHaveProperty("key");
    expect(verify(signed, "--key", signer.key.publicKey)).toEqual([0, "verified: last day 2026-05-01"]);
  });

  it("of development is drawn once for a home, and only its owner reads it", () => {
    const home = join(folder, "home");
    const [first, second] = [1, 2].map(() => new Signer(configuration({ GUICHET_HOME: home })).key.publicKey);
    expect(second).toBe(first);
    expect(statSync(join(home, "development-certificate-key.pem")).mode & 0o077).toBe(0);
    expect(new Signer(configuration({ GUICHET_HOME: join(folder, "other") })).key.publicKey).not.toBe(first);
  });
});
