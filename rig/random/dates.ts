import fc from "fast-check";

const two = (n: number): string => `${n}`.padStart(2, "0");

/** Dates on which programs of this kind fall: real, impossible, too early, too late, written oddly. */
export const awkwardDates = [
  ...["1970-01-01", "1980-12-31", "1981-01-01", "2199-12-31", "2200-01-01", "9999-12-31", "1583-01-01", "1582-12-31"],
  ...["0000-01-01", "0001-01-01", "2026-02-29", "2024-02-29", "2026-02-31", "2026-13-01", "2026-00-10", "2026-06-31"],
  ...["+010000-01-01", "-000001-01-01", "10000-01-01", "26-01-01", "2026-1-1", "20260101", "2026-W10-1", "infinity"],
  ...["1970-01-01T00:00:00Z", "1980-12-31T22:59:59.999Z", "1980-12-31T23:00:00Z", "9999-12-31T23:30:00Z"],
  ...["2199-12-31T22:59:59.999Z", "2199-12-31T23:00:00Z", "+010000-01-01T00:00:00Z", "-271821-04-20T00:00:00Z"],
  ...["2016-12-31T23:59:60Z", "2026-05-01T23:59:60+02:00", "2026-05-01t10:00:00z", "2026-05-01 10:00:00Z"],
  ...[
    "2026-05-01T10:00:00+14:00",
    "2026-05-01T10:00:00+14:59",
    "2026-05-01T10:00:00-23:59",
    "2026-05-01T10:00:00+24:00",
  ],
  ...["9999-12-31T23:59:59-23:59", "1583-01-01T00:00:00+23:59", "2026-05-01T24:00:00Z", "2026-05-01T10:00Z"],
  ...["2026-05-01T10:00:00", "2026-05-01T10:00:00.123456789Z", "2026-03-29T02:30:00+01:00", "2026-02-30T10:00:00Z"],
  ...["", " 2026-05-01", "2026-05-01 ", "2026-05-01\n", "２０２６-05-01", "NaN", "null", "Infinity", "now", "today"],
];

const day = fc
  .tuple(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(([year, month, of]) => `${`${year}`.padStart(4, "0")}-${two(month)}-${two(of)}`);

const time = fc
  .tuple(fc.nat(24), fc.nat(60), fc.nat(61), fc.constantFrom("", ".5", ".999999"))
  .map(([hour, minute, second, rest]) => `${two(hour)}:${two(minute)}:${two(second)}${rest}`);

const offset = fc.oneof(
  fc.constantFrom("Z", "z", ""),
  fc
    .tuple(fc.constantFrom("+", "-"), fc.nat(25), fc.nat(60))
    .map(([sign, hour, minute]) => `${sign}${two(hour)}:${two(minute)}`),
);

/** Any date that somebody may write, most of them wrong. */
export const anyDate: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...awkwardDates),
  day,
  fc.tuple(day, fc.constantFrom("T", "t"), time, offset).map((parts) => parts.join("")),
);

/** A day of these years that exists. */
export const usualDay: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 2024, max: 2031 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, of]) => `${year}-${two(month)}-${two(of)}`);
