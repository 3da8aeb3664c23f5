import { describe, expect, test } from "vitest";
import type { Bodies } from "../../../procedures/pecan/bodies.js";
import { actsOf } from "../../../rig/timeline.js";
import { coveredFrom } from "../../../rig/timelines/pecan.js";

const act = actsOf<Bodies>();
const planned = act("penaltyPlanned", "ministers", { breach: "Patients sans suivi.", foundOn: "2027-03-01" });
const declared = (turnover: number) => act("turnoverDeclared", "applicant", { turnover });
const hearing = act("penaltyHearingRequested", "applicant", {});
const held = act("penaltyHearingHeld", "ministers", {});
const decided = (amount: number, more: object = {}) =>
  act("penaltyDecided", "ministers", { amount, reasons: "R.", remedies: "V.", ...more });
const paid = act("penaltyPaid", "ministers", {});

/** Covered from 23 September 2026; the notice is received on Monday 15 March 2027. */
const inView = () => coveredFrom("2026-09-10", "2026-09-23").on("2027-03-15", planned);

describe("PECAN: the penalty for a continuity that wasn't assured (L. 162-1-23, VIII, R. 162-121)", () => {
  test("P14, P15, P18: twenty days to observe and to declare, eight to ask for a hearing; eighteen months back", () => {
    const pecan = inView();
    expect(pecan.clock("penaltyObservations")).toMatchObject({
      from: "2027-03-15",
      lastDay: "2027-04-05",
      source: "CSS R. 162-121, I",
    });
    expect([pecan.lastDay("turnover"), pecan.lastDay("penaltyHearingRequest")]).toEqual(["2027-04-05", "2027-03-23"]);
    expect(pecan.letter("penaltyPlanned").text).toContain("1er septembre 2025");
    expect(pecan.view.phase).toBe("coverage");
  });

  test("P14: declared on the last day, at most thirty per cent of the turnover", () => {
    const pecan = inView().on("2027-04-05T23:59:59.999+02:00", declared(100_000));
    expect(pecan.refusal("2027-04-05", decided(1)).type).toBe("not-awaited");
    pecan.until("2027-04-06");
    expect(pecan.refusal("2027-04-06", decided(30_001)).source).toBe("CSS L. 162-1-23, VIII");
    pecan.on("2027-04-06", decided(30_000));
    expect(pecan.letter("penaltyDecided").text).toContain("300,00 €");
    pecan.isSimulatedAlike();
  });

  test("P14: undeclared at that midnight, it is of thirty per cent of what was reimbursed, no more and no less", () => {
    const pecan = inView().untilTheEndOf("2027-04-05");
    expect(pecan.notices("turnover")).toEqual([]);
    pecan.until("2027-04-06T13:00:00Z");
    expect(pecan.letter("turnover").text).toContain("30 % des montants remboursés");
    expect(pecan.refusal("2027-04-07", declared(1)).type).toBe("not-awaited");
    expect(pecan.refusal("2027-04-07", decided(10)).message).toContain("montants remboursés");
    for (const amount of [29_999, 30_001])
      expect(pecan.refusal("2027-04-07", decided(amount, { reimbursed: 100_000 })).source).toBe("CSS R. 162-121, I");
    pecan.on("2027-04-07", decided(30_000, { reimbursed: 100_000 }));
  });

  test("P15, P16: a hearing asked for in eight days is held within forty-five of its request; the decision waits for it", () => {
    const pecan = inView().on("2027-03-23T23:59:59.999+01:00", hearing).on("2027-03-24", declared(100_000));
    expect(pecan.clock("penaltyHearing")).toMatchObject({ from: "2027-03-23", lastDay: "2027-05-07" });
    pecan.until("2027-04-07");
    expect(pecan.refusal("2027-04-07", decided(10)).type).toBe("not-awaited");
    expect(pecan.untilTheEndOf("2027-05-07").lines("overrun")).toEqual([]);
    expect(pecan.until("2027-05-08").lines("overrun")).toHaveLength(1);
    pecan.on("2027-05-10", held, decided(10));
    expect(inView().until("2027-03-24").refusal("2027-03-24", hearing).type).toBe("not-awaited");
  });

  test("P17: a month from the notification to pay, rolled; given up, nothing is to pay", () => {
    const pecan = inView().on("2027-03-16", declared(100_000)).on("2027-04-09", decided(10));
    expect(pecan.clock("penaltyPayment")).toMatchObject({ from: "2027-04-09", lastDay: "2027-05-10" }); // 9 May is a Sunday
    expect(pecan.untilTheEndOf("2027-05-10").lines("overrun")).toEqual([]);
    expect(pecan.until("2027-05-11").lines("overrun")).toHaveLength(1);
    pecan.on("2027-05-12", paid, planned);
    const waived = inView().on("2027-03-16", declared(100_000)).on("2027-04-09", decided(0));
    expect(waived.view.clocks.map(({ name }) => name)).not.toContain("penaltyPayment");
    expect(waived.letter("penaltyDecided").text).toContain("renoncé");
  });

  test("in view when the continuity ends, it goes on where it stood, with the same delays, and the case with it", () => {
    const pecan = coveredFrom("2026-09-10", "2026-09-23").on("2028-03-14", planned).on("2028-03-15", declared(100_000));
    expect(pecan.lastDay("continuity:depression")).toBe("2028-03-23");
    pecan.until("2028-03-24");
    expect(pecan.view).toMatchObject({ status: "open", phase: "penalty" });
    expect(pecan.clock("penaltyObservations")).toMatchObject({
      from: "2028-03-14",
      lastDay: "2028-04-03",
      state: "running",
    });
    expect(pecan.clock("turnover").state).toBe("met");
    pecan.on("2028-04-04", decided(10)).on("2028-04-10", paid);
    expect(pecan.ending).toBe("continuityOver");
    pecan.isSimulatedAlike();
  });

  test("without one, nothing is awaited of it", () => {
    expect(coveredFrom("2026-09-10").refusal("2026-10-01", declared(1)).type).toBe("not-awaited");
    expect(inView().refusal("2027-03-16", planned).type).toBe("not-awaited");
  });
});
