import { describe, expect, it } from "vitest";
import { act, listedFrom, refusal } from "../../../rig/timelines/latm.js";

const renewalAsked = act("renewalRequested", "applicant", { documents: [{ title: "Dossier" }] });
const renewalDecided = (outcome: "renewed" | "refused") =>
  act("renewalDecided", "ministers", { outcome, ...(outcome === "refused" && refusal) });

describe("LATM: terms and renewals (R. 162-73, R. 162-88)", () => {
  it("L7: five years at most; renewal asked for a hundred and twenty days before, opinion in ninety from its acknowledgement", () => {
    const latm = listedFrom("2026-05-01");
    expect([latm.lastDay("term"), latm.lastDay("renewalRequest")]).toEqual(["2031-05-01", "2031-01-01"]);
    latm.on("2030-12-02", renewalAsked).on("2030-12-09", act("renewalAcknowledged", "ministers", {}));
    expect(latm.lastDay("renewalOpinion")).toBe("2031-03-09");
    latm.on("2031-02-03", act("renewalOpinionRendered", "CNEDiMTS", { sense: "favourable" }));
    expect(latm.on("2031-03-03", renewalDecided("renewed")).until("2031-05-02").lastDay("term#2")).toBe("2036-05-01");
    latm.isSimulatedAlike();
  });

  it("L7: asked for on the last day, complete and unanswered, it is tacitly renewed at the expiry, with its notice", () => {
    const latm = listedFrom("2026-05-01").on("2031-01-01", renewalAsked).untilTheEndOf("2031-05-01");
    expect(latm.notices("tacitlyRenewed")).toEqual([]);
    latm.until("2031-05-02");
    expect(latm.noticedOn("applicant", "tacitlyRenewed")).toEqual(["2031-05-02"]);
    expect(latm.letter("tacitlyRenewed").text).toMatch(/2 mai 2031 .*à 0 heure.*en atteste/s);
    expect(latm.tasks("publishRenewalNotice")).toHaveLength(1);
    latm.isSimulatedAlike();
  });

  it("L7: a day too late, incomplete, refused, or never asked for, nothing is tacit: the listing expires", () => {
    const incomplete = act("renewalIncomplete", "ministers", { missing: ["Étude"] });
    const lives = [
      listedFrom("2026-05-01"),
      listedFrom("2026-05-01").on("2031-01-02", renewalAsked),
      listedFrom("2026-05-01").on("2030-12-02", renewalAsked).on("2031-01-06", incomplete),
      listedFrom("2026-05-01").on("2030-12-02", renewalAsked).on("2031-04-30", renewalDecided("refused")),
    ];
    for (const latm of lives) {
      expect(latm.untilTheEndOf("2031-05-01").view.status).toBe("open");
      expect(latm.until("2031-05-02").ending).toBe("expired");
    }
    const completed = listedFrom("2026-05-01").on("2030-12-02", renewalAsked).on("2031-01-06", incomplete);
    completed.on("2031-02-03", act("renewalAcknowledged", "ministers", {})).until("2031-05-02");
    expect(completed.notices("tacitlyRenewed")).not.toEqual([]);
  });
});

describe("LATM: what ends a listing, and what may change it", () => {
  it("L8: a new certificate is asked for within fifteen days of the entry into force; else the ministers may delist, and nothing is automatic", () => {
    const changed = act("referentialChanged", "ANS", { inForceOn: "2026-09-01" });
    const requested = act("certificateRequested", "applicant", {});
    const latm = () => listedFrom("2026-05-01").on("2026-08-03", changed);
    expect(latm().lastDay("newCertificate")).toBe("2026-09-16");
    expect(latm().on("2026-09-16", requested).until("2026-10-01").tasks("considerDelisting")).toEqual([]);
    const late = latm().untilTheEndOf("2026-09-16");
    expect(late.tasks("considerDelisting")).toEqual([]);
    expect(late.until("2026-09-17").tasks("considerDelisting")).toHaveLength(1);
    expect(late.view.phase).toBe("listed");
  });

  const planned = (ground: "criteria" | "breach-found" | "banned", opinionDays?: number) =>
    act("delistingPlanned", "ministers", { ground, reasons: "Motif.", ...(opinionDays && { opinionDays }) });
  const delisted = act("delistingDecided", "ministers", { outcome: "delisted", journal: "JO n° 9" });

  it("L9: twenty days of observations, then the order", () => {
    const latm = listedFrom("2026-05-01").on("2026-09-01", planned("breach-found"));
    expect(latm.lastDay("delistingObservations")).toBe("2026-09-21");
    expect(latm.refusal("2026-09-21", delisted).message).toContain("vingt jours");
    expect(latm.on("2026-09-22", delisted).ending).toBe("delisted");
  });

  it("L9: for the grounds of I the commission's opinion is asked for in a delay that the ministers set; not given in it, it is deemed given", () => {
    const latm = () => listedFrom("2026-05-01").on("2026-09-01", planned("criteria", 30));
    expect(listedFrom("2026-05-01").refusal("2026-09-01", planned("criteria")).message).toContain("fixent le délai");
    expect(latm().lastDay("delistingOpinion")).toBe("2026-10-01");
    expect(latm().refusal("2026-09-25", delisted).message).toContain("avis");
    const silent = latm().untilTheEndOf("2026-10-01");
    expect(silent.notices("delistingOpinion")).toEqual([]);
    silent.until("2026-10-02");
    expect(silent.letter("delistingOpinion").text).toContain("réputé rendu");
    expect(silent.on("2026-10-05", delisted).ending).toBe("delisted");
  });

  it("L9: a banned device is delisted at once", () => {
    expect(listedFrom("2026-05-01").on("2026-09-01", planned("banned")).on("2026-09-01", delisted).ending).toBe(
      "delisted",
    );
  });

  it("L10: a generic line: twenty days of observations, eight to ask for a hearing held within forty-five, an opinion twenty days after; a second notice, ten and twenty", () => {
    const latm = listedFrom("2026-05-01").on(
      "2026-09-01",
      act("genericLineProposed", "ministers", { line: "Ligne.", journal: "JO n° 5" }),
    );
    expect([latm.lastDay("lineObservations"), latm.lastDay("lineHearingRequest")]).toEqual([
      "2026-09-21",
      "2026-09-09",
    ]);
    latm.on("2026-09-09", act("lineHearingRequested", "CNP", {}));
    expect(latm.lastDay("lineHearing")).toBe("2026-10-24");
    latm.on("2026-10-05", act("lineHearingHeld", "CNEDiMTS", {}));
    expect(latm.lastDay("lineOpinion")).toBe("2026-10-25");
    const again = act("genericLineDecided", "ministers", { outcome: "proposed-again", journal: "JO n° 6" });
    latm.on("2026-10-12", act("lineOpinionRendered", "CNEDiMTS", { sense: "favourable" })).on("2026-11-02", again);
    expect(latm.lastDay("secondLineObservations")).toBe("2026-11-12");
    expect(latm.until("2026-11-13").lastDay("secondLineOpinion")).toBe("2026-12-02");
    latm.on("2026-11-20", act("lineOpinionRendered", "CNEDiMTS", { sense: "favourable" }));
    latm.on("2026-12-01", act("genericLineDecided", "ministers", { outcome: "listed", journal: "JO n° 7" }));
    expect(latm.letter("lineDecided").text).toContain("inscrite");
    latm.isSimulatedAlike();
  });
});
