import { describe, expect, it } from "vitest";
import {
  acknowledged,
  act,
  ammFiled,
  ammGranted,
  ansmFavourable,
  answered,
  asked,
  authorisedAfterAmmOn,
  authorisedOn,
  commonLaw,
  contemplated,
  continuityAsked,
  coverageEnd,
  ctFavourable,
  ctUnfavourable,
  decided,
  declared,
  extended,
  granted,
  listed,
  listingAsked,
  listingRefused,
  modification,
  newData,
  postAmm,
  refused,
  renewalAsked,
  report,
  suspended,
  tariff,
} from "../../../rig/timelines/acces-precoce.js";

const at = (day: string) => `${day}T12:00:00Z`;

describe("an authorisation", () => {
  it("A7: lasts what its decision says, to its last day, then its duties go on", () => {
    const request = authorisedOn("2022-01-10").untilTheEndOf("2023-01-10");
    expect(request.phaseOf("A")).toBe("authorised");
    request.until("2023-01-11T10:30:00Z");
    expect(request.noticedOn("applicant", "expired"), "told at noon").toEqual([]);
    request.until(at("2023-01-11"));
    expect(request.noticedOn("applicant", "expired")).toEqual(["2023-01-11"]);
    expect(request.phaseOf("A")).toBe("continuity");
  });

  it("A10: its renewal is asked for three months before the end, and in force meanwhile; E57", () => {
    const request = authorisedOn("2022-01-10");
    expect(request.lastDay("renewalRequest:A")).toBe("2022-10-10");
    request.on("2022-10-10", renewalAsked("R1")).on("2022-10-24", acknowledged("R1"));
    expect(request.lastDay("examination:R1")).toBe("2023-01-24");
    request.on("2022-11-14", ansmFavourable("R1")).until(at("2023-01-11"));
    expect(request.phaseOf("A")).toBe("prolonged");
    expect(request.noticedOn("ministers", "prolonged")).toEqual(["2023-01-11"]);
    request.on("2023-01-16", ctFavourable("R1")).on("2023-01-18", granted({}, "R1"));
    expect([request.phaseOf("A"), request.outcomeOf("R1")]).toEqual(["authorised", "requestGranted"]);
    expect(request.lastDay("authorisation:A#2")).toBe("2024-01-18");
  });

  it("A10: asked for a day late, it is examined, and prolongs nothing; E57", () => {
    const request = authorisedOn("2022-01-10").until(at("2022-10-11"));
    expect(request.noticedOn("applicant", "renewalOverdue")).toEqual(["2022-10-11"]);
    request.on("2022-10-11", renewalAsked("R1")).on("2022-10-12", acknowledged("R1")).until(at("2023-01-11"));
    expect(request.phaseOf("A")).toBe("continuity");
    expect(request.refusal("2023-01-12", granted({}, "R1")).type).toBe("not-awaited");
  });

  it("A10: asked for late but decided before the end, it is renewed from the end of the period", () => {
    const request = authorisedOn("2022-01-10").on("2022-10-20", renewalAsked("R1"));
    request.on("2022-10-21", acknowledged("R1")).on("2022-12-01", ansmFavourable("R1"), ctFavourable("R1"));
    request.on("2022-12-14", granted({ months: 6 }, "R1"));
    expect(request.lastDay("authorisation:A#2")).toBe("2023-07-10");
    expect(request.lastDay("renewalRequest:A#2")).toBe("2023-04-10");
  });

  it("A10: refused before the end, it lasts to its end; refused after, it ends at the refusal", () => {
    const before = authorisedOn("2022-01-10").on("2022-09-01", renewalAsked("R1")).on("2022-09-02", acknowledged("R1"));
    before.on("2022-10-03", ansmFavourable("R1"), ctFavourable("R1")).on("2022-10-12", refused({}, "R1"));
    expect(before.phaseOf("A")).toBe("authorised");
    before.untilTheEndOf("2023-01-10");
    expect(before.phaseOf("A")).toBe("authorised");
    before.until(at("2023-01-11"));
    expect(before.phaseOf("A")).toBe("continuity");

    const after = authorisedOn("2022-01-10").on("2022-10-10", renewalAsked("R1")).on("2022-10-20", acknowledged("R1"));
    after.on("2022-11-02", extended("R1")).on("2022-12-05", ansmFavourable("R1"), ctFavourable("R1"));
    expect(after.lastDay("examination:R1"), "extended").toBe("2023-02-20");
    after.until(at("2023-01-12")).on("2023-02-02", refused({}, "R1"));
    expect(after.phaseOf("A")).toBe("continuity");
    expect(after.lastDay("continuity:A")).toBe("2024-02-02");
  });

  it("A10: its renewal follows the rules of a first request: suspended, tacit under the text of 2021, a person's later", () => {
    const old = authorisedOn("2021-12-01", { ammFilingBy: "2022-12-01" });
    old.on("2022-08-01", renewalAsked("R1")).on("2022-08-08", acknowledged("R1"));
    old.on("2022-09-05", ansmFavourable("R1")).until(at("2022-11-09"));
    expect(old.outcomeOf("R1")).toBe("requestGranted");
    expect(old.lastDay("authorisation:A#2"), "from the end of the period before, a year").toBe("2023-12-01");

    const later = authorisedOn("2022-06-01").on("2023-02-01", renewalAsked("R1")).on("2023-02-08", acknowledged("R1"));
    later.on("2023-03-01", asked("q1", 30, ["Rapport"], "R1"));
    expect(later.clock("examination:R1").state).toBe("suspended");
    expect(later.clock("authorisation:A").state, "the authorisation runs").toBe("running");
    later.until(at("2023-04-03"));
    expect(later.outcomeOf("R1"), "unanswered on Friday 31 March").toBe("deemedAbandoned");
    expect(later.view.status).toBe("open");
  });

  /** Authorised to 10 March 2023, its renewal asked for in time: fifteen months from the first day are over on 10 June. */
  const renewed = () => authorisedOn("2022-03-10").on("2022-11-30", renewalAsked("R1"));

  it("F11: the prolongation has an end, its length and the three months of the examination, even never acknowledged", () => {
    const request = renewed().until(at("2023-03-13"));
    expect(request.phaseOf("A")).toBe("prolonged");
    expect(request.lastDay("prolongation:R1"), "a Saturday, not rolled").toBe("2023-06-10");
    expect(request.noticedOn("prescribers", "prolonged")).toEqual(["2023-03-11"]);
    request.untilTheEndOf("2023-06-10");
    expect(request.phaseOf("A")).toBe("prolonged");
    expect(request.noticedOn("HAS", "reminder")).toEqual(expect.arrayContaining(["2023-05-11", "2023-06-03"]));
    request.until("2023-06-12T09:30:00Z");
    expect(request.noticedOn("prescribers", "expired"), "told on Monday at noon").toEqual([]);
    request.until(at("2023-06-12"));
    expect(request.noticedOn("prescribers", "expired")).toEqual(["2023-06-11"]);
    expect(request.outcomeOf("A.authorisation")).toBe("authorisationExpired");
    expect(request.lastDay("continuity:A")).toBe("2024-06-10");
  });

  it("F11: announced, the month of the examination is added; suspended, its days are, whenever they were", () => {
    const request = renewed().on("2022-12-05", acknowledged("R1")).on("2023-01-09", extended("R1"));
    expect(request.lastDay("prolongation:R1"), "sixteen months").toBe("2023-07-10");
    request.on("2023-01-16", asked("q1", 45, ["Rapport"], "R1"));
    expect(request.clock("prolongation:R1")).toMatchObject({ state: "suspended", lastDay: null });
    request.on("2023-02-05", answered("q1", ["Rapport"]));
    expect(request.lastDay("prolongation:R1"), "twenty days more").toBe("2023-07-30");
    request.until(at("2023-03-13")).untilTheEndOf("2023-07-30");
    expect(request.phaseOf("A"), "the silence is a person's").toBe("prolonged");
    expect(request.tasks("decideSilence")).toHaveLength(1);
    expect(request.until(at("2023-07-31")).phaseOf("A")).toBe("continuity");
  });

  it("F11: a decision of its last day, recorded the morning after, renews it, and no end was told", () => {
    const request = renewed().on("2022-12-05", acknowledged("R1")).on("2023-01-09", ansmFavourable("R1"));
    request.on("2023-02-20", ctFavourable("R1")).until("2023-06-12T07:00:00Z");
    request.on("2023-06-10", { ...granted({}, "R1"), recorded: "2023-06-12T08:00:00Z" }).until(at("2023-06-12"));
    expect([request.phaseOf("A"), request.outcomeOf("R1")]).toEqual(["authorised", "requestGranted"]);
    expect(request.noticedOn("prescribers", "expired")).toEqual([]);
  });

  it("F11: the continuity after the AMM is a renewal of another article, unread: past the cap, a person says", () => {
    const request = authorisedOn("2022-03-10").on("2022-05-02", ammGranted()).on("2022-05-20", listingAsked());
    request.on("2022-06-01", continuityAsked("C1")).until(at("2023-06-12"));
    expect(request.phaseOf("A")).toBe("prolonged");
    expect(request.tasks("settleProlongation")).toHaveLength(1);
  });

  it("A8: the AMM is applied for by its day, rolled; late, it is told", () => {
    const request = authorisedOn("2022-01-10", { ammFilingBy: "2022-06-05" });
    // Whit Sunday, then Whit Monday.
    expect(request.lastDay("ammFiling:A")).toBe("2022-06-07");
    request.untilTheEndOf("2022-06-07");
    expect(request.lines("overrun").filter((line) => line.includes("amm"))).toEqual([]);
    request.until("2022-06-08");
    expect(request.noticedOn("ANSM", "overrun")).toEqual(["2022-06-08"]);
    request.on("2022-06-10", ammFiled());
    expect(request.noticedOn("HAS", "ammFiled")).toEqual(["2022-06-10"]);
    const parallel = authorisedOn("2022-01-10", {}, { parallelAmm: true });
    expect(parallel.view.clocks.map(({ name }) => name)).not.toContain("ammFiling");
  });

  it("A9, A24, E59: AMM, listing request in a month, 180 days, tariff: the coverage ends with the tariff", () => {
    const request = authorisedOn("2022-01-10").on("2022-03-01", ammGranted());
    expect(request.lastDay("listingRequest:A")).toBe("2022-04-01");
    request.on("2022-04-01", listingAsked());
    expect(request.lastDay("listingDecision:A.listing")).toBe("2022-09-28");
    expect(request.refusal("2022-04-02", tariff()).type).toBe("not-awaited");
    request.on("2022-09-01", listed());
    expect(request.phaseOf("A"), "until the tariff").toBe("authorised");
    request.on("2022-09-20", tariff());
    expect(request.noticedOn("prescribers", "coverageEnded")).toEqual(["2022-09-20"]);
    expect(request.phaseOf("A")).toBe("continuity");
  });

  it("A24: family C, the listing's delay stops when the holder receives the request", () => {
    const request = authorisedOn("2022-01-10").on("2022-03-01", ammGranted()).on("2022-03-14", listingAsked());
    const requested = act("listingInformationRequested", "ministers", { request: "L1", items: ["Prix"] });
    request.on("2022-04-01", requested());
    expect(request.clock("listingDecision:A.listing")).toMatchObject({ state: "suspended", remainingDays: 162 });
    expect(request.clock("authorisation:A").state).toBe("running");
    request.on("2022-05-02", act("listingInformationReceived", "applicant", { items: ["Prix"] })("L1"));
    expect(request.lastDay("listingDecision:A.listing")).toBe("2022-10-11");
    request.until("2022-10-12");
    expect(request.lines("overrun")).toContain(
      "2022-10-12 overrun listingDecision ministers listingDecision:A.listing",
    );
    request.on("2022-10-20", listingRefused());
    expect(request.phaseOf("A"), "ended by an order, not by the refusal").toBe("endToPronounce");
    expect(request.tasks("pronounceEnd")).toHaveLength(1);
    request.on("2022-10-24", contemplated("ministers", "coverage-end", "2022-11-14", "listing-refused"));
    request.on("2022-11-15", coverageEnd("listing-refused"));
    expect(request.phaseOf("A")).toBe("endPronounced");
    expect(request.until("2022-11-16").phaseOf("A")).toBe("continuity");
  });

  it("A24: a draft opinion is observed in ten days, heard in forty-five", () => {
    const request = authorisedAfterAmmOn("2022-01-10").on("2022-02-01", act("listingDraftSent", "CT", {})());
    expect(request.lastDay("listingObservations:A")).toBe("2022-02-11");
    request.on("2022-02-11", act("listingObservationsMade", "applicant", { hearing: true })());
    expect(request.lastDay("listingHearing:A")).toBe("2022-03-28");
    request.untilTheEndOf("2022-03-28");
    expect(request.lines("overrun")).toEqual([]);
    request.until("2022-03-29");
    expect(request.lines("overrun")).toEqual(["2022-03-29 overrun listingHearing CT listingHearing:A"]);
    request.on("2022-03-30", act("listingHearingHeld", "CT", {})());
    expect(request.clock("listingHearing:A").state).toBe("met");
  });

  const enSus = act("listeEnSusRequested", "applicant", {});
  /** The commission's opinion on 2 March 2022, a Wednesday: two weeks end on the 16th. */
  const opinionGiven = () => authorisedAfterAmmOn("2022-01-10").on("2022-03-02", commonLaw("III"));

  it("A23: the liste en sus is asked for in two weeks of the opinion; on the last day, in time", () => {
    const request = opinionGiven();
    expect(request.lastDay("listeEnSus:A")).toBe("2022-03-16");
    request.on("2022-03-16", enSus()).until(at("2022-03-17"));
    expect(request.noticedOn("ministers", "listingRequested")).toEqual(["2022-03-16"]);
    expect(request.noticedOn("applicant", "listeEnSusOver")).toEqual([]);
    expect(request.clock("listeEnSus:A").state).toBe("met");
    expect(request.refusal("2022-03-18", enSus()).type, "once").toBe("not-awaited");
  });

  it("A23: a day later it is over, told, and refused; the authorisation goes on", () => {
    const request = opinionGiven().untilTheEndOf("2022-03-16");
    expect(request.noticedOn("applicant", "listeEnSusOver")).toEqual([]);
    expect(request.noticedOn("applicant", "reminder")).toContain("2022-03-11");
    request.until("2022-03-17");
    expect(request.noticedOn("applicant", "listeEnSusOver")).toEqual(["2022-03-17"]);
    expect(request.refusal("2022-03-17", enSus()).type).toBe("not-awaited");
    expect(request.phaseOf("A")).toBe("authorised");
  });

  it.each([
    ["2022-04-04", "2022-04-19", "2022-04-20", "Easter Monday"],
    ["2022-05-12", "2022-05-27", "2022-05-28", "Ascension"],
    ["2022-04-30", "2022-05-16", "2022-05-17", "a Saturday"],
    ["2022-12-18", "2023-01-02", "2023-01-03", "Sunday 1 January"],
  ])("A23: from %s its last day is %s, over on %s (%s)", (opinion, lastDay, over) => {
    const given = () => authorisedAfterAmmOn("2022-01-10").on(opinion, commonLaw("IV"));
    expect(given().lastDay("listeEnSus:A")).toBe(lastDay);
    expect(given().on(lastDay, enSus()).noticedOn("ministers", "listingRequested")).toEqual([lastDay]);
    const late = given().untilTheEndOf(lastDay);
    expect(late.noticedOn("applicant", "listeEnSusOver")).toEqual([]);
    expect(late.until(over).noticedOn("applicant", "listeEnSusOver")).toEqual([over]);
    expect(late.refusal(over, enSus()).type).toBe("not-awaited");
  });

  it("A23: made on the last day and recorded the morning after, it is in time, and what was told is rectified", () => {
    const request = opinionGiven().until("2022-03-17T08:00:00Z");
    expect(request.noticedOn("applicant", "listeEnSusOver")).toEqual(["2022-03-17"]);
    request.on("2022-03-16", enSus("A", { recorded: "2022-03-17T08:30:00Z" }));
    expect(request.noticedOn("ministers", "listingRequested")).toEqual(["2022-03-16"]);
    expect(request.lines("rectified")).toEqual(
      expect.arrayContaining(["2022-03-17 rectified listeEnSusOver applicant A"]),
    );
    expect(request.clock("listeEnSus:A").state).toBe("met");
  });

  it("A23: nothing is asked for before an opinion, nor without the AMM, nor after a refusal", () => {
    expect(authorisedAfterAmmOn("2022-01-10").refusal("2022-03-02", enSus()).type).toBe("not-awaited");
    const before = authorisedOn("2022-01-10");
    expect(before.refusal("2022-03-02", commonLaw("III")).type).toBe("not-awaited");
    before.on("2022-03-01", ammGranted()).on("2022-03-02", commonLaw("III"));
    expect(before.lastDay("listeEnSus:A"), "from the opinion, once the AMM is there").toBe("2022-03-16");

    const denied = postAmm("2022-01-10").on("2022-03-02", ctUnfavourable(), refused());
    denied.on("2022-04-04", commonLaw("V"));
    expect(denied.refusal("2022-04-05", enSus()).type).toBe("not-awaited");
  });

  it("A23: another opinion gives its own two weeks", () => {
    const request = opinionGiven().on("2022-03-16", enSus()).on("2022-09-05", commonLaw("II"));
    expect(request.lastDay("listeEnSus:A#2")).toBe("2022-09-19");
    request.on("2022-09-19", enSus()).until(at("2022-09-20"));
    expect(request.noticedOn("ministers", "listingRequested")).toEqual(["2022-03-16", "2022-09-19"]);
    expect(request.noticedOn("applicant", "listeEnSusOver")).toEqual([]);
    // Within the first one's two weeks: those of the last opinion.
    const soon = opinionGiven().on("2022-03-09", commonLaw("II")).untilTheEndOf("2022-03-23");
    expect(soon.lastDay("listeEnSus:A#2")).toBe("2022-03-23");
    expect(soon.noticedOn("applicant", "listeEnSusOver")).toEqual([]);
    expect(soon.until("2022-03-24").noticedOn("applicant", "listeEnSusOver")).toEqual(["2022-03-24"]);
  });

  it("A18: synthesis reports at the rhythm of the PUT-RD, from its first day, never chained; reminders before", () => {
    const request = authorisedOn("2022-08-31");
    expect(request.lastDay("synthesisReport:A")).toBe("2023-02-28");
    request.until("2023-02-22");
    expect(request.noticedOn("applicant", "reminder")).toEqual(expect.arrayContaining(["2023-01-29", "2023-02-21"]));
    request.on("2023-02-20", report());
    expect(request.lastDay("synthesisReport:A#2"), "31 August, a year from the first day").toBe("2023-08-31");
    const published = act("summaryPublished", "HAS", { address: "https://www.has-sante.fr/r" });
    request.on("2023-03-20", published());
    expect(request.noticedOn("prescribers", "summaryPublished")).toEqual(["2023-03-20"]);
    request.untilTheEndOf("2023-08-31");
    expect(authorisedOn("2022-08-31").refusal("2022-09-01", published()).message).toContain("Aucun rapport");
  });

  it("A12: new data are told at once, examined as a request, with no tacit effect", () => {
    const request = authorisedOn("2021-12-01", { ammFilingBy: "2022-12-01" }).on("2022-01-10", newData("D1", "safety"));
    expect(request.noticedOn("ANSM", "newData")).toEqual(["2022-01-10"]);
    request.on("2022-01-17", acknowledged("D1"));
    expect(request.lastDay("examination:D1")).toBe("2022-04-17");
    expect(request.refusal("2022-01-18", newData("D1")).message).toContain("porte déjà le nom");
    request.until(at("2022-04-18")).until(at("2022-04-19"));
    expect(request.phaseOf("D1")).toBe("silent");
    request.on("2022-05-02", decided({ outcome: "granted", decidedBy: "college" }, "D1"));
    expect(request.outcomeOf("D1")).toBe("requestGranted");
  });

  it("A13: a modification asks the ANSM where the presumption is concerned", () => {
    const request = authorisedOn("2022-01-10")
      .on("2022-02-01", modification("M1", true))
      .on("2022-02-02", acknowledged("M1"));
    expect(request.view.whoseMove).toContain("ANSM");
    const yes = decided({ outcome: "granted", decidedBy: "college" }, "M1");
    expect(request.refusal("2022-02-10", yes).type).toBe("not-awaited");
    request.on("2022-02-20", ansmFavourable("M1")).on("2022-03-01", yes);
    expect(request.outcomeOf("M1")).toBe("requestGranted");
    request.on("2022-03-02", modification("M2", false)).on("2022-03-03", acknowledged("M2"));
    request.on("2022-03-10", decided({ outcome: "granted", decidedBy: "college" }, "M2"));
    expect(request.outcomeOf("M2")).toBe("requestGranted");
  });

  it("A14: continuity after the AMM, in place of a renewal; not before the AMM", () => {
    const request = authorisedOn("2022-01-10");
    expect(request.refusal("2022-02-01", continuityAsked("C1")).message).toContain("une fois l'AMM obtenue");
    request.on("2022-03-01", ammGranted()).on("2022-03-20", listingAsked(), continuityAsked("C1"));
    request.on("2022-03-28", acknowledged("C1"));
    request.on("2022-04-20", decided({ outcome: "granted", decidedBy: "college", months: 12 }, "C1"));
    expect(request.lastDay("authorisation:A#2")).toBe("2024-01-10");
    expect(request.phaseOf("A")).toBe("authorised");
  });

  it("E61: an urgent suspension by the ANSM doesn't stop the examination of a renewal", () => {
    const request = authorisedOn("2022-01-10")
      .on("2022-09-01", renewalAsked("R1"))
      .on("2022-09-02", acknowledged("R1"));
    request.on("2022-09-15", suspended("ANSM", 60, true));
    expect(request.clock("examination:R1")).toMatchObject({
      state: "running",
      lastDay: "2022-12-02",
      suspendedDays: 0,
    });
    request.on("2022-10-20", ansmFavourable("R1"), ctFavourable("R1"), granted({}, "R1"));
    expect(request.outcomeOf("R1")).toBe("requestGranted");
  });

  const opened = (by: "ministers" | "CEPS") => act("penaltyOpened", by, { breach: "Continuité." })();
  const turnover = act("turnoverGiven", "applicant", { euros: 3_000_000 });

  it("A21: a penalty takes its steps, each in its delay", () => {
    const request = authorisedOn("2022-01-10").on("2022-03-01", opened("ministers"));
    expect(request.lastDay("penaltyObservations:A")).toBe("2022-03-21");
    expect(request.lastDay("penaltyHearingRequest:A")).toBe("2022-03-09");
    request.on("2022-03-09", act("penaltyHearingRequested", "applicant", {})());
    expect(request.lastDay("penaltyHearing:A")).toBe("2022-04-23");
    const decision = (percent: number) => act("penaltyDecided", "ministers", { percent, reason: "Manquement." })();
    expect(request.refusal("2022-03-10", decision(10)).type).toBe("not-awaited");
    request.on("2022-03-21", act("penaltyObservationsMade", "applicant", { observations: "Rien." })(), turnover());
    request.on("2022-04-20", act("penaltyHearingHeld", "ministers", {})());
    expect(request.refusal("2022-05-02", decision(31)).type).toBe("malformed");
    request.on("2022-05-02", decision(30));
    expect(request.lastDay("penaltyPayment:A")).toBe("2022-06-02");
    request.until("2022-06-03");
    expect(request.lines("overrun")).toContain("2022-06-03 overrun penaltyPayment applicant penaltyPayment:A");
    request.on("2022-06-04", act("penaltyPaid", "applicant", {})());
    request.on("2022-07-01", opened("CEPS")).until("2022-07-25");
    request.on("2022-07-26", decision(0));
    expect(request.view.awaited.map((each) => each.act)).toContain("penaltyOpened");
  });

  it.each(["ministers", "CEPS"] as const)(
    "F13: the law names the ministers, the decree the CEPS: %s may open it",
    (by) => {
      const request = authorisedOn("2022-01-10").on("2022-03-01", opened(by)).on("2022-03-15", turnover());
      expect(request.noticedOn(by, "penalty"), "whoever opened it is told").toEqual(["2022-03-15"]);
      expect(request.noticedOn(by === "CEPS" ? "ministers" : "CEPS", "penalty")).toEqual([]);
    },
  );

  it("F13: the turnover is owed in twenty days; fifteen more only by a formal notice, after them", () => {
    const request = authorisedOn("2022-01-10").on("2022-03-01", opened("CEPS"));
    const notice = act("turnoverAsked", "CEPS", {});
    expect(request.lastDay("penaltyTurnover:A")).toBe("2022-03-21");
    request.untilTheEndOf("2022-03-21");
    expect(request.refusal("2022-03-21", notice()).type, "not yet").toBe("not-awaited");
    const inTime = authorisedOn("2022-01-10").on("2022-03-01", opened("CEPS")).on("2022-03-21", turnover());
    expect(inTime.refusal("2022-03-22", notice()).type, "given").toBe("not-awaited");
    request.until("2022-03-22");
    expect(request.tasks("askTurnover")).toHaveLength(1);
    const late = authorisedOn("2022-01-10").on("2022-03-01", opened("CEPS")).on("2022-03-22", turnover());
    expect(
      late.view.owed.map(({ names }) => names[0]),
      "late, without a notice",
    ).not.toContain("askTurnover");
    request.on("2022-03-22", notice());
    expect(request.lastDay("penaltyFormalNotice:A")).toBe("2022-04-06");
    request.until("2022-04-07");
    expect(request.lines("overrun")).toContain(
      "2022-04-07 overrun penaltyFormalNotice applicant penaltyFormalNotice:A",
    );
    expect(request.on("2022-04-08", turnover()).noticedOn("CEPS", "penalty")).toEqual(["2022-04-08"]);
  });

  it("A22: turnover and units each year by 15 February, rolled", () => {
    const request = authorisedOn("2022-01-10");
    expect(request.lastDay("yearlyDeclaration:A")).toBe("2023-02-15");
    expect(request.refusal("2022-06-01", declared(2021)).message).toContain("2022");
    request.on("2023-02-15", declared(2022));
    expect(request.lastDay("yearlyDeclaration:A#2")).toBe("2024-02-15");
    // 15 February 2025 is a Saturday.
    const late = authorisedOn("2024-01-10").untilTheEndOf("2025-02-17");
    expect(late.lastDay("yearlyDeclaration:A")).toBe("2025-02-17");
    expect(late.lines("overrun").filter((line) => line.includes("yearly"))).toEqual([]);
    late.until("2025-02-18");
    expect(late.lines("overrun")).toContain("2025-02-18 overrun yearlyDeclaration applicant yearlyDeclaration:A");
  });

  it("A11: each renewal asks the holder to bring its file up to date with the ministers", () => {
    const request = authorisedAfterAmmOn("2022-01-10").on("2022-09-01", renewalAsked("R1"));
    expect(request.tasks("updateMinisters")).toHaveLength(1);
    request.on("2022-09-02", acknowledged("R1"));
    expect(request.view.whoseMove, "no ANSM after the AMM").not.toContain("ANSM");
  });
});
