import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

const run = (args: readonly string[], input = "") => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/calculate.ts", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
};

describe("npm run calculate", () => {
  test("answers in French, with the walk", () => {
    const { status, stdout } = run(["--from", "2026-03-02", "--delay=P60D", "--roll", "next"]);
    expect(status).toBe(0);
    expect(stdout).toContain("Dernier jour : lundi 4 mai 2026\n");
    expect(stdout).toContain("report au lundi 4 mai 2026");
    expect(stdout).toContain("[T3 : CPC 642, al. 2]");
  });

  test("--json, lists repeated", () => {
    const spans = ["--suspensions", "2026-03-20/2026-04-10", "--suspensions", "2026-03-12/2026-04-02"];
    const { status, stdout } = run(["--json", "--from", "2026-03-02", "--delay", "P60D", ...spans]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ lastDay: "2026-05-30", suspendedDays: 29 });
  });

  test.each([
    [["--from", "2026-03-02", "--delay", "60"], ["/delay"]],
    [
      ["--until", "2027-01-01", "--from", "2026-03-02", "--roll", "--delay", "60"],
      ["/until", "/roll", "/delay"],
    ],
    [
      ["2026-03-02", "P60D"],
      ["/2026-03-02", "/P60D", "/from", "/delay"],
    ],
    [[], ["/from", "/delay"]],
  ])("%j: exit code 2, and every fault", (args, pointers) => {
    const { status, stdout } = run(["--json", ...args]);
    const { field, errors } = JSON.parse(stdout).problem;
    expect([status, field]).toEqual([2, pointers[0]?.slice(1)]);
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });

  test("told to a person, a problem goes to standard error, a fault a line", () => {
    const { status, stdout, stderr } = run(["--from", "2026-03-02", "--delay", "60", "--closed", "demain"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^delay: Expected an ISO 8601 duration.*\nclosed\/0: Expected an existing civil day.*\n$/);
  });

  test("--ndjson: one answer a line, in order; a problem keeps its place", () => {
    const lines = [
      '{"from":"2026-03-02","delay":"P60D"}',
      "",
      "{",
      '{"from":"2026-03-02","at":"demain"}',
      `{"from":"2026-03-02","delay":${"[".repeat(9_000)}${"]".repeat(9_000)}}`,
      '{"from":"2026-03-02","delay":"P6M"}',
    ];
    const { status, stdout } = run(["--ndjson"], `${lines.join("\n")}\n`);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers.map((each) => each.lastDay ?? each.problem.field)).toEqual([
      "2026-05-01",
      "query",
      "query",
      "delay",
      "delay",
      "2026-09-02",
    ]);
    const pointers = answers.map(({ problem }) => problem?.errors.map((each: { pointer: string }) => each.pointer));
    expect(pointers).toEqual([undefined, [""], [""], ["/delay", "/at"], ["/delay"], undefined]);
  });

  test("--ndjson takes many, and no other option", () => {
    const line = '{"from":"2026-03-02","delay":"P60D","roll":"next"}\n';
    const { status, stdout } = run(["--ndjson"], line.repeat(2000));
    expect(status).toBe(0);
    expect(stdout.split("\n")).toHaveLength(2001);
    const { status: refused, stdout: why } = run(["--ndjson", "--from", "2026-03-02", "--delay", "P60D"]);
    const { errors } = JSON.parse(why).problem;
    expect([refused, ...errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([2, "/from", "/delay"]);
  });
});
