import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  civilDate,
  compareDates,
  dayNumber,
  daysBetween,
  earliest,
  FIRST_DAY,
  fromDayNumber,
  isCivilDate,
  LAST_DAY,
  latest,
  monthLength,
  weekday,
} from "../../law/civil-date.js";
import { dayFrom } from "./arbitraries.js";

describe("a civil day", () => {
  test.each(["1583-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "9999-12-31"])("%s exists", (text) => {
    expect(civilDate(text)).toBe(text);
  });

  test.each([
    "1582-12-31",
    "1900-02-29",
    "2026-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-01",
    "2026/01/01",
    "2026-0:-01",
    "2026-01-0/",
    "2026-01-01 ",
    "+2026-01-01",
    "10000-01-01",
    "２０２６-01-01",
    "",
  ])("“%s” doesn't, and is refused with a sentence", (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow(/is not an existing civil day written YYYY-MM-DD/);
  });

  test("is a text and nothing else", () => {
    for (const value of [20260101, null, undefined, {}, ["2026-01-01"], new Date(0)])
      expect(isCivilDate(value)).toBe(false);
  });

  test("numbers: 1970-01-01 is 0, a Thursday", () => {
    expect(dayNumber(civilDate("1970-01-01"))).toBe(0);
    expect(weekday(civilDate("1970-01-01"))).toBe(4);
    expect(fromDayNumber(-1)).toBe("1969-12-31");
    expect(fromDayNumber(FIRST_DAY)).toBe("1583-01-01");
    expect(fromDayNumber(LAST_DAY)).toBe("9999-12-31");
  });

  test.each([FIRST_DAY - 1, LAST_DAY + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("no day has number %s", (n) => {
    expect(() => fromDayNumber(n)).toThrow(RangeError);
  });

  test("one whole cycle of 146,097 days: each follows the other, and its weekday too", () => {
    const first = dayNumber(civilDate("1900-01-01"));
    let previous = fromDayNumber(first - 1);
    for (let n = first; n < first + 146_097; n++) {
      const date = fromDayNumber(n);
      if (dayNumber(date) !== n || !isCivilDate(date) || date <= previous) throw new Error(`${date} is not day ${n}`);
      if (weekday(date) !== (weekday(previous) % 7) + 1) throw new Error(`${date} has the wrong weekday`);
      previous = date;
    }
    expect(weekday(fromDayNumber(first))).toBe(weekday(fromDayNumber(first + 146_097)));
  });

  test("agrees with Temporal on any day, number, weekday and sum", () => {
    const day = dayFrom(1700, 9800);
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -1200, max: 1200 }),
        fc.integer({ min: -36_000, max: 36_000 }),
        (date, months, days) => {
          const plain = Temporal.PlainDate.from(date);
          expect(weekday(date)).toBe(plain.dayOfWeek);
          expect(addMonths(date, months)).toBe(plain.add({ months }).toString());
          expect(addDays(date, days)).toBe(plain.add({ days }).toString());
          expect(monthLength(plain.year, plain.month)).toBe(plain.daysInMonth);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("comparing and measuring", () => {
    const [a, b] = [civilDate("2026-03-02"), civilDate("2026-05-01")];
    expect([compareDates(a, b), compareDates(b, a), compareDates(a, a)]).toEqual([-1, 1, 0]);
    expect([earliest(a, b), latest(a, b)]).toEqual([a, b]);
    expect(daysBetween(a, b)).toBe(60);
    expect(daysBetween(b, a)).toBe(-60);
  });
});

describe("months go by day number, clamped to the last day, always from the origin", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2100-01-31", 1, "2100-02-28"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-05-31", 9, "2027-02-28"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-10-31", -12, "2025-10-31"],
  ])("%s and %i months: %s", (from, months, to) => {
    expect(addMonths(civilDate(from), months)).toBe(to);
  });

  test("one jump, not a chain: 31 January, twice one month, isn't two months", () => {
    const origin = civilDate("2026-01-31");
    expect(addMonths(addMonths(origin, 1), 1)).toBe("2026-03-28");
    expect(addMonths(origin, 2)).toBe("2026-03-31");
  });

  test("never leaves the years 1583 to 9999", () => {
    expect(() => addMonths(civilDate("9999-12-01"), 1)).toThrow(RangeError);
    expect(() => addMonths(civilDate("1583-01-01"), -1)).toThrow(RangeError);
    expect(() => addDays(civilDate("9999-12-31"), 1)).toThrow(RangeError);
  });
});
