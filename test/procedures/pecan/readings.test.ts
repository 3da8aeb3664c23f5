import { describe, expect, test } from "vitest";
import { type ReadingsView, readingsOf } from "../../../case/readings.js";
import { civilDate } from "../../../law/civil-date.js";
import {
  acknowledgedOn,
  ansAsks,
  answered,
  consulted,
  decided,
  orderPublished,
  type Pecan,
  requested,
  withBothOpinionsOn,
} from "../../../rig/timelines/pecan.js";
import "./matchers.js";

function readings(pecan: Pecan, id: string, today: string): ReadingsView {
  const { clocks } = pecan.live;
  const clock = clocks.find((one) => one.id === id);
  if (clock === undefined) throw new Error(`${id} is none of ${clocks.map((one) => one.id).join(", ")}.`);
  return readingsOf(clock, pecan.live, civilDate(today));
}

const days = ({ readings: all }: ReadingsView) => Object.fromEntries(all.map(({ name, lastDay }) => [name, lastDay]));

describe("where texts disagree, a clock is shown under each reading", () => {
  const atTheMinisters = (ruleset: "parcours" | "css") => {
    const pecan = withBothOpinionsOn("2026-04-10", { ruleset });
    pecan.on("2026-04-13", requested("r1"));
    pecan.on("2026-04-13", consulted("r1"));
    return pecan;
  };

  test("C3 under `parcours`: ten days are enforced, thirty are safer to oppose, and the ruleset says that it chose", () => {
    const told = readings(atTheMinisters("parcours"), "ministersInformation:r1", "2026-04-23");
    expect(days(told)).toEqual({
      "Parcours G_NIUS, étape 13": "2026-04-23",
      "CSS R. 162-112, al. 5": "2026-05-13",
    });
    expect(told.enforced).toBe("Parcours G_NIUS, étape 13");
    expect(told.enforces?.ref).toBe("Lecture C3");
    expect(told.safest).toEqual({ toAct: "Parcours G_NIUS, étape 13", toPronounce: "CSS R. 162-112, al. 5" });
    expect(told.disputed).toBe(false);
    expect(told.remarks.map(({ source }) => source.ref)).toEqual(["Lecture C3"]);
    // Ended after ten days: until the thirtieth, the abandonment is open to challenge.
    const pecan = atTheMinisters("parcours").untilTheEndOf("2026-04-24");
    expect(pecan.view.ending).toMatchObject({ name: "deemedAbandoned", effectiveOn: "2026-04-24" });
    expect(readings(pecan, "ministersInformation:r1", "2026-05-13").disputed).toBe(true);
    expect(readings(pecan, "ministersInformation:r1", "2026-05-14").disputed).toBe(false);
  });

  test("C3 under `css`: thirty days are enforced, which nothing outlasts; the guide's ten stay the safest to act", () => {
    const pecan = atTheMinisters("css");
    expect(readings(pecan, "ministersInformation:r1", "2026-04-23").disputed).toBe(false);
    const told = readings(pecan, "ministersInformation:r1", "2026-04-24");
    expect(told).toMatchObject({
      enforced: "CSS R. 162-112, al. 5",
      enforces: null,
      safest: { toAct: "Parcours G_NIUS, étape 13", toPronounce: "CSS R. 162-112, al. 5" },
      disputed: true,
    });
    // Between the two, the machine pronounces nothing.
    pecan.untilTheEndOf("2026-05-13");
    expect(pecan).toBeOpen();
  });

  test("C1, C2: the guide counts the ANS's opinion from all the evidence, and stops it at any question of the ANS", () => {
    const pecan = acknowledgedOn("2026-03-02"); // evidence complete on 20 February
    expect(days(readings(pecan, "ansOpinion", "2026-03-03"))).toEqual({
      "CSS R. 162-115": "2026-05-01",
      "Parcours G_NIUS, étape 11.a": "2026-04-21",
    });
    pecan.on("2026-03-10", ansAsks("q1", "question"));
    const told = readings(pecan, "ansOpinion", "2026-03-11");
    expect(days(told)).toMatchObject({ "CSS R. 162-115": "2026-05-01", "Parcours G_NIUS, étape 11.a": null });
    expect(told.safest).toEqual({ toAct: "CSS R. 162-115", toPronounce: null });
  });

  test("C6: the listing duty from the decision, and from the start of the coverage", () => {
    const pecan = withBothOpinionsOn("2026-04-10");
    pecan.on("2026-05-04", decided(undefined, "2026-04-28"));
    pecan.on("2026-05-11", orderPublished("2026-06-01"));
    const told = readings(pecan, "lpprListing:depression", "2026-05-12");
    expect(days(told)).toEqual({
      "CSS L. 162-1-23, VI, 1°": "2026-11-12", // 11 November is a holiday
      "ANS, Convergence PECAN": "2026-12-01",
      "CSS L. 162-1-23, VI, 1° (depuis la notification de la décision)": "2026-11-04",
      // F14, the safest for the company: from the signature.
      "CSS L. 162-1-23, VI, 1° (depuis la signature de la décision)": "2026-10-28",
    });
    expect(told.enforces?.ref).toBe("Lecture C6");
    expect(told.safest.toAct).toBe("CSS L. 162-1-23, VI, 1° (depuis la signature de la décision)");
  });

  test("the year of coverage is enforced to the same day number, and its eve is shown", () => {
    const pecan = withBothOpinionsOn("2026-04-10");
    pecan.on("2026-05-04", decided(undefined, "2026-05-04"));
    pecan.on("2026-05-11", orderPublished("2026-06-01"));
    expect(Object.values(days(readings(pecan, "coverageYear:depression", "2026-06-02")))).toEqual([
      "2027-06-01",
      "2027-05-31",
    ]);
  });

  test("a suspended clock is shown under both ways of counting a suspension", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"));
    pecan.on("2026-03-12", consulted("r1"));
    pecan.on("2026-03-20", answered("r1"));
    expect(days(readings(pecan, "cnedimtsOpinion", "2026-03-21"))).toEqual({
      "CSS R. 162-114, V": "2026-05-09",
      "CSS R. 162-114, V, jours de la demande et de la réponse suspendus": "2026-05-10",
    });
  });

  test("a delay that all texts read alike has one reading", () => {
    expect(readings(acknowledgedOn("2026-03-02"), "cnedimtsOpinion", "2026-03-03")).toMatchObject({
      readings: [{ lastDay: "2026-05-01", begun: true }],
      enforced: "CSS R. 162-114, V",
      disputed: false,
      remarks: [],
    });
  });
});
