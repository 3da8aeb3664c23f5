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

describe("/metrics", () => {
  const api = testApi({ worker: true });

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

  it("counts what waits: notices in the outbox, delays over and not recorded, cases that fail", async () => {
    const { register } = api;
    const standings = await register.standings();
    const waiting = standings.find(({ standing }) => standing === "undelivered");
    expect(waiting).toMatchObject({ procedure: "pecan", sandbox: true });
    expect(waiting?.count).toBeGreaterThan(0);
    expect(standings.filter(({ standing }) => standing === "behind" || standing === "failing")).toEqual([]);
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
