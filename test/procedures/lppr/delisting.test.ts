import { describe, expect, it } from "vitest";
import { act, decided, digital, listedFrom, priced, requestedOn } from "../../../rig/timelines/lppr.js";

const struck = act("certificateStruck", "ANS", { reference: "ANS-1", reasons: "Manquement." });
const certified = { product: digital, certificate: { reference: "ANS-1" } };

describe("LPPR: the certificate (R. 165-4, 5°, R. 165-5-2, R. 165-5-3)", () => {
  it("E40: struck before the decision, the device can't be listed until another is joined", () => {
    const lppr = requestedOn("2026-01-05", certified).on("2026-03-02", struck);
    for (const party of ["applicant", "ministers"])
      expect(lppr.noticedOn(party, "certificateStruck")).toEqual(["2026-03-02"]);
    expect(lppr.tasks("joinCertificate")).toHaveLength(1);
    expect(lppr.refusal("2026-03-03", decided("listed")).source).toBe("CSS R. 165-4");
    lppr.on("2026-03-20", act("certificateJoined", "applicant", { reference: "ANS-2" }));
    lppr.on("2026-03-23", decided("listed"), priced);
    expect(lppr.view.phase).toBe("publication");
  });

  it("struck once listed, the ministers say whether to delist, and nothing is automatic; told again, it is told once", () => {
    const lppr = listedFrom("2026-07-01", certified).on("2026-09-01", struck).on("2026-09-03", struck);
    expect(lppr.tasks("considerDelisting")).toHaveLength(1);
    expect(lppr.notices("certificateStruck", "ministers")).toHaveLength(1);
    expect(lppr.view.phase).toBe("listed");
  });

  it("a product that has no certificate loses none", () => {
    expect(listedFrom("2026-07-01").on("2026-09-01", struck).notices("certificateStruck")).toEqual([]);
  });

  it("a new one is asked for within fifteen days of the entry into force of a change; else the ministers may delist", () => {
    const lppr = () =>
      listedFrom("2026-07-01", certified).on(
        "2026-08-03",
        act("referentialChanged", "ANS", { inForceOn: "2026-09-01" }),
      );
    expect(lppr().clock("newCertificate")).toMatchObject({ lastDay: "2026-09-16", source: "CSS R. 165-5-2, V" });
    const asked = act("certificateRequested", "applicant", {});
    expect(lppr().on("2026-09-16", asked).until("2026-10-01").tasks("considerDelisting")).toEqual([]);
    expect(lppr().untilTheEndOf("2026-09-16").tasks("considerDelisting")).toEqual([]);
    expect(lppr().until("2026-09-17").tasks("considerDelisting")).toHaveLength(1);
  });
});

describe("LPPR: delisting (R. 165-5, R. 165-5-1)", () => {
  const planned = (ground: "criteria" | "breach-found" | "banned" | "rebates" | "ce-withdrawn", opinionDays?: number) =>
    act("delistingPlanned", "ministers", { ground, reasons: "Motif.", ...(opinionDays && { opinionDays }) });
  const delisted = act("delistingDecided", "ministers", { outcome: "delisted", journal: "JO n° 9" });
  const observed = act("delistingObservations", "applicant", { observations: "Voir la note." });

  it("for a ground of II, twenty days of observations to the ministers, then the order", () => {
    const lppr = listedFrom("2026-07-01").on("2026-09-01", planned("breach-found"));
    expect(lppr.view.phase).toBe("delisting");
    expect(lppr.clock("delistingObservations")).toMatchObject({ lastDay: "2026-09-21", source: "CSS R. 165-5, III" });
    lppr.on("2026-09-10", observed);
    expect(lppr.letter("delistingObservations", "ministers").text).toContain("Voir la note.");
    expect(lppr.refusal("2026-09-21", delisted).type).toBe("not-awaited");
    expect(lppr.refusal("2026-09-22", observed).message).toContain("vingt jours");
    lppr.on("2026-09-22", delisted);
    expect(lppr.ending).toBe("delisted");
    expect(lppr.letter("delistingDecided", "insurer").text).toContain("radiation est prononcée");
    lppr.isSimulatedAlike();
  });

  it("for a ground of I, the observations are the commission's, whose opinion not given in its delay is deemed given", () => {
    const lppr = () => listedFrom("2026-07-01").on("2026-09-01", planned("criteria", 30));
    expect(listedFrom("2026-07-01").refusal("2026-09-01", planned("criteria")).source).toBe("CSS R. 165-5, III");
    expect(lppr().on("2026-09-10", observed).notices("delistingObservations", "CNEDiMTS")).toHaveLength(1);
    const given = lppr().on("2026-10-01", act("delistingOpinionRendered", "CNEDiMTS", { sense: "favourable" }));
    expect(given.letter("delistingOpinion").text).toContain("favorable");
    const silent = lppr().untilTheEndOf("2026-10-01");
    expect(silent.notices("delistingOpinion")).toEqual([]);
    expect(silent.until("2026-10-02").letter("delistingOpinion").text).toContain("réputé rendu");
    expect(silent.on("2026-10-05", delisted).ending).toBe("delisted");
  });

  it("for unpaid rebates, the observations are addressed to the CEPS", () => {
    const lppr = listedFrom("2026-07-01").on("2026-09-01", planned("rebates")).on("2026-09-10", observed);
    expect(lppr.notices("delistingObservations", "CEPS")).toHaveLength(1);
  });

  it.each(["banned", "ce-withdrawn"] as const)("%s: no notice is required, the order may come at once", (ground) => {
    const lppr = listedFrom("2026-07-01").on("2026-09-01", planned(ground), delisted);
    expect(lppr.ending).toBe("delisted");
  });

  it("given up, the product stays listed, and its term goes on", () => {
    const lppr = listedFrom("2026-07-01").on("2026-09-01", planned("breach-found"));
    lppr.on("2026-09-22", act("delistingDecided", "ministers", { outcome: "given-up" }));
    expect(lppr.view.phase).toBe("listed");
    expect(lppr.lastDay("term")).toBe("2031-07-01");
  });
});
