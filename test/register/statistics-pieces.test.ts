import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, civilDate, dayNumber, daysBetween, fromDayNumber } from "../../law/civil-date.js";
import { piecesOf, quarterName, quartersOf } from "../../statistics/pieces.js";

const said = (from: string, to: string) =>
  piecesOf(civilDate(from), civilDate(to)).map(({ grain, since }) => `${grain} ${since}`);

const days = fc
  .tuple(
    fc.integer({ min: dayNumber(civilDate("2000-01-01")), max: dayNumber(civilDate("2100-12-31")) }),
    fc.integer({ min: dayNumber(civilDate("2000-01-01")), max: dayNumber(civilDate("2100-12-31")) }),
  )
  .map(([a, b]) => [fromDayNumber(Math.min(a, b)), fromDayNumber(Math.max(a, b))] as const);

const months = { month: 1, quarter: 3, year: 12, decade: 120 };

describe("a period in pieces", () => {
  it("is the largest grains that fit, and the days that are left", () => {
    expect(said("2021-11-29", "2024-05-02")).toEqual([
      "day 2021-11-29",
      "day 2021-11-30",
      "month 2021-12-01",
      "year 2022-01-01",
      "year 2023-01-01",
      "quarter 2024-01-01",
      "month 2024-04-01",
      "day 2024-05-01",
      "day 2024-05-02",
    ]);
    expect(said("2010-01-01", "2030-12-31")).toEqual(["decade 2010-01-01", "decade 2020-01-01", "year 2030-01-01"]);
    expect(said("2024-02-29", "2024-02-29")).toEqual(["day 2024-02-29"]);
  });

  it("holds each day once, in order, in few pieces however long it is", () => {
    fc.assert(
      fc.property(days, ([from, to]) => {
        const pieces = piecesOf(from, to);
        let next = from;
        for (const { grain, since } of pieces) {
          expect(since).toBe(next);
          next = grain === "day" ? addDays(next, 1) : addMonths(next, months[grain]);
        }
        expect(daysBetween(to, next)).toBe(1);
        expect(pieces.length).toBeLessThanOrEqual(2 * (30 + 2 + 3 + 9) + 10);
      }),
    );
  });

  it("has the quarters that lie in it whole", () => {
    const quarters = (from: string, to: string) => quartersOf(civilDate(from), civilDate(to)).map(quarterName);
    expect(quarters("2021-07-01", "2022-06-30")).toEqual(["2021-T3", "2021-T4", "2022-T1", "2022-T2"]);
    expect(quarters("2021-07-02", "2022-06-29")).toEqual(["2021-T4", "2022-T1"]);
    expect(quarters("2021-08-31", "2021-12-30")).toEqual([]);
  });
});
