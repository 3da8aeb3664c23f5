import { describe, expect, test } from "vitest";
import {
  certificateRestored,
  certificateStruck,
  conditionLost,
  conditionRestored,
  coveredFrom,
  decided,
  endOrdered,
  endOrderedAfterAnswer,
  hybrid,
  listingDecided,
  listingRequested,
  listingRequestWithdrawn,
  observationsInvited,
  observationsMade,
  opinionPublished,
  orderPublished,
  studyCompleted,
  tariffPublished,
  withBothOpinionsOn,
} from "../../../rig/timelines/pecan.js";
import "./matchers.js";

/** Published on 10 September, in effect on the 23rd, as the order of 2024 was (E42). */
const covered = () => coveredFrom("2026-09-10", "2026-09-23");

describe("PECAN, step 14: the order", () => {
  test("C6, E42, P9, P10: six months from the decision, taken at its publication; the year from its effect", () => {
    const pecan = covered();
    expect(pecan.clock("lpprListing:depression")).toMatchObject({
      from: "2026-09-10",
      lastDay: "2027-03-10",
      source: "CSS L. 162-1-23, VI, 1°",
    });
    expect(pecan.clock("coverageYear:depression")).toMatchObject({
      from: "2026-09-23",
      lastDay: "2027-09-23",
      source: "CSS L. 162-1-23, I",
    });
    for (const party of ["applicant", "insurer"]) expect(pecan).toHaveTold(party, "coverage");
  });

  test("without a day of its own, an order is in force the day after its publication", () => {
    expect(coveredFrom("2026-09-10").clock("coverageYear:depression").from).toBe("2026-09-11");
  });

  test("it takes effect neither before its publication nor on a day that doesn't exist", () => {
    const pecan = withBothOpinionsOn("2026-05-04");
    pecan.on("2026-05-20", decided(undefined, "2026-05-19"));
    expect(pecan.refusal("2026-06-01", orderPublished("2026-05-31"))).toMatchObject({ source: "CRPA L. 221-3" });
    expect(pecan.refusal("2026-06-01", orderPublished("2026-06-31")).message).toContain("a day that exists");
    pecan.on("2026-06-01", orderPublished("2026-06-01"));
    expect(pecan.view.phase).toBe("coverage");
  });

  test("E43: from 31 August, six months end on the last day of February, rolled; and not on 3 March", () => {
    expect(coveredFrom("2026-08-31").lastDay("lpprListing:depression")).toBe("2027-03-01"); // 28 February is a Sunday
  });

  test("E17: granted for one indication, refused for the other: one ends, the other lives with its own delays", () => {
    const pecan = withBothOpinionsOn("2026-05-04", { indications: hybrid });
    pecan.on("2026-05-20", decided({ depression: "refused", suivi: "granted" }, "2026-05-19"));
    expect(pecan.outcomeOf("depression")).toBe("refused");
    expect(pecan).toBeOpen();
    pecan.on("2026-06-01", orderPublished());
    expect(pecan.view.clocks.filter(({ state }) => state === "running").map(({ id }) => id)).toEqual([
      "latmListing:suivi",
      "coverageYear:suivi",
    ]);
    expect(pecan.refusal("2026-06-02", listingRequested("depression", "lppr")).type).toBe("not-awaited");
  });

  test("C7, E41, P11: each indication follows its own list: six months for the LPPR, nine for the LATM", () => {
    const pecan = coveredFrom("2026-09-10", undefined, { indications: hybrid });
    expect([pecan.lastDay("lpprListing:depression"), pecan.lastDay("latmListing:suivi")]).toEqual([
      "2027-03-10",
      "2027-06-10",
    ]);
    expect(pecan.refusal("2026-12-01", listingRequested("suivi", "lppr")).message).toContain("LATM");
  });

  test("the opinion may still be published after the decision", () => {
    const pecan = covered();
    pecan.on("2026-10-01", opinionPublished());
    expect(pecan).toHaveTold("applicant", "opinionPublished");
  });

  test("the undertakings are shown with their dates; the year after a study is flagged as reading C8", () => {
    const pecan = coveredFrom("2026-09-10", undefined, { studies: [{ title: "Étude pivot", endsOn: "2027-01-31" }] });
    expect(pecan.tasks("completeStudy")[0]?.detail?.facts).toEqual({ title: "Étude pivot", endsOn: "2027-01-31" });
    expect(pecan).toHaveTold("applicant", "undertakings");
    pecan.on("2027-02-03", studyCompleted("depression"));
    expect(pecan.tasks("listWithinYearOfStudy")[0]?.detail?.facts).toEqual({
      endedOn: "2027-02-03",
      reading: "C8",
    });
    expect(pecan.view.clocks.map(({ name }) => name)).not.toContain("listWithinYearOfStudy");
  });

  test("a study stopped for safety leaves no listing undertaking", () => {
    const pecan = covered();
    pecan.on("2027-02-03", studyCompleted("depression", "stopped-for-safety"));
    expect(pecan.tasks("listWithinYearOfStudy")).toEqual([]);
    expect(pecan).toHaveTold("HAS", "studyCompleted");
  });
});

describe("PECAN, the year: listing", () => {
  test("E37: listed, it goes on until the tariff is published, and then ends by law", () => {
    const pecan = covered();
    pecan.on("2027-03-01", listingRequested("depression", "lppr"));
    expect(pecan.phaseOf("depression")).toBe("listing");
    expect(pecan.refusal("2027-05-01", tariffPublished("depression")).message).toContain("suit une décision");
    pecan.on("2027-07-01", listingDecided("depression", "listed"));
    expect(pecan.phaseOf("depression")).toBe("tariff");
    pecan.on("2027-08-02", tariffPublished("depression"));
    expect(pecan).toHaveTold("insurer", "coverageEnded");
    // L. 162-1-23, VI, 2°, b: the continuity is owed after a listing too.
    expect(pecan.clock("continuity:depression")).toMatchObject({ from: "2027-08-02", lastDay: "2028-02-02" });
    pecan.on("2028-02-03");
    expect(pecan).toHaveEnded("listed", "2028-02-03");
  });

  test("P10: both sides of the midnight: on the last day, the duty is kept", () => {
    const pecan = coveredFrom("2026-09-14"); // until Sunday 14 March, rolled to Monday 15
    expect(pecan.lastDay("lpprListing:depression")).toBe("2027-03-15");
    pecan.on("2027-03-15T22:59:59Z", listingRequested("depression", "lppr"));
    pecan.on("2027-03-17");
    expect(pecan.notices("dutyBreached")).toEqual([]);
  });

  test("E34: no request in time: the end is to pronounce by order, and coverage goes on until then", () => {
    const pecan = covered();
    pecan.on("2027-03-12");
    expect(pecan.phaseOf("depression")).toBe("endToPronounce");
    for (const party of ["applicant", "ministers"]) expect(pecan).toHaveTold(party, "dutyBreached");
    expect(pecan.tasks("pronounceEnd")).toHaveLength(1);
    expect(pecan.clock("coverageYear:depression").state).toBe("running");
    expect(pecan.notices("coverageEnded")).toEqual([]);
    pecan.on("2027-04-01", endOrdered("depression", "no-listing-request", "2027-04-15"));
    expect(pecan.phaseOf("depression")).toBe("endPronounced");
    expect(pecan.clock("orderedEnd:depression")).toMatchObject({ from: "2027-04-01", lastDay: "2027-04-14" });
    pecan.untilTheEndOf("2027-04-14");
    expect(pecan.phaseOf("depression")).toBe("endPronounced");
    expect(pecan.view.clocks.map(({ name }) => name)).not.toContain("continuity");
    pecan.on("2027-04-15");
    expect(pecan.phaseOf("depression")).toBe("continuity");
    expect(pecan.clock("continuity:depression")).toMatchObject({ from: "2027-04-14", lastDay: "2027-10-14" });
  });

  test("the breach is told at noon of the next working day; a request received in time until then leaves no trace of it", () => {
    const pecan = covered(); // until Wednesday 10 March
    pecan.until("2027-03-11T08:00:00Z");
    expect(pecan.notices("dutyBreached")).toEqual([]);
    pecan.on("2027-03-10T22:30:00Z", {
      ...listingRequested("depression", "lppr"),
      recorded: "2027-03-11T08:30:00Z",
    });
    pecan.on("2027-03-12");
    expect(pecan.notices("dutyBreached")).toEqual([]);
    expect(pecan.phaseOf("depression")).toBe("listing");
  });

  test("E35: filed a day late, before any order: recorded, it ends nothing and clears nothing", () => {
    const pecan = covered();
    pecan.on("2027-03-11T15:00:00Z", listingRequested("depression", "lppr"));
    expect(pecan.phaseOf("depression")).toBe("endToPronounce");
    expect(pecan.tasks("pronounceEnd")).toHaveLength(1);
    expect(pecan).toHaveTold("ministers", "listingRequested");
    expect(pecan).toBeOpen();
  });

  test("asked for before the PECAN is granted, the duty is kept, and no delay runs for it; withdrawn again, it is owed", () => {
    const asked = () => {
      const pecan = withBothOpinionsOn("2026-05-04");
      expect(pecan.refusal("2026-05-05", listingRequested("depression", "latm")).message).toContain("LPPR");
      return pecan.on("2026-05-05", listingRequested("depression", "lppr"));
    };
    const granted = () => [decided(undefined, "2026-05-19"), orderPublished()] as const;
    const kept = asked().on("2026-05-20", ...granted());
    expect(kept.phaseOf("depression")).toBe("listing");
    expect(kept.view.clocks.map(({ id }) => id)).toEqual(expect.not.arrayContaining(["lpprListing:depression"]));
    expect(kept.until("2027-02-01").notices("dutyBreached")).toEqual([]);
    kept.on("2027-02-02", listingDecided("depression", "listed"));
    expect(kept.phaseOf("depression")).toBe("tariff");
    const withdrawn = asked()
      .on("2026-05-06", listingRequestWithdrawn("depression"))
      .on("2026-05-20", ...granted());
    expect(withdrawn.lastDay("lpprListing:depression")).toBe("2026-11-20");
    kept.isSimulatedAlike();
  });

  test("E28: the listing request withdrawn during the year: the end is to pronounce by order", () => {
    const pecan = covered();
    pecan.on("2027-02-01", listingRequested("depression", "lppr"));
    pecan.on("2027-02-15", listingRequestWithdrawn("depression"));
    expect(pecan.phaseOf("depression")).toBe("endToPronounce");
    pecan.on("2027-03-01", endOrdered("depression", "listing-request-withdrawn"));
    expect(pecan.phaseOf("depression")).toBe("endPronounced"); // the order is in force the day after
    pecan.on("2027-03-02");
    expect(pecan.phaseOf("depression")).toBe("continuity");
    expect(pecan.lastDay("continuity:depression")).toBe("2027-09-01");
  });

  test("E38, P13: listing refused: end by order, and forty-five days of continuity instead of six months", () => {
    const pecan = covered();
    pecan.on("2026-12-01", listingRequested("depression", "lppr"));
    pecan.on("2027-07-05", listingDecided("depression", "refused"));
    expect(pecan.phaseOf("depression")).toBe("endToPronounce");
    pecan.on("2027-07-19", endOrdered("depression", "listing-refused"));
    pecan.on("2027-07-20");
    expect(pecan.lastDay("shortContinuity:depression")).toBe("2027-09-02"); // from the last day of coverage, 19 July
    pecan.on("2027-09-03");
    expect(pecan).toHaveEnded("continuityOver", "2027-09-03");
    for (const party of ["applicant", "insurer"]) expect(pecan).toHaveTold(party, "continuityOver");
  });

  test("E36, P9, P12: the year ends first: by law, without an order, and nothing suspends or extends it", () => {
    const pecan = covered();
    pecan.on("2027-03-01", listingRequested("depression", "lppr"));
    pecan.untilTheEndOf("2027-09-23");
    expect(pecan.phaseOf("depression")).toBe("listing");
    pecan.on("2027-09-24");
    expect(pecan.phaseOf("depression")).toBe("continuity");
    for (const party of ["applicant", "ministers", "insurer"]) expect(pecan).toHaveTold(party, "coverageEnded");
    expect(pecan.clock("continuity:depression")).toMatchObject({ from: "2027-09-23", lastDay: "2028-03-23" });
    expect(pecan.refusal("2027-10-01", endOrdered("depression", "no-listing-request")).type).toBe("not-awaited");
    pecan.on("2028-03-24");
    expect(pecan).toHaveEnded("continuityOver", "2028-03-24");
  });

  test("E37: listed before, and the tariff published after the year: the indication ends listed", () => {
    const pecan = covered();
    pecan.on("2027-03-01", listingRequested("depression", "lppr"));
    pecan.on("2027-09-01", listingDecided("depression", "listed"));
    expect(pecan.noticedOn("applicant", "yearOverListed")).toEqual([]);
    pecan.on("2027-10-04", tariffPublished("depression"));
    expect(pecan.noticedOn("applicant", "yearOverListed"), "C19").toEqual(["2027-09-24"]);
    expect(pecan.notices("coverageEnded", "applicant")).toEqual([]);
    pecan.on("2028-03-24");
    expect(pecan).toHaveEnded("listed", "2028-03-24");
  });

  test("indications end one by one; of different outcomes, the case is concluded by the last", () => {
    const pecan = coveredFrom("2026-09-10", undefined, { indications: hybrid });
    pecan.on("2027-02-01", listingRequested("depression", "lppr"), listingRequested("suivi", "latm"));
    pecan.on("2027-06-01", listingDecided("depression", "listed"), tariffPublished("depression"));
    expect(pecan.phaseOf("depression")).toBe("continuity");
    pecan.on("2027-09-13"); // the year of the other ended on 11 September
    expect(pecan.phaseOf("suivi")).toBe("continuity");
    pecan.on("2027-12-02");
    expect(pecan.outcomeOf("depression")).toBe("listed");
    expect(pecan).toBeOpen();
    pecan.on("2028-03-12");
    expect(pecan).toHaveEnded("concluded", "2028-03-12"); // 11 March 2028 is a Saturday: a duration isn't rolled
  });
});

describe("PECAN, the year: its end by order (R. 162-119, I)", () => {
  test("no end without a case of the article; the refusal says which are established", () => {
    const pecan = covered();
    const none = pecan.refusal("2026-10-01", endOrdered("depression", "condition-lost"));
    expect(none).toMatchObject({ type: "not-lawful", source: "CSS R. 162-119, I" });
    pecan.on("2026-10-05", conditionLost("depression", "ce-marking", "applicant"));
    expect(pecan.refusal("2026-10-06", endOrdered("depression", "ansm-measure")).message).toContain("condition-lost");
    pecan.on("2026-10-07", endOrdered("depression", "condition-lost"));
    pecan.on("2026-10-08");
    expect(pecan.phaseOf("depression")).toBe("continuity");
  });

  test("an order in force on the very day of its publication ends coverage at once", () => {
    const pecan = covered();
    pecan.on("2026-10-05", conditionLost("depression", "ce-marking", "applicant"));
    pecan.on("2026-10-07", endOrdered("depression", "condition-lost", "2026-10-07"));
    expect(pecan.phaseOf("depression")).toBe("continuity");
    expect(pecan.clock("continuity:depression").from).toBe("2026-10-06");
  });

  test("pronounced for a day after the year, the end comes by law, at the end of the year", () => {
    const pecan = covered();
    pecan.on("2027-09-01", conditionLost("depression", "ce-marking", "applicant"));
    pecan.on("2027-09-10", endOrdered("depression", "condition-lost", "2027-11-01"));
    pecan.on("2027-09-24");
    expect(pecan.phaseOf("depression")).toBe("continuity");
    expect(pecan.clock("continuity:depression").from).toBe("2027-09-23");
    expect(pecan.clock("orderedEnd:depression").state).toBe("stopped");
  });

  test("between the order and its day, another ground asks for no second order; a safety withdrawal lifts the duties", () => {
    const pecan = covered();
    pecan.on("2026-10-05", conditionLost("depression", "ce-marking", "applicant"));
    pecan.on("2026-10-07", endOrdered("depression", "condition-lost", "2026-11-02"));
    pecan.on("2026-10-20", conditionLost("depression", "safety-withdrawal", "applicant"));
    expect(pecan.tasks("pronounceEnd")).toHaveLength(1);
    expect(pecan.phaseOf("depression")).toBe("endPronounced");
    pecan.on("2026-11-02");
    expect(pecan).toHaveEnded("dutiesLifted", "2026-11-02");
    const letters = ["endPronounced", "coverageEnded"].flatMap((notice) => pecan.notices(notice, "applicant"));
    expect(letters).toMatchObject([
      { on: "2026-10-07", detail: { facts: { continuity: "continuity" } } },
      { on: "2026-11-02", detail: { facts: { continuity: "lifted" } } },
    ]);
  });

  test("an order takes no effect before its publication", () => {
    const pecan = covered();
    pecan.on("2026-10-05", conditionLost("depression", "ce-marking", "applicant"));
    expect(pecan.refusal("2026-10-07", endOrdered("depression", "condition-lost", "2026-10-01")).type).toBe(
      "not-lawful",
    );
  });

  test("E40: the certificate withdrawn by the ANS: a condition is lost, the end is to pronounce", () => {
    const pecan = covered();
    expect(pecan.refusal("2026-12-01", { ...certificateStruck, by: "ministers" }).type).toBe("not-allowed");
    pecan.on("2026-12-01", certificateStruck);
    expect(pecan.phaseOf("depression")).toBe("endToPronounce");
    expect(pecan.clock("coverageYear:depression").state).toBe("running");
  });

  test("a measure of the ANSM is stated by the ANSM, and the ANSM states nothing else but safety", () => {
    const pecan = covered();
    pecan.refusal("2026-12-01", conditionLost("depression", "ansm-measure", "ministers"));
    pecan.refusal("2026-12-01", conditionLost("depression", "ce-marking", "ANSM"));
    pecan.on("2026-12-01", conditionLost("depression", "ansm-measure", "ANSM"));
    pecan.on("2026-12-02", endOrdered("depression", "ansm-measure"));
    pecan.on("2026-12-03");
    expect(pecan.phaseOf("depression")).toBe("continuity");
  });

  test("E39: a safety withdrawal ends coverage and lifts the duties: no continuity", () => {
    const pecan = covered();
    pecan.on("2026-12-01", conditionLost("depression", "safety-withdrawal", "applicant"));
    pecan.on("2026-12-07", endOrdered("depression", "safety-withdrawal"));
    pecan.on("2026-12-08");
    expect(pecan).toHaveEnded("dutiesLifted", "2026-12-08"); // the order is in force the day after its publication
    expect(pecan.view.clocks.map(({ name }) => name)).not.toContain("continuity");
  });

  test("reminders of the listing duty come ninety, thirty and seven days before; of the year, ninety, thirty and seven, the insurer and the prescribers too", () => {
    const pecan = covered();
    pecan.on("2027-09-22");
    const rungs = (clock: string, to = "applicant") =>
      pecan
        .notices("reminder")
        .filter(({ about, party }) => about?.startsWith(clock) && party === to)
        .map(({ on }) => on);
    expect(rungs("lpprListing")).toEqual(["2026-12-10", "2027-02-08", "2027-03-03"]);
    expect(rungs("coverageYear")).toEqual(["2027-06-25", "2027-08-24", "2027-09-16"]);
    for (const party of ["insurer", "prescribers"])
      expect(rungs("coverageYear", party)).toEqual(["2027-08-24", "2027-09-16"]);
  });

  test("L. 162-1-23, VI, last al.: a safety withdrawal during the continuity lifts it; no other condition matters then", () => {
    const pecan = covered();
    pecan.until("2027-09-25");
    expect(pecan.phaseOf("depression")).toBe("continuity");
    expect(pecan.refusal("2027-10-01", conditionLost("depression", "ce-marking", "ministers"))).toMatchObject({
      type: "not-lawful",
      source: "CSS L. 162-1-23, VI, dernier al.",
    });
    pecan.on("2027-10-04", conditionLost("depression", "safety-withdrawal", "applicant"));
    expect(pecan).toHaveEnded("dutiesLifted", "2027-10-04");
  });

  describe("CRPA L. 121-1: the applicant is heard before an end is pronounced", () => {
    const lost = () => covered().on("2026-10-05", conditionLost("depression", "ce-marking", "applicant"));
    const ended = endOrderedAfterAnswer("depression", "condition-lost");

    test("no order before it was invited, on that very ground, and its last day is over", () => {
      const pecan = lost();
      expect(pecan.refusal("2026-10-06", ended).message).toContain("n'a pas été invité");
      expect(pecan.refusal("2026-10-06", observationsInvited("depression", "listing-refused", "2026-10-27")).type).toBe(
        "not-lawful",
      );
      pecan.on("2026-10-06", observationsInvited("depression", "condition-lost", "2026-10-26"));
      pecan.on("2026-10-20", observationsMade("depression"));
      expect(pecan).toHaveTold("ministers", "observationsMade");
      expect(pecan.refusal("2026-10-26", ended).message).toContain("jusqu'au 2026-10-26");
      pecan.on("2026-10-27", ended);
      expect(pecan.phaseOf("depression")).toBe("endPronounced");
    });

    test("a condition that is met again grounds no end any more; a certificate is struck, and given back, as a whole", () => {
      const pecan = coveredFrom("2026-09-10", undefined, { indications: hybrid });
      pecan.on("2026-10-05", certificateStruck);
      for (const id of ["depression", "suivi"]) expect(pecan.phaseOf(id)).toBe("endToPronounce");
      expect(pecan.lines("handover")).toEqual(["2026-10-05 handover certificateStruck"]);
      pecan.on("2026-11-02", certificateRestored);
      for (const id of ["depression", "suivi"]) expect(pecan.phaseOf(id)).toBe("coverage");
      expect(pecan.view.owed.flatMap(({ names }) => names)).not.toContain("pronounceEnd");
      expect(pecan.refusal("2026-11-03", endOrdered("depression", "condition-lost")).message).toContain(
        "Aucun des cas",
      );
    });

    test("the listing still examined is told of the end, on the first day without; one that was decided isn't", () => {
      const byLaw = coveredFrom("2026-09-10").on("2027-09-20");
      expect(byLaw.lines("handover")).toEqual(["2027-09-12 handover coverageEnded depression"]);
      const byOrder = lost()
        .on("2026-10-06", endOrdered("depression", "condition-lost", "2026-11-02"))
        .on("2026-11-03");
      expect(byOrder.lines("handover")).toEqual(["2026-11-02 handover coverageEnded depression"]);
      const decided = coveredFrom("2026-09-10").on("2026-12-01", listingRequested("depression", "lppr"));
      decided.on("2027-05-04", listingDecided("depression", "listed")).on("2027-09-20");
      expect(decided.lines("handover")).toEqual([]);
    });

    test("of two conditions lost, one that is met again leaves the other a ground", () => {
      const pecan = lost().on("2026-10-06", certificateStruck);
      pecan.on("2026-11-02", certificateRestored);
      expect(pecan.phaseOf("depression")).toBe("endToPronounce");
      pecan.on("2026-11-03", conditionRestored("depression", "ce-marking"));
      expect(pecan.phaseOf("depression")).toBe("coverage");
    });
  });

  test("C20: a listing refused after the end is told with both days of continuity, and as no end to pronounce", () => {
    const pecan = covered();
    pecan.on("2027-03-01", listingRequested("depression", "lppr"));
    pecan.on("2027-10-11", listingDecided("depression", "refused"));
    expect(pecan.notices("listingDecided")).toEqual([]);
    expect(pecan.notices("listingRefusedAfterTheEnd", "applicant")[0]?.detail?.facts).toEqual({
      endedOn: "2027-09-23",
      until: "2028-03-23",
      orElse: "2027-11-07",
    });
    expect(pecan.lastDay("continuity:depression")).toBe("2028-03-23");
  });

  test("the end of the year is notified at its midnight; a listing decided in time and recorded late rectifies its ground", () => {
    const pecan = covered();
    pecan.on("2027-03-01", listingRequested("depression", "lppr"));
    pecan.until("2027-09-23T22:00:00Z");
    expect(pecan.noticedOn("insurer", "coverageEnded"), "at midnight").toEqual(["2027-09-24"]);
    pecan.on("2027-09-20", { ...listingDecided("depression", "listed"), recorded: "2027-09-27T08:00:00Z" });
    expect(pecan.lines("rectified")).toContainEqual("2027-09-24 rectified coverageEnded insurer depression");
    expect(pecan.noticedOn("insurer", "yearOverListed")).toEqual(["2027-09-24"]);
  });

  test("a tariff published after the year tells no second end of coverage", () => {
    const pecan = covered();
    pecan.on("2027-02-01", listingRequested("depression", "lppr"));
    pecan.until("2027-09-25");
    pecan.on("2027-10-15", listingDecided("depression", "listed"));
    pecan.on("2027-11-02", tariffPublished("depression"));
    expect(pecan.notices("coverageEnded", "applicant")).toHaveLength(1);
    pecan.on("2028-03-24");
    expect(pecan).toHaveEnded("listed", "2028-03-24");
  });

  test("while coverage runs, the ministers owe nothing", () => {
    expect(covered().view.whoseMove).toEqual(["applicant"]);
  });
});
