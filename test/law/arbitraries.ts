/** Random civil days, delays and ledgers, for the properties. */
import fc from "fast-check";
import { addDays, type CivilDate, fromDayNumber, numberOf } from "../../law/civil-date.js";
import type { DeadlineInput } from "../../law/deadline.js";
import { DAY_COUNTS, type Delay } from "../../law/delay.js";
import type { Suspension } from "../../law/suspension.js";

export const dayFrom = (first: number, last: number): fc.Arbitrary<CivilDate> =>
  fc.integer({ min: numberOf(first, 1, 1), max: numberOf(last, 12, 31) }).map(fromDayNumber);

export const anyDay = dayFrom(1990, 2090);

export const anyDelay: fc.Arbitrary<Delay> = fc
  .record({
    years: fc.integer({ min: 0, max: 3 }),
    months: fc.integer({ min: 0, max: 20 }),
    weeks: fc.integer({ min: 0, max: 6 }),
    days: fc.integer({ min: 0, max: 120 }),
    counted: fc.constantFrom(...DAY_COUNTS),
    back: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  })
  .map(({ back, counted, ...parts }) => {
    const sign = (n: number): number => (back ? 0 - n : n);
    return {
      years: sign(parts.years),
      months: sign(parts.months),
      weeks: sign(parts.weeks),
      days: sign(parts.days),
      counted,
    };
  });

export const calendarDays: fc.Arbitrary<Delay> = fc
  .integer({ min: 0, max: 400 })
  .map((days) => ({ years: 0, months: 0, weeks: 0, days, counted: "calendar" }));

/** Suspensions around a day: before it, across it, after it, overlapping, touching, empty; seldom one open. */
export const suspensionsNear = (day: CivilDate, open = true): fc.Arbitrary<readonly Suspension[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -40, max: 160 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 15 }))
      .map(([start, length, opened]) => {
        const from = addDays(day, start);
        return { from, to: open && opened === 0 ? null : addDays(from, length) };
      }),
    { maxLength: 6 },
  );

export const anyInput = (open = true): fc.Arbitrary<DeadlineInput> =>
  anyDay.chain((from) =>
    fc.record(
      {
        from: fc.constant(from),
        delay: anyDelay,
        roll: fc.constantFrom("none", "next", "previous"),
        calendar: fc.constantFrom("fr", "fr-alsace-moselle", "none"),
        closed: fc.array(
          fc.integer({ min: -30, max: 200 }).map((n) => addDays(from, n)),
          { maxLength: 8 },
        ),
        suspensions: suspensionsNear(from, open),
        counting: fc.constantFrom("half-open", "inclusive"),
        restarts: fc.array(
          fc.integer({ min: -20, max: 60 }).map((n) => addDays(from, n)),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ["from", "delay"] },
    ),
  );
