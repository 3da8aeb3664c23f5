import { describe, expect, it } from "vitest";
import { act, listedFrom, refusal, renewalAsked } from "../../../rig/timelines/lppr.js";

const renewed = act("renewalDecided", "ministers", { outcome: "renewed" });
const renewalPublished = act("renewalPublished", "ministers", { journal: "JO n° 2" });

describe("LPPR: terms and renewals (R. 165-3, R. 165-10)", () => {
  it("M5: five years for a brand, ten for a generic description; its renewal is asked for 180 days before", () => {
    const brand = listedFrom("2026-07-01");
    expect(brand.clock("term")).toMatchObject({ from: "2026-07-01", lastDay: "2031-07-01", source: "CSS R. 165-3" });
    expect(brand.lastDay("renewalRequest")).toBe("2031-01-02");
    expect(listedFrom("2026-07-01", { form: "generic" }).lastDay("genericTerm")).toBe("2036-07-01");
  });

  it("M5: asked for on the last day and complete, it is tacitly renewed at the expiry, with its legal instant and its attestation", () => {
    const lppr = listedFrom("2026-07-01").on("2031-01-02", renewalAsked).untilTheEndOf("2031-07-01");
    expect(lppr.notices("tacitlyRenewed")).toEqual([]);
    lppr.until("2031-07-02");
    expect(lppr.noticedOn("applicant", "tacitlyRenewed")).toEqual(["2031-07-02"]);
    expect(lppr.letter("tacitlyRenewed").text).toMatch(/2 juillet 2031 .*à 0 heure.*Cette lettre en atteste/s);
    expect(lppr.tasks("publishRenewalNotice")).toHaveLength(1);
    expect(lppr.clock("term#2")).toMatchObject({ from: "2031-07-01", lastDay: "2036-07-01" });
    lppr.isSimulatedAlike();
  });

  it("M5: asked for a day too late, nothing is tacit: without a published decision the listing expires", () => {
    const lppr = listedFrom("2026-07-01").on("2031-01-03", renewalAsked);
    expect(lppr.letter("renewalLate").text).toContain("ne le vaudra pas");
    expect(lppr.untilTheEndOf("2031-07-01").view.status).toBe("open");
    expect(lppr.until("2031-07-02").ending).toBe("expired");
  });

  it("never asked for, the listing expires at the end of its term", () => {
    const lppr = listedFrom("2026-07-01").until("2031-07-02");
    expect(lppr.ending).toBe("expired");
    expect(lppr.noticedOn("applicant", "renewalOverdue")).toEqual(["2031-01-03"]);
  });

  it("only a complete file is tacitly renewed; completed in time, it is", () => {
    const incomplete = () =>
      listedFrom("2026-07-01")
        .on("2030-12-02", renewalAsked)
        .on("2031-01-06", act("renewalIncomplete", "ministers", { missing: ["Étude"] }));
    expect(incomplete().until("2031-07-02").ending).toBe("expired");
    const completed = act("renewalCompleted", "applicant", { documents: [{ title: "Étude" }] });
    expect(incomplete().on("2031-02-03", completed).until("2031-07-02").notices("tacitlyRenewed")).not.toEqual([]);
  });

  it("decided and published, it is renewed for the years decided; decided and not published, it is tacit", () => {
    const asked = () => listedFrom("2026-07-01").on("2030-12-02", renewalAsked);
    const years = act("renewalDecided", "ministers", { outcome: "renewed", termYears: 3 });
    const published = asked().on("2031-05-05", years).on("2031-06-02", renewalPublished).until("2031-07-02");
    expect(published.lastDay("term#2")).toBe("2034-07-01");
    expect(published.notices("tacitlyRenewed")).toEqual([]);
    expect(asked().on("2031-05-05", renewed).until("2031-07-02").notices("tacitlyRenewed")).not.toEqual([]);
  });

  it("L1: a refusal notified before the expiry keeps silence from renewing", () => {
    const refused = act("renewalDecided", "ministers", { outcome: "refused", ...refusal });
    const lppr = listedFrom("2026-07-01").on("2030-12-02", renewalAsked).on("2031-06-30", refused).until("2031-07-02");
    expect(lppr.ending).toBe("expired");
  });
});

describe("LPPR: what changes during a term", () => {
  const wanted = act("tariffChangeRequested", "applicant", { tariff: "T1", asked: "130 €" });
  const notified = (outcome: "granted" | "refused") =>
    act("tariffChangeNotified", "CEPS", { outcome, ...(outcome === "refused" && refusal) }, { about: "T1" });

  it("M7: another tariff is tacitly granted at the end of ninety days; notified on the ninetieth, it isn't", () => {
    const asked = () => listedFrom("2026-07-01").on("2026-09-01", wanted);
    expect(asked().lastDay("tariffChange:T1")).toBe("2026-11-30");
    expect(asked().on("2026-11-30", notified("refused")).outcomeOf("T1")).toBe("tariffKept");
    const silent = asked().untilTheEndOf("2026-11-30");
    expect(silent.outcomeOf("T1")).toBeNull();
    expect(silent.until("2026-12-01").outcomeOf("T1")).toBe("tacitlyGranted");
    expect(silent.letter("tariffTacitlyChanged").text).toContain("1er décembre 2026");
    expect(silent.refusal("2026-12-01", notified("refused")).type).toBe("not-awaited");
    silent.isSimulatedAlike();
  });

  it("M7, family C: the CEPS's request stops that delay alone, from its receipt", () => {
    const lppr = listedFrom("2026-07-01")
      .on("2026-09-01", wanted)
      .on("2026-09-10", act("tariffInformationRequested", "CEPS", { items: ["Volumes"] }, { about: "T1" }))
      .on("2026-09-14", act("tariffRequestReceived", "CEPS", {}, { about: "T1" }))
      .on("2026-09-24", act("tariffInformationReceived", "applicant", { items: ["Volumes"] }, { about: "T1" }));
    expect(lppr.lastDay("tariffChange:T1")).toBe("2026-12-10");
  });

  it("M6: the ministers plan a change: observations within 20 days, a hearing asked for within 8 and held within 45, an opinion 20 days after", () => {
    const planned = act("changeProposed", "ministers", { change: "C1", project: "Restriction." });
    const hearing = act("changeHearingRequested", "applicant", {}, { about: "C1" });
    const opinion = act("changeOpinionRendered", "CNEDiMTS", { opinion: "Favorable." }, { about: "C1" });
    const asked = () => listedFrom("2026-07-01").on("2026-09-01", planned);
    expect(asked().lastDay("changeHearingRequest:C1")).toBe("2026-09-09");
    expect(asked().lastDay("changeObservations:C1")).toBe("2026-09-21");
    expect(asked().refusal("2026-09-10", hearing).message).toContain("huit jours");
    expect(asked().until("2026-09-22").lastDay("changeOpinion:C1")).toBe("2026-10-11");
    const heard = asked().on("2026-09-09", hearing);
    expect(heard.lastDay("changeHearing:C1")).toBe("2026-10-24");
    heard.on("2026-10-01", act("changeHearingHeld", "CNEDiMTS", {}, { about: "C1" }));
    expect(heard.lastDay("changeOpinion:C1")).toBe("2026-10-21");
    heard
      .on("2026-10-12", opinion)
      .on("2026-11-02", act("changeDecided", "ministers", { outcome: "changed", journal: "JO n° 3" }, { about: "C1" }));
    expect(heard.outcomeOf("C1")).toBe("changed");
    heard.isSimulatedAlike();
  });

  it("M6: before the CEPS the hearing is asked for within the twenty days, and held within 35", () => {
    const lppr = listedFrom("2026-07-01").on(
      "2026-09-01",
      act("tariffProposed", "CEPS", { tariff: "T1", planned: "110 €" }),
    );
    expect(lppr.lastDay("tariffAnswer:T1")).toBe("2026-09-21");
    lppr.on("2026-09-21", act("tariffAnswered", "applicant", { wish: "hearing" }, { about: "T1" }));
    expect(lppr.lastDay("tariffHearing:T1")).toBe("2026-10-26");
    lppr
      .on("2026-10-05", act("tariffHearingHeld", "CEPS", {}, { about: "T1" }))
      .on("2026-10-12", act("tariffSet", "CEPS", { outcome: "set", journal: "JO n° 3" }, { about: "T1" }));
    expect(lppr.outcomeOf("T1")).toBe("tariffChanged");
  });

  it("M9: the ANSM's suspension carries that of the reimbursement, until it is lifted", () => {
    const lppr = listedFrom("2026-07-01").on("2026-09-01", act("measureTaken", "ANSM", { measure: "Décision n° 1" }));
    expect(lppr.view.phase).toBe("suspended");
    expect(lppr.tasks("changeConditions")).toHaveLength(1);
    expect(lppr.on("2026-10-01", act("measureLifted", "ANSM", {})).view.phase).toBe("listed");
  });

  it("what is asked for in one term goes on in the next", () => {
    const lppr = listedFrom("2026-07-01").on("2030-12-02", renewalAsked).on("2031-06-02", wanted).until("2031-09-01");
    expect(lppr.outcomeOf("T1")).toBe("tacitlyGranted");
  });
});
