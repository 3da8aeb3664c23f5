import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { expected, variables } from "../../config/schema.js";
import { standings } from "../../register/standing.js";
import { wordsOf } from "../../temporal/outage.js";
import { inTheLog } from "../../worker/reconciler.js";

const page = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");

it("the operator's page lists every variable of the environment with what it accepts, and no other", () => {
  const rows = [...page.matchAll(/^\| `([A-Z_]+)`(?: \*production\*)? \| (.*) \|$/gm)].map(([, name, text]) => [
    name,
    text,
  ]);
  expect(rows).toEqual(variables.map((variable) => [variable, expected(variable)]));
});

it("the operator's page says what to do about each standing that is shown", () => {
  for (const standing of standings.filter((one) => one !== "open"))
    expect(page).toContain(`\`guichet_standing{standing="${standing}"}\` | `);
});

it("the worker's log says in one line each which case can't run, and which runs again", () => {
  const lines: string[] = [];
  const spies = (["info", "error"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line)),
  );
  const cause = wordsOf(new Error("The digest differs.\n  at somewhere (file.ts:1:2)"));
  const nextLookAt = "2026-03-02T08:00:00.000Z";
  inTheLog.failing({ case: "PECAN-2026-0001", build: "b-1", cause, times: 2, nextLookAt } as never);
  inTheLog.restarted("PECAN-2026-0002", { runId: "r-1", cause: "it failed", carried: ["a-1"] } as never);
  for (const spy of spies) spy.mockRestore();
  expect(lines).toEqual([
    `PECAN-2026-0001 can't run (build b-1, seen 2 times, next look at ${nextLookAt}): The digest differs.`,
    "PECAN-2026-0002 runs again, from the register (before: r-1, it failed); sent to it again: a-1.",
  ]);
});
