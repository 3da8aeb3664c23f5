import type { Act } from "../case/act.js";
import { derive } from "../case/derivation.js";
import { doubleEntry, setOf } from "../case/double-entry.js";
import type { Entry } from "../case/entry.js";
import type { Opening } from "../case/kernel.js";
import type { Procedure } from "../case/procedure.js";
import { type CivilDate, daysBetween } from "../law/civil-date.js";

/** One thing that happened in a case, on its legal day: what every statistic is counted from. */
export interface Fact {
  readonly metric: string;
  readonly on: CivilDate;
  /** Days, where the metric is a duration; a short number, where what is distinct is counted; else 1. */
  readonly value: number;
  /** How many at once: days, patients. */
  readonly count: number;
}

/** A case as the register keeps it: its filing and its accepted acts. */
export interface RecordedCase {
  readonly procedure: Procedure;
  readonly opening: Opening;
  readonly acts: readonly Act[];
  /** Last day that is told. */
  readonly until: CivilDate;
}

/** Where the facts of one case are gathered. */
export class Facts {
  readonly all: Fact[] = [];

  add(metric: string, on: CivilDate, value = 1): void {
    this.all.push({ metric, on, value, count: 1 });
  }

  addMany(metric: string, on: CivilDate, count: number): void {
    this.all.push({ metric, on, value: 1, count });
  }
}

/** Everything that the case means today, derived from its acts: nothing rectified, nothing told twice. */
export function derivedEntries({ procedure, opening, acts, until }: RecordedCase): readonly Entry[] {
  const kernel = derive(
    procedure,
    opening,
    acts,
    () => true,
    () => 0,
  );
  kernel.advance(until);
  return kernel.entries.filter(({ on }) => on <= until);
}

/** `move:HAS+CT`: days that belonged to a set of parties, counted on the last day of each spell that is over. */
export function moveFacts(facts: Facts, { procedure, opening, acts, until }: RecordedCase): void {
  for (const { from, to, parties } of doubleEntry(procedure, opening, acts, until).spells) {
    if (to < until) facts.addMany(`move:${setOf(parties)}`, to, daysBetween(from, to) + 1);
  }
}

/** Days from the acknowledgement to the decision, without the days of suspension, whose union counts. */
export function evaluationDays(
  from: CivilDate,
  to: CivilDate,
  suspensions: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[],
): number {
  let days = daysBetween(from, to);
  let covered = from;
  for (const suspension of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = suspension.from > covered ? suspension.from : covered;
    const end = suspension.to === null || suspension.to > to ? to : suspension.to;
    if (end <= start) continue;
    days -= daysBetween(start, end);
    covered = end;
  }
  return days;
}

/** A short number for a text, so that distinct companies and products can be counted without being named (FNV-1a). */
export function numberFor(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 1;
}
