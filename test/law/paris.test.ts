import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, civilDate, dayNumber, fromDayNumber } from "../../law/civil-date.js";
import { epochMs, fromEpochMs, instant } from "../../law/instant.js";
import { parisDay, parisEndOfDay, parisMidnight, startOfDayMs } from "../../law/paris.js";

describe("00:00 Paris", () => {
  test.each([
    // Winter, summer, and the days of both changes: the clock changes after midnight.
    ["2026-01-01", "2025-12-31T23:00:00.000Z"],
    ["2026-03-28", "2026-03-27T23:00:00.000Z"],
    ["2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "2026-03-29T22:00:00.000Z"],
    ["2026-10-25", "2026-10-24T22:00:00.000Z"],
    ["2026-10-26", "2026-10-25T23:00:00.000Z"],
    // Until 1995 summer ended on the last Sunday of September.
    ["1981-03-29", "1981-03-28T23:00:00.000Z"],
    ["1981-03-30", "1981-03-29T22:00:00.000Z"],
    ["1995-09-24", "1995-09-23T22:00:00.000Z"],
    ["1995-09-25", "1995-09-24T23:00:00.000Z"],
    ["1995-10-29", "1995-10-28T23:00:00.000Z"],
    ["1996-09-30", "1996-09-29T22:00:00.000Z"],
    ["1996-10-27", "1996-10-26T22:00:00.000Z"],
    ["1996-10-28", "1996-10-27T23:00:00.000Z"],
    ["9999-12-31", "9999-12-30T23:00:00.000Z"],
  ])("of %s is %s", (day, midnight) => {
    const date = civilDate(day);
    expect(parisMidnight(date)).toBe(midnight);
    expect(fromEpochMs(startOfDayMs(date))).toBe(midnight);
    expect(parisEndOfDay(addDays(date, -1))).toBe(midnight);
    expect(parisDay(instant(midnight))).toBe(day);
    expect(parisDay(fromEpochMs(startOfDayMs(date) - 1))).toBe(addDays(date, -1));
  });

  test("isn't told before 1981, when other rules held", () => {
    expect(parisMidnight(civilDate("1980-12-31"))).toBeNull();
    expect(parisMidnight(civilDate("1981-01-01"))).toBe("1980-12-31T23:00:00.000Z");
    expect(parisEndOfDay(civilDate("1980-12-30"))).toBeNull();
    expect(parisEndOfDay(civilDate("1980-12-31"))).toBe("1980-12-31T23:00:00.000Z");
    expect(() => startOfDayMs(civilDate("1980-12-31"))).toThrow(RangeError);
    expect(() => parisDay(instant("1980-12-31T22:59:59.999Z"))).toThrow(RangeError);
    expect(parisDay(instant("1980-12-31T23:00:00Z"))).toBe("1981-01-01");
  });

  test("ends the last day of the calendar", () => {
    expect(parisEndOfDay(civilDate("9999-12-31"))).toBe("9999-12-31T23:00:00.000Z");
    expect(() => parisDay(instant("9999-12-31T23:00:00Z"))).toThrow(RangeError);
  });

  test("agrees with the time zone database on every day from 1981 to 2060", () => {
    for (let n = dayNumber(civilDate("1981-01-01")); n <= dayNumber(civilDate("2060-12-31")); n++) {
      const date = fromDayNumber(n);
      const oracle = Temporal.PlainDate.from(date).toZonedDateTime("Europe/Paris").epochMilliseconds;
      if (startOfDayMs(date) !== oracle) throw new Error(`${date} begins at ${oracle}`);
    }
  });
});

describe("the Paris day of an act", () => {
  test.each([
    ["2026-05-01T23:59:59.999+02:00", "2026-05-01"],
    ["2026-05-02T00:00:00.000+02:00", "2026-05-02"],
    ["2026-12-31T23:59:59.999+01:00", "2026-12-31"],
    ["2027-01-01T00:00:00.000+01:00", "2027-01-01"],
    // The night of March: 01:59:59.999 is followed by 03:00.
    ["2026-03-29T00:59:59.999Z", "2026-03-29"],
    ["2026-03-29T01:00:00.000Z", "2026-03-29"],
    ["2026-03-28T22:59:59.999Z", "2026-03-28"],
    ["2026-03-29T21:59:59.999Z", "2026-03-29"],
    ["2026-03-29T22:00:00.000Z", "2026-03-30"],
    // The night of October: 02:30 happens twice, on the same civil day, an hour apart.
    ["2026-10-25T00:30:00.000Z", "2026-10-25"],
    ["2026-10-25T01:30:00.000Z", "2026-10-25"],
    ["2026-10-24T21:59:59.999Z", "2026-10-24"],
    ["2026-10-24T22:00:00.000Z", "2026-10-25"],
    ["2026-10-25T22:59:59.999Z", "2026-10-25"],
    ["2026-10-25T23:00:00.000Z", "2026-10-26"],
  ])("at %s is %s", (at, day) => {
    expect(parisDay(instant(at))).toBe(day);
  });

  test("agrees with the time zone database every 193 minutes around each change from 1981 to 2060", () => {
    for (let year = 1981; year <= 2060; year++) {
      for (const month of ["03", "09", "10"]) {
        const begin = epochMs(instant(`${year}-${month}-20T00:00:00Z`));
        for (let ms = begin; ms < begin + 13 * 86_400_000; ms += 193 * 60_000) {
          const oracle = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Europe/Paris");
          if (parisDay(fromEpochMs(ms)) !== oracle.toPlainDate().toString()) throw new Error(`${oracle}`);
        }
      }
    }
  });
});
