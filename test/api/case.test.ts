import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Reply, testApi } from "./open.js";
import { applicant, filing, otherSiret, siret, speakerOf, towardsExamination } from "./samples.js";

const api = testApi({ worker: true });

async function fileCase(changes: object = {}): Promise<Reply["body"]> {
  const filed = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing(), ...changes });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  return filed.body;
}

async function send(id: string, [act, by, body, about]: (typeof towardsExamination)[number]): Promise<Reply> {
  return api.post(`/v1/cases/${id}/acts/${act}`, { body, ...(about && { about }) }, { as: speakerOf(act, by) });
}

async function examined(): Promise<string> {
  const { id } = await fileCase();
  for (const act of towardsExamination) {
    const { status, body } = await send(id, act);
    expect(status, JSON.stringify(body)).toBe(200);
  }
  return id;
}

describe("filing a case", () => {
  it("opens it, and answers the same request with the same case", async () => {
    const request = { procedure: "pecan", filing: filing() };
    const key = randomUUID();
    const first = await api.post("/v1/cases", request, { as: applicant, key });
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(first.body).toMatchObject({ procedure: "pecan", status: "open", phase: "deposit", sandbox: false });
    expect(first.headers.get("location")).toBe(`/v1/cases/${first.body.id}`);
    const again = await api.post("/v1/cases", request, { as: applicant, key });
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(first.body.id);
    const other = await api.post("/v1/cases", { ...request, filing: filing() }, { as: applicant, key });
    expect([other.status, other.body.type]).toEqual([422, "/problems/idempotency-key-reused"]);
  });

  it("refuses a second one for the same indication, and what the text forbids, without a trace", async () => {
    const request = { procedure: "pecan", filing: filing() };
    const first = await api.post("/v1/cases", request, { as: applicant });
    const second = await api.post("/v1/cases", request, { as: applicant });
    expect([second.status, second.body.type, second.body.case]).toEqual([
      409,
      "/problems/open-case-exists",
      first.body.id,
    ]);
    const unlawful = filing({ product: { id: `x-${randomUUID()}`, name: "Sans CE", ceMarked: false } });
    const refused = await api.post("/v1/cases", { procedure: "pecan", filing: unlawful }, { as: applicant });
    expect([refused.status, refused.body.type]).toEqual([409, "/problems/not-lawful"]);
    expect(refused.body.source).toMatch(/^CSS/);
    const { rows } = await api.register.cases({ text: "Sans CE" });
    expect(rows).toEqual([]);
  });

  it("is for the applicant, for its own organisation, under the ruleset of the day", async () => {
    const body = { procedure: "pecan", filing: filing() };
    const stranger = await api.post("/v1/cases", body, { as: `applicant;organisation=${otherSiret}` });
    expect(stranger.status).toBe(403);
    expect((await api.post("/v1/cases", body, { as: "ANS" })).status).toBe(403);
    expect((await api.post("/v1/cases", { ...body, ruleset: "css" }, { as: applicant })).status).toBe(403);
    const chosen = await api.post("/v1/cases", { ...body, sandbox: true, ruleset: "css" }, { as: applicant });
    expect(chosen.body.ruleset).toBe("css@2023-04-01");
    const again = { ...body, filing: filing(), sandbox: true, ruleset: "css@2023-04-01" };
    const dated = await api.post("/v1/cases", again, { as: applicant });
    expect(dated.body.ruleset).toBe("css@2023-04-01");
    const forged = filing({ precedents: [] });
    expect((await api.post("/v1/cases", { procedure: "pecan", filing: forged })).body.pointer).toBe(
      "/filing/precedents",
    );
  });
});

describe("sending acts", () => {
  it("answers with a receipt from the register, which every read that follows sees", async () => {
    const { id } = await fileCase();
    const key = randomUUID();
    const path = `/v1/cases/${id}/acts/sesameDeposited`;
    const act = { body: { documents: [{ title: "Dossier" }] } };
    const tried = await api.post(`${path}?dryRun=true`, act, { as: applicant, key: null });
    const before = await api.get(`/v1/cases/${id}`);
    const done = await api.post(path, act, { as: applicant, key });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(tried.body.changes).toEqual(done.body.changes);
    expect(tried.body.receipt).toBeNull();
    expect(done.body.receipt).toBeGreaterThan(before.body.version);
    const seen = await api.get(`/v1/cases/${id}`);
    expect(seen.body.version).toBe(done.body.case.version);
    expect(seen.headers.get("etag")).not.toBe(before.headers.get("etag"));
    const unchanged = await api.get(`/v1/cases/${id}`, {
      headers: { "if-none-match": seen.headers.get("etag") ?? "" },
    });
    expect(unchanged.status).toBe(304);

    const repeated = await api.post(path, act, { as: applicant, key });
    expect([repeated.status, repeated.body]).toEqual([200, done.body]);
    const reused = await api.post(path, { body: { documents: [{ title: "Autre" }] } }, { as: applicant, key });
    expect([reused.status, reused.body.type]).toEqual([422, "/problems/idempotency-key-reused"]);
    const verified = await api.get(`/v1/cases/${id}/verification?head=${done.body.head}`);
    expect(verified.body).toMatchObject({ valid: true, entries: done.body.case.version });
  });

  it("refuses, says what is awaited instead and by which text, and writes nothing", async () => {
    const { id, version } = await fileCase();
    const early = await api.post(`/v1/cases/${id}/acts/evidenceCompleted`, {}, { as: applicant });
    expect([early.status, early.body.type]).toEqual([409, "/problems/not-awaited"]);
    expect(early.body.awaited.map(({ act }: { act: string }) => act)).toContain("sesameDeposited");
    expect(early.headers.get("content-type")).toMatch("application/problem+json");
    const others = await api.post(`/v1/cases/${id}/acts/sesameDeposited`, { by: "applicant" }, { as: "ANS" });
    expect(others.status).toBe(403);
    const wrong = await api.post(
      `/v1/cases/${id}/acts/ansAdmissibilityNotified`,
      { body: { admissible: true } },
      { as: applicant },
    );
    expect(wrong.status).toBe(403);
    expect((await api.get(`/v1/cases/${id}`)).body.version).toBe(version);
  });

  it("says every fault of a body, and knows neither dates that don't exist nor the future", async () => {
    const { id } = await fileCase();
    const path = `/v1/cases/${id}/acts/sesameDeposited`;
    const bad = await api.post(path, { body: { documents: [{ title: "" }, { tite: "x" }] } }, { as: applicant });
    expect(bad.status).toBe(422);
    expect(bad.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/body/documents/0/title",
      "/body/documents/1/title",
      "/body/documents/1/tite",
    ]);
    const body = { documents: [{ title: "Dossier" }] };
    for (const [member, value] of [
      ["on", "2026-02-30"],
      ["on", "2099-01-01"],
      ["at", "2099-01-01T00:00:00Z"],
      ["on", "yesterday"],
      ["unknown", 1],
    ]) {
      const refused = await api.post(path, { body, [String(member)]: value }, { as: applicant });
      expect([member, value, refused.status]).toEqual([member, value, 422]);
    }
    expect((await api.post(`/v1/cases/${id}/acts/nonsense`, {}, { as: applicant })).status).toBe(404);
    expect((await api.post(`/v1/cases/PECAN-1999-0001/acts/withdrawn`, {}, { as: applicant })).status).toBe(404);
  });

  it("lets only authorities and platforms date a real case's acts in the past", async () => {
    const filed = await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant });
    const path = `/v1/cases/${filed.body.id}/acts/sesameDeposited`;
    const act = { on: filed.body.filedOn, at: filed.body.now, body: { documents: [{ title: "Dossier" }] } };
    expect((await api.post(path, act, { as: applicant })).status).toBe(403);
    const via = { platform: "sesame", reference: "SES-1" };
    expect((await api.post(path, { ...act, via }, { as: applicant })).status).toBe(403);
    expect((await api.post(path, { ...act, by: "applicant" }, { as: "HAS;platform=sesame" })).status).toBe(422);
    const relayed = await api.post(path, { ...act, by: "applicant", via }, { as: "HAS;platform=sesame" });
    expect(relayed.status, JSON.stringify(relayed.body)).toBe(200);
  });

  it("honours If-Match: 412 once the case has moved, but not for an act that is sent again", async () => {
    const { id } = await fileCase();
    const before = (await api.get(`/v1/cases/${id}`)).headers.get("etag") ?? "";
    const send = (key: string, match: string, dryRun = "") =>
      api.post(
        `/v1/cases/${id}/acts/sesameDeposited${dryRun}`,
        { body: { documents: [{ title: "D" }] } },
        { as: applicant, key, headers: { "if-match": match } },
      );
    const stale = await send("k1", '"0-2020-01-01"');
    expect([stale.status, stale.body.type]).toEqual([412, "/problems/precondition-failed"]);
    expect((await send("k1", `W/${before}`)).status).toBe(412);
    expect((await send("k2", before, "?dryRun=true")).status).toBe(200);
    expect((await send("k1", `"other", ${before}`)).status).toBe(200);
    expect((await send("k1", before)).status, "sent again").toBe(200);
    expect((await send("k3", before)).status).toBe(412);
    expect((await send("k3", before, "?dryRun=true")).status).toBe(412);
    expect((await send("k3", "*")).status).toBe(409);
  });

  it("takes one of the acts that are sent at once for the same ETag", async () => {
    const { id } = await fileCase();
    const etag = (await api.get(`/v1/cases/${id}`)).headers.get("etag") ?? "";
    const sent = await Promise.all(
      ["a", "b", "c", "d"].map((key) =>
        api.post(
          `/v1/cases/${id}/acts/sesameDeposited`,
          { body: { documents: [{ title: key }] } },
          { as: applicant, key, headers: { "if-match": etag } },
        ),
      ),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it("keeps whatever a text shows, and refuses at its place what it would hide", async () => {
    const hiding = filing({ applicant: { siret: siret, name: "a\u0000b \u202e", rank: "manufacturer" } });
    const refused = await api.post("/v1/cases", { procedure: "pecan", filing: hiding }, { as: applicant });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/filing/applicant/name"]);
    const title = "<script>alert(1)</script> Œdème 😀 «\u00a0b\u00a0»";
    const odd = filing({ applicant: { siret: siret, name: title, rank: "manufacturer" } });
    const filed = await api.post("/v1/cases", { procedure: "pecan", filing: odd }, { as: applicant });
    expect([filed.status, filed.body.type]).toEqual([201, undefined]);
    const path = `/v1/cases/${filed.body.id}`;
    const act = await api.post(`${path}/acts/sesameDeposited`, { body: { documents: [{ title }] } }, { as: applicant });
    expect([act.status, act.body.type]).toEqual([200, undefined]);
    expect((await api.get(`${path}/verification`, { as: applicant })).body.valid).toBe(true);
    const page = await api.get(`/dev/notices?case=${filed.body.id}`, { as: applicant });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain("<script>");
  });

  it("takes the same act once when it is sent many times at the same moment", async () => {
    const { id } = await fileCase();
    const key = randomUUID();
    const sent = await Promise.all(
      Array.from({ length: 6 }, () =>
        api.post(
          `/v1/cases/${id}/acts/sesameDeposited`,
          { body: { documents: [{ title: "D" }] } },
          { as: applicant, key },
        ),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});

describe("time", () => {
  it("is explained day by day, suspended, moved and told", async () => {
    const id = await examined();
    const { body } = await api.get(`/v1/cases/${id}/clocks`);
    const opinion = body.clocks.find((clock: { name: string }) => clock.name === "cnedimtsOpinion");
    expect(opinion).toMatchObject({ state: "running", remainingDays: 60 });
    const json = await api.get(`/v1/cases/${id}/clocks/cnedimtsOpinion/explanation`);
    expect(json.body.clock.lastDay).toBe(opinion.lastDay);
    expect(json.body.walk.at(-1)).toMatchObject({ kind: "result", to: opinion.lastDay });
    expect(json.body.delay.source.ref).toBe("CSS R. 162-114, V");
    const text = await api.get(`/v1/cases/${id}/clocks/ansOpinion/explanation`, { headers: { accept: "text/plain" } });
    expect(text.body).toMatch(/Avis de l'ANS\n=+\n[\s\S]*Lectures des textes/);
    expect((await api.get(`/v1/cases/${id}/clocks/none/explanation`)).status).toBe(404);

    const key = randomUUID();
    const moved = await api.post(`/v1/cases/${id}/advance`, { by: "P61D" }, { key });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
    const late = moved.body.clocks.find((clock: { name: string }) => clock.name === "cnedimtsOpinion");
    expect(late).toMatchObject({ state: "overdue", remainingDays: 0 });
    const again = await api.post(`/v1/cases/${id}/advance`, { by: "P61D" }, { key });
    expect(again.body.now.slice(0, 10)).toBe(moved.body.now.slice(0, 10));
    const journal = await api.get(`/v1/cases/${id}/journal?limit=1000`);
    expect(journal.body.journal.map(({ kind }: { kind: string }) => kind)).toContain("overrun");
  });

  it("is suspended by a request, and its last day is then open", async () => {
    const id = await examined();
    const body = {
      request: "r1",
      items: ["étude"],
      means: "registered-letter",
      consentRecorded: false,
      availabilityEmailSent: false,
    };
    const act = await api.post(`/v1/cases/${id}/acts/furtherInformationRequested`, { body }, { as: "ministers" });
    expect(act.status, JSON.stringify(act.body)).toBe(200);
    const { after } = act.body.changes.clocks.find((one: { id: string }) => one.id === "ansOpinion");
    expect(after).toEqual({ state: "suspended", lastDay: null });
    const told = await api.get(`/v1/cases/${id}/clocks/ansOpinion/explanation`);
    expect(told.body.suspensions).toMatchObject([{ kind: "furtherInformation", about: "r1", to: null }]);
    expect(told.body.walk.at(-1).kind).toBe("open");
  });

  it("moves for sandbox cases only, forward only, to days that exist", async () => {
    const { id } = await fileCase();
    for (const body of [
      {},
      { by: "P0D" },
      { by: "PT1H" },
      { by: "-P1D" },
      { to: "2020-01-01" },
      { to: "2027-02-30" },
      { by: "P1D", to: "2030-01-01" },
      { by: "P9999Y" },
    ]) {
      expect([body, (await api.post(`/v1/cases/${id}/advance`, body)).status]).toEqual([body, 422]);
    }
    const real = await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant });
    const refused = await api.post(`/v1/cases/${real.body.id}/advance`, { by: "P1D" }, { as: applicant });
    expect([refused.status, refused.body.type]).toEqual([409, "/problems/not-a-sandbox-case"]);
  });
});

describe("a case that Temporal lost", () => {
  it("goes on from the register after it was terminated", async () => {
    const { id } = await fileCase();
    await send(id, ["sesameDeposited", "applicant", { documents: [{ title: "D" }] }]);
    await api.post(`/v1/cases/${id}/advance`, { by: "P3D" });
    await api.client.workflow.getHandle(id).terminate("a test");
    const done = await send(id, ["completenessNotified", "ministers", { admissible: true, complete: true }]);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect((await api.get(`/v1/cases/${id}/verification`)).body.valid).toBe(true);
    await api.client.workflow.getHandle(id).terminate("a test");
    const moved = await api.post(`/v1/cases/${id}/advance`, { by: "P2D" });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
    const dayOf = (reply: Reply) => Date.parse(reply.body.now.slice(0, 10));
    expect(dayOf(moved) - dayOf(await api.get(`/v1/cases/${(await fileCase()).id}`))).toBe(5 * 86_400_000);
  });

  it("answers a repeated key after its conclusion, and refuses what no longer fits", async () => {
    const { id } = await fileCase();
    const key = randomUUID();
    const withdrawn = await api.post(`/v1/cases/${id}/acts/withdrawn`, {}, { as: applicant, key });
    expect(withdrawn.body.case).toMatchObject({ status: "concluded", ending: { name: "withdrawn", final: true } });
    const again = await api.post(`/v1/cases/${id}/acts/withdrawn`, {}, { as: applicant, key });
    expect([again.status, again.body]).toEqual([200, withdrawn.body]);
    const late = await send(id, ["sesameDeposited", "applicant", { documents: [{ title: "D" }] }]);
    expect(late.status).toBe(409);
    const struck = await api.post(
      `/v1/cases/${id}/acts/strike`,
      { about: String(withdrawn.body.receipt), body: { reason: "Désistement enregistré par erreur" } },
      { as: "ministers" },
    );
    expect(struck.status, JSON.stringify(struck.body)).toBe(200);
    expect(struck.body.case.status).toBe("open");
    const goesOn = await send(id, ["sesameDeposited", "applicant", { documents: [{ title: "D" }] }]);
    expect(goesOn.status, JSON.stringify(goesOn.body)).toBe(200);
  });
});

describe("reading", () => {
  it("shows applicants their organisation's cases only", async () => {
    const { id } = await fileCase();
    const stranger = { as: `applicant;organisation=${otherSiret}` };
    for (const path of ["", "/journal", "/clocks", "/notices", "/verification", "/events"])
      expect([path, (await api.get(`/v1/cases/${id}${path}`, stranger)).status]).toEqual([path, 404]);
    expect((await api.get("/v1/cases", stranger)).body.cases).toEqual([]);
    expect((await api.get("/v1/notices", stranger)).body.notices).toEqual([]);
    expect((await api.get("/v1/deadlines", stranger)).body.deadlines).toEqual([]);
    const own = await api.get(`/v1/cases/${id}/notices`, { as: applicant });
    expect(own.body.notices.every(({ party }: { party: string }) => party === "applicant")).toBe(true);
  });

  it("lists cases page by page, and by what they await", async () => {
    const { id } = await fileCase();
    const first = await api.get("/v1/cases?sandbox=any&limit=1");
    expect(first.body.cases.map((one: { id: string }) => one.id)).toEqual([id]);
    const second = await api.get(`/v1/cases?sandbox=any&limit=1&after=${first.body.next}`);
    expect(second.body.cases[0].id).not.toBe(id);
    const waiting = await api.get("/v1/cases?sandbox=any&whoseMove=applicant&status=open&procedure=pecan");
    expect(waiting.body.cases.length).toBeGreaterThan(0);
    expect((await api.get("/v1/cases?after=nonsense")).status).toBe(400);
    expect((await api.get("/v1/cases?limit=1000")).status).toBe(400);
    expect((await api.get("/v1/cases?colour=red")).status).toBe(400);
  });

  it("streams the journal, and resumes after the last entry seen", async () => {
    const { id, version } = await fileCase();
    const leave = new AbortController();
    const response = await fetch(`${api.url}/v1/cases/${id}/events`, {
      headers: { "last-event-id": String(version), authorization: `Bearer ${await api.tokenFor(applicant)}` },
      signal: leave.signal,
    });
    expect(response.headers.get("content-type")).toMatch("text/event-stream");
    await send(id, ["sesameDeposited", "applicant", { documents: [{ title: "D" }] }]);
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array);
      if (text.includes("sesameDeposited")) break;
    }
    leave.abort();
    expect(text).toMatch(new RegExp(`^id: ${version + 1}\\nevent: act\\n`));
  });

  it("lists the delays that run, and gives them as a calendar", async () => {
    const id = await examined();
    const { body } = await api.get("/v1/deadlines?sandbox=any&bearer=CNEDiMTS", { as: "CNEDiMTS" });
    expect(body.deadlines.map((one: { case: string }) => one.case)).toContain(id);
    const all = await api.get("/v1/deadlines?sandbox=any");
    expect(all.body.next).toBeNull();
    const paged: unknown[] = [];
    for (let after = ""; ; ) {
      const page = await api.get(`/v1/deadlines?sandbox=any&limit=3${after}`);
      paged.push(...page.body.deadlines);
      if (page.body.next === null) break;
      after = `&after=${page.body.next}`;
    }
    expect(paged).toEqual(all.body.deadlines);
    expect((await api.get("/v1/deadlines?after=nonsense")).status).toBe(400);
    const calendar = await api.get("/v1/deadlines.ics?sandbox=any");
    expect(calendar.body).toContain("BEGIN:VEVENT");
    expect(calendar.body.split("\r\n").every((line: string) => Buffer.byteLength(line) <= 75)).toBe(true);
    const page = await api.get(`/dev/notices?case=${id}`);
    expect(page.body).toContain("<article>");
  });
});
