import { addDays, type CivilDate } from "../law/civil-date.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { isKnownDay, knownInstant } from "../law/known-days.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
import type { ActMessage } from "./act.js";
import { Case } from "./case.js";
import type { JournalEntry } from "./entry.js";
import { faultAt } from "./fault.js";
import type { Opening } from "./kernel.js";
import { noon } from "./kernel.js";
import type { Procedure } from "./procedure.js";
import { Refusal, type RefusalProblem } from "./refusal.js";
import type { CaseView } from "./view.js";

/** An act of a timeline: `at` is the instant, or the day, at which it is made and recorded. */
export interface SimulatedAct extends Omit<ActMessage, "at" | "on"> {
  readonly act: string;
  readonly at: string;
  /** When it is recorded, if later than made (instant or day). */
  readonly recordedAt?: string;
}

export interface Simulation {
  readonly case: CaseView;
  readonly journal: readonly JournalEntry[];
  readonly refused: readonly { readonly act: string; readonly at: string; readonly problem: RefusalProblem }[];
}

/** Plays any timeline in virtual time: the same story, nothing stored. `until` is a day (its last instant) or an instant. */
export function simulate(
  procedure: Procedure,
  opening: Opening,
  acts: readonly SimulatedAct[],
  until: string,
): Simulation {
  const journal: JournalEntry[] = [];
  const refused: { act: string; at: string; problem: RefusalProblem }[] = [];
  const live = Case.open(procedure, opening, opening.filedAt);
  acts.forEach(({ act, at, receivedAt, recordedAt, ...message }, i) => {
    try {
      const received = receivedAt === undefined ? undefined : momentOf(receivedAt, `/acts/${i}/receivedAt`);
      const now =
        recordedAt === undefined
          ? (received ?? momentOf(at, `/acts/${i}/at`))
          : momentOf(recordedAt, `/acts/${i}/recordedAt`);
      const dated = { ...message, [isKnownDay(at) ? "on" : "at"]: at, ...(received && { receivedAt: received }) };
      live.accept(act, { id: `simulated-${i}`, ...dated }, now);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      refused.push({ act, at, problem: fault.toJSON() });
    }
    journal.push(...live.takeNews());
  });
  const end = isKnownDay(until) ? lastInstantOf(until) : momentOf(until, "/until");
  live.advance(end);
  journal.push(...live.takeNews());
  return { case: live.view(end), journal, refused };
}

/** A day counts from its noon. @throws Refusal of what is neither a day nor an instant that a case may know. */
export function momentOf(given: string, pointer: string): Instant {
  if (isKnownDay(given)) return noon(given);
  const at = knownInstant(given);
  if (at !== null) return at;
  throw Refusal.ofForm(faultAt(pointer, "not-a-moment", {}));
}

export function lastInstantOf(day: CivilDate): Instant {
  return fromEpochMs(startOfDayMs(addDays(day, 1)) - 1);
}

/** The opening of a filing made at an instant. */
export function openingOf(id: string, filedAt: Instant, ruleset: string, filing: Opening["filing"]): Opening {
  return { id, filedAt, filedOn: parisDay(filedAt), ruleset, filing };
}
