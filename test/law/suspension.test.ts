import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CivilDate, civilDate, daysBetween } from "../../law/civil-date.js";
import { deadline, remaining } from "../../law/deadline.js";
import { days, months } from "../../law/delay.js";
import {
  additive,
  asOf,
  type InformationRequest,
  lateStart,
  own,
  type Suspension,
  shared,
  union,
} from "../../law/suspension.js";
import { anyDay, suspensionsNear } from "./arbitraries.js";

const on = civilDate;
const span = (from: string, to: string | null): Suspension => ({ from: on(from), to: to === null ? null : on(to) });
const request = (by: string, from: string, more: Partial<InformationRequest> = {}): InformationRequest => ({
  by,
  addressedOn: on(from),
  receivedOn: null,
  completedOn: null,
  ...more,
});

describe("the four families, over one ledger", () => {
  const ledger: readonly InformationRequest[] = [
    request("ANS", "2026-03-12", {
      receivedOn: on("2026-03-16"),
      completedOn: on("2026-03-20"),
      allowedDays: 30,
      why: "évaluation clinique",
    }),
    request("CNEDiMTS", "2026-03-18", {
      receivedOn: on("2026-03-18"),
      completedOn: on("2026-03-25"),
      allowedDays: 5,
    }),
    request("CNEDiMTS", "2026-04-20", { allowedDays: 15 }),
  ];
  const spans = (suspensions: readonly Suspension[]) => suspensions.map(({ from, to }) => [from, to]);

  test("A and D, shared: whoever asked, every clock stops from the notification until all that was asked is in", () => {
    expect(spans(shared(ledger))).toEqual([
      ["2026-03-12", "2026-03-20"],
      ["2026-03-18", "2026-03-25"],
      ["2026-04-20", null],
    ]);
    expect(shared(ledger)[0]).toMatchObject({ by: "ANS", why: "évaluation clinique" });
  });

  test("B, own: only the delay that its author bears", () => {
    expect(spans(own(ledger, "ANS"))).toEqual([["2026-03-12", "2026-03-20"]]);
    expect(spans(own(ledger, "ministers"))).toEqual([]);
  });

  test("C, late start: from the day the applicant receives it, not before it is known", () => {
    expect(spans(lateStart(ledger))).toEqual([
      ["2026-03-16", "2026-03-20"],
      ["2026-03-18", "2026-03-25"],
    ]);
  });

  test("as it stood on a day: later requests, receptions and answers aren't there yet", () => {
    expect(spans(shared(asOf(ledger, on("2026-03-19"))))).toEqual([
      ["2026-03-12", "2026-03-19"],
      ["2026-03-18", "2026-03-19"],
    ]);
    expect(spans(shared(asOf(ledger, on("2026-03-12"))))).toEqual([]);
    expect(spans(lateStart(asOf(ledger, on("2026-03-16"))))).toEqual([]);
    expect(spans(lateStart(asOf(ledger, on("2026-03-17"))))).toEqual([["2026-03-16", "2026-03-17"]]);
  });

  test("E, additive: nothing stops, the time given is added, each delay given whole, or by the other reading (E63) the days used", () => {
    // 8 days used of the first (12 to 20 March); of the second 5 at most, 18 to 23 March: 3 more than the first.
    expect(additive(ledger, "used")).toEqual(days(11));
    expect(additive(ledger)).toEqual(days(30 + 5 + 15));
    expect(additive([])).toEqual(days(0));
    expect(additive([...ledger].reverse(), "used")).toEqual(days(11));
    // Answered at once, or answered although no time was given: nothing to add.
    const atOnce = { completedOn: on("2026-06-01"), allowedDays: 30 };
    expect(additive([request("opinion", "2026-06-01", atOnce)], "used")).toEqual(days(0));
    expect(additive([request("opinion", "2026-06-01", { completedOn: on("2026-06-09") })])).toEqual(days(0));
  });

  test("E62: sent on the 1st, received on the 4th, answered on the 10th: nine days for A, six for C", () => {
    const lppr = [request("listing", "2026-06-01", { receivedOn: on("2026-06-04"), completedOn: on("2026-06-10") })];
    const clock = { from: on("2026-05-04"), delay: days(90) };
    expect(deadline({ ...clock, suspensions: shared(lppr) }).suspendedDays).toBe(9);
    expect(deadline({ ...clock, suspensions: lateStart(lppr) }).suspendedDays).toBe(6);
  });

  test("E63: answered on day 3 of 30: three days are added, or the thirty given", () => {
    const forfait = [request("opinion", "2026-06-01", { completedOn: on("2026-06-04"), allowedDays: 30 })];
    const clock = { from: on("2026-05-04"), delay: days(90) };
    expect(deadline({ ...clock, extension: additive(forfait, "used") }).lastDay).toBe("2026-08-05");
    expect(deadline({ ...clock, extension: additive(forfait) }).lastDay).toBe("2026-09-01");
  });
});

describe("a ledger moves a deadline", () => {
  const sixty = { from: on("2026-03-02"), delay: days(60) }; // to 2026-05-01
  const to = (...suspensions: Suspension[]) => deadline({ ...sixty, suspensions }).lastDay;

  test("only by days after the origin", () => {
    expect(to(span("2026-02-01", "2026-03-01"))).toBe("2026-05-01");
    expect(to(span("2026-02-01", "2026-03-02"))).toBe("2026-05-01");
    expect(to(span("2026-02-01", "2026-03-05"))).toBe("2026-05-04");
    expect(deadline({ ...sixty, suspensions: [span("2026-02-01", "2026-03-05")], counting: "inclusive" }).lastDay).toBe(
      "2026-05-04",
    );
    expect(deadline({ ...sixty, suspensions: [span("2026-03-02", "2026-03-02")], counting: "inclusive" }).lastDay).toBe(
      "2026-05-01",
    );
  });

  test("not after expiry: the day it is due is the last (E18, E19)", () => {
    expect(to(span("2026-05-01", "2026-05-20"))).toBe("2026-05-20");
    expect(to(span("2026-05-02", "2026-05-20"))).toBe("2026-05-01");
    expect(deadline({ ...sixty, suspensions: [span("2026-05-01", "2026-05-20")], counting: "inclusive" }).lastDay).toBe(
      "2026-05-21",
    );
    // The first moves the deadline to 11 May, so that the second begins in time.
    expect(to(span("2026-05-10", "2026-05-15"), span("2026-04-01", "2026-04-11"))).toBe("2026-05-16");
    expect(to(span("2026-05-12", "2026-05-15"), span("2026-04-01", "2026-04-11"))).toBe("2026-05-11");
  });

  test("a zero-length one moves nothing; both ends included, one day", () => {
    expect(to(span("2026-03-12", "2026-03-12"))).toBe("2026-05-01");
    expect(deadline({ ...sixty, suspensions: [span("2026-03-12", "2026-03-12")], counting: "inclusive" }).lastDay).toBe(
      "2026-05-02",
    );
  });

  test("inclusive spans that share a day count it once", () => {
    const suspensions = [
      span("2026-03-12", "2026-03-20"),
      span("2026-03-20", "2026-03-25"),
      span("2026-03-26", "2026-03-27"),
    ];
    expect(deadline({ ...sixty, suspensions, counting: "inclusive" }).suspendedDays).toBe(16);
    expect(deadline({ ...sixty, suspensions }).suspendedDays).toBe(14);
  });

  test("an open one leaves no last day; days told are those before it", () => {
    const suspensions = [span("2026-04-01", null), span("2026-03-12", "2026-03-20")];
    expect(deadline({ ...sixty, suspensions })).toEqual({ lastDay: null, unrolledLastDay: null, suspendedDays: 8 });
    expect(to(span("2026-06-01", null))).toBe("2026-05-01");
  });

  test("never rolls before it suspends (E45), and rolls once", () => {
    const suspensions = [span("2026-03-12", "2026-03-20")];
    expect(deadline({ ...sixty, suspensions, roll: "next" }).lastDay).toBe("2026-05-11"); // not 4 May + 8 days
    expect(deadline({ ...sixty, suspensions, roll: "previous" }).lastDay).toBe("2026-05-07");
  });

  test("months first, the remainder in days", () => {
    const suspensions = [span("2026-08-03", "2026-09-07")];
    expect(deadline({ from: on("2026-07-01"), delay: months(3), suspensions }).lastDay).toBe("2026-11-05");
  });

  test("doesn't touch a delay that counts back", () => {
    const back = { from: on("2026-03-02"), delay: days(-10) };
    for (const each of [span("2026-02-01", "2026-03-20"), span("2026-03-02", "2026-03-20"), span("2026-02-22", null)]) {
      expect(deadline({ ...back, suspensions: [each] }).lastDay).toBe("2026-02-20");
    }
  });
});

describe("what remains on a day", () => {
  const clock = (suspensions: Suspension[]) => ({ from: on("2026-03-02"), delay: days(60), suspensions });
  const told = (suspensions: Suspension[], at: string) => {
    const { state, remainingDays, lastDay } = remaining(clock(suspensions), on(at));
    return [state, remainingDays, lastDay];
  };

  test("running, suspended and frozen, running again, expired", () => {
    const closed = [span("2026-03-12", "2026-03-20")];
    expect(told(closed, "2026-03-02")).toEqual(["running", 68, "2026-05-09"]);
    expect(told(closed, "2026-03-12")).toEqual(["running", 58, "2026-05-09"]);
    for (const at of ["2026-03-13", "2026-03-16", "2026-03-19"])
      expect(told(closed, at)).toEqual(["suspended", 50, "2026-05-09"]);
    expect(told(closed, "2026-03-20")).toEqual(["running", 50, "2026-05-09"]);
    expect(told(closed, "2026-05-09")).toEqual(["running", 0, "2026-05-09"]);
    expect(told(closed, "2026-05-10")).toEqual(["expired", 0, "2026-05-09"]);
  });

  test("while open: as if it ended on that day, and always the same remainder", () => {
    const open = [span("2026-03-12", null)];
    expect(told(open, "2026-03-05")).toEqual(["running", 57, "2026-05-01"]);
    expect(told(open, "2026-03-12")).toEqual(["running", 50, "2026-05-01"]);
    expect(told(open, "2026-03-13")).toEqual(["suspended", 50, "2026-05-02"]);
    expect(told(open, "2026-08-13")).toEqual(["suspended", 50, "2026-10-02"]);
  });

  test("a suspension without effect suspends nobody", () => {
    expect(told([span("2026-05-02", "2026-06-01")], "2026-05-20")).toEqual(["expired", 0, "2026-05-01"]);
    expect(told([span("2026-01-02", "2026-02-01")], "2026-01-20")).toEqual(["running", 101, "2026-05-01"]);
    expect(told([span("2026-01-02", "2026-03-12")], "2026-02-20")).toEqual(["running", 80, "2026-05-11"]);
    expect(told([span("2026-01-02", "2026-03-12")], "2026-03-03")).toEqual(["suspended", 60, "2026-05-11"]);
  });

  test("the rolled day is the one that expires", () => {
    const input = { from: on("2026-03-02"), delay: days(60), roll: "next" as const };
    expect(remaining(input, on("2026-05-02"))).toMatchObject({
      state: "running",
      remainingDays: 2,
      lastDay: "2026-05-04",
    });
    expect(remaining(input, on("2026-05-05"))).toMatchObject({ state: "expired", remainingDays: 0 });
  });
});

describe("union", () => {
  const covered = (suspensions: readonly Suspension[], day: CivilDate): boolean =>
    suspensions.some(({ from, to }) => from < day && (to === null || day <= to));
  const ledgers = anyDay.chain((day) => fc.tuple(fc.constant(day), suspensionsNear(day)));

  test("covers the same days, disjoint and in order; twice is once; order is nothing", () => {
    fc.assert(
      fc.property(ledgers, ([day, suspensions]) => {
        const spans = union(suspensions);
        for (let n = -50; n < 250; n++) {
          expect(covered(spans, addDays(day, n))).toBe(covered(suspensions, addDays(day, n)));
        }
        for (let i = 1; i < spans.length; i++) {
          const [before, after] = [spans[i - 1], spans[i]];
          expect(before?.to != null && after !== undefined && before.to < after.from).toBe(true);
        }
        expect(union(spans)).toEqual(spans);
        expect(union([...suspensions].reverse())).toEqual(spans);
        expect(union([...suspensions, ...suspensions])).toEqual(spans);
      }),
    );
  });

  test("joins spans that touch", () => {
    expect(union([span("2026-03-20", "2026-03-25"), span("2026-03-12", "2026-03-20")])).toEqual([
      span("2026-03-12", "2026-03-25"),
    ]);
    expect(daysBetween(on("2026-03-12"), on("2026-03-25"))).toBe(13);
  });
});
