/** The bridge's page against `verify/verify.py`, which knows neither the stories nor law/. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { addDays } from "../../law/civil-date.js";
import { type Bridge, bridges, suspendedAfter, suspendedDays } from "../../scripts/docs/bridge.js";

/** The last day of each query, as verify.py computes it. */
function lastDays(queries: readonly object[]): string[] {
  const input = queries.map((query) => `${JSON.stringify(query)}\n`).join("");
  const { stdout, stderr, status } = spawnSync("python3", ["verify/verify.py", "--ndjson"], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const answers = stdout.trimEnd().split("\n");
  return answers.map((answer) => (JSON.parse(answer) as { lastDay: string }).lastDay);
}

const lists = [
  { list: "lppr", duty: "P6M", decision: "P180D" },
  { list: "latm", duty: "P9M", decision: "P90D" },
] as const;

const all: readonly Bridge[] = bridges();

test("366 decision days: each end of coverage, each last day to ask and each last day of decision is what verify.py computes", () => {
  expect(all).toHaveLength(366);
  expect(all.map(({ coveredUntil }) => coveredUntil)).toEqual(
    lastDays(all.map(({ decidedOn }) => ({ from: addDays(decidedOn, 1), delay: "P1Y" }))),
  );
  for (const { list, duty, decision } of lists) {
    expect(all.map((bridge) => bridge[list].askedOn)).toEqual(
      lastDays(all.map(({ decidedOn }) => ({ from: decidedOn, delay: duty, roll: "next" }))),
    );
    for (const [i, suspended] of suspendedDays.entries()) {
      const queries = all.map((bridge) => {
        const { askedOn: from } = bridge[list];
        const begins = addDays(from, suspendedAfter);
        const suspensions = suspended === 0 ? [] : [{ from: begins, to: addDays(begins, suspended) }];
        return { from, delay: decision, suspensions };
      });
      expect(all.map((bridge) => bridge[list].decisions[i])).toEqual(lastDays(queries));
    }
  }
});
