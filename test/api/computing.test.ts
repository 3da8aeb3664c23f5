import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { calculate } from "../../law/calculator.js";
import { testApi } from "./open.js";
import { filing, towardsExamination } from "./samples.js";

const api = testApi();

describe("the calculator", () => {
  it("answers as in TypeScript, lists repeated", async () => {
    const query =
      "from=2026-03-02&delay=P60D&roll=next&suspensions=2026-03-12/2026-03-20&suspensions=2026-04-01/..&at=2026-04-10";
    const reply = await api.get(`/v1/calculator?${query}`);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    expect(reply.body).toEqual(
      calculate({
        from: "2026-03-02",
        delay: "P60D",
        roll: "next",
        suspensions: [
          { from: "2026-03-12", to: "2026-03-20" },
          { from: "2026-04-01", to: null },
        ],
        at: "2026-04-10",
      }),
    );
  });

  it("lists every fault of a query, the first as the problem's own", async () => {
    for (const [query, ...pointers] of [
      ["", "/from", "/delay"],
      ["from=2026-03-02", "/delay"],
      ["from=2026-02-30&delay=P1D", "/from"],
      ["from=2026-03-02&delay=P1D&colour=red", "/colour"],
      ["from=2026-03-02&from=2026-03-03&delay=P1D", "/from"],
      [
        "colour=red&from=soon&delay=60&closed=2026-05-04&closed=x&at=",
        "/colour",
        "/from",
        "/delay",
        "/closed/1",
        "/at",
      ],
    ]) {
      const { status, body, headers } = await api.get(`/v1/calculator?${query}`);
      expect([query, status, body.type]).toEqual([query, 400, "/problems/bad-query"]);
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
      expect(body).toMatchObject({ status: 400, detail: body.errors[0].detail, pointer: pointers[0] });
      expect(headers.get("content-type")).toMatch(/^application\/problem\+json/);
    }
  });
});

describe("procedures", () => {
  it("say their steps, acts, senders, delays and sources", async () => {
    const list = await api.get("/v1/procedures");
    expect(list.body.procedures.map(({ name }: { name: string }) => name)).toContain("pecan");
    const { body } = await api.get("/v1/procedures/pecan");
    const act = body.acts.find(({ name }: { name: string }) => name === "sesameDeposited");
    expect(act).toMatchObject({ by: ["applicant"], step: "5.b", body: { type: "object", required: ["documents"] } });
    expect(body.acts.slice(-2).map(({ name }: { name: string }) => name)).toEqual(["strike", "settle"]);
    const delay = body.delays.find(({ name }: { name: string }) => name === "ministersInformation");
    expect(delay.rulesets.map((one: { ruleset: string; length: string }) => [one.ruleset, one.length])).toEqual([
      ["parcours@2023-04-01", "P10D"],
      ["css@2023-04-01", "P30D"],
    ]);
    expect(body.steps.map(({ step }: { step: string }) => step)).toContain("12.b");
  });
});

const scenario = {
  procedure: "pecan",
  filedAt: "2026-03-02",
  filing: filing(),
  acts: [
    ...towardsExamination.map(([act, by, body, about]) => ({
      act,
      by,
      body,
      ...(about && { about }),
      at: "2026-03-03",
    })),
    { act: "decisionNotified", by: "ministers", at: "2026-03-04", body: { signedOn: "2026-03-04", decisions: [] } },
  ],
  until: "2026-05-03",
};

describe("a simulation", () => {
  it("tells the same story, refusals among it, and stores nothing", async () => {
    const reply = await api.post("/v1/simulations", scenario, { key: null });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    const { body } = reply;
    expect(body.case.phase).toBe("examination");
    expect(body.refused.map(({ act }: { act: string }) => act)).toEqual(["decisionNotified"]);
    const opinion = body.clocks.find(({ id }: { id: string }) => id === "cnedimtsOpinion");
    expect(opinion).toMatchObject({ lastDay: "2026-05-02", state: "overdue" });
    expect(body.notices.map(({ name }: { name: string }) => name)).toContain("overrun");
    expect((await api.get("/v1/cases")).body.cases).toEqual([]);
  });

  it("is the same on the command line", async () => {
    const simulate = async (input: string, ...args: string[]) => {
      const child = spawn(process.execPath, ["--import", "tsx", "scripts/simulate.ts", ...args], {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        stdio: ["pipe", "pipe", "inherit"],
      });
      child.stdin.end(input);
      const [stdout, [status]] = await Promise.all([text(child.stdout), once(child, "exit")]);
      return { stdout, status: status as number };
    };
    const reply = await api.post("/v1/simulations", scenario, { key: null });
    const lines = await simulate(`${JSON.stringify(scenario)}\nnonsense\n{}\n`, "--ndjson");
    expect(lines.status).toBe(0);
    const [first, second, third] = lines.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toEqual(reply.body);
    expect(second.problem.type).toBe("/problems/bad-request");
    expect(third.problem.type).toBe("/problems/malformed");
    const bad = await simulate(JSON.stringify({ ...scenario, until: "2020-01-01" }));
    expect([bad.status, JSON.parse(bad.stdout).problem.pointer]).toEqual([2, "/until"]);
  });

  it("has bounds, and says which", async () => {
    const act = { act: "withdrawn", by: "applicant", at: "2026-03-03" };
    for (const [changes, pointer] of [
      [{ acts: Array.from({ length: 501 }, () => act) }, "/acts"],
      [{ until: "2026-02-30" }, "/until"],
      [{ filedAt: "soon" }, "/filedAt"],
      [{ procedure: "other" }, "/procedure"],
      [{ ruleset: "other" }, "/ruleset"],
      [{ filing: filing({ colour: 1 }) }, "/filing/colour"],
      [{ acts: [{ ...act, colour: 1 }] }, "/acts/0/colour"],
    ] as const) {
      const { status, body } = await api.post("/v1/simulations", { ...scenario, ...changes }, { key: null });
      expect([pointer, status, body.pointer ?? body.errors[0].pointer]).toEqual([pointer, 422, pointer]);
    }
    const unlawful = filing({ product: { id: "p", name: "P", ceMarked: false } });
    expect((await api.post("/v1/simulations", { ...scenario, filing: unlawful })).status).toBe(409);
  });
});
