import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate, FIELDS, queryFromParams } from "../../law/calculator.js";
import { FIRST_KNOWN_DAY, isKnownDay, knownInstant, LAST_KNOWN_DAY } from "../../law/known-days.js";
import { parisDay } from "../../law/paris.js";
import { anyDate, awkwardDates, usualDay } from "../../rig/random/dates.js";

const runs = { seed: 20261129, numRuns: 3_000 };

describe("a date from outside", () => {
  test("is an instant only if its day in Paris may be known", () => {
    expect(knownInstant("1981-01-01T00:00:00+01:00")).toBe("1980-12-31T23:00:00.000Z");
    expect(knownInstant("1980-12-31T23:59:59.999+01:00")).toBeNull();
    expect(knownInstant("2199-12-31T23:59:59.999+01:00")).toBe("2199-12-31T22:59:59.999Z");
    expect(knownInstant("2200-01-01T00:00:00+01:00")).toBeNull();
    expect(knownInstant("9999-12-31T23:30:00Z")).toBeNull();
  });

  test("is a day of 1981 to 2199", () => {
    expect([FIRST_KNOWN_DAY, LAST_KNOWN_DAY].map(isKnownDay)).toEqual([true, true]);
    for (const day of ["1980-12-31", "2200-01-01", "2026-02-29", "9999-12-31", "2026-05-01T10:00:00Z"])
      expect(isKnownDay(day), day).toBe(false);
  });

  test.each([0, null, undefined, [], {}, ["2026-05-01"], new Date(0), Number.NaN])("isn't %s", (given) => {
    expect([isKnownDay(given), knownInstant(given)]).toEqual([false, null]);
  });

  test("whatever it is, is a day, an instant or nothing, never a fault; an instant that is known has a day that is", () => {
    fc.assert(
      fc.property(anyDate, (given) => {
        isKnownDay(given);
        const at = knownInstant(given);
        if (at !== null) expect(isKnownDay(parisDay(at))).toBe(true);
      }),
      runs,
    );
  });
});

describe("the calculator", () => {
  const date = fc.oneof({ weight: 5, arbitrary: usualDay }, { weight: 1, arbitrary: anyDate });
  const span = fc.record({ from: date, to: fc.option(date) });
  const length = fc.oneof(
    fc
      .tuple(fc.constantFrom("", "-"), fc.nat(9_999_999), fc.constantFrom("D", "W", "M", "Y"))
      .map(([s, n, u]) => `${s}P${n}${u}`),
    fc.constantFrom("P60D", "P0D", "P9999999Y9999999M9999999W9999999D", "P1Y2M", "-P10D", "PT1H", ""),
  );
  const values: Record<(typeof FIELDS)[number], fc.Arbitrary<unknown>> = {
    from: date,
    delay: length,
    days: fc.constantFrom("calendar", "working", "ouvrable", "clear"),
    roll: fc.constantFrom("none", "next", "previous"),
    calendar: fc.constantFrom("fr", "fr-alsace-moselle", "none"),
    closed: fc.array(date, { maxLength: 3 }),
    suspensions: fc.array(span, { maxLength: 3 }),
    counting: fc.constantFrom("half-open", "inclusive"),
    restarts: fc.array(date, { maxLength: 2 }),
    extension: length,
    at: date,
  };
  const odd = fc.jsonValue({ maxDepth: 2 });
  const query = fc.record(
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        fc.oneof({ weight: 60, arbitrary: value }, { weight: 1, arbitrary: odd }),
      ]),
    ),
    { requiredKeys: ["from", "delay"] },
  );

  test("answers any query, or names its field", () => {
    let answers = 0;
    fc.assert(
      fc.property(query, (asked) => {
        const told = calculate(asked);
        if ("problem" in told) expect([...FIELDS, "query"]).toContain(told.problem.field);
        else answers += 1;
      }),
      runs,
    );
    expect(answers).toBeGreaterThan(50);
  });

  test("answers any link", () => {
    const pair = fc.tuple(fc.constantFrom(...FIELDS), fc.oneof(anyDate, length, fc.string()));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        calculate(queryFromParams(pairs));
      }),
      runs,
    );
    for (const date of awkwardDates)
      calculate(
        queryFromParams([
          ["from", date],
          ["delay", "P60D"],
        ]),
      );
  });

  test("names the field of what is deeper than a stack", () => {
    const deep = JSON.parse("[".repeat(5_000) + "]".repeat(5_000)) as unknown;
    let deeper: unknown = deep;
    for (let i = 0; i < 100_000; i++) deeper = { deeper };
    for (const field of FIELDS) {
      const told = calculate({ from: "2026-03-02", delay: "P60D", [field]: deeper });
      expect(told).toMatchObject({ problem: { field } });
    }
  });
});
