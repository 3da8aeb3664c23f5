import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareInstants, epochMs, fromEpochMs, instant, isInstant } from "../../law/instant.js";

describe("an instant", () => {
  test.each([
    ["2026-05-02T00:00:00+02:00", "2026-05-01T22:00:00.000Z"],
    ["2026-05-01T22:00:00Z", "2026-05-01T22:00:00.000Z"],
    ["2026-05-01t22:00:00z", "2026-05-01T22:00:00.000Z"],
    ["2026-05-01T22:00:00-00:00", "2026-05-01T22:00:00.000Z"],
    ["2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00.000Z"],
    ["2026-12-31T20:00:00-05:30", "2027-01-01T01:30:00.000Z"],
    ["2026-05-01T21:59:59.9999Z", "2026-05-01T21:59:59.999Z"],
    ["2026-05-01T21:59:59.1Z", "2026-05-01T21:59:59.100Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z"],
    ["2017-01-01T00:59:60.5+01:00", "2016-12-31T23:59:59.999Z"],
  ])("%s is %s", (text, normal) => {
    expect(instant(text)).toBe(normal);
    expect(isInstant(text)).toBe(true);
  });

  test.each([
    "2026-05-01",
    "2026-05-01T22:00Z",
    "2026-05-01T22:00:00",
    "2026-05-01 22:00:00Z",
    "2026-05-01T24:00:00Z",
    "2026-05-01T22:60:00Z",
    "2026-05-01T22:00:61Z",
    "2026-05-01T22:00:60Z",
    "2026-05-01T22:00:00.Z",
    "2026-05-01T22:00:00+0200",
    "2026-05-01T22:00:00+24:00",
    "2026-05-01T22:00:00+02:60",
    "2026-02-29T22:00:00Z",
    "9999-12-31T23:30:00-01:00",
    "1583-01-01T00:30:00+01:00",
    "",
  ])("“%s” isn't one", (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => instant(text)).toThrow(RangeError);
  });

  test("is a text", () => {
    expect(isInstant(0)).toBe(false);
    expect(isInstant(null)).toBe(false);
  });

  test("agrees with the platform's clock arithmetic on any millisecond", () => {
    const ms = fc.integer({ min: Date.UTC(1600, 0), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) });
    fc.assert(
      fc.property(ms, (n) => {
        expect(fromEpochMs(n)).toBe(new Date(n).toISOString());
        expect(epochMs(fromEpochMs(n))).toBe(n);
        expect(instant(new Date(n).toISOString())).toBe(fromEpochMs(n));
      }),
      { numRuns: 2000 },
    );
  });

  test("is a whole number of milliseconds", () => {
    expect(() => fromEpochMs(0.5)).toThrow(RangeError);
  });

  test("sorts by time", () => {
    const [a, b] = [instant("2026-10-25T02:30:00+02:00"), instant("2026-10-25T02:30:00+01:00")];
    expect([compareInstants(a, b), compareInstants(b, a), compareInstants(a, a)]).toEqual([-1, 1, 0]);
    expect(epochMs(b) - epochMs(a)).toBe(3_600_000);
  });
});
