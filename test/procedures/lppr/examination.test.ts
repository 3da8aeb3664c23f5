import { describe, expect, it } from "vitest";
import {
  act,
  answered,
  asked,
  decided,
  digital,
  priced,
  published,
  reached,
  refusal,
  requestedOn,
  tariffPublished,
} from "../../../rig/timelines/lppr.js";

const opinion = act("opinionCommunicated", "CNEDiMTS", { sense: "favourable" });
const finalOpinion = act("finalOpinionRendered", "CNEDiMTS", { sense: "favourable" });
const answer = (wish: "hearing" | "observations") => act("opinionAnswered", "applicant", { wish });

describe("LPPR: listing and tariff (R. 165-8)", () => {
  it("M1: a hundred and eighty days each from the receipt of the request; silence has no effect, it is told and still awaited", () => {
    const lppr = requestedOn("2026-01-05");
    for (const clock of ["listingDecision", "tariffDecision"])
      expect(lppr.clock(clock)).toMatchObject({ from: "2026-01-05", lastDay: "2026-07-04", source: "CSS R. 165-8" });
    lppr.untilTheEndOf("2026-07-04");
    expect(lppr.lines("overrun")).toEqual([]);
    lppr.until("2026-07-05");
    expect(lppr.lines("overrun")).toEqual([
      "2026-07-05 overrun listingDecision ministers listingDecision",
      "2026-07-05 overrun tariffDecision CEPS tariffDecision",
    ]);
    lppr.on("2026-08-03", decided("listed"));
    expect(lppr.view.phase).toBe("examination");
    lppr.on("2026-08-10", priced).on("2026-09-01", published(), tariffPublished);
    expect(lppr.view).toMatchObject({ phase: "listed", ending: null });
    expect(lppr.clock("term")).toMatchObject({ from: "2026-09-02", lastDay: "2031-09-02" });
    lppr.isSimulatedAlike();
  });

  it("E62, family C: sent on the 1st and received on the 4th, a request stops both delays from the 4th to its answer", () => {
    const lppr = requestedOn("2026-01-05").on("2026-04-01", asked("R1"));
    expect(lppr.lastDay("listingDecision")).toBe("2026-07-04");
    lppr.on("2026-04-04", reached("R1"));
    expect(lppr.lastDay("listingDecision")).toBeNull();
    lppr.on("2026-04-24", answered("R1"));
    for (const clock of ["listingDecision", "tariffDecision"]) expect(lppr.lastDay(clock)).toBe("2026-07-24");
    lppr.isSimulatedAlike();
  });

  it("two requests open together stop it once; no answer is ever too late: the text abandons nothing", () => {
    const lppr = requestedOn("2026-01-05")
      .on("2026-03-02", asked("R1"), reached("R1"))
      .on("2026-03-10", asked("R2", "CEPS"), reached("R2"))
      .on("2026-03-22", answered("R1"));
    expect(lppr.lastDay("tariffDecision")).toBeNull();
    lppr.on("2027-03-02", answered("R2"));
    expect(lppr.lastDay("tariffDecision")).toBe("2027-07-04");
    expect(lppr.view.status).toBe("open");
    expect(lppr.refusal("2027-03-03", asked("R1")).message).toContain("déjà ce nom");
  });

  it("a refusal says why and how to challenge it; nothing listed, no tariff is left to fix", () => {
    const lppr = requestedOn("2026-01-05");
    const bare = act("listingDecided", "ministers", { decisions: [{ indication: "marche", outcome: "refused" }] });
    expect(lppr.refusal("2026-06-01", bare).source).toBe("CSS R. 165-16");
    lppr.on("2026-06-01", decided("refused"));
    expect(lppr.ending).toBe("refused");
    expect(lppr.letter("decided").text).toContain(refusal.remedies);
  });

  it("the decision is on each indication, and a brand is listed for five years at most", () => {
    const lppr = requestedOn("2026-01-05");
    const other = act("listingDecided", "ministers", { decisions: [{ indication: "autre", outcome: "listed" }] });
    expect(lppr.refusal("2026-06-01", other).message).toContain("chacune des indications");
    expect(lppr.refusal("2026-06-01", decided("listed", { termYears: 6 })).message).toContain("cinq ans");
  });
});

describe("LPPR: what can't be listed (R. 165-4)", () => {
  it("M2: a digital device without its certificate is received, and listed only once the certificate is joined", () => {
    const lppr = requestedOn("2026-01-05", { product: digital });
    expect(lppr.letter("notListable").text).toContain("aucun certificat");
    expect(lppr.refusal("2026-06-01", decided("listed")).message).toContain("certificat");
    lppr
      .on("2026-06-02", act("certificateJoined", "applicant", { reference: "ANS-1" }))
      .on("2026-06-03", decided("listed"));
    expect(lppr.outcomeOf("marche")).toBe("listed");
  });

  it("M8: a device of telemonitoring alone goes to the other list; one that does both doesn't", () => {
    const certificate = { reference: "ANS-1" };
    const alone = requestedOn("2026-01-05", { product: { ...digital, telemonitoringOnly: true }, certificate });
    expect(alone.refusal("2026-06-01", decided("listed")).message).toContain("LATM");
    const both = requestedOn("2026-01-05", { product: digital, certificate }).on("2026-06-01", decided("listed"));
    expect(both.outcomeOf("marche")).toBe("listed");
  });
});

describe("LPPR: the opinion (R. 165-12)", () => {
  it("M3: ten days from its receipt to answer; on the eleventh it is too late", () => {
    const lppr = requestedOn("2026-01-05").on("2026-03-02", opinion);
    expect(lppr.lastDay("opinionAnswer")).toBe("2026-03-12");
    expect(lppr.untilTheEndOf("2026-03-12").view.clocks.find(({ id }) => id === "opinionAnswer")?.state).toBe(
      "running",
    );
    expect(lppr.refusal("2026-03-13", answer("hearing")).message).toContain("dix jours");
    lppr.on("2026-03-20", finalOpinion);
    expect(lppr.letter("finalOpinion").text).toContain("public sans délai");
  });

  it("M3: the ten days are rolled to the next working day", () => {
    // The tenth day, 14 May 2026, is Ascension Day.
    expect(requestedOn("2026-01-05").on("2026-05-04", opinion).lastDay("opinionAnswer")).toBe("2026-05-15");
  });

  it("M3: a hearing within forty-five days, or a month from the same day on a minister's demand", () => {
    const lppr = requestedOn("2026-01-05").on("2026-03-02", opinion).on("2026-03-10", answer("hearing"));
    expect(lppr.lastDay("hearing")).toBe("2026-04-24");
    expect(lppr.refusal("2026-03-11", finalOpinion).message).toContain("audition");
    lppr.on("2026-03-16", act("hearingShortened", "ministers", { reason: "Urgence." }));
    expect(lppr.lastDay("shortHearing")).toBe("2026-04-10");
    expect(lppr.untilTheEndOf("2026-04-10").lines("overrun")).toEqual([]);
    expect(lppr.until("2026-04-11").lines("overrun")).toEqual([
      "2026-04-11 overrun shortHearing CNEDiMTS shortHearing",
    ]);
    lppr.on("2026-04-13", act("hearingHeld", "CNEDiMTS", {})).on("2026-04-20", finalOpinion);
    lppr.isSimulatedAlike();
  });

  it("M4, E27: withdrawn before the final opinion, the request ends and the commission finishes, unless it can't", () => {
    const withdrawn = act("withdrawn", "applicant", {});
    const finished = requestedOn("2026-01-05").on("2026-02-02", withdrawn);
    expect(finished.view).toMatchObject({ phase: "withdrawn", status: "open" });
    expect(finished.refusal("2026-02-03", decided("listed")).type).toBe("not-awaited");
    finished.on("2026-03-02", opinion).on("2026-03-20", finalOpinion);
    expect(finished.ending).toBe("withdrawn");
    const impossible = requestedOn("2026-01-05").on("2026-02-02", withdrawn);
    expect(
      impossible.on("2026-02-10", act("examinationImpossible", "CNEDiMTS", { reason: "Dossier vide." })).ending,
    ).toBe("withdrawn");
    const after = requestedOn("2026-01-05").on("2026-02-02", opinion).on("2026-02-20", finalOpinion);
    expect(after.on("2026-03-02", withdrawn).ending).toBe("withdrawn");
  });
});
