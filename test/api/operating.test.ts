import pg from "pg";
import { describe, expect, it } from "vitest";
import { testApi } from "./open.js";
import { filing } from "./samples.js";

describe("what an operator asks", () => {
  const api = testApi();

  it("the address alone leads whoever isn't known to sign in, then to what they have to do", async () => {
    const answer = await fetch(`${api.url}/`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in?to=%2F"]);
  });

  it("/readyz says that no worker polls, and still serves what is read; then that one does", async () => {
    expect((await api.get("/readyz")).body).toEqual({
      ready: true,
      register: "ok",
      temporal: "ok",
      worker: "no worker polls",
    });
    await api.startWorker();
    await expect.poll(async () => (await api.get("/readyz")).body.worker, { timeout: 10_000 }).toBe("ok");
  });
});

describe("/metrics and the log", () => {
  const logged: unknown[] = [];
  const api = testApi({ worker: true, onLog: (_level, ...line) => logged.push(line) });

  const metrics = async () => (await (await fetch(`${api.url}/metrics`)).text()).split("\n");

  it("counts open cases and refusals by procedure", async () => {
    const { body } = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    const refused = await api.post(`/v1/cases/${body.id}/acts/tariffPublished`, {
      by: "ministers",
      body: { journal: "J" },
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const lines = await metrics();
    expect(lines).toContain('guichet_standing{standing="open",procedure="pecan",trial="true"} 1');
    expect(lines.find((line) => line.startsWith('guichet_refusals_total{procedure="pecan",type="'))).toMatch(/ 1$/);
    expect(lines.some((line) => /^guichet_workers \d+$/.test(line))).toBe(true);
    expect(lines).toContain("guichet_register_up 1");
  });

  it("say each refusal in one line: which case and act, which problem, and nothing of what was sent", async () => {
    const { body } = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    logged.length = 0;
    const path = `/v1/cases/${body.id}/acts/tariffPublished`;
    await api.post(path, { by: "ministers", about: "A", body: { journal: "Jamais dans un journal" } });
    await api.post(path, { by: "ministers", about: "A", body: { journal: 3 } });
    await api.post(`${path}?after=Jamais`, { by: "HAS", about: "A", body: { journal: "Jamais" } });
    expect(logged).toEqual([
      [{ method: "POST", path, status: 409 }, "not-awaited"],
      [{ method: "POST", path, status: 422 }, "malformed"],
      [{ method: "POST", path, status: 400 }, "bad-request"],
    ]);
  });

  it("counts delays past their last day, and those whose end nobody records", async () => {
    const { body } = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    const clock = (id: string, state: string, expires: string) =>
      client.query(
        `insert into clocks (case_id, id, ordinal, name, state, expires_at, clock) values ($1, $2, 90 + length($2), $2, $3, ${expires}, '{}')`,
        [body.id, id, state],
      );
    await clock("late", "overdue", "now()");
    await clock("unseen", "running", "now() - interval '6 minutes'");
    await client.end();
    // What /metrics shows is as old as a quarter of a minute.
    const standings = await api.register.standings();
    for (const standing of ["overdue", "behind"] as const)
      expect(standings).toContainEqual({ procedure: "pecan", sandbox: true, standing, count: 1 });
  });

  it("counts what waits: notices in the outbox, delays over and not recorded, cases that fail", async () => {
    const { register } = api;
    const standings = await register.standings();
    const waiting = standings.find(({ standing }) => standing === "undelivered");
    expect(waiting).toMatchObject({ procedure: "pecan", sandbox: true });
    expect(waiting?.count).toBeGreaterThan(0);
    expect(standings.filter(({ standing }) => standing === "failing")).toEqual([]);
    const [open] = await register.openCases(undefined, 1);
    await register.runs.failing(open?.id ?? "", "cause", "build");
    expect(await register.standings()).toContainEqual({
      procedure: "pecan",
      sandbox: true,
      standing: "failing",
      count: 1,
    });
  });
});
