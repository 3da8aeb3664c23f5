/** Who asks, and what somebody else may try: each refused with its status, nothing written. */
import { createHmac, randomUUID } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configuration } from "../../config/index.js";
import { today } from "../../desk/directory.js";
import { openIdentity } from "../../identity/identity.js";
import { audience, enrol, type TestIssuer, testIssuer } from "./issuer.js";
import { testApi } from "./open.js";
import { applicant, filing, legalRepresentative, otherSiret, siret } from "./samples.js";

const api = testApi({ worker: true });
let stranger: TestIssuer;
beforeAll(async () => {
  stranger = await testIssuer();
});
afterAll(() => stranger.close());

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const shown = (token: string) => ({ as: "nobody", headers: { authorization: `Bearer ${token}` } });
const operator = "operator";

describe("a token", () => {
  const forged: Readonly<Record<string, () => Promise<string>>> = {
    "of an issuer that isn't believed": () => stranger.token(operator),
    "of another issuer's key, in the name of ours": () => stranger.token(operator, { issuer: api.issuer.issuer }),
    "for another audience": () => api.issuer.token(operator, { audience: "https://elsewhere.example" }),
    "that has expired": () => api.issuer.token(operator, { expiresIn: -60 }),
    "that is an identity token": () => api.issuer.token(operator, { typ: "JWT" }),
    "without a signature": async () => {
      const [, payload = ""] = (await api.issuer.token(operator)).split(".");
      return `${base64({ alg: "none", typ: "at+jwt" })}.${payload}.`;
    },
    "signed with the public key as a shared secret": async () => {
      const token = await api.issuer.token(operator);
      const { kid } = decodeProtectedHeader(token);
      const jwks = (await (await fetch(`${api.issuer.issuer}/jwks`)).json()) as { keys: object[] };
      const head = `${base64({ alg: "HS256", typ: "at+jwt", kid })}.${base64(decodeJwt(token))}`;
      return `${head}.${createHmac("sha256", JSON.stringify(jwks.keys[0])).update(head).digest("base64url")}`;
    },
    "with a key of its own in its header": async () => {
      const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
      const jwk = { ...(await crypto.subtle.exportKey("jwk", publicKey)), alg: "ES256" } as never;
      return new SignJWT({ ...decodeJwt(await api.issuer.token(operator)) })
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", jwk })
        .sign(privateKey);
    },
    "whose payload was changed": async () => {
      const [head, , signature] = (await api.issuer.token("HAS")).split(".");
      return `${head}.${base64({ ...decodeJwt(await api.issuer.token("HAS")), sub: operator })}.${signature}`;
    },
    "of nine thousand letters": async () => "a".repeat(9_000),
    "that is none": async () => "operator",
  };

  it.each(Object.entries(forged))("%s opens nothing, and writes nothing", async (_, make) => {
    await api.tokenFor(operator);
    const token = await make();
    const key = randomUUID();
    const command = { procedure: "pecan", sandbox: true, filing: filing() };
    for (const reply of [
      await api.get("/v1/cases", shown(token)),
      await api.post("/v1/cases", command, { ...shown(token), key }),
      // Even where nobody need be anybody: who shows a bad token is told so.
      await api.get("/v1/procedures", shown(token)),
    ]) {
      expect([reply.status, reply.body.type]).toEqual([401, "/problems/unidentified"]);
      expect(reply.headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
    const { id } = command.filing.product as { readonly id: string };
    expect((await api.register.cases({ product: id })).rows).toEqual([]);
    expect((await api.get("/v1/me", { as: operator })).body.party).toBe("operator");
  });

  it("whose keys don't answer is no token yet: 503, and nothing is decided", async () => {
    const away = await testIssuer();
    const read = configuration({ TOKEN_ISSUERS: away.issuer, TOKEN_AUDIENCE: audience });
    const identity = await openIdentity(read, api.register);
    const token = await away.token(operator);
    away.close();
    const header = (name: string) => (name === "authorization" ? `Bearer ${token}` : undefined);
    await expect(identity.who({ method: "GET", header })).rejects.toThrow(/doesn't answer/);
  });
});

describe("the directory", () => {
  it("gives nothing to somebody without a mandate", async () => {
    const token = await api.issuer.token("somebody");
    const reply = await api.get("/v1/cases", shown(token));
    expect([reply.status, reply.body.type]).toEqual([403, "/problems/not-allowed"]);
  });

  it("ends a consultant's mandate at once and everywhere; another mandate opens what he had opened again (E52)", async () => {
    const as = `${applicant};consultant=${randomUUID().slice(0, 8)}`;
    const filed = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() }, { as });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const path = `/v1/cases/${filed.body.id}`;
    const [mandate] = (await api.get("/v1/mandates", { as })).body.mandates;
    const representative = `${applicant};role=representative`;
    await api.tokenFor(representative);
    const ended = await api.post(`/v1/mandates/${mandate.id}/end`, {}, { as });
    expect([ended.status, ended.body.endedAt === null]).toEqual([200, false]);
    for (const reply of [
      await api.get(path, { as }),
      await api.get("/v1/cases", { as }),
      await api.post(`${path}/acts/withdrawn`, {}, { as }),
    ])
      expect(reply.status).toBe(403);
    expect((await api.register.acts(filed.body.id)).length).toBe(0);
    await enrol(api.register, api.issuer.issuer, as);
    expect((await api.get(path, { as })).status).toBe(200);
  });

  it("has a mandate hold from its first day to its last", async () => {
    const { directory } = api.register;
    const { id: person } = await directory.enter(
      { issuer: api.issuer.issuer, subject: "dated", name: "dated", email: null },
      "test",
    );
    const given = { person, role: "officer", party: "HAS", organisation: null, platform: null };
    const token = await api.issuer.token("dated");
    await directory.give({ ...given, from: "2020-01-01", until: "2020-12-31" }, "test");
    await directory.give({ ...given, from: "2120-01-01", until: null }, "test");
    expect((await api.get("/v1/me", shown(token))).status).toBe(403);
    await directory.give({ ...given, from: "2020-01-01", until: today() }, "test");
    expect((await api.get("/v1/me", shown(token))).body).toMatchObject({ person, role: "officer", party: "HAS" });
  });

  it("lets nobody speak for another: not by a header, nor by the act itself", async () => {
    for (const behalf of ["operator", "HAS", otherSiret, "mandate-none"]) {
      const reply = await api.get("/v1/cases", { as: applicant, headers: { "guichet-on-behalf-of": behalf } });
      expect([behalf, reply.status]).toEqual([behalf, 403]);
    }
    expect((await api.get("/v1/me", { as: applicant, headers: { "guichet-on-behalf-of": siret } })).status).toBe(200);
    const { body } = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    const forged = await api.post(`/v1/cases/${body.id}/acts/conventionSent`, { by: "ANS" }, { as: applicant });
    expect(forged.status).toBe(403);
    const masked = await api.post(`/v1/cases/${body.id}/acts/withdrawn`, { role: "operator" }, { as: applicant });
    expect(masked.status).toBe(422);
  });

  it("asks whoever has several mandates by which they speak", async () => {
    const subject = `two-${randomUUID().slice(0, 8)}`;
    const { id: person } = await api.register.directory.enter(
      { issuer: api.issuer.issuer, subject, name: subject, email: null },
      "test",
    );
    for (const party of ["HAS", "ANSM"])
      await api.register.directory.give(
        { person, role: "officer", party, organisation: null, platform: null, from: today(), until: null },
        "test",
      );
    const token = await api.issuer.token(subject);
    expect((await api.get("/v1/me", shown(token))).status).toBe(400);
    const asked = { as: "nobody", headers: { authorization: `Bearer ${token}`, "guichet-on-behalf-of": "ANSM" } };
    expect((await api.get("/v1/me", asked)).body.party).toBe("ANSM");
  });

  it("is changed by operators, and by those who run a company's account for that company; journaled and chained", async () => {
    const entered = await api.post(
      "/v1/people",
      { issuer: api.issuer.issuer, subject: "new", name: "contributor" },
      { as: operator },
    );
    expect(entered.status, JSON.stringify(entered.body)).toBe(200);
    const give = (as: string, mandate: object) => api.post(`/v1/people/${entered.body.id}/mandates`, mandate, { as });
    const contributor = { role: "contributor", party: "applicant", organisation: siret };
    for (const [as, mandate] of [
      ["HAS", contributor],
      [applicant, { ...contributor, organisation: otherSiret }],
      [applicant, { ...contributor, role: "manager" }],
      [applicant, { ...contributor, role: "consultant" }],
      [applicant, { role: "operator", party: "operator" }],
      [`${applicant};consultant=c9`, contributor],
    ] as const)
      expect([as, mandate, (await give(as, mandate)).status]).toEqual([as, mandate, 403]);
    for (const odd of [
      { role: "developer", party: "operator" },
      { role: "officer", party: "applicant" },
      { role: "officer", party: "HAS", organisation: siret },
      { role: "contributor", party: "applicant" },
      { role: "operator", party: "HAS" },
      { role: "officer", party: "HAS", until: "2020-01-01" },
    ])
      expect([odd, (await give(operator, odd)).status]).toEqual([odd, 422]);
    const given = await give(applicant, contributor);
    expect(given.status, JSON.stringify(given.body)).toBe(201);
    expect(
      (await api.post(`/v1/mandates/${given.body.id}/end`, {}, { as: `applicant;organisation=${otherSiret}` })).status,
    ).toBe(404);
    expect((await api.post("/v1/people", { issuer: "x", subject: "y", name: "z" }, { as: applicant })).status).toBe(
      403,
    );
    const verified = await api.register.directory.verify();
    expect(verified.valid).toBe(true);
    expect(verified.lines).toBeGreaterThan(2);
  });
});

describe("an act that one role alone sends", () => {
  it("is the legal representative's when it signs the convention: nobody else of the company does, nor is it tried", async () => {
    const filed = await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant });
    const sent = { by: "applicant", body: { signatory: "legal-representative", signature: "sig-1" } };
    const sign = (as: string, query = "") =>
      api.post(`/v1/cases/${filed.body.id}/acts/conventionSigned${query}`, sent, { as });
    for (const query of ["", "?dryRun=true"]) {
      const refused = await sign(applicant, query);
      expect([refused.status, refused.body.type]).toEqual([403, "/problems/not-allowed"]);
      // It is theirs to send; the case awaits something else.
      expect((await sign(legalRepresentative, query)).status).toBe(409);
    }
  });
});

describe("a key", () => {
  it("of another is another's: it neither answers nor does what was sent under it", async () => {
    const key = randomUUID();
    const command = { procedure: "pecan", filing: filing() };
    const first = await api.post("/v1/cases", command, { as: applicant, key });
    expect(first.status).toBe(201);
    const theirs = {
      ...command,
      filing: filing({ applicant: { siret: otherSiret, name: "Autre", rank: "manufacturer" } }),
    };
    const second = await api.post("/v1/cases", theirs, { as: `applicant;organisation=${otherSiret}`, key });
    expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
  });
});

describe("the developer", () => {
  it("plays every party on sandbox cases, and doesn't know of any other", async () => {
    const real = await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant });
    expect((await api.post("/v1/cases", { procedure: "pecan", filing: filing() })).status).toBe(403);
    for (const path of [`/v1/cases/${real.body.id}`, `/v1/cases/${real.body.id}/journal`])
      expect((await api.get(path)).status).toBe(404);
    expect((await api.post(`/v1/cases/${real.body.id}/acts/withdrawn`, { by: "applicant" })).status).toBe(404);
    const listed = (await api.get("/v1/cases?sandbox=false&limit=200")).body.cases;
    expect(listed.filter((one: { sandbox: boolean }) => !one.sandbox)).toEqual([]);
    const told = (await api.get("/v1/notices?limit=200")).body.notices;
    expect(told.map((one: { case: string }) => one.case)).not.toContain(real.body.id);
    const due = (await api.get("/v1/deadlines?sandbox=false")).body.deadlines;
    expect(due.map((one: { case: string }) => one.case)).not.toContain(real.body.id);
  });
});

describe("what was done", () => {
  interface Told {
    readonly name: string;
    readonly kind: string;
    readonly author: object | null;
  }

  it("names the person, their role, on whose behalf and by which door, to those who may know it", async () => {
    const as = `${applicant};consultant=author`;
    const sesame = `${applicant};platform=sesame`;
    const { body } = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() }, { as });
    const act = `/v1/cases/${body.id}/acts`;
    const document = { title: "Pièce" };
    const via = { platform: "Sésame", reference: "SES-42" };
    const answers = [
      await api.post(
        `${act}/sesameDeposited`,
        { via: { ...via, platform: "sesame" }, body: { documents: [document] } },
        { as: sesame },
      ),
      await api.post(
        `${act}/completenessNotified`,
        { body: { admissible: true, complete: false, missing: ["A"] } },
        { as: "ministers" },
      ),
    ];
    for (const answer of answers) expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const authors = async (reader: string) =>
      ((await api.get(`/v1/cases/${body.id}/journal`, { as: reader })).body.journal as Told[])
        .filter(({ kind }) => kind === "filed" || kind === "act")
        .map(({ author }) => author);
    const [filed, relayed, notified] = (await authors("HAS")) as { person: string }[];
    expect(filed).toMatchObject({
      ...{
        name: as,
        role: "consultant",
        onBehalfOf: "applicant",
        organisation: siret,
        channel: "api",
        reference: null,
      },
    });
    expect(relayed).toMatchObject({
      role: "platform",
      onBehalfOf: "applicant",
      channel: "platform",
      reference: "SES-42",
    });
    expect(notified).toMatchObject({ name: "ministers", role: "officer", onBehalfOf: "ministers", organisation: null });
    expect(filed!.person).toMatch(/^person-/);
    const [own, , foreign] = await authors(as);
    expect([own, foreign]).toEqual([filed, { ...notified, person: null, name: null }]);
    const rows = await api.register.acts(body.id);
    expect(JSON.stringify(rows)).not.toContain(as);
    expect((await api.register.verify(body.id)).valid).toBe(true);
  });

  it("isn't said by whoever sends it: an author of one's own writing is refused", async () => {
    const { body } = await api.post(
      "/v1/cases",
      { procedure: "pecan", sandbox: true, filing: filing() },
      { as: applicant },
    );
    const author = { person: "person-other", role: "operator", channel: "page" };
    const forged = await api.post(`/v1/cases/${body.id}/acts/withdrawn`, { author }, { as: applicant });
    expect(forged.status).toBe(422);
    const filed = await api.post(
      "/v1/cases",
      { procedure: "pecan", sandbox: true, author, filing: filing() },
      { as: applicant },
    );
    expect(filed.status).toBe(422);
  });
});
