/** Instants: points of the UTC line. Only the evidence of an act has one; delays count civil days. */

import {
  dayNumber,
  dayOfMonth,
  FIRST_DAY,
  fromDayNumber,
  isCivilDate,
  LAST_DAY,
  monthOf,
  numberOf,
  twoDigitsAt,
  yearOf,
} from "./civil-date.js";

declare const brand: unique symbol;

/** An RFC 3339 instant in UTC with milliseconds: `2026-05-01T22:00:00.000Z`. Sorts as a text. */
export type Instant = string & { readonly [brand]: "Instant" };

/** Milliseconds in a UTC day (leap seconds aside, as RFC 3339 readers do). */
export const DAY_MS = 86_400_000;

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads any RFC 3339 instant and writes it in UTC. Digits beyond the millisecond are dropped, never rounded up:
 * 23:59:59.9999 stays in its day. A leap second (23:59:60 UTC) is read as the last millisecond of its minute.
 * Throws RangeError on anything else, a local time without offset included.
 */
export function instant(text: string): Instant {
  const ms = readMs(text);
  if (ms === null) {
    throw new RangeError(`“${text}” is not an RFC 3339 instant with its offset, such as 2026-05-01T22:00:00.000Z.`);
  }
  return fromEpochMs(ms);
}

/** True when `text` is an RFC 3339 instant with its offset, of a UTC year 1583 to 9999. */
export function isInstant(text: unknown): boolean {
  if (typeof text !== "string") return false;
  const ms = readMs(text);
  return ms !== null && ms >= FIRST_DAY * DAY_MS && ms < (LAST_DAY + 1) * DAY_MS;
}

function readMs(text: string): number | null {
  const match = RFC_3339.exec(text);
  const date = match?.[1];
  if (!match || !isCivilDate(date)) return null;
  const hour = Number(match[2]);
  const minute = Number(match[3]);
  const second = Number(match[4]);
  const millisecond = Number(`${match[5] ?? ""}000`.slice(0, 3));
  const offsetHour = Number(match[7] ?? 0);
  const offsetMinute = Number(match[8] ?? 0);
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return null;
  const offset = (match[6] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  const minutes = dayNumber(date) * 1440 + hour * 60 + minute - offset;
  if (second < 60) return minutes * 60_000 + second * 1000 + millisecond;
  return ((minutes % 1440) + 1440) % 1440 === 1439 ? minutes * 60_000 + 59_999 : null;
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochMs(at: Instant): number {
  const minutes = numberOf(yearOf(at), monthOf(at), dayOfMonth(at)) * 1440 + twoDigitsAt(at, 11) * 60;
  const ms = (at.charCodeAt(20) - 48) * 100 + twoDigitsAt(at, 21);
  return (minutes + twoDigitsAt(at, 14)) * 60_000 + twoDigitsAt(at, 17) * 1000 + ms;
}

/** The instant at `n` milliseconds since 1970-01-01T00:00:00Z. Throws RangeError outside the years 1583 to 9999. */
export function fromEpochMs(n: number): Instant {
  if (!Number.isInteger(n)) throw new RangeError("An instant is a whole number of milliseconds.");
  const day = Math.floor(n / DAY_MS);
  const rest = n - day * DAY_MS;
  const hour = two(Math.floor(rest / 3_600_000));
  const minute = two(Math.floor(rest / 60_000) % 60);
  const second = two(Math.floor(rest / 1000) % 60);
  const ms = rest % 1000;
  return `${fromDayNumber(day)}T${hour}:${minute}:${second}.${ms < 100 ? "0" : ""}${two(ms)}Z` as Instant;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** -1, 0 or 1, for sorting. */
export const compareInstants = (a: Instant, b: Instant): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);
