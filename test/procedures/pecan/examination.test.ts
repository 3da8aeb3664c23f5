import { describe, expect, test } from "vitest";
import {
  acknowledgedOn,
  ansAnswered,
  ansAsks,
  ansOpinion,
  answered,
  cnedimtsOpinion,
  consulted,
  decided,
  deprioritisationReviewed,
  expertNamed,
  filed,
  hybrid,
  opinionPublished,
  opinionReceived,
  proposed,
  requested,
  reviewed,
  withBothOpinionsOn,
} from "../../../rig/timelines/pecan.js";
import "./matchers.js";

describe("PECAN, steps 11 and 12: two opinions in sixty days", () => {
  test("P4, P5: both sides of the midnight; a late opinion is recorded and told, and ends nothing (E20)", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.untilTheEndOf("2026-05-01"); // a holiday before a week-end: an authority's delay doesn't roll (E44)
    expect(pecan.lines("overrun")).toEqual([]);
    pecan.until("2026-05-01T22:00:00.000Z");
    expect(pecan.lines("overrun")).toEqual([
      "2026-05-02 overrun ansOpinion ANS ansOpinion",
      "2026-05-02 overrun cnedimtsOpinion CNEDiMTS cnedimtsOpinion",
    ]);
    for (const party of ["ANS", "CNEDiMTS", "HAS", "ministers"]) expect(pecan).toHaveTold(party, "overrun");
    expect(pecan.notices("overrun", "applicant")).toEqual([]);
    expect(pecan).toBeOpen();
    pecan.on("2026-05-11", ansOpinion(), cnedimtsOpinion());
    expect(pecan.lastDay("decision")).toBe("2026-06-10");
    expect(pecan.lines("overrun")).toHaveLength(2); // recorded once
  });

  test("C17: what counts is the day on which the opinion is rendered, not the day on which it is communicated", () => {
    const pecan = acknowledgedOn("2026-03-02");
    const communicated = { at: "2026-04-30T08:00:00Z", receivedAt: "2026-05-05T08:00:00Z" };
    pecan.on("2026-04-30", cnedimtsOpinion(undefined, communicated));
    expect(pecan.lines("rectified")).toContainEqual("2026-05-02 rectified cnedimtsOpinion CNEDiMTS cnedimtsOpinion");
    expect(pecan.clock("cnedimtsOpinion")).toMatchObject({ state: "met", closed: { act: "cnedimtsOpinionRendered" } });
  });

  test("C1: the ANS's legal delay runs from the acknowledgement; its time of analysis, from all the evidence, is information", () => {
    const pecan = acknowledgedOn("2026-03-02"); // evidence complete on 20 February
    expect(pecan.clock("ansOpinion")).toMatchObject({ lastDay: "2026-05-01", informative: false });
    expect(pecan.clock("ansAnalysis")).toMatchObject({ from: "2026-02-20", lastDay: "2026-04-21", informative: true });
    pecan.on("2026-04-25");
    expect(pecan.lines("overrun", "lapsed")).toEqual([]);
    expect(pecan.notices("overrun")).toEqual([]);
  });

  test("C2, E5: a question of the ANS stops its stopwatch alone; legal delays go on", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-10", ansAsks("q1", "question"));
    expect(pecan.clock("ansAnalysis").state).toBe("suspended");
    expect(pecan.clock("ansOpinion")).toMatchObject({ state: "running", lastDay: "2026-05-01" });
    expect(pecan.view.clocks.map(({ name }) => name)).not.toContain("ansInformation");
    pecan.on("2026-03-20", ansAnswered("q1"));
    expect(pecan.lastDay("ansAnalysis")).toBe("2026-05-01"); // ten days more
    expect(pecan.lastDay("ansOpinion")).toBe("2026-05-01");
  });

  test("P6b, C4: the ANS's own request, unanswered in thirty days, deprioritises and never abandons", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-08", ansAsks("q1", "request"));
    expect(pecan.lastDay("ansInformation:q1")).toBe("2026-05-11"); // 8 May is a holiday before a week-end
    pecan.untilTheEndOf("2026-05-11");
    expect(pecan.phaseOf("q1")).toBe("requested");
    pecan.on("2026-05-12");
    expect(pecan.phaseOf("q1")).toBe("deprioritised");
    expect(pecan).toHaveTold("applicant", "deprioritised");
    expect(pecan).toHaveTold("ANS", "deprioritised");
    expect(pecan.tasks("reviewDeprioritisation")).toHaveLength(1);
    expect(pecan).toBeOpen();
    pecan.on("2026-05-13", deprioritisationReviewed("q1", "propose-formal-request"));
    expect(pecan.tasks("considerRequest")).toHaveLength(1);
    pecan.on("2026-05-14", ansAnswered("q1")); // still welcome
    expect(pecan.phaseOf("q1")).toBe("satisfied");
    expect(pecan).toHaveTold("applicant", "precisionReceived");
  });

  test("C18: the ANS asks, and is answered, until its opinion: after it, no further request and no deprioritisation", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-10", ansAsks("q1", "request"));
    pecan.on("2026-03-20", ansOpinion("unfavourable"));
    expect(pecan.refusal("2026-03-21", ansAsks("q2", "question")).message).toContain("pendant son évaluation");
    expect(pecan.clock("ansInformation:q1").state).toBe("stopped");
    pecan.on("2026-04-30");
    expect(pecan.notices("deprioritised")).toEqual([]);
    expect(pecan).toBeOpen();
  });

  test("a request has a name of its own, whoever asks", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-10", ansAsks("r1", "question"));
    expect(pecan.refusal("2026-03-11", requested("r1")).type).toBe("not-lawful");
    expect(pecan.refusal("2026-03-11", ansAsks("r1", "request")).type).toBe("not-lawful");
  });

  test("a proposal of the ANS or of the CNEDiMTS moves no date; the ministers alone request (E4)", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-10", proposed("ANS"));
    expect(pecan.lastDay("ansOpinion")).toBe("2026-05-01");
    expect(pecan.tasks("considerRequest")).toHaveLength(1);
    pecan.on("2026-03-12", requested("r1", { proposedBy: "ANS" }));
    for (const clock of ["ansOpinion", "cnedimtsOpinion", "ansAnalysis"])
      expect(pecan.clock(clock).state).toBe("suspended");
  });

  test("E12: an opinion rendered during a suspension is valid: its delay ends, the other stays suspended", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"));
    pecan.on("2026-03-16", ansOpinion());
    expect(pecan.clock("ansOpinion").state).toBe("met");
    expect(pecan.clock("cnedimtsOpinion").state).toBe("suspended");
  });

  test("an opinion is rendered once, on each indication, with its certificate or its reasons", () => {
    const pecan = acknowledgedOn("2026-03-02", { indications: hybrid });
    const withoutCertificate = { ...ansOpinion(), body: { sense: "favourable" as const } };
    expect(pecan.refusal("2026-04-01", withoutCertificate)).toMatchObject({
      type: "not-lawful",
      source: "CSS R. 162-115",
    });
    const withoutReasons = { ...ansOpinion(), body: { sense: "unfavourable" as const } };
    expect(pecan.refusal("2026-04-01", withoutReasons).message).toContain("dit pourquoi");
    pecan.on("2026-04-01", ansOpinion());
    expect(pecan.refusal("2026-04-02", ansOpinion()).message).toContain("qu'une fois");
    expect(pecan.refusal("2026-04-02", cnedimtsOpinion()).source).toBe("CSS R. 162-114, I");
    const foreign = { depression: "favourable", suivi: "favourable", autre: "favourable" } as const;
    expect(pecan.refusal("2026-04-02", cnedimtsOpinion(foreign)).type).toBe("not-lawful");
    pecan.on("2026-04-02", cnedimtsOpinion({ depression: "favourable", suivi: "unfavourable" }));
    expect(pecan.view.phase).toBe("decision");
  });

  test("step 12.a: a favourable opinion brings the certificate with what follows", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-01", ansOpinion());
    expect(pecan.notices("certificate", "applicant")[0]?.detail?.facts).toEqual({
      certificate: "DMN-2026-001",
      nextSteps: "Déclarer toute évolution majeure.",
    });
  });

  test("step 12.b: the opinion goes to ministers, applicant and, for telemonitoring, the CNPs; and is to publish", () => {
    const telemonitoring = acknowledgedOn("2026-03-02", { indications: hybrid });
    telemonitoring.on("2026-04-01", cnedimtsOpinion({ depression: "favourable", suivi: "favourable" }));
    for (const party of ["applicant", "ministers", "CNP"]) expect(telemonitoring).toHaveTold(party, "cnedimtsOpinion");
    expect(telemonitoring.tasks("publishOpinion")).toHaveLength(1);
    const therapeutic = acknowledgedOn("2026-03-02");
    therapeutic.on("2026-04-01", cnedimtsOpinion());
    expect(therapeutic.notices("cnedimtsOpinion", "CNP")).toEqual([]);
    therapeutic.on("2026-04-03", opinionPublished());
    expect(therapeutic).toHaveTold("applicant", "opinionPublished");
  });

  describe("the thirty days of the ministers run from their reception of the last opinion", () => {
    test("as they record it, before or after their stage has begun; without it, as it was communicated", () => {
      const pecan = acknowledgedOn("2026-03-02");
      pecan.on("2026-04-27", ansOpinion());
      pecan.on("2026-04-29", opinionReceived("ANS"));
      pecan.on("2026-04-30", cnedimtsOpinion());
      expect(pecan.clock("decision")).toMatchObject({ from: "2026-04-30", lastDay: "2026-05-30" });
      pecan.on("2026-05-05", opinionReceived("CNEDiMTS"));
      expect(pecan.clock("decision").state).toBe("stopped");
      expect(pecan.clock("decision#2")).toMatchObject({ from: "2026-05-05", lastDay: "2026-06-04" });
      // Rendered in time and received later, the opinion itself is never overrun.
      expect(pecan.lines("overrun")).toEqual([]);
    });

    test("an opinion is received once rendered, and is one of the two", () => {
      const pecan = acknowledgedOn("2026-03-02");
      expect(pecan.refusal("2026-04-01", opinionReceived("ANS")).notAwaited).toBe("not-yet");
      pecan.on("2026-04-27", ansOpinion());
      expect(pecan.refusal("2026-04-28", opinionReceived("CNEDiMTS")).type).toBe("not-lawful");
    });
  });

  test("an opinion is published once rendered, not before", () => {
    const pecan = acknowledgedOn("2026-03-02");
    expect(pecan.refusal("2026-03-05", opinionPublished())).toMatchObject({
      type: "not-awaited",
      notAwaited: "not-yet",
    });
  });

  test("E47: who advised on the product in an early meeting takes no part in its evaluation", () => {
    const pecan = acknowledgedOn("2026-03-02", { excludedExperts: ["R-17"] });
    expect(pecan.refusal("2026-03-04", expertNamed("R-17")).type).toBe("not-lawful");
    pecan.on("2026-03-04", expertNamed("R-18"));
    expect(pecan).toHaveTold("CNEDiMTS", "expertNamed");
  });
});

describe("PECAN, steps 11 to 13: from one opinion to the ministers", () => {
  test("E15: after one unfavourable opinion nothing ends by itself; the ministers may refuse with reasons, and only refuse", () => {
    const pecan = acknowledgedOn("2026-03-02");
    expect(pecan.refusal("2026-03-20", decided({ depression: "refused" }, "2026-03-20")).type).toBe("not-awaited");
    pecan.on("2026-04-01", cnedimtsOpinion({ depression: "unfavourable" }));
    expect(pecan).toBeOpen();
    expect(pecan.clock("ansOpinion").state).toBe("running");
    const grant = pecan.refusal("2026-04-03", decided({ depression: "granted" }, "2026-04-03"));
    expect(grant.message).toContain("après les deux avis");
    pecan.on("2026-04-03", decided({ depression: "refused" }, "2026-04-02"));
    expect(pecan).toHaveEnded("refused", "2026-04-03");
    expect(pecan.outcomeOf("depression")).toBe("refused");
  });

  test("E14, C5, P8: thirty days from the receipt of the last opinion, whatever its sense, started once", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-20", ansOpinion());
    pecan.on("2026-04-27", cnedimtsOpinion({ depression: "unfavourable" }));
    expect(pecan.clock("decision")).toMatchObject({ from: "2026-04-27", lastDay: "2026-05-27" });
    expect(pecan.view.clocks.filter(({ name }) => name === "decision")).toHaveLength(1);
    pecan.untilTheEndOf("2026-05-27");
    expect(pecan.lines("overrun")).toEqual([]);
    pecan.on("2026-05-28");
    expect(pecan.lines("overrun")).toEqual(["2026-05-28 overrun decision ministers decision"]);
    expect(pecan).toHaveTold("applicant", "overrun");
    expect(pecan).toBeOpen(); // no implicit decision
  });

  test("P8: they run from the day on which the ministers receive the opinion, where it comes later", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-20", ansOpinion());
    pecan.on("2026-04-24T10:00:00Z", cnedimtsOpinion(undefined, { receivedAt: "2026-04-28T08:00:00Z" }));
    expect(pecan.clock("decision")).toMatchObject({ from: "2026-04-28", lastDay: "2026-05-28" });
  });

  test("E16, F16: an unfavourable ANS opinion excludes a grant, a reading that the refusal names, and a task asks for a refusal; nothing is refused by itself", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-20", ansOpinion("unfavourable"));
    pecan.on("2026-04-27", cnedimtsOpinion());
    expect(pecan.tasks("draftRefusal")).toHaveLength(1);
    expect(pecan).toBeOpen();
    const refusal = pecan.refusal("2026-05-05", decided({ depression: "granted" }, "2026-05-04"));
    expect(refusal).toMatchObject({ type: "not-lawful", source: "Lecture C21" });
    pecan.on("2026-05-05", decided({ depression: "refused" }, "2026-05-04"));
    expect(pecan).toHaveEnded("refused", "2026-05-05");
  });

  test("a refusal is notified with its reasons, its remedies and the criterion that is missing", () => {
    const pecan = withBothOpinionsOn("2026-05-04");
    const bare = decided({ depression: "refused" }, "2026-05-20");
    const without = (decision: object) => ({
      ...bare,
      body: {
        signedOn: "2026-05-20",
        decisions: [{ indication: "depression", outcome: "refused" as const, ...decision }],
      },
    });
    expect(pecan.refusal("2026-05-21", without({})).source).toBe("CSS R. 162-120");
    const criterionless = without({ reasons: "Motif.", remedies: "Recours." });
    expect(pecan.refusal("2026-05-21", criterionless).source).toBe("CSS R. 162-113, II");
    pecan.on("2026-05-21", bare);
    for (const party of ["applicant", "HAS", "ANS"]) expect(pecan).toHaveTold(party, "decision");
    expect(pecan).toHaveEnded("refused", "2026-05-21");
  });

  test("E42: a decision is signed, notified, published and in effect on four days kept apart; not signed after its notification", () => {
    const pecan = withBothOpinionsOn("2026-05-04");
    expect(pecan.refusal("2026-05-21", decided(undefined, "2026-05-22")).type).toBe("not-lawful");
    expect(pecan.refusal("2026-05-21", decided(undefined, "2026-02-30")).message).toContain("a day that exists");
    pecan.on("2026-05-21", decided(undefined, "2026-05-19"));
    expect(pecan.notices("decision", "applicant")[0]).toMatchObject({
      on: "2026-05-21",
      detail: { facts: { signedOn: "2026-05-19" } },
    });
  });

  test("a decision speaks once of each indication, and of no other", () => {
    const pecan = withBothOpinionsOn("2026-05-04", { indications: hybrid });
    expect(pecan.refusal("2026-05-21", decided({ depression: "granted" }, "2026-05-20")).message).toContain("suivi");
    const foreign = decided({ depression: "granted", suivi: "granted", autre: "granted" }, "2026-05-20");
    expect(pecan.refusal("2026-05-21", foreign).message).toContain("autre");
  });

  test("E32: an indication already granted, or refused on another criterion, can't be granted again; another can", () => {
    const precedents = [{ case: "PECAN-2025-0007", indication: "depression", outcome: "granted" as const }];
    const pecan = withBothOpinionsOn("2026-05-04", { indications: hybrid, precedents });
    expect(pecan.tasks("precedentBarsIndication").map(({ about }) => about)).toEqual(["depression"]);
    const refusal = pecan.refusal("2026-05-21", decided({ depression: "granted", suivi: "granted" }, "2026-05-20"));
    expect(refusal).toMatchObject({ type: "not-lawful", source: "CSS R. 162-113, II" });
    expect(refusal.message).toContain("PECAN-2025-0007");
    pecan.on("2026-05-21", decided({ depression: "refused", suivi: "granted" }, "2026-05-20"));
    expect(pecan.outcomeOf("depression")).toBe("refused");
    expect(pecan.view.phase).toBe("publication");
  });

  test.each([
    [["studies-in-progress"] as const, true],
    [["studies-in-progress", "data-export"] as const, false],
    [["presumed-innovation"] as const, false],
    [["ansm-measure", "presumed-innovation"] as const, false],
    // F15: no criterion of the article, so no bar: what stood in the way may be over.
    [["ansm-measure"] as const, true],
    [["cumulation"] as const, true],
    [["not-the-exploitant"] as const, true],
    [["precedent"] as const, true],
    [[] as const, true],
  ])("E31, E32, F15: refused on %j, it may be granted on a new filing: %s", (criteria, may) => {
    const precedents = [
      { case: "PECAN-2025-0007", indication: "depression", outcome: "refused" as const, criteria: [...criteria] },
    ];
    const pecan = withBothOpinionsOn("2026-05-04", { precedents });
    if (may) pecan.on("2026-05-21", decided(undefined, "2026-05-20"));
    else pecan.refusal("2026-05-21", decided(undefined, "2026-05-20"));
    expect(pecan.view.phase).toBe(may ? "publication" : "decision");
    expect(pecan.notices("precedentBars", "applicant")).toHaveLength(may ? 0 : 1);
  });

  test("F15: a barred indication may be filed; its applicant is told on the day of filing, with the precedent", () => {
    const precedents = [{ case: "PECAN-2025-0007", indication: "depression", outcome: "granted" as const }];
    const pecan = filed("2026-01-05", { indications: hybrid, precedents });
    expect(pecan).toBeOpen();
    const [told, ...others] = pecan.notices("precedentBars", "applicant");
    expect(told).toMatchObject({
      on: "2026-01-05",
      about: "depression",
      detail: { facts: { case: "PECAN-2025-0007" } },
    });
    expect(others).toEqual([]);
  });

  test("E30: an abandoned application leaves no precedent: a new case runs from zero", () => {
    const pecan = withBothOpinionsOn("2026-05-04", { precedents: [] });
    expect(pecan.tasks("precedentBarsIndication")).toEqual([]);
    pecan.on("2026-05-21", decided(undefined, "2026-05-20"));
    expect(pecan.view.phase).toBe("publication");
  });

  test("E13: the last opinion comes while a request is open: the thirty days start suspended, and are whole from the answer", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-20", requested("r1"), consulted("r1"));
    pecan.on("2026-04-27", ansOpinion(), cnedimtsOpinion());
    expect(pecan.clock("decision")).toMatchObject({ from: "2026-04-27", state: "suspended", lastDay: null });
    expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-05-20"); // keeps its thirty days
    pecan.on("2026-05-06", answered("r1"));
    pecan.on("2026-05-07", reviewed("r1"));
    expect(pecan.lastDay("decision")).toBe("2026-06-05");
  });
});
