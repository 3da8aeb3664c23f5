/** Erasing what a concluded case held, as an operator asks it (ADR 27). */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "./open.js";
import { applicant, filing, speakerOf, towardsExamination } from "./samples.js";

const api = testApi({ worker: true });
const secret = `Suivi-${randomBytes(6).toString("hex")}`;
const reason = "Durée de conservation";
const figures = "/v1/statistics/pecan?from=2026-01-01&to=2100-01-01";

describe("a concluded case", () => {
  let id: string;
  let certificate: object;
  let head: string;
  let counted: unknown;
  const act = async (name: string, by: string, body: object, more: object = {}, key?: string) => {
    const asked = { as: speakerOf(name, by), key };
    const done = await api.post(`/v1/cases/${id}/acts/${name}`, { body, ...more }, asked);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    return done.body;
  };
  const erase = (as = "operator") => api.post(`/v1/cases/${id}/erase`, { reason }, { as, key: null });
  const withoutDay = ({ computedAt: _at, ...report }: { computedAt?: string }) => report;

  beforeAll(async () => {
    const product = { id: secret, name: `${secret} épilepsie`, ceMarked: true };
    const filed = await api.post("/v1/cases", { procedure: "pecan", filing: filing({ product }) }, { as: applicant });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    id = filed.body.id;
    for (const [name, by, body, about] of towardsExamination)
      ({ head } = await act(name, by, body, { ...(about && { about }) }));
    certificate = (await api.get(`/v1/cases/${id}/clocks/cnedimtsOpinion/certificate`, { as: applicant })).body;
    expect(certificate).toHaveProperty("signature");
  });

  it("is erased by operators alone, once it is concluded and nothing of it is on its way", async () => {
    for (const as of [applicant, "HAS", "ministers", "developer"]) expect((await erase(as)).status, as).not.toBe(200);
    expect((await erase()).body.type).toBe("/problems/not-erasable");
    await act("withdrawn", "applicant", {}, {}, "the-last");
    expect((await erase()).body.detail).toContain("on its way");
    const database = new pg.Client({ connectionString: api.databaseUrl });
    await database.connect();
    await database.query("delete from outbox where case_id = $1", [id]);
    await database.end();
    counted = withoutDay((await api.get(figures, { as: "ministers" })).body);
    const { status, body } = await erase();
    expect([status, body.verification.valid]).toEqual([200, true]);
    expect((await erase()).body.erasedAt).toBe(body.erasedAt);
  });

  it("then says its dates and its parties, and nothing of what it held, to anybody", async () => {
    const paths = ["", "/journal?limit=1000", "/notices"].map((path) => `/v1/cases/${id}${path}`);
    for (const as of ["operator", applicant, "ministers"]) {
      for (const path of [...paths, `/dossiers/${id}`]) {
        const { status, body } = await api.get(path, { as });
        expect(status, `${path} ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
        expect(JSON.stringify(body), path).not.toContain(`${secret} épilepsie`);
      }
    }
    const { body } = await api.get(`/v1/cases/${id}`, { as: applicant });
    expect(body).toMatchObject({ status: "concluded", ending: { name: "withdrawn" }, clocks: [] });
    const { journal } = (await api.get(`/v1/cases/${id}/journal?limit=1000`, { as: applicant })).body;
    expect(journal.at(-1)).toMatchObject({ kind: "erased", detail: { reason } });
    const found = await api.get(`/v1/cases?text=${encodeURIComponent("épilepsie")}`, { as: "operator" });
    expect(found.body.cases.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  it("takes no act any more, is tried nothing, and answers none of its keys as if it still knew", async () => {
    const strike = { about: "1", body: { reason: "Erreur." } };
    for (const path of [`/v1/cases/${id}/acts/strike`, `/v1/cases/${id}/acts/strike?dryRun=true`]) {
      const refused = await api.post(path, strike, { as: "ministers" });
      expect([refused.status, refused.body.type], path).toEqual([410, "/problems/erased"]);
    }
    const again = await api.post(`/v1/cases/${id}/acts/withdrawn`, { body: {} }, { as: applicant, key: "the-last" });
    expect(again.status).toBe(410);
    const explained = await api.get(`/v1/cases/${id}/clocks/cnedimtsOpinion/explanation`, { as: applicant });
    expect(explained.status).toBe(410);
  });

  it("still has its chain, from the receipts of its acts, and certificates given before are verified as ever", async () => {
    const found = await api.get(`/v1/cases/${id}/verification?head=${head}`, { as: applicant });
    expect(found.body).toMatchObject({ valid: true });
    const { publicKey } = (await api.get("/v1/certificates/key")).body;
    const verified = spawnSync("python3", ["verify/verify.py", "-", "--key", publicKey], {
      input: JSON.stringify(certificate),
      encoding: "utf8",
    });
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining("verified")]);
  });

  it("is still counted as it was", async () => {
    expect(withoutDay((await api.get(figures, { as: "ministers" })).body)).toEqual(counted);
  });
});
