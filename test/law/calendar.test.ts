import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CALENDARS,
  type Calendar,
  calendarDigest,
  calendarText,
  closedDays,
  countedDayAfter,
  countedDays,
  easter,
  isPublicHoliday,
  isWorkingDay,
  publicHolidays,
  rollBack,
  rollForward,
} from "../../law/calendar.js";
import { addDays, civilDate, dayNumber, fromDayNumber, weekday } from "../../law/civil-date.js";
import { anyDay } from "./arbitraries.js";
import { FIXED, MOVABLE } from "./golden-holidays.js";

describe("public holidays", () => {
  test.each(MOVABLE)("%i, as published", (year, goodFriday, easterMonday, ascension, whitMonday) => {
    const dated = (days: readonly string[]): string[] => days.map((day) => `${year}-${day}`).sort();
    const of = (calendar: Calendar): string[] => publicHolidays(year, calendar).map(({ date }) => date);
    expect(of("fr")).toEqual(dated([...FIXED, easterMonday, ascension, whitMonday]));
    expect(of("fr-alsace-moselle")).toEqual(
      dated([...FIXED, "12-26", goodFriday, easterMonday, ascension, whitMonday]),
    );
    expect(of("none")).toEqual([]);
  });

  test("asking day by day gives the same days, for two centuries and each calendar", () => {
    for (const calendar of CALENDARS) {
      for (let year = 1900; year < 2100; year++) {
        const listed = new Set(publicHolidays(year, calendar).map(({ date }) => dayNumber(date)));
        for (let n = dayNumber(civilDate(`${year}-01-01`)); n <= dayNumber(civilDate(`${year}-12-31`)); n++) {
          if (isPublicHoliday(n, calendar) !== listed.has(n)) throw new Error(`${fromDayNumber(n)} in ${calendar}`);
        }
      }
    }
  });

  test("have names", () => {
    expect(publicHolidays(2026).map(({ name }) => name)).toEqual([
      "1er janvier",
      "lundi de Pâques",
      "1er mai",
      "8 mai",
      "Ascension",
      "lundi de Pentecôte",
      "14 juillet",
      "Assomption",
      "Toussaint",
      "11 novembre",
      "Noël",
    ]);
  });
});

describe("Easter", () => {
  // The earliest and latest possible days, and the years in which simpler formulas fail.
  test.each([
    [1583, "1583-04-10"],
    [1598, "1598-03-22"],
    [1818, "1818-03-22"],
    [1943, "1943-04-25"],
    [1954, "1954-04-18"],
    [1981, "1981-04-19"],
    [2038, "2038-04-25"],
    [2049, "2049-04-18"],
    [2076, "2076-04-19"],
    [2285, "2285-03-22"],
  ])("%i: %s", (year, day) => {
    expect(easter(year)).toBe(day);
  });

  test("is a Sunday from 22 March to 25 April, every year from 1583 to 9999", () => {
    for (let year = 1583; year <= 9999; year++) {
      const day = easter(year);
      if (weekday(day) !== 7 || day < `${year}-03-22` || day > `${year}-04-25`) throw new Error(day);
    }
  });
});

/** Day of March of Easter by Lichtenberg's version of Gauss's rule: another computation than the engine's. */
function easterInMarch(year: number): number {
  const whole = Math.floor;
  const century = whole(year / 100);
  const sun = whole((3 * century + 3) / 4);
  const moon = 15 + sun - whole((8 * century + 13) / 25);
  const golden = year % 19;
  const seed = (19 * golden + moon) % 30;
  const fullMoon = 21 + seed - whole((seed + whole(golden / 11)) / 29);
  const firstSunday = 7 - ((year + whole(year / 4) + 2 - sun) % 7);
  return fullMoon + 7 - ((fullMoon - firstSunday) % 7);
}

test("Easter agrees with another rule, every year from 1583 to 9999", () => {
  for (let year = 1583; year <= 9999; year++) {
    if (easter(year) !== addDays(civilDate(`${year}-03-01`), easterInMarch(year) - 1)) throw new Error(`${year}`);
  }
});

describe("working days", () => {
  test.each([
    ["2026-05-01", false], // 1 May, a Friday
    ["2026-05-02", false],
    ["2026-05-03", false],
    ["2026-05-04", true],
    ["2026-05-25", false], // Whit Monday, in spite of the journée de solidarité
    ["2026-04-05", false],
    ["2026-04-03", true], // Good Friday
  ])("%s: %s", (day, open) => {
    expect(isWorkingDay(civilDate(day))).toBe(open);
  });

  test("by calendar, and with further closed days", () => {
    expect(isWorkingDay(civilDate("2026-04-03"), "fr-alsace-moselle")).toBe(false);
    expect(isWorkingDay(civilDate("2022-12-26"), "fr-alsace-moselle")).toBe(false);
    expect(isWorkingDay(civilDate("2022-12-26"))).toBe(true);
    expect(isWorkingDay(civilDate("2026-05-01"), "none")).toBe(true);
    expect(isWorkingDay(civilDate("2026-05-02"), "none")).toBe(false);
    expect(isWorkingDay(civilDate("2026-05-04"), "fr", [civilDate("2026-05-04")])).toBe(false);
  });

  test("rolling: over a week-end with Easter Monday, back, and over closed days", () => {
    expect(rollForward(civilDate("2027-03-27"))).toBe("2027-03-30");
    expect(rollBack(civilDate("2027-03-29"))).toBe("2027-03-26");
    expect(rollBack(civilDate("2027-03-29"), "fr-alsace-moselle")).toBe("2027-03-25");
    expect(rollForward(civilDate("2027-03-29"), "none")).toBe("2027-03-29");
    expect(rollForward(civilDate("2026-05-14"), "fr", [civilDate("2026-05-15")])).toBe("2026-05-18");
    expect(rollForward(civilDate("2026-05-11"))).toBe("2026-05-11");
  });

  test("rolling never leaves the calendar", () => {
    expect(rollForward(civilDate("9999-12-31"))).toBe("9999-12-31");
    expect(() => rollForward(civilDate("9999-12-31"), "fr", [civilDate("9999-12-31")])).toThrow(RangeError);
    expect(() => rollBack(civilDate("1583-01-01"))).toThrow(RangeError);
  });

  test("properties: a roll lands on a working day, passes no other, and rolls no further", () => {
    const closed = fc.array(anyDay, { maxLength: 4 });
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...CALENDARS), closed, (day, calendar, more) => {
        const [next, previous] = [rollForward(day, calendar, more), rollBack(day, calendar, more)];
        expect(isWorkingDay(next, calendar, more)).toBe(true);
        expect(isWorkingDay(previous, calendar, more)).toBe(true);
        expect(rollForward(next, calendar, more)).toBe(next);
        for (let each = addDays(previous, 1); each < next; each = addDays(each, 1)) {
          expect(isWorkingDay(each, calendar, more) && each !== day).toBe(false);
        }
      }),
    );
  });
});

describe("counting days", () => {
  const closed = closedDays(["2026-05-11", "2026-12-24", "2027-08-02", "2026-05-09"].map(civilDate));
  const counted = (n: number, last: 5 | 6, calendar: Calendar): boolean =>
    weekday(fromDayNumber(n)) <= last && !isPublicHoliday(n, calendar) && !closed?.has(n);

  test("jumping whole years lands where counting one by one does, forward and back", () => {
    const numbers = fc.integer({ min: -1500, max: 1500 });
    fc.assert(
      fc.property(
        anyDay,
        numbers,
        fc.constantFrom(5 as const, 6 as const),
        fc.constantFrom(...CALENDARS),
        (from, count, last, calendar) => {
          let day = dayNumber(from);
          for (let left = Math.abs(count); left > 0; ) {
            day += Math.sign(count);
            if (counted(day, last, calendar)) left--;
          }
          expect(countedDayAfter(dayNumber(from), count, last, calendar, closed)).toBe(day);
        },
      ),
    );
  });

  test("the number of counted days of a span", () => {
    const length = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(
        anyDay,
        length,
        fc.constantFrom(5 as const, 6 as const),
        fc.constantFrom(...CALENDARS),
        (from, days, last, calendar) => {
          const first = dayNumber(from);
          let expected = 0;
          for (let n = first; n < first + days; n++) if (counted(n, last, calendar)) expected++;
          expect(countedDays(first, first + days - 1, last, calendar, closed)).toBe(expected);
        },
      ),
    );
  });

  test("leaving the calendar is refused, not endless", () => {
    expect(() => countedDayAfter(0, 9_999_999, 5, "fr", null)).toThrow(RangeError);
    expect(() => countedDayAfter(0, -9_999_999, 6, "fr", null)).toThrow(RangeError);
  });
});

describe("a calendar's digest", () => {
  test("is SHA-256 of its canonical text", () => {
    expect(calendarText("none")).toBe('{"calendar":"none","closed":[],"holidays":[],"weekend":["saturday","sunday"]}');
    const expected = `sha256:${createHash("sha256").update(calendarText("fr")).digest("hex")}`;
    expect(calendarDigest("fr")).toBe(expected);
    expect(calendarDigest("fr")).toBe("sha256:c63d6750952e5327e8f4a2728d34211b11d349214929120b14ea363822884494");
  });

  test("depends on the set of closed days, not on their order or repetition", () => {
    const [a, b] = [civilDate("2026-05-15"), civilDate("2026-12-24")];
    expect(calendarDigest("fr", [a, b, a])).toBe(calendarDigest("fr", [b, a]));
    expect(new Set([...CALENDARS.map((each) => calendarDigest(each)), calendarDigest("fr", [a])]).size).toBe(4);
  });
});
