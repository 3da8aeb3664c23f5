/**
 * Legal time of mainland France (UTC+1, UTC+2 in summer), from the rule and not from ICU, so that no Node version can
 * move a deadline. Summer time runs from the last Sunday of March to the last Sunday of September (1981 to 1995) or of
 * October (since 1996), both at 01:00 UTC: decree 79-896, then directives 94/21/EC and 2000/84/EC.
 */

import { type CivilDate, dayNumber, fromDayNumber, numberOf, packedOf, weekdayOf } from "./civil-date.js";
import { DAY_MS, epochMs, fromEpochMs, type Instant } from "./instant.js";

const HOUR_MS = 3_600_000;
/** 1981-01-01, the first day of which the rule above is exact. */
const EXACT_FROM = numberOf(1981, 1, 1);

/** Day number of the last Sunday of March of `year`. */
const summerBegins = (year: number): number => sundayOnOrBefore(numberOf(year, 3, 31));
/** Day number of the last Sunday of September until 1995, of October since 1996. */
const summerEnds = (year: number): number =>
  sundayOnOrBefore(year < 1996 ? numberOf(year, 9, 30) : numberOf(year, 10, 31));
const sundayOnOrBefore = (n: number): number => n - (weekdayOf(n) % 7);

/** Milliseconds since 1970 UTC of 00:00 Paris on day number `n`. The clock changes after midnight, on the Sundays. */
export function startOfDayNumberMs(n: number): number {
  if (n < EXACT_FROM) throw new RangeError("Paris midnight is computed from 1981-01-01 on.");
  const year = packedOf(n) >> 9;
  const summer = n > summerBegins(year) && n <= summerEnds(year);
  return n * DAY_MS - (summer ? 2 : 1) * HOUR_MS;
}

/** Milliseconds since 1970 UTC of 00:00 Paris on that civil day. Throws RangeError before 1981. */
export const startOfDayMs = (date: CivilDate): number => startOfDayNumberMs(dayNumber(date));

/** The instant of 00:00 Paris on that civil day; null before 1981, where legal time followed other rules. */
export function parisMidnight(date: CivilDate): Instant | null {
  const n = dayNumber(date);
  return n < EXACT_FROM ? null : fromEpochMs(startOfDayNumberMs(n));
}

/** The instant of 24:00 Paris on that civil day, when a delay of which it is the last day is over; null before 1981. */
export function parisEndOfDay(date: CivilDate): Instant | null {
  const n = dayNumber(date) + 1;
  return n < EXACT_FROM ? null : fromEpochMs(startOfDayNumberMs(n));
}

/** The civil day in Paris at an instant. Throws RangeError before 1981-01-01 Paris. */
export function parisDay(at: Instant): CivilDate {
  const ms = epochMs(at);
  if (ms < EXACT_FROM * DAY_MS - HOUR_MS) {
    throw new RangeError("The Paris day of an instant is computed from 1981-01-01 on: give the civil day instead.");
  }
  // The year of the UTC day is enough: no clock changes near the new year.
  const year = packedOf(Math.floor(ms / DAY_MS)) >> 9;
  const summer = ms >= summerBegins(year) * DAY_MS + HOUR_MS && ms < summerEnds(year) * DAY_MS + HOUR_MS;
  return fromDayNumber(Math.floor((ms + (summer ? 2 : 1) * HOUR_MS) / DAY_MS));
}
