import { describe, expect, it } from "vitest";
import {
  acknowledged,
  act,
  ammFiled,
  ammGranted,
  ansmFavourable,
  asked,
  authorisedAfterAmmOn,
  authorisedOn,
  commonLaw,
  contemplated,
  continuityAsked,
  ctFavourable,
  ctUnfavourable,
  decided,
  declared,
  extended,
  granted,
  holderWithdrawalAcknowledged,
  holderWithdraws,
  lifted,
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
  takenBack,
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
    expect(request.view.ending).toMatchObject({ name: "listed", effectiveOn: "2022-09-20" });
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
    expect(request.phaseOf("A"), "ended by an order, not by the refusal").toBe("authorised");
    expect(request.tasks("considerCoverageEnd")).toHaveLength(1);
    request.on("2022-11-02", act("coverageEndOrdered", "ministers", { ground: "listing-refused" })());
    expect(request.phaseOf("A")).toBe("continuity");
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

  it("A15, E60: a month of silence on the holder's own request accepts it; decided before, it ends then", () => {
    const request = authorisedOn("2022-01-10")
      .on("2022-05-20", holderWithdraws())
      .on("2022-05-31", holderWithdrawalAcknowledged());
    expect(request.lastDay("holderWithdrawal:A")).toBe("2022-06-30");
    request.untilTheEndOf("2022-06-30");
    expect(request.phaseOf("A")).toBe("authorised");
    request.until("2022-07-01");
    expect(request.phaseOf("A")).toBe("continuity");
    const sooner = authorisedOn("2022-01-10").on("2022-05-20", holderWithdraws(), holderWithdrawalAcknowledged());
    sooner.on("2022-05-27", takenBack("holder-request"));
    expect(sooner.phaseOf("A")).toBe("continuity");
    const unasked = authorisedOn("2022-01-10");
    expect(unasked.refusal("2022-02-01", takenBack("holder-request")).message).toContain("n'a pas demandé");
  });

  it("A17: suspended three months at most, by the HAS after observations, or by the ANSM alone in urgency", () => {
    const request = authorisedOn("2022-01-10");
    expect(request.refusal("2022-02-01", suspended("HAS", 60, false)).message).toContain("observations");
    expect(request.refusal("2022-02-01", suspended("ANSM", 60, false)).message).toContain("urgence");
    expect(request.refusal("2022-02-01", suspended("HAS", 92, true)).message).toContain("trois mois");
    request.on("2022-02-01", contemplated("HAS", "suspension"));
    request.on("2022-02-08", act("observationsMade", "applicant", { observations: "Sans objet." })());
    request.on("2022-02-15", suspended("HAS", 60, false));
    expect(request.phaseOf("A")).toBe("authorisationSuspended");
    expect(request.refusal("2022-02-16", suspended("HAS", 60, false)).type).toBe("not-awaited");
    request.untilTheEndOf("2022-04-16");
    expect(request.phaseOf("A")).toBe("authorisationSuspended");
    request.until("2022-04-17");
    expect(request.phaseOf("A")).toBe("authorised");
    request.on("2022-05-02", suspended("ANSM", 92, true)).on("2022-05-20", lifted());
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

  it("is withdrawn by the HAS after the holder's observations; for safety at once, and the duties are lifted", () => {
    const request = authorisedOn("2022-01-10");
    expect(request.refusal("2022-02-01", takenBack("criteria")).message).toContain("observations");
    request.on("2022-02-01", contemplated("HAS", "withdrawal")).on("2022-02-20", takenBack("criteria"));
    expect(request.phaseOf("A")).toBe("continuity");
    const unsafe = authorisedOn("2022-01-10").on("2022-02-01", takenBack("safety", true));
    expect(unsafe.view.ending?.name).toBe("dutiesLifted");
  });

  it("A19, A20: a year of continuity, three months of the last conditions; listed meanwhile, it is over", () => {
    const request = authorisedOn("2022-01-10").until(at("2023-01-11"));
    expect([request.lastDay("lastConditions:A"), request.lastDay("continuity:A")]).toEqual([
      "2023-04-10",
      "2024-01-10",
    ]);
    request.untilTheEndOf("2023-04-10");
    expect(request.noticedOn("applicant", "lastConditionsOver")).toEqual([]);
    request.until("2023-04-11");
    expect(request.noticedOn("applicant", "lastConditionsOver")).toEqual(["2023-04-11"]);
    request.untilTheEndOf("2024-01-10");
    expect(request.view.ending).toBeNull();
    request.until("2024-01-11");
    expect(request.view.ending).toMatchObject({ name: "continuityOver", effectiveOn: "2024-01-11" });

    const meanwhile = authorisedOn("2022-01-10").until(at("2023-01-11")).on("2023-02-01", ammGranted(), listingAsked());
    expect(meanwhile.refusal("2023-02-02", takenBack("breach")).message).toContain("sécurité");
    meanwhile.on("2023-05-02", listed()).on("2023-05-20", tariff());
    expect(meanwhile.view.ending?.name).toBe("listed");
    const unsafe = authorisedOn("2022-01-10").until(at("2023-01-11")).on("2023-02-01", takenBack("safety"));
    expect(unsafe.view.ending?.name).toBe("dutiesLifted");
  });

  it("A21: a penalty takes its steps, each in its delay", () => {
    const request = authorisedOn("2022-01-10").on(
      "2022-03-01",
      act("penaltyOpened", "CEPS", { breach: "Continuité." })(),
    );
    expect(request.lastDay("penaltyObservations:A")).toBe("2022-03-21");
    expect(request.lastDay("penaltyHearingRequest:A")).toBe("2022-03-09");
    request.on("2022-03-09", act("penaltyHearingRequested", "applicant", {})());
    expect(request.lastDay("penaltyHearing:A")).toBe("2022-04-23");
    const decision = (percent: number) => act("penaltyDecided", "CEPS", { percent, reason: "Manquement." })();
    expect(request.refusal("2022-03-10", decision(10)).type).toBe("not-awaited");
    request.on("2022-03-21", act("penaltyObservationsMade", "applicant", { observations: "Rien." })());
    request.on("2022-03-22", act("turnoverAsked", "CEPS", {})());
    expect(request.lastDay("penaltyTurnover:A")).toBe("2022-04-06");
    request.on("2022-04-04", act("turnoverGiven", "applicant", { euros: 3_000_000 })());
    request.on("2022-04-20", act("penaltyHearingHeld", "CEPS", {})());
    expect(request.refusal("2022-05-02", decision(31)).type).toBe("malformed");
    request.on("2022-05-02", decision(30));
    expect(request.lastDay("penaltyPayment:A")).toBe("2022-06-02");
    request.until("2022-06-03");
    expect(request.lines("overrun")).toContain("2022-06-03 overrun penaltyPayment applicant penaltyPayment:A");
    request.on("2022-06-04", act("penaltyPaid", "applicant", {})());
    request.on("2022-07-01", act("penaltyOpened", "CEPS", { breach: "Encore." })()).until("2022-07-25");
    request.on("2022-07-26", decision(0));
    expect(request.view.awaited.map((each) => each.act)).toContain("penaltyOpened");
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
