import { describe, expect, test } from "vitest";
import { calendarDigest, calendarText } from "../../law/calendar.js";
import { civilDate, earliest, isCivilDate, latest } from "../../law/civil-date.js";
import { deadline, effectiveOn } from "../../law/deadline.js";
import { clearDays, days, delayInFrench, formatDelay, parseDelay, years } from "../../law/delay.js";
import { compareReadings } from "../../law/readings.js";
import { RULES } from "../../law/walk.js";

/** Found by mutation testing (docs/mutation.md): edges that no other test stood on. */
describe("edges", () => {
  const [first, last] = [civilDate("2026-03-02"), civilDate("2026-03-20")];

  test("the earliest and the latest of two days, in either order", () => {
    expect([earliest(first, last), earliest(last, first)]).toEqual([first, first]);
    expect([latest(first, last), latest(last, first)]).toEqual([last, last]);
  });

  test("the last day of the calendar still has an effect the day after the one before", () => {
    expect(effectiveOn(civilDate("9999-12-30"))).toBe("9999-12-31");
    expect(effectiveOn(civilDate("9999-12-31"))).toBeNull();
  });

  test("years are years", () => {
    expect(formatDelay(years(2))).toBe("P2Y");
    expect(deadline({ from: first, delay: years(1) }).lastDay).toBe("2027-03-02");
  });

  test("the longest part of a delay is seven digits", () => {
    expect(formatDelay(parseDelay("P9999999D"))).toBe("P9999999D");
    expect(days(9_999_999).days).toBe(9_999_999);
    expect(() => days(10_000_000)).toThrow(RangeError);
  });

  test("a clear delay of no length isn't said to be clear twice", () => {
    expect(delayInFrench(clearDays(0))).toBe("0 jour franc");
  });

  test("nothing is disputed while every reading is open", () => {
    const open = { from: first, delay: days(60), suspensions: [{ from: last, to: null }] };
    const told = compareReadings([{ name: "open", source: RULES.S1, input: open }], "adverse-effect");
    expect(told.disputed(civilDate("2030-01-01"))).toBe(false);
  });

  test("a day is written with digits, not with what stands beside them", () => {
    for (const text of ["2026-1/-02", "2026-03-1/", "2026-03-1:", "20/6-03-02"])
      expect(isCivilDate(text), text).toBe(false);
  });

  test("further closed days and the days before Easter are part of a calendar's digest", () => {
    const digests = [calendarDigest("fr"), calendarDigest("fr", [first]), calendarDigest("fr", [first, last])];
    expect(new Set(digests).size).toBe(3);
    expect(calendarDigest("fr", [last, first, last])).toBe(digests[2]);
    expect(calendarText("fr-alsace-moselle")).toContain('"easter+50","easter-2"');
  });
});
