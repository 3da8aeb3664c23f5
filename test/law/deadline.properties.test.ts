/** What holds of every deadline, whatever the delay and the ledger (issue 4, "Show it"). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWorkingDay } from "../../law/calendar.js";
import { addDays, compareDates, daysBetween } from "../../law/civil-date.js";
import {
  type DeadlineInput,
  deadline,
  effectiveOn,
  expiresAt,
  explain,
  originOf,
  ROLLS,
  remaining,
} from "../../law/deadline.js";
import { direction } from "../../law/delay.js";
import { parisDay } from "../../law/paris.js";
import { anyDay, anyDelay, anyInput, calendarDays, suspensionsNear } from "./arbitraries.js";

const RUNS = { numRuns: 800 };
/** A plain delay with closed suspensions. */
const ledgers = fc
  .tuple(anyDay, calendarDays, fc.constantFrom("half-open" as const, "inclusive" as const))
  .chain(([from, delay, counting]) =>
    fc.record({
      from: fc.constant(from),
      delay: fc.constant(delay),
      counting: fc.constant(counting),
      suspensions: suspensionsNear(from, false),
    }),
  );

describe("for every deadline", () => {
  test("the explanation reaches the same date", () => {
    fc.assert(
      fc.property(anyInput(), fc.option(anyDay), (input, at) => {
        const { walk, ...told } = explain(input);
        expect(told).toEqual(deadline(input));
        expect(walk.at(-1)?.to).toBe(told.lastDay);
        if (at !== null) {
          const then = remaining(input, at);
          expect(explain(input, at)).toMatchObject({ lastDay: then.lastDay, suspendedDays: then.suspendedDays });
        }
      }),
      RUNS,
    );
  });

  test("the walk is a diary: its spans follow one another and add up", () => {
    fc.assert(
      fc.property(anyInput(false), (input) => {
        const { walk, unrolledLastDay, suspendedDays } = explain(input);
        const spans = walk.filter(({ kind }) => kind === "counted" || kind === "suspended");
        let told = originOf(input);
        for (const { from, to, days } of spans) {
          expect(from).toBe(addDays(told, 1));
          if (to === null) throw new Error("a span has an end");
          expect(daysBetween(from, to) + 1).toBe(days);
          expect(days).toBeGreaterThan(0);
          told = to;
        }
        const sum = (kind: string): number =>
          spans.filter((each) => each.kind === kind).reduce((n, { days }) => n + days, 0);
        const alone = deadline({ ...input, suspensions: [], roll: "none" }).lastDay;
        expect(sum("suspended")).toBe(suspendedDays);
        if (alone !== null && alone >= originOf(input)) {
          expect(told).toBe(unrolledLastDay);
          expect(sum("counted")).toBe(daysBetween(originOf(input), alone));
        }
      }),
      RUNS,
    );
  });

  test("the order of the ledger, and saying a suspension twice, change nothing", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const suspensions = input.suspensions ?? [];
        const answer = deadline(input);
        expect(deadline({ ...input, suspensions: [...suspensions].reverse() })).toEqual(answer);
        expect(deadline({ ...input, suspensions: [...suspensions, ...suspensions] })).toEqual(answer);
      }),
      RUNS,
    );
  });

  test("suspending longer never brings it forward", () => {
    fc.assert(
      fc.property(
        ledgers,
        fc.nat({ max: 5 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        (input, which, later, earlier) => {
          const longer = input.suspensions.map((each, i) =>
            i !== which || each.to === null
              ? each
              : { from: addDays(each.from, -earlier), to: addDays(each.to, later) },
          );
          const [before, after] = [deadline(input), deadline({ ...input, suspensions: longer })];
          if (before.unrolledLastDay === null || after.unrolledLastDay === null) throw new Error("nothing is open");
          expect(compareDates(before.unrolledLastDay, after.unrolledLastDay)).not.toBe(1);
        },
      ),
      RUNS,
    );
  });

  test("a zero-length suspension changes nothing", () => {
    fc.assert(
      fc.property(anyInput(), anyDay, fc.nat({ max: 200 }), (input, _, n) => {
        const from = addDays(input.from, n);
        const more = { ...input, counting: "half-open" as const };
        const suspensions = [...(input.suspensions ?? []), { from, to: from }];
        expect(deadline({ ...more, suspensions })).toEqual(deadline(more));
      }),
      RUNS,
    );
  });

  test("starting later never ends earlier, whatever the unit", () => {
    fc.assert(
      fc.property(anyDay, anyDelay, fc.nat({ max: 30 }), fc.constantFrom(...ROLLS), (from, delay, later, roll) => {
        const [a, b] = [deadline({ from, delay, roll }), deadline({ from: addDays(from, later), delay, roll })];
        if (a.lastDay === null || b.lastDay === null) throw new Error("nothing is open");
        expect(a.lastDay <= b.lastDay).toBe(true);
      }),
      RUNS,
    );
  });

  test("rolling moves it once, by the shortest way, to a working day", () => {
    fc.assert(
      fc.property(anyInput(false), (input) => {
        const { lastDay, unrolledLastDay } = deadline(input);
        if (lastDay === null || unrolledLastDay === null) throw new Error("nothing is open");
        const { roll = "none", calendar = "fr", closed = [] } = input;
        if (roll === "none") expect(lastDay).toBe(unrolledLastDay);
        if (roll === "none") return;
        expect(isWorkingDay(lastDay, calendar, closed)).toBe(true);
        const step = roll === "next" ? 1 : -1;
        for (let day = unrolledLastDay; day !== lastDay; day = addDays(day, step)) {
          expect(isWorkingDay(day, calendar, closed)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test("remaining, used and suspended days add up, whatever the day", () => {
    fc.assert(
      fc.property(ledgers, fc.nat({ max: 300 }), (input, n) => {
        const at = addDays(input.from, n);
        const { state, remainingDays, unrolledLastDay } = remaining(input, at);
        if (state === "expired") expect(at > unrolledLastDay && remainingDays === 0).toBe(true);
        if (state === "expired") return;
        // Used and suspended so far: what the ledger, cut on that day, makes of the days gone by.
        const gone = explain(input).walk.flatMap((step) =>
          (step.kind === "counted" || step.kind === "suspended") && step.from <= at && step.to !== null
            ? [{ kind: step.kind, days: daysBetween(step.from, step.to < at ? step.to : at) + 1 }]
            : [],
        );
        const sum = (kind: string): number =>
          gone.filter((each) => each.kind === kind).reduce((m, { days }) => m + days, 0);
        expect(sum("counted") + sum("suspended")).toBe(n);
        const length = input.delay.days;
        if (state === "suspended") expect(sum("counted") + remainingDays).toBe(length);
        else expect(sum("counted") + sum("suspended") + remainingDays).toBe(daysBetween(input.from, unrolledLastDay));
      }),
      RUNS,
    );
  });

  test("it is over at the midnight that ends its last day", () => {
    fc.assert(
      fc.property(anyInput(false), (input) => {
        const { lastDay } = deadline(input);
        if (lastDay === null) throw new Error("nothing is open");
        const over = expiresAt(lastDay);
        expect(over === null ? null : parisDay(over)).toBe(over === null ? null : effectiveOn(lastDay));
      }),
      RUNS,
    );
  });

  test("an extension counts once from the origin; a restart is the same delay from its day", () => {
    fc.assert(
      fc.property(anyInput(), fc.nat({ max: 60 }), (input: DeadlineInput, n) => {
        const restart = addDays(originOf(input), n);
        expect(deadline({ ...input, restarts: [restart, input.from] })).toEqual(
          deadline({ ...input, from: restart, restarts: [] }),
        );
        const { delay } = input;
        if (direction(delay) < 0) return;
        const more = { ...delay, years: 0, months: 1, weeks: 0, days: n };
        const whole = { ...delay, months: delay.months + 1, days: delay.days + n };
        expect(deadline({ ...input, extension: more })).toEqual(deadline({ ...input, delay: whole }));
      }),
      RUNS,
    );
  });
});
