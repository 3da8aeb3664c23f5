import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { closedDays } from "../../law/calendar.js";
import { civilDate, dayNumber, fromDayNumber } from "../../law/civil-date.js";
import {
  addDelays,
  clearDays,
  type DayCount,
  days,
  delayInFrench,
  direction,
  formatDelay,
  lastDayOf,
  months,
  ouvrableDays,
  parseDelay,
  weeks,
  workingDays,
  years,
} from "../../law/delay.js";
import { anyDay, anyDelay } from "./arbitraries.js";

const lastDay = (from: string, delay: string, counted: DayCount = "calendar", closed: string[] = []): string =>
  fromDayNumber(
    lastDayOf(dayNumber(civilDate(from)), parseDelay(delay, counted), "fr", closedDays(closed.map(civilDate))),
  );

describe("a delay", () => {
  test.each([
    [days(60), "P60D", "60 jours"],
    [days(1), "P1D", "1 jour"],
    [days(0), "P0D", "0 jour"],
    [workingDays(3), "P3D", "3 jours ouvrés"],
    [workingDays(1), "P1D", "1 jour ouvré"],
    [ouvrableDays(10), "P10D", "10 jours ouvrables"],
    [clearDays(5), "P5D", "5 jours francs"],
    [weeks(2), "P2W", "2 semaines"],
    [months(6), "P6M", "6 mois"],
    [years(1), "P1Y", "1 an"],
    [years(2), "P2Y", "2 ans"],
    [days(-10), "-P10D", "10 jours à rebours"],
    [parseDelay("P2M5D"), "P2M5D", "2 mois et 5 jours"],
    [parseDelay("P1Y2M3W4D"), "P1Y2M3W4D", "1 an, 2 mois, 3 semaines et 4 jours"],
    [parseDelay("P2M", "clear"), "P2M", "2 mois (délai franc)"],
    [parseDelay("-P1M10D"), "-P1M10D", "1 mois et 10 jours à rebours"],
  ])("%o is written %s, said “%s”", (delay, iso, french) => {
    expect(formatDelay(delay)).toBe(iso);
    expect(delayInFrench(delay)).toBe(french);
    expect(parseDelay(iso, delay.counted)).toEqual(delay);
  });

  test.each([
    "",
    "P",
    "-P",
    "60",
    "P60",
    "60D",
    "p60d",
    "P60d",
    "P1.5D",
    "P1,5D",
    "PT24H",
    "P1DT1H",
    "P5D2M",
    "+P5D",
    "P-5D",
    "--P5D",
    " P5D",
    "P5D ",
    "P12345678D",
    "P٣D",
  ])("“%s” isn't one", (text) => {
    expect(() => parseDelay(text)).toThrow(/is not an ISO 8601 duration/);
  });

  test("is made of whole parts", () => {
    expect(() => days(1.5)).toThrow(RangeError);
    expect(() => months(Number.NaN)).toThrow(RangeError);
    expect(() => years(10_000_000)).toThrow(RangeError);
  });

  test("reads what it writes", () => {
    fc.assert(
      fc.property(anyDelay, (delay) => {
        expect(parseDelay(formatDelay(delay), delay.counted)).toEqual(delay);
      }),
    );
  });

  test("has a direction, and an extension runs the same way", () => {
    expect([days(3), days(0), days(-3), months(-1)].map(direction)).toEqual([1, 0, -1, -1]);
    expect(addDelays(workingDays(3), parseDelay("P1M2D"))).toEqual({ ...parseDelay("P1M5D"), counted: "working" });
    expect(addDelays(parseDelay("P1Y2M3W4D"), parseDelay("P5Y6M7W8D"))).toEqual(parseDelay("P6Y8M10W12D"));
    expect(addDelays(days(0), days(-3))).toEqual(days(-3));
    expect(() => addDelays(days(3), days(-1))).toThrow(RangeError);
  });
});

describe("its last day", () => {
  test.each<[string, string, DayCount, string]>([
    // jours ouvrés: 1 May 2026 is a Friday; Ascension Thursday 14 May.
    ["2026-04-30", "P1D", "working", "2026-05-04"],
    ["2026-05-13", "P2D", "working", "2026-05-18"],
    ["2026-05-02", "P0D", "working", "2026-05-02"],
    ["2026-05-04", "-P1D", "working", "2026-04-30"],
    ["2026-12-24", "P5D", "working", "2027-01-04"],
    // jours ouvrables: Saturdays count, holidays don't.
    ["2026-04-30", "P1D", "ouvrable", "2026-05-02"],
    ["2026-05-13", "P2D", "ouvrable", "2026-05-16"],
    ["2026-05-04", "-P2D", "ouvrable", "2026-04-30"],
    // jours francs: one day more, whatever the unit, in the delay's direction.
    ["2026-03-02", "P5D", "clear", "2026-03-08"],
    ["2026-03-02", "P2M", "clear", "2026-05-03"],
    ["2026-03-02", "-P5D", "clear", "2026-02-24"],
    ["2026-03-02", "P0D", "clear", "2026-03-03"],
    // mixed: years and months in one jump, then weeks, then days.
    ["2026-12-31", "P2M5D", "calendar", "2027-03-05"],
    ["2027-01-31", "P1M1W1D", "calendar", "2027-03-08"],
    ["2024-02-29", "P1Y1M", "calendar", "2025-03-29"],
    ["2026-03-31", "-P1M1D", "calendar", "2026-02-27"],
    ["2026-04-17", "P2W3D", "working", "2026-05-06"],
  ])("%s + %s (%s) is %s", (from, delay, counted, expected) => {
    expect(lastDay(from, delay, counted)).toBe(expected);
  });

  test("counts around further closed days", () => {
    expect(lastDay("2026-05-13", "P2D", "working", ["2026-05-15"])).toBe("2026-05-19");
    expect(lastDay("2026-05-13", "P2D", "ouvrable", ["2026-05-16"])).toBe("2026-05-18");
  });

  test("agrees with Temporal on calendar delays, months first", () => {
    fc.assert(
      fc.property(anyDay, anyDelay, (from, delay) => {
        const { counted: _, years, months, ...rest } = delay;
        const oracle = Temporal.PlainDate.from(from).add({ years, months }).add(rest);
        const found = lastDayOf(dayNumber(from), { ...delay, counted: "calendar" }, "fr", null);
        expect(fromDayNumber(found)).toBe(oracle.toString());
      }),
      { numRuns: 2000 },
    );
  });
});
