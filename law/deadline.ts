/**
 * The last day of a delay. One function for the engine and for the calculator; integers inside, no walk, nothing
 * allocated but the answer. `explain` (in its own file) reaches the same day step by step.
 */

import { type ClosedDays, closedDays, openDayFrom } from "./calendar.js";
import { type CivilDate, dayNumber, fromDayNumber, LAST_DAY } from "./civil-date.js";
import type { DeadlineInput } from "./deadline-input.js";
import { addDelays, type Delay, lastDayOf } from "./delay.js";
import type { Instant } from "./instant.js";
import { parisEndOfDay } from "./paris.js";
import { type Shift, shift } from "./suspension.js";

export { type DeadlineInput, ROLLS, type Roll } from "./deadline-input.js";
export { type Explanation, explain } from "./explain.js";

export type Deadline = {
  /** Last day on which the act is in time; null while a suspension that has effect is open. */
  readonly lastDay: CivilDate | null;
  /** The same before the roll: what suspensions work on. */
  readonly unrolledLastDay: CivilDate | null;
  /** Days by which suspensions moved the unrolled last day. */
  readonly suspendedDays: number;
};

/** `expired` after the last day, `suspended` strictly inside a suspension that has effect, else `running`. */
export type ClockState = "running" | "suspended" | "expired";

export type Remaining = Deadline & {
  readonly lastDay: CivilDate;
  readonly unrolledLastDay: CivilDate;
  readonly state: ClockState;
  /** Calendar days to the last day; while suspended, those that remained (unrolled) when it began; 0 once expired. */
  readonly remainingDays: number;
};

/** The last day of a delay. Throws RangeError when it leaves the years 1583 to 9999. */
export function deadline(input: DeadlineInput): Deadline {
  const closed = closedDays(input.closed);
  const { lastDay, days } = unrolled(input, closed, null);
  if (lastDay === null) return { lastDay: null, unrolledLastDay: null, suspendedDays: days };
  const rolled = roll(lastDay, input, closed);
  const unrolledLastDay = fromDayNumber(lastDay);
  return {
    lastDay: rolled === lastDay ? unrolledLastDay : fromDayNumber(rolled),
    unrolledLastDay,
    suspendedDays: days,
  };
}

/** What remains of a delay on a day. Open suspensions are taken as ending on that day. */
export function remaining(input: DeadlineInput, at: CivilDate): Remaining {
  const closed = closedDays(input.closed);
  const today = dayNumber(at);
  const { lastDay: settled, days, frozen } = unrolled(input, closed, today);
  if (settled === null) throw new Error("No suspension stays open once the day is given.");
  const lastDay = roll(settled, input, closed);
  const state = today > lastDay ? "expired" : frozen === null ? "running" : "suspended";
  return {
    lastDay: fromDayNumber(lastDay),
    unrolledLastDay: fromDayNumber(settled),
    suspendedDays: days,
    state,
    remainingDays: state === "expired" ? 0 : (frozen ?? lastDay - today),
  };
}

/** The day of the origin: the latest restart, else the day given. A restart before that day restarts nothing. */
export function originOf(input: DeadlineInput): CivilDate {
  let origin = input.from;
  for (const restart of input.restarts ?? []) if (restart > origin) origin = restart;
  return origin;
}

/** The delay with its extension. */
export const wholeDelay = (input: DeadlineInput): Delay =>
  input.extension === undefined ? input.delay : addDelays(input.delay, input.extension);

function unrolled(input: DeadlineInput, closed: ClosedDays, at: number | null): Shift {
  const origin = dayNumber(originOf(input));
  const last = lastDayOf(origin, wholeDelay(input), input.calendar ?? "fr", closed);
  const suspensions = input.suspensions;
  if (suspensions === undefined || suspensions.length === 0) return { lastDay: last, days: 0, frozen: null };
  return shift(origin, last, suspensions, input.counting ?? "half-open", at);
}

function roll(lastDay: number, input: DeadlineInput, closed: ClosedDays): number {
  if (input.roll === undefined || input.roll === "none") return lastDay;
  return openDayFrom(lastDay, input.roll === "next" ? 1 : -1, input.calendar ?? "fr", closed);
}

/** The day after the last day: the first on which the expiry has its effect; null after 9999-12-31. */
export function effectiveOn(lastDay: CivilDate): CivilDate | null {
  const next = dayNumber(lastDay) + 1;
  return next > LAST_DAY ? null : fromDayNumber(next);
}

/** 24:00 Paris of the last day, when the delay is over; null before 1981. */
export const expiresAt = (lastDay: CivilDate): Instant | null => parisEndOfDay(lastDay);
