/** The test vectors of the domain note, §1.2 and §1.3. */
import { describe, expect, test } from "vitest";
import { civilDate, weekday } from "../../law/civil-date.js";
import { type DeadlineInput, deadline, explain } from "../../law/deadline.js";
import { parseDelay } from "../../law/delay.js";

const on = (input: DeadlineInput) => {
  const answer = deadline(input);
  const { walk, ...told } = explain(input);
  expect(told).toEqual(answer);
  expect(walk.at(-1)?.to).toBe(answer.lastDay);
  return answer;
};

describe("§1.2: raw and rolled", () => {
  test.each([
    ["2026-03-02", "P60D", "2026-05-01", 5, "2026-05-04"],
    ["2026-02-10", "P60D", "2026-04-11", 6, "2026-04-13"],
    ["2026-09-24", "P60D", "2026-11-23", 1, "2026-11-23"],
    ["2026-04-16", "P30D", "2026-05-16", 6, "2026-05-18"],
    ["2026-04-08", "P30D", "2026-05-08", 5, "2026-05-11"],
    ["2026-05-04", "P10D", "2026-05-14", 4, "2026-05-15"],
    ["2026-12-15", "P10D", "2026-12-25", 5, "2026-12-28"],
    ["2026-08-31", "P6M", "2027-02-28", 7, "2027-03-01"],
    ["2026-05-31", "P9M", "2027-02-28", 7, "2027-03-01"],
    ["2028-02-29", "P1Y", "2029-02-28", 3, "2029-02-28"],
    ["2027-02-25", "P30D", "2027-03-27", 6, "2027-03-30"],
    ["2026-07-01", "P3M", "2026-10-01", 4, "2026-10-01"],
    ["2026-07-01", "P90D", "2026-09-29", 2, "2026-09-29"],
    ["2026-12-01", "P3M", "2027-03-01", 1, "2027-03-01"],
    ["2026-12-01", "P90D", "2027-03-01", 1, "2027-03-01"],
  ])("%s + %s: %s, rolled %s", (from, delay, raw, rawWeekday, rolled) => {
    const input = { from: civilDate(from), delay: parseDelay(delay) };
    expect(on(input).lastDay).toBe(raw);
    expect(weekday(civilDate(raw))).toBe(rawWeekday);
    expect(on({ ...input, roll: "next" })).toEqual({ lastDay: rolled, unrolledLastDay: raw, suspendedDays: 0 });
  });
});

describe("§1.3: suspensions", () => {
  const span = (from: string, to: string | null) => ({ from: civilDate(from), to: to === null ? null : civilDate(to) });
  const sixty = { from: civilDate("2026-03-02"), delay: parseDelay("P60D") };

  test("fifty days were left", () => {
    const suspensions = [span("2026-03-12", "2026-03-20")];
    expect(on({ ...sixty, suspensions })).toMatchObject({ lastDay: "2026-05-09", suspendedDays: 8 });
    expect(on({ ...sixty, suspensions, counting: "inclusive" })).toMatchObject({
      lastDay: "2026-05-10",
      suspendedDays: 9,
    });
    expect(on({ ...sixty, suspensions, roll: "next" })).toEqual({
      lastDay: "2026-05-11",
      unrolledLastDay: "2026-05-09",
      suspendedDays: 8,
    });
  });

  test("months first, then the remainder in days", () => {
    const suspensions = [span("2026-08-03", "2026-09-07")];
    expect(on({ from: civilDate("2026-07-01"), delay: parseDelay("P3M"), suspensions })).toMatchObject({
      lastDay: "2026-11-05",
    });
  });

  test("the union, not the sum", () => {
    const suspensions = [span("2026-03-20", "2026-04-10"), span("2026-03-12", "2026-04-02")];
    expect(on({ ...sixty, suspensions })).toMatchObject({ lastDay: "2026-05-30", suspendedDays: 29 });
  });
});
