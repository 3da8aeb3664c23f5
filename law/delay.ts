/** A length of statutory time, as a text states it: never milliseconds. */

import { type Calendar, type ClosedDays, countedDayAfter } from "./calendar.js";
import { monthsAfter } from "./civil-date.js";

/**
 * How the days of a delay are counted. `calendar`: every day. `working`: jours ouvrés, Monday to Friday without closed
 * days. `ouvrable`: Monday to Saturday without closed days. `clear`: jours francs, neither first nor last day counts, so
 * one day more; such a delay doesn't roll by itself.
 */
export type DayCount = "calendar" | "working" | "ouvrable" | "clear";
export const DAY_COUNTS = ["calendar", "working", "ouvrable", "clear"] as const satisfies readonly DayCount[];

/** Whole years, months, weeks and days, all of one sign; negative parts count back from the origin. */
export type Delay = {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly counted: DayCount;
};

const NOTHING: Delay = { years: 0, months: 0, weeks: 0, days: 0, counted: "calendar" };

/** `days(60)`: sixty calendar days. "Jours" without qualifier are calendar days. */
export const days = (n: number): Delay => checked({ ...NOTHING, days: n });
/** Jours ouvrés: Monday to Friday, public holidays aside. */
export const workingDays = (n: number): Delay => checked({ ...NOTHING, days: n, counted: "working" });
/** Jours ouvrables: Monday to Saturday, public holidays aside. */
export const ouvrableDays = (n: number): Delay => checked({ ...NOTHING, days: n, counted: "ouvrable" });
/** Jours francs: one day more than calendar days. */
export const clearDays = (n: number): Delay => checked({ ...NOTHING, days: n, counted: "clear" });
/** Weeks of seven calendar days. */
export const weeks = (n: number): Delay => checked({ ...NOTHING, weeks: n });
/** Months by day number, clamped to the last day of the target month (CPC 641). */
export const months = (n: number): Delay => checked({ ...NOTHING, months: n });
/** Years by day and month, 29 February clamped to 28. */
export const years = (n: number): Delay => checked({ ...NOTHING, years: n });

/** No statutory delay is longer than this, and every sum of such parts stays an exact integer. */
const LONGEST_PART = 9_999_999;

function checked(delay: Delay): Delay {
  for (const part of [delay.years, delay.months, delay.weeks, delay.days]) {
    if (!Number.isInteger(part) || Math.abs(part) > LONGEST_PART) {
      throw new RangeError("A delay is made of whole years, months, weeks and days, of at most seven digits each.");
    }
  }
  return delay;
}

const DURATION = /^(-?)P(?=\d)(?:(\d{1,7})Y)?(?:(\d{1,7})M)?(?:(\d{1,7})W)?(?:(\d{1,7})D)?$/;

/** Reads an ISO 8601 duration of years, months, weeks and days: "P60D", "P2M5D", "-P10D". Throws RangeError otherwise. */
export function parseDelay(text: string, counted: DayCount = "calendar"): Delay {
  const match = DURATION.exec(text);
  if (!match) {
    throw new RangeError(
      `“${text}” is not an ISO 8601 duration of years, months, weeks and days, such as P60D, P6M, P2M5D or -P10D.`,
    );
  }
  const part = (i: number): number => (match[1] === "-" ? 0 - Number(match[i] ?? 0) : Number(match[i] ?? 0));
  return { years: part(2), months: part(3), weeks: part(4), days: part(5), counted };
}

/** -1 for a delay that counts back, 0 for one of no length, 1 otherwise. */
export const direction = (delay: Delay): -1 | 0 | 1 => {
  const parts = [delay.years, delay.months, delay.weeks, delay.days];
  return parts.some((part) => part < 0) ? -1 : parts.some((part) => part > 0) ? 1 : 0;
};

/** The delay as an ISO 8601 duration ("P60D"); how its days are counted isn't part of it. */
export function formatDelay(delay: Delay): string {
  const part = (n: number, letter: string): string => (n === 0 ? "" : `${Math.abs(n)}${letter}`);
  const text = part(delay.years, "Y") + part(delay.months, "M") + part(delay.weeks, "W") + part(delay.days, "D");
  return `${direction(delay) < 0 ? "-" : ""}P${text === "" ? "0D" : text}`;
}

/** Sums two delays part by part; both count their days as the first does. Throws RangeError if they run opposite ways. */
export function addDelays(delay: Delay, extension: Delay): Delay {
  if (direction(delay) * direction(extension) < 0) {
    throw new RangeError("An extension runs the same way as its delay.");
  }
  return {
    years: delay.years + extension.years,
    months: delay.months + extension.months,
    weeks: delay.weeks + extension.weeks,
    days: delay.days + extension.days,
    counted: delay.counted,
  };
}

const QUALIFIERS: Readonly<Record<DayCount, readonly [one: string, many: string]>> = {
  calendar: ["", ""],
  working: [" ouvré", " ouvrés"],
  ouvrable: [" ouvrable", " ouvrables"],
  clear: [" franc", " francs"],
};

/** "60 jours", "6 mois", "3 jours ouvrés", "1 an", "2 mois et 5 jours", "2 mois (délai franc)", "10 jours à rebours". */
export function delayInFrench(delay: Delay): string {
  const size = (n: number, one: string, many: string): string[] =>
    n === 0 ? [] : [`${Math.abs(n)} ${Math.abs(n) === 1 ? one : many}`];
  const [one, many] = QUALIFIERS[delay.counted];
  const parts = [
    ...size(delay.years, "an", "ans"),
    ...size(delay.months, "mois", "mois"),
    ...size(delay.weeks, "semaine", "semaines"),
    ...size(delay.days, `jour${one}`, `jours${many}`),
  ];
  const last = parts.pop() ?? `0 jour${one}`;
  const length = parts.length === 0 ? last : `${parts.join(", ")} et ${last}`;
  const clear = delay.counted === "clear" && delay.days === 0 && direction(delay) !== 0;
  return `${length}${clear ? " (délai franc)" : ""}${direction(delay) < 0 ? " à rebours" : ""}`;
}

/**
 * Day number of the last day of a delay that starts on day number `origin`, before any suspension and any roll:
 * years and months in one jump, then weeks, then days. The day of the origin doesn't count (CPC 641, al. 1).
 */
export function lastDayOf(origin: number, delay: Delay, calendar: Calendar, closed: ClosedDays): number {
  const jump = delay.years * 12 + delay.months;
  const start = (jump === 0 ? origin : monthsAfter(origin, jump)) + delay.weeks * 7;
  switch (delay.counted) {
    case "calendar":
      return start + delay.days;
    case "working":
      return countedDayAfter(start, delay.days, 5, calendar, closed);
    case "ouvrable":
      return countedDayAfter(start, delay.days, 6, calendar, closed);
    case "clear":
      return start + delay.days + (direction(delay) < 0 ? -1 : 1);
  }
}
