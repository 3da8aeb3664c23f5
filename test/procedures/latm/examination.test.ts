import { describe, expect, it } from "vitest";
import {
  acknowledged,
  act,
  answered,
  asked,
  decided,
  draft,
  examinedFrom,
  listedFrom,
  opinion,
  refusal,
  requestedOn,
  underPecanFrom,
} from "../../../rig/timelines/latm.js";

const withdrawn = act("withdrawn", "applicant", {});

describe("LATM: request and delays (R. 162-76 to R. 162-80)", () => {
  it("L1: outside a PECAN the certificate comes first: without it nothing is acknowledged, and nothing runs", () => {
    const latm = requestedOn("2026-01-05", { certificate: undefined });
    expect(latm.letter("certificateAwaited").text).toContain("avant de solliciter");
    expect(latm.refusal("2026-01-06", acknowledged).source).toBe("CSS R. 162-76, I");
    expect(latm.view.clocks).toEqual([]);
    latm.on("2026-02-02", act("certificateJoined", "applicant", { reference: "ANS-1" })).on("2026-02-03", acknowledged);
    expect(latm.view.phase).toBe("examination");
    expect(
      requestedOn("2026-01-05", { certificate: undefined, underPecan: true }).on("2026-01-06", acknowledged).view.phase,
    ).toBe("examination");
  });

  it("E40: the certificate struck: nothing is listed without another; listed, the ministers say whether to delist", () => {
    const struck = act("certificateStruck", "ANS", { reasons: "Manquement." });
    const latm = examinedFrom("2026-01-05").on("2026-02-02", draft).on("2026-03-02", opinion).on("2026-03-03", struck);
    expect(latm.refusal("2026-03-04", decided("listed")).source).toBe("CSS R. 162-75");
    latm.on("2026-03-10", act("certificateJoined", "applicant", { reference: "ANS-2" }), decided("listed"));
    expect(latm.view.phase).toBe("publication");
    const before = requestedOn("2026-01-05").on("2026-01-06", struck);
    expect(before.refusal("2026-01-07", acknowledged).source).toBe("CSS R. 162-76, I");
    const listed = listedFrom("2026-05-01").on("2026-06-01", struck, struck);
    expect(listed.tasks("considerDelisting")).toHaveLength(1);
    expect(listed.notices("certificateStruck", "ministers")).toHaveLength(1);
  });

  it("L2, L3: an opinion in ninety days and a decision in a hundred and twenty, from the acknowledgement", () => {
    const latm = requestedOn("2026-01-05").on("2026-01-12", acknowledged);
    expect(latm.clock("opinion")).toMatchObject({
      from: "2026-01-12",
      lastDay: "2026-04-12",
      source: "CSS R. 162-80, I",
    });
    expect(latm.clock("decision")).toMatchObject({ lastDay: "2026-05-12", source: "CSS R. 162-79" });
    expect(latm.untilTheEndOf("2026-04-12").lines("overrun")).toEqual([]);
    expect(latm.until("2026-04-13").lines("overrun")).toEqual(["2026-04-13 overrun opinion CNEDiMTS opinion"]);
    expect(latm.untilTheEndOf("2026-05-12").lines("overrun")).toHaveLength(1);
    expect(latm.until("2026-05-13").lines("overrun")).toHaveLength(2);
    expect(latm.view.status).toBe("open");
    latm.isSimulatedAlike();
  });

  it("L2, L3: seventy and ninety days under a PECAN", () => {
    const latm = underPecanFrom("2026-01-12");
    expect([latm.lastDay("pecanOpinion"), latm.lastDay("pecanDecision")]).toEqual(["2026-03-23", "2026-04-12"]);
  });

  it("the listing follows the opinion, and needs the CE marking; a refusal says why and how to challenge it", () => {
    const latm = examinedFrom("2026-01-05");
    expect(latm.refusal("2026-02-02", decided("listed")).message).toContain("suit l'avis");
    const bare = act("listingDecided", "ministers", { decisions: [{ indication: "ic", outcome: "refused" }] });
    expect(latm.refusal("2026-02-02", bare).message).toContain("motivé");
    latm.on("2026-02-03", decided("refused"));
    expect(latm.ending).toBe("refused");
    expect(latm.letter("decided").text).toContain(refusal.remedies);
    const unmarked = examinedFrom("2026-01-05", { product: { id: "p", name: "P", ceMarked: false } });
    unmarked.on("2026-02-02", draft).on("2026-03-02", opinion);
    expect(unmarked.refusal("2026-03-03", decided("listed")).source).toBe("CSS R. 162-75");
  });
});

describe("LATM: further information (R. 162-81)", () => {
  it("L4: asked by the commission, it stops both delays from its notification until all of it is received", () => {
    const latm = examinedFrom("2026-01-05").on("2026-02-02", asked("R1", 15, "CNEDiMTS"));
    expect(latm.lastDay("information:R1")).toBe("2026-02-17");
    expect([latm.lastDay("opinion"), latm.lastDay("decision")]).toEqual([null, null]);
    latm.on("2026-02-10", answered("R1", "Étude"));
    expect(latm.lastDay("opinion")).toBeNull();
    latm.on("2026-02-16", answered("R1", "Mode d'emploi"));
    expect([latm.lastDay("opinion"), latm.lastDay("decision")]).toEqual(["2026-04-19", "2026-05-19"]);
    expect(latm.clock("information:R1").state).toBe("met");
    latm.isSimulatedAlike();
  });

  it("L4: ten days at least; ten exactly under a PECAN", () => {
    expect(examinedFrom("2026-01-05").refusal("2026-02-02", asked("R1", 9)).message).toContain("inférieur à dix");
    expect(underPecanFrom("2026-01-05").refusal("2026-02-02", asked("R1", 11)).message).toContain("dix jours");
    expect(underPecanFrom("2026-01-05").on("2026-02-02", asked("R1", 10)).lastDay("pecanInformation:R1")).toBe(
      "2026-02-12",
    );
  });

  it("L4: complete on the last day, it is in time; on the next, the request is deemed abandoned", () => {
    const latm = () => examinedFrom("2026-01-05").on("2026-02-02", asked("R1", 10));
    expect(latm().on("2026-02-12T23:59:59.999+01:00", answered("R1")).view.phase).toBe("examination");
    const late = latm().untilTheEndOf("2026-02-12");
    expect(late.view.phase).toBe("examination");
    late.until("2026-02-13");
    expect(late.view.phase).toBe("unfinished");
    expect(late.refusal("2026-02-13", answered("R1")).message).toContain("écoulé");
  });

  it("L4, E29: abandoned, the commission still gives its opinion: its delay runs again from the expiry; then the case ends", () => {
    const latm = examinedFrom("2026-01-05").on("2026-02-02", asked("R1", 10)).until("2026-02-16");
    expect(latm.letter("abandoned").text).toContain("recommencé à courir");
    // Ten days were lost to the request, from 2 to 12 February.
    expect(latm.lastDay("opinion")).toBe("2026-04-15");
    expect(latm.refusal("2026-02-17", decided("refused")).type).toBe("not-awaited");
    expect(latm.untilTheEndOf("2026-04-15").lines("overrun")).toEqual([]);
    expect(latm.until("2026-04-16").lines("overrun")).toEqual(["2026-04-16 overrun opinion CNEDiMTS opinion"]);
    latm.on("2026-04-20", draft).on("2026-05-04", opinion);
    expect(latm.ending).toBe("deemedAbandoned");
    latm.isSimulatedAlike();
  });

  it("requests overlap: each has its own delay, and both stop the others over their union", () => {
    const latm = examinedFrom("2026-01-05")
      .on("2026-02-02", asked("R1", 20))
      .on("2026-02-09", asked("R2", 30, "CNEDiMTS"))
      .on("2026-02-12", answered("R1"));
    expect(latm.lastDay("decision")).toBeNull();
    expect(latm.on("2026-02-22", answered("R2")).lastDay("decision")).toBe("2026-05-25");
  });
});

describe("LATM: the draft opinion (R. 162-80, II to IV)", () => {
  it("L5: ten days from its receipt for the company and the CNPs to observe or ask to be heard", () => {
    const latm = examinedFrom("2026-01-05").on("2026-02-02", draft);
    expect(latm.lastDay("draftAnswer")).toBe("2026-02-12");
    latm.on("2026-02-12", act("draftObservations", "CNP", { observations: "Favorable." }));
    expect(latm.refusal("2026-02-12", opinion).message).toContain("projet d'avis");
    expect(latm.refusal("2026-02-13", act("hearingRequested", "CNP", {})).message).toContain("dix jours");
    expect(latm.refusal("2026-02-13", act("draftObservations", "CNP", { observations: "X." })).message).toMatch(
      /dix jours/,
    );
    latm.on("2026-02-16", opinion);
    expect(latm.letter("opinion").text).toContain("publié sans délai");
  });

  it("L5: a hearing within forty-five days of its demand, or a month on the ministers' demand", () => {
    const latm = examinedFrom("2026-01-05")
      .on("2026-02-02", draft)
      .on("2026-02-12", act("hearingRequested", "CNP", {}));
    expect(latm.lastDay("hearing")).toBe("2026-03-29");
    latm.on("2026-02-12", act("hearingRequested", "applicant", {}));
    latm.on("2026-02-20", act("hearingShortened", "ministers", { reason: "Urgence." }));
    expect(latm.lastDay("shortHearing")).toBe("2026-03-12");
    expect(latm.refusal("2026-03-02", opinion).message).toContain("audition");
    latm.on("2026-03-09", act("hearingHeld", "CNEDiMTS", {})).on("2026-03-16", opinion);
    latm.isSimulatedAlike();
  });

  it("L6, E27: withdrawn before the opinion, the commission finishes, unless it can't; before the acknowledgement, nothing is left to finish", () => {
    const latm = examinedFrom("2026-01-05").on("2026-01-12", withdrawn);
    expect(latm.view).toMatchObject({ phase: "unfinished", status: "open" });
    expect(latm.on("2026-02-02", draft).on("2026-03-02", opinion).ending).toBe("withdrawn");
    const impossible = examinedFrom("2026-01-05").on("2026-01-12", withdrawn);
    expect(impossible.on("2026-01-13", act("examinationImpossible", "CNEDiMTS", { reason: "Vide." })).ending).toBe(
      "withdrawn",
    );
    expect(requestedOn("2026-01-05").on("2026-01-06", withdrawn).ending).toBe("withdrawn");
  });
});
