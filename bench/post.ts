/**
 * How long the POST of an act takes at rest, its register written: PECANs of twenty acts in sandboxes of a Guichet that runs
 * (`npm start`), one act every so often, each followed by a read that must see it. The bar is a median under 50 ms.
 *
 *   npm run bench:post -- [--cases 5] [--every 700]
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { filing } from "../rig/samples/pecan.js";
import { ofOneDay } from "../rig/teller.js";
import { twentyActs } from "../rig/ways/pecan.js";
import { ask } from "../scripts/asking.js";
import { medianOf } from "./median.js";
import { aboveZero } from "./options.js";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "5" },
    /** Milliseconds between two acts: the notices of one are delivered before the next is sent. */
    every: { type: "string", default: "700" },
  },
});
const cases = aboveZero("cases", values.cases);
const everyMs = aboveZero("every", values.every);

interface CaseShown {
  readonly id: string;
  readonly now: string;
  readonly version: number;
}

const line = (what: string, took: readonly number[]): string => {
  const sorted = took.toSorted((a, b) => a - b);
  const ninth = sorted[Math.floor(sorted.length * 0.9)] ?? Number.NaN;
  return `${what.padEnd(16)} p50 ${medianOf(took).toFixed(0).padStart(4)} ms   p90 ${ninth.toFixed(0).padStart(4)} ms   most ${sorted.at(-1)?.toFixed(0).padStart(4)} ms`;
};

const all: number[] = [];
for (let nth = 1; nth <= cases; nth++) {
  const product = { id: `bench-${randomUUID().slice(0, 8)}`, name: "Produit du banc", ceMarked: true };
  const filed = await ask<CaseShown>("POST", "/v1/cases", {
    procedure: "pecan",
    sandbox: true,
    filing: filing({ product }),
  });
  const took: number[] = [];
  await twentyActs(
    ofOneDay(parisDay(instant(filed.now)), async (name, by, body, more) => {
      await pause(everyMs);
      const path = `/v1/cases/${filed.id}`;
      const since = performance.now();
      const receipt = await ask<{ case: CaseShown }>("POST", `${path}/acts/${name}`, { by, ...more, body: body ?? {} });
      took.push(performance.now() - since);
      const read = await ask<CaseShown>("GET", path);
      if (read.version < receipt.case.version) throw new Error(`A read after ${name} didn't see it.`);
    }),
  );
  all.push(...took);
  console.log(line(`case ${nth} of ${cases}`, took));
}
console.log(line(`all ${all.length} acts`, all));
