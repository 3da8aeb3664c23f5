/**
 * The one door for dates from outside: what an act, a filing, a scenario, a link or a cursor gives is a day or an instant that
 * a case may know, or nothing. From 1981, since Paris midnights are exact from then on; to 2199, so that what the delays of a
 * text add to any such day stays in the calendar, which ends in 9999. The calculator alone reads further: it names
 * the field that leaves the calendar.
 */

import { addDays, type CivilDate, civilDate, isCivilDate } from "./civil-date.js";
import { fromEpochMs, type Instant, instant, isInstant } from "./instant.js";
import { startOfDayMs } from "./paris.js";

/** The first day that a case may know. */
export const FIRST_KNOWN_DAY = civilDate("1981-01-01");
/** The last day that a case may know. */
export const LAST_KNOWN_DAY = civilDate("2199-12-31");

const FIRST_INSTANT = fromEpochMs(startOfDayMs(FIRST_KNOWN_DAY));
/** 24:00 Paris of the last day. */
const END = fromEpochMs(startOfDayMs(addDays(LAST_KNOWN_DAY, 1)));

/** What is expected of a day from outside, for a sentence. */
export const A_KNOWN_DAY = `a day that exists, as YYYY-MM-DD, from ${FIRST_KNOWN_DAY} to ${LAST_KNOWN_DAY}`;
/** What is expected of an instant from outside, for a sentence. */
export const A_KNOWN_INSTANT =
  "an RFC 3339 instant, such as 2026-03-02T10:30:00+01:00, of a Paris day from 1981 to 2199";

/** Does `given` write a day that a case may know? */
export const isKnownDay = (given: unknown): given is CivilDate =>
  isCivilDate(given) && given >= FIRST_KNOWN_DAY && given <= LAST_KNOWN_DAY;

/** The instant that `given` writes, in UTC; null unless it is RFC 3339 and its Paris day may be known. */
export function knownInstant(given: unknown): Instant | null {
  if (typeof given !== "string" || !isInstant(given)) return null;
  const at = instant(given);
  return at >= FIRST_INSTANT && at < END ? at : null;
}
