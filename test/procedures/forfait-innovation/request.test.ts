import { describe, expect, it } from "vitest";
import { filingRefused } from "../../../rig/timeline.js";
import {
  acknowledged,
  act,
  amended,
  answered,
  asked,
  evaluatedFrom,
  examinedFrom,
  filing,
  granted,
  opinion,
  protocolModified,
  protocolRequested,
  published,
  refusal,
  refused,
  requestedOn,
  second,
} from "../../../rig/timelines/forfait-innovation.js";

describe("forfait innovation: admissibility (R. 165-67)", () => {
  it("F1: fifteen days from the receipt; nothing follows but an overrun", () => {
    const file = requestedOn("2026-01-05");
    expect(file.clock("admissibility")).toMatchObject({ lastDay: "2026-01-20", source: "CSS R. 165-67" });
    expect(file.untilTheEndOf("2026-01-20").lines("overrun")).toEqual([]);
    expect(file.until("2026-01-21").lines("overrun")).toEqual(["2026-01-21 overrun admissibility HAS admissibility"]);
    expect(file.on("2026-01-26", acknowledged).view.phase).toBe("evaluation");
  });

  it("F1: not admissible, it is completed, and the fifteen days begin again; so do the 195 of silence (reading F5)", () => {
    const file = requestedOn("2026-01-05").on("2026-01-12", act("foundInadmissible", "HAS", { missing: ["Budget"] }));
    expect(file.lastDay("silence")).toBe("2026-07-19");
    expect(file.letter("inadmissible").text).toContain("— Budget");
    file.on("2026-02-02", act("requestCompleted", "applicant", { documents: [{ title: "Budget" }] }));
    expect(file.lastDay("admissibility#2")).toBe("2026-02-17");
    expect(file.lastDay("silence")).toBe("2026-08-16");
    expect(file.on("2026-02-03", acknowledged).view.phase).toBe("evaluation");
    file.isSimulatedAlike();
  });

  it("never completed, it is rejected by the silence of the 195 days", () => {
    const file = requestedOn("2026-01-05").on("2026-01-12", act("foundInadmissible", "HAS", { missing: ["Budget"] }));
    expect(file.until("2026-07-21").view.ending).toMatchObject({ name: "silentlyRejected", effectiveOn: "2026-07-20" });
  });

  it("two indications of one name are refused", () => {
    const twice = { id: "aorte", label: "X" };
    expect(
      filingRefused("forfait-innovation", "2026-01-05", filing({ indications: [twice, twice] })).message,
    ).toContain("identifiant");
  });
});

describe("forfait innovation: the opinion (R. 165-68)", () => {
  it("F2: seventy-five days from the acknowledgement, with the thirty days given added whole, whatever was used of them (E63)", () => {
    const file = evaluatedFrom("2026-01-05");
    expect(file.clock("opinion")).toMatchObject({ from: "2026-01-05", lastDay: "2026-03-21" });
    file.on("2026-02-02", protocolRequested("P1"));
    expect(file.clock("protocol:P1").lastDay).toBe("2026-03-04");
    expect([file.clock("opinion").state, file.lastDay("opinion"), file.lastDay("silence")]).toEqual([
      "running",
      "2026-04-20",
      "2026-08-18",
    ]);
    file.on("2026-02-05", protocolModified("P1"));
    expect([file.lastDay("opinion"), file.lastDay("silence")]).toEqual(["2026-04-20", "2026-08-18"]);
    expect(file.untilTheEndOf("2026-04-20").lines("overrun")).toEqual([]);
    expect(file.until("2026-04-21").lines("overrun")).toEqual(["2026-04-21 overrun opinion HAS opinion"]);
    file.isSimulatedAlike();
  });

  it("F2: on the last day it is in time; unanswered, nothing is abandoned, and nothing more is taken into account", () => {
    const file = () => evaluatedFrom("2026-01-05").on("2026-02-02", protocolRequested("P1"));
    expect(file().on("2026-03-04T23:59:59.999+01:00", protocolModified("P1")).phaseOf("P1")).toBe("satisfied");
    const silent = file().untilTheEndOf("2026-03-04");
    expect(silent.notices("protocolNotModified")).toEqual([]);
    silent.until("2026-03-05");
    expect(silent.letter("protocolNotModified").text).toContain("n'est pas abandonnée");
    expect(silent.view.phase).toBe("evaluation");
    expect(silent.refusal("2026-03-06", protocolModified("P1")).source).toBe("CSS R. 165-66, III");
    expect(silent.lastDay("opinion")).toBe("2026-04-20");
    silent.on("2026-04-01", opinion("favourable"));
  });

  it("R. 165-66, III and IV: no change that isn't asked for; adverse facts are told as long as it is examined", () => {
    const file = evaluatedFrom("2026-01-05");
    expect(file.refusal("2026-01-20", protocolModified("P1")).source).toBe("CSS R. 165-66, III");
    expect(file.refusal("2026-01-20", amended).type).toBe("not-awaited");
    const facts = act("adverseFactsReported", "applicant", { facts: "Deux incidents." });
    file.on("2026-01-21", facts);
    for (const party of ["HAS", "ministers"]) expect(file.letter("adverseFacts", party).text).toContain("incidents");
    file.on("2026-01-22", opinion("favourable"), published, granted);
    expect(file.refusal("2026-01-23", facts).type).toBe("not-awaited");
  });

  it("an opinion that isn't plainly favourable says why", () => {
    const file = evaluatedFrom("2026-01-05");
    const bare = (sense: "unfavourable" | "with-observations") => act("opinionRendered", "HAS", { sense });
    expect(file.refusal("2026-02-02", bare("unfavourable")).source).toBe("CSS R. 165-68, III");
    expect(file.refusal("2026-02-02", bare("with-observations")).source).toBe("CSS R. 165-68, IV");
  });

  it("F3: with observations, thirty days from its receipt to amend, then thirty for the second opinion", () => {
    const file = evaluatedFrom("2026-01-05").on("2026-03-02", opinion("with-observations"));
    expect(file.lastDay("amendment")).toBe("2026-04-01");
    file.on("2026-04-01T23:59:59.999+02:00", amended);
    expect(file.clock("secondOpinion")).toMatchObject({ from: "2026-04-01", lastDay: "2026-05-01" });
    // The thirty days to amend are within the 195, which count them.
    expect(file.lastDay("silence")).toBe("2026-07-19");
    file.on("2026-04-20", second("favourable")).on("2026-04-21", published);
    expect(file.lastDay("ministersAfterSecond")).toBe("2026-06-05");
  });

  it("F3, E64: nothing sent, an unfavourable opinion is still owed: a task, and the only opinion that is lawful", () => {
    const file = evaluatedFrom("2026-01-05").on("2026-03-02", opinion("with-observations")).untilTheEndOf("2026-04-01");
    expect(file.tasks("renderUnfavourable")).toEqual([]);
    file.until("2026-04-02T13:00:00Z");
    expect(file.tasks("renderUnfavourable")).toHaveLength(1);
    expect(file.view).toMatchObject({ phase: "secondEvaluation", ending: null });
    expect(file.refusal("2026-04-03", amended).type).toBe("not-awaited");
    expect(file.refusal("2026-04-03", second("favourable")).source).toBe("CSS R. 165-68, IV");
    file.on("2026-04-03", second("unfavourable"));
    expect(file.view.phase).toBe("refusal");
  });

  it("an unfavourable opinion is published, and leaves the ministers only a refusal", () => {
    const file = evaluatedFrom("2026-01-05").on("2026-03-02", opinion("unfavourable"), published);
    expect(file.tasks("refuse")).toHaveLength(1);
    expect(file.refusal("2026-03-09", granted).source).toBe("CSS R. 165-69, I");
    expect(file.on("2026-03-09", refused).ending).toBe("refused");
  });
});

describe("forfait innovation: the ministers (R. 165-69, R. 165-70)", () => {
  it("F4: seventy-five days from the publication of a first favourable opinion, not from the opinion", () => {
    const file = evaluatedFrom("2026-01-05").on("2026-03-02", opinion("favourable"));
    expect(file.view.clocks.map(({ id }) => id)).not.toContain("ministers");
    file.on("2026-03-09", published);
    expect(file.clock("ministers")).toMatchObject({ from: "2026-03-09", lastDay: "2026-05-23" });
    expect(file.untilTheEndOf("2026-05-23").lines("overrun")).toEqual([]);
    expect(file.until("2026-05-24").lines("overrun")).toEqual(["2026-05-24 overrun ministers ministers ministers"]);
  });

  it("F4: their requests are of thirty days in all, added to their delay and to the 195; beyond, refused", () => {
    const file = examinedFrom("2026-03-02").on("2026-03-09", asked("D1", 20));
    expect([file.lastDay("ministers"), file.lastDay("silence")]).toEqual(["2026-06-05", "2026-08-08"]);
    expect(file.refusal("2026-03-10", asked("D2", 11))).toMatchObject({
      source: "CSS R. 165-69, III",
      message: expect.stringContaining("il en reste 10"),
    });
    file.on("2026-03-10", asked("D2", 10));
    expect([file.lastDay("ministers"), file.lastDay("silence")]).toEqual(["2026-06-15", "2026-08-18"]);
    expect(file.refusal("2026-03-11", asked("D3", 1)).message).toContain("il en reste 0");
    file.on("2026-03-20", answered("D1"), answered("D2"));
    expect(file.lastDay("ministers")).toBe("2026-06-15");
    file.isSimulatedAlike();
  });

  it("F4: answered on the last day, it goes on; unanswered, the request is deemed withdrawn", () => {
    const file = () => examinedFrom("2026-03-02").on("2026-03-09", asked("D1", 15)); // until Tuesday 24 March
    expect(file().on("2026-03-24T23:59:59.999+01:00", answered("D1")).view.phase).toBe("ministers");
    const silent = file().untilTheEndOf("2026-03-24");
    expect(silent.view.ending).toBeNull();
    silent.until("2026-03-25T13:00:00Z");
    expect(silent.view.ending).toMatchObject({ name: "deemedWithdrawn", effectiveOn: "2026-03-25" });
    expect(silent.letter("abandoned").text).toContain("réputée retirée");
  });

  it("F5: silent for 195 days and those given, the request is rejected at that midnight; decided on the last day, it isn't", () => {
    const file = () => examinedFrom("2026-03-02").on("2026-03-09", asked("D1", 10)).on("2026-03-10", answered("D1"));
    expect(file().clock("silence")).toMatchObject({ lastDay: "2026-07-29", source: "CSS R. 165-70, IV" });
    expect(file().on("2026-07-29T23:59:59.999+02:00", granted).view.phase).toBe("publication");
    const silent = file().untilTheEndOf("2026-07-29");
    expect(silent.view.ending).toBeNull();
    silent.until("2026-07-30T13:00:00Z");
    expect(silent.view.ending).toMatchObject({ name: "silentlyRejected", effectiveOn: "2026-07-30" });
    expect(silent.letter("silentRejection").text).toContain("Recours");
  });

  it("a refusal has one of the grounds of the article, its reasons and its remedies", () => {
    const file = examinedFrom("2026-03-02");
    const bare = (more: object) => act("coverageDecided", "ministers", { outcome: "refused", ...more });
    expect(file.refusal("2026-04-01", bare(refusal)).source).toBe("CSS R. 165-70, II");
    expect(file.refusal("2026-04-01", bare({ ground: "cost" })).source).toBe("CSS R. 165-70, III");
    expect(file.on("2026-04-01", refused).letter("decided").text).toContain(refusal.remedies);
  });

  it("withdrawn before the decision, it ends, and no silence follows", () => {
    const file = examinedFrom("2026-03-02").on("2026-04-01", act("withdrawn", "applicant", {}));
    expect(file.until("2027-01-01").ending).toBe("withdrawn");
    expect(
      examinedFrom("2026-03-02")
        .on("2026-04-01", granted)
        .refusal("2026-04-02", act("withdrawn", "applicant", {})).type,
    ).toBe("not-awaited");
  });
});
