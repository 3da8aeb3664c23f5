/**
 * Civil days of the proleptic Gregorian calendar, years 1583 to 9999, as people and statutes name them.
 * Inside, a day is an integer (days since 1970-01-01): an addition is an addition, and no time zone can shift it.
 */

declare const brand: unique symbol;

/** A civil day written `YYYY-MM-DD`; where an authority's day matters, it is the day in Europe/Paris. */
export type CivilDate = string & { readonly [brand]: "CivilDate" };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => (n < 10 ? `0${n}` : `${n}`));
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 1583-01-01, the first day of the first whole Gregorian year. */
export const FIRST_DAY = numberOf(1583, 1, 1);
/** 9999-12-31, the last day that four digits of year can write. */
export const LAST_DAY = numberOf(9999, 12, 31);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** True when `text` is an existing day written `YYYY-MM-DD`, of a year 1583 to 9999. */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== "string" || text.length !== 10) return false;
  for (let i = 0; i < 10; i++) {
    const code = text.charCodeAt(i);
    if (i === 4 || i === 7 ? code !== 45 : !isDigit(code)) return false;
  }
  const year = yearOf(text);
  const month = monthOf(text);
  const day = dayOfMonth(text);
  return year >= 1583 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** Reads a civil day. Throws RangeError, with a sentence that says what was expected, on anything else. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) {
    throw new RangeError(`“${text}” is not an existing civil day written YYYY-MM-DD, of a year 1583 to 9999.`);
  }
  return text;
}

/** Year of a civil day. */
export const yearOf = (date: string): number => twoDigitsAt(date, 0) * 100 + twoDigitsAt(date, 2);
/** Month of a civil day, 1 to 12. */
export const monthOf = (date: string): number => twoDigitsAt(date, 5);
/** Day of the month of a civil day, 1 to 31. */
export const dayOfMonth = (date: string): number => twoDigitsAt(date, 8);

/** The number that two digits of `text` write. */
export const twoDigitsAt = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/** True when February of `year` has 29 days. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month; `month` is 1 to 12. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** Days from 1970-01-01 to the given year, month and day (years counted from March, so that leap days come last). */
export function numberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
}

/**
 * Year, month and day of a day number, packed in one integer so that nothing is allocated:
 * `packed >> 9` is the year, `(packed >> 5) & 15` the month, `packed & 31` the day.
 */
export function packedOf(n: number): number {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return (year << 9) | (month << 5) | day;
}

/** Days since 1970-01-01: an integer, negative before. */
export const dayNumber = (date: CivilDate): number => numberOf(yearOf(date), monthOf(date), dayOfMonth(date));

/** The texts of the days already asked for: a case asks for the same few again and again, and writing one allocates. */
const texts = new Map<number, CivilDate>();
const MOST_TEXTS = 100_000;

/** The civil day at `n` days since 1970-01-01. Throws RangeError outside the years 1583 to 9999. */
export function fromDayNumber(n: number): CivilDate {
  const known = texts.get(n);
  if (known !== undefined) return known;
  if (!Number.isInteger(n) || n < FIRST_DAY || n > LAST_DAY) {
    throw new RangeError("The day falls outside the years 1583 to 9999.");
  }
  const packed = packedOf(n);
  const year = packed >> 9;
  const text = `${TWO_DIGITS[Math.floor(year / 100)]}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[(packed >> 5) & 15]}-${TWO_DIGITS[packed & 31]}`;
  if (texts.size < MOST_TEXTS) texts.set(n, text as CivilDate);
  return text as CivilDate; // the only place where a text becomes a civil day unread
}

/** The day `n` days later (earlier when negative). Throws RangeError outside the years 1583 to 9999. */
export const addDays = (date: CivilDate, n: number): CivilDate => fromDayNumber(dayNumber(date) + n);

/** Calendar days from `from` to `to`: 1 for the next day, negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** The day number `months` months after day number `n`: same day of the month, else the month's last (CPC 641). */
export function monthsAfter(n: number, months: number): number {
  const packed = packedOf(n);
  const total = (packed >> 9) * 12 + ((packed >> 5) & 15) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  if (!Number.isInteger(total) || year < 1583 || year > 9999) {
    throw new RangeError("The day falls outside the years 1583 to 9999.");
  }
  return numberOf(year, month, Math.min(packed & 31, monthLength(year, month)));
}

/** Same day of the month `n` months later, or that month's last day (CPC 641, al. 2). Always jump from the origin. */
export const addMonths = (date: CivilDate, n: number): CivilDate => fromDayNumber(monthsAfter(dayNumber(date), n));

/** -1, 0 or 1, for sorting. Civil days of four-digit years sort as texts. */
export const compareDates = (a: CivilDate, b: CivilDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/** The earlier of two days. */
export const earliest = (a: CivilDate, b: CivilDate): CivilDate => (a <= b ? a : b);
/** The later of two days. */
export const latest = (a: CivilDate, b: CivilDate): CivilDate => (a >= b ? a : b);

/** Day of the week of a day number; 1970-01-01 was a Thursday. */
export const weekdayOf = (n: number): Weekday => WEEKDAYS[(((n + 3) % 7) + 7) % 7] ?? 7;

/** Day of the week: 1 is Monday, 7 is Sunday. */
export const weekday = (date: CivilDate): Weekday => weekdayOf(dayNumber(date));
