/** Where texts disagree, every reading is computed and shown; nothing adverse happens between the first and the last. */

import type { Citation } from "./citation.js";
import type { CivilDate } from "./civil-date.js";
import { type DeadlineInput, deadline } from "./deadline.js";
import { RULES } from "./walk.js";

/** One way to compute a clock, with the source that supports it. */
export type Reading = { readonly name: string; readonly source: Citation; readonly input: DeadlineInput };

/** What hangs on the date: something that the company must do, or an adverse effect that a text attaches to expiry. */
export type Stake = "company-duty" | "adverse-effect";

export type ReadingDate = {
  readonly name: string;
  readonly source: Citation;
  /** Null while a suspension is open. */
  readonly lastDay: CivilDate | null;
};

export type Comparison = {
  readonly dates: readonly ReadingDate[];
  /** The reading that the case follows: its ruleset's choice, else the safest. */
  readonly enforced: ReadingDate;
  /** The earliest day for what the company must do, the latest for an automatic adverse effect. */
  readonly safest: ReadingDate;
  /** True on the days after the earliest reading's last day, up to the latest's: expired for one text, not for another. */
  readonly disputed: (day: CivilDate) => boolean;
};

/** Computes a clock under each reading. Throws RangeError when `enforced` names none of them. */
export function compareReadings(
  readings: readonly [Reading, ...Reading[]],
  stake: Stake,
  enforced?: string | undefined,
): Comparison {
  const [first, ...others] = readings;
  const head = dateOf(first);
  const dates = [head, ...others.map(dateOf)];
  const earliest = dates.reduce((a, b) => (precedes(b, a) ? b : a), head);
  const latest = dates.reduce((a, b) => (precedes(a, b) ? b : a), head);
  const safest = stake === "company-duty" ? earliest : latest;
  const chosen = enforced === undefined ? safest : dates.find(({ name }) => name === enforced);
  if (chosen === undefined) throw new RangeError(`No reading is named “${enforced}”.`);
  const disputed = (day: CivilDate): boolean =>
    earliest.lastDay !== null && day > earliest.lastDay && (latest.lastDay === null || day <= latest.lastDay);
  return { dates, enforced: chosen, safest, disputed };
}

const dateOf = ({ name, source, input }: Reading): ReadingDate => ({ name, source, lastDay: deadline(input).lastDay });

/** An open clock ends after any other. */
const precedes = (a: ReadingDate, b: ReadingDate): boolean =>
  a.lastDay !== null && (b.lastDay === null || a.lastDay < b.lastDay);

/** Both ways of counting the days of a suspension (domain note, §1.3). */
export const bothCountings = (input: DeadlineInput): readonly [Reading, Reading] => [
  { name: "half-open", source: RULES.S1, input: { ...input, counting: "half-open" } },
  { name: "inclusive", source: RULES.S2, input: { ...input, counting: "inclusive" } },
];
