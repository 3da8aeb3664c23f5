/**
 * What a date costs, in microseconds: plain, rolled, with ten suspensions and its walk, through the strict calculator, and
 * as a batch line (read, computed, written). The median of five rounds; nothing is asserted, machines differ.
 *
 *   npm run --silent bench:time
 */
import { calculate } from "../law/calculator.js";
import { addDays, civilDate } from "../law/civil-date.js";
import { type DeadlineInput, deadline, explain, remaining } from "../law/deadline.js";
import { days, months, workingDays } from "../law/delay.js";
import { medianOf } from "./median.js";

const ROUNDS = 5;
const from = civilDate("2026-03-02");
const suspensions = Array.from({ length: 10 }, (_, i) => ({
  from: addDays(from, 5 + 6 * i),
  to: addDays(from, 9 + 7 * i),
  by: "HAS",
}));
const sixty: DeadlineInput = { from, delay: days(60) };
const ten: DeadlineInput = { ...sixty, roll: "next", suspensions };
const line = JSON.stringify({ from, delay: "P60D", roll: "next" });
const lineOfTen = JSON.stringify({
  from,
  delay: "P60D",
  roll: "next",
  suspensions: suspensions.map((each) => ({ from: each.from, to: each.to })),
});
const at = civilDate("2026-04-01");

/** Each case returns something of its result, so that the optimiser can't drop the work. */
const CASES: readonly [name: string, times: number, run: () => number][] = [
  ["60 days", 400_000, () => deadline(sixty).suspendedDays],
  ["60 days, rolled", 400_000, () => deadline({ ...sixty, roll: "next" }).suspendedDays],
  ["6 months, rolled", 400_000, () => deadline({ from, delay: SIX_MONTHS, roll: "next" }).suspendedDays],
  ["10 working days", 200_000, () => deadline({ from, delay: TEN_WORKING_DAYS }).suspendedDays],
  ["60 days, ten suspensions, rolled", 100_000, () => deadline(ten).suspendedDays],
  ["… and what remains on a day", 100_000, () => remaining(ten, at).remainingDays],
  ["60 days, with its walk", 50_000, () => explain(sixty).walk.length],
  ["60 days, ten suspensions, with its walk", 20_000, () => explain(ten).walk.length],
  ["one line of the batch", 20_000, () => JSON.stringify(calculate(JSON.parse(line))).length],
  ["one line of the batch, ten suspensions", 10_000, () => JSON.stringify(calculate(JSON.parse(lineOfTen))).length],
];
const SIX_MONTHS = months(6);
const TEN_WORKING_DAYS = workingDays(10);

let kept = 0;
for (const [name, times, run] of CASES) {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    for (let i = 0; i < times; i++) kept += run();
    rounds.push(((performance.now() - begun) * 1000) / times);
  }
  const median = medianOf(rounds);
  console.log(
    `${name.padEnd(42)}${median.toFixed(2).padStart(8)} µs${Math.round(1e6 / median)
      .toString()
      .padStart(12)} /s`,
  );
}
if (kept === 0) console.log("nothing was computed");
