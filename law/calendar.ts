/**
 * The days on which delays don't end: Saturdays, Sundays, public holidays, and days closed by decision.
 * Today's list of public holidays (Code du travail L. 3133-1) is applied to every year, 1583 to 9999.
 */

import { canonicalJson } from "./canonical-json.js";
import {
  type CivilDate,
  dayNumber,
  FIRST_DAY,
  fromDayNumber,
  LAST_DAY,
  numberOf,
  packedOf,
  weekdayOf,
} from "./civil-date.js";
import { sha256 } from "./sha-256.js";

/**
 * `fr`: the eleven holidays of L. 3133-1. `fr-alsace-moselle`: with Good Friday and 26 December (L. 3134-13).
 * `none`: no public holiday; Saturdays and Sundays stay closed.
 */
export type Calendar = "fr" | "fr-alsace-moselle" | "none";
export const CALENDARS = ["fr", "fr-alsace-moselle", "none"] as const satisfies readonly Calendar[];

/** Days closed besides the calendar's, as day numbers. */
export type ClosedDays = ReadonlySet<number> | null;

export type PublicHoliday = { readonly date: CivilDate; readonly name: string };

type Fixed = { readonly month: number; readonly day: number; readonly name: string };
type Movable = { readonly fromEaster: number; readonly name: string };
type Holiday = Fixed | Movable;

const MAINLAND: readonly Holiday[] = [
  { month: 1, day: 1, name: "1er janvier" },
  { fromEaster: 1, name: "lundi de Pâques" },
  { month: 5, day: 1, name: "1er mai" },
  { month: 5, day: 8, name: "8 mai" },
  { fromEaster: 39, name: "Ascension" },
  { fromEaster: 50, name: "lundi de Pentecôte" },
  { month: 7, day: 14, name: "14 juillet" },
  { month: 8, day: 15, name: "Assomption" },
  { month: 11, day: 1, name: "Toussaint" },
  { month: 11, day: 11, name: "11 novembre" },
  { month: 12, day: 25, name: "Noël" },
];
const HOLIDAYS: Readonly<Record<Calendar, readonly Holiday[]>> = {
  fr: MAINLAND,
  "fr-alsace-moselle": [
    ...MAINLAND,
    { fromEaster: -2, name: "Vendredi saint" },
    { month: 12, day: 26, name: "26 décembre" },
  ],
  none: [],
};

/** Day number of Easter Sunday (Gregorian computus of Meeus, Jones and Butcher). */
export function easterNumber(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return numberOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** Easter Sunday of a year, 1583 to 9999. */
export const easter = (year: number): CivilDate => fromDayNumber(easterNumber(year));

const dayOf = (holiday: Holiday, year: number): number =>
  "month" in holiday ? numberOf(year, holiday.month, holiday.day) : easterNumber(year) + holiday.fromEaster;

/** The public holidays of a year, in order. Two may share a day (1 May 2008 was also Ascension). */
export function publicHolidays(year: number, calendar: Calendar = "fr"): readonly PublicHoliday[] {
  return HOLIDAYS[calendar]
    .map((holiday) => ({ n: dayOf(holiday, year), name: holiday.name }))
    .sort((a, b) => a.n - b.n)
    .map(({ n, name }) => ({ date: fromDayNumber(n), name }));
}

/** True for a public holiday; integer arithmetic only, since every roll and every count of working days asks it. */
export function isPublicHoliday(n: number, calendar: Calendar): boolean {
  if (calendar === "none") return false;
  const packed = packedOf(n);
  const local = calendar === "fr-alsace-moselle";
  switch (packed & 511) {
    case (1 << 5) | 1:
    case (5 << 5) | 1:
    case (5 << 5) | 8:
    case (7 << 5) | 14:
    case (8 << 5) | 15:
    case (11 << 5) | 1:
    case (11 << 5) | 11:
    case (12 << 5) | 25:
      return true;
    case (12 << 5) | 26:
      return local;
  }
  const month = (packed >> 5) & 15;
  if (month < 3 || month > 6) return false;
  const sinceEaster = n - easterNumber(packed >> 9);
  return sinceEaster === 1 || sinceEaster === 39 || sinceEaster === 50 || (local && sinceEaster === -2);
}

/** True when the day is neither Saturday, Sunday, public holiday, nor closed. */
export const isOpen = (n: number, calendar: Calendar, closed: ClosedDays): boolean =>
  weekdayOf(n) < 6 && !isPublicHoliday(n, calendar) && !closed?.has(n);

/** A jour ouvré: neither Saturday, Sunday, public holiday, nor closed. */
export const isWorkingDay = (date: CivilDate, calendar: Calendar = "fr", closed?: readonly CivilDate[]): boolean =>
  isOpen(dayNumber(date), calendar, closedDays(closed));

/** Turns a list of further closed days into a set of day numbers; null when there is none. */
export const closedDays = (closed: readonly CivilDate[] | undefined): ClosedDays =>
  closed === undefined || closed.length === 0 ? null : new Set(closed.map(dayNumber));

/** First open day from `n` on (`step` 1) or back (`step` -1). Throws RangeError when the calendar ends first. */
export function openDayFrom(n: number, step: 1 | -1, calendar: Calendar, closed: ClosedDays): number {
  let day = n;
  while (!isOpen(day, calendar, closed)) {
    day += step;
    if (day > LAST_DAY || day < FIRST_DAY) throw new RangeError("The day falls outside the years 1583 to 9999.");
  }
  return day;
}

/** The day itself when it is a working day, else the next one (CPC 642, al. 2). */
export const rollForward = (date: CivilDate, calendar: Calendar = "fr", closed?: readonly CivilDate[]): CivilDate =>
  fromDayNumber(openDayFrom(dayNumber(date), 1, calendar, closedDays(closed)));

/** The day itself when it is a working day, else the one before. */
export const rollBack = (date: CivilDate, calendar: Calendar = "fr", closed?: readonly CivilDate[]): CivilDate =>
  fromDayNumber(openDayFrom(dayNumber(date), -1, calendar, closedDays(closed)));

/** Why a day is closed, in French: "1er mai", "samedi", "jour de fermeture"; null for a working day. */
export function closureInFrench(n: number, calendar: Calendar, closed: ClosedDays): string | null {
  const year = packedOf(n) >> 9;
  const holiday = isPublicHoliday(n, calendar) ? HOLIDAYS[calendar].find((each) => dayOf(each, year) === n) : undefined;
  if (holiday) return `jour férié (${holiday.name})`;
  if (closed?.has(n)) return "jour de fermeture";
  return weekdayOf(n) === 6 ? "samedi" : weekdayOf(n) === 7 ? "dimanche" : null;
}

/** "sha256:…" of what a calendar closes, by rule: the same digest for ever unless the rules change. */
export function calendarDigest(calendar: Calendar, closed: readonly CivilDate[] = []): string {
  if (closed.length > 0) return digest(calendar, closed);
  DIGESTS[calendar] ??= digest(calendar, closed);
  return DIGESTS[calendar];
}

/** Digests of the calendars without further closed days: a pure function's results, kept. */
const DIGESTS: Partial<Record<Calendar, string>> = {};

const digest = (calendar: Calendar, closed: readonly CivilDate[]): string =>
  `sha256:${sha256(calendarText(calendar, closed))}`;

/** The canonical JSON that the digest covers: holidays as `MM-DD` or `easter+N`, further closed days sorted, once each. */
export function calendarText(calendar: Calendar, closed: readonly CivilDate[] = []): string {
  const two = (value: number): string => `${value}`.padStart(2, "0");
  return canonicalJson({
    calendar,
    closed: [...new Set(closed)].sort(),
    holidays: HOLIDAYS[calendar]
      .map((holiday) =>
        "month" in holiday
          ? `${two(holiday.month)}-${two(holiday.day)}`
          : `easter${holiday.fromEaster < 0 ? "" : "+"}${holiday.fromEaster}`,
      )
      .sort(),
    weekend: ["saturday", "sunday"],
  });
}

/**
 * The `count`-th counted day after day number `origin` (before it when `count` is negative).
 * `lastWeekday` is 5 for jours ouvrés, 6 for jours ouvrables. Whole years are jumped, so that 100,000 days cost little.
 */
export function countedDayAfter(
  origin: number,
  count: number,
  lastWeekday: 5 | 6,
  calendar: Calendar,
  closed: ClosedDays,
): number {
  const step = count < 0 ? -1 : 1;
  let day = origin;
  let left = Math.abs(count);
  while (left > 366) {
    const far = day + step * 365;
    const [first, last] = step > 0 ? [day + 1, far] : [far, day - 1];
    left -= countedDays(first, last, lastWeekday, calendar, closed);
    day = far;
    if (day > LAST_DAY || day < FIRST_DAY) throw new RangeError("The day falls outside the years 1583 to 9999.");
  }
  while (left > 0) {
    day += step;
    if (isCounted(day, lastWeekday, calendar, closed)) left--;
  }
  return day;
}

const isCounted = (n: number, lastWeekday: 5 | 6, calendar: Calendar, closed: ClosedDays): boolean =>
  weekdayOf(n) <= lastWeekday && !isPublicHoliday(n, calendar) && !closed?.has(n);

/** How many days from `first` to `last`, both included, are counted. */
export function countedDays(
  first: number,
  last: number,
  lastWeekday: 5 | 6,
  calendar: Calendar,
  closed: ClosedDays,
): number {
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * lastWeekday;
  for (let n = first + weeks * 7; n <= last; n++) if (weekdayOf(n) <= lastWeekday) count++;
  const taken = new Set<number>();
  for (let year = packedOf(first) >> 9; year <= packedOf(last) >> 9; year++) {
    for (const holiday of HOLIDAYS[calendar]) taken.add(dayOf(holiday, year));
  }
  for (const n of closed ?? []) taken.add(n);
  for (const n of taken) if (n >= first && n <= last && weekdayOf(n) <= lastWeekday) count--;
  return count;
}
