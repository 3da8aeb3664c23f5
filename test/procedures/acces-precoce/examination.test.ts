import { describe, expect, it } from "vitest";
import {
  abandonmentConfirmed,
  acknowledged,
  act,
  ammGranted,
  ansmFavourable,
  ansmUnfavourable,
  answered,
  asked,
  authorisedOn,
  chmpOpinion,
  commonLaw,
  completed,
  contribution,
  ctFavourable,
  ctUnfavourable,
  decided,
  extended,
  foundMissing,
  granted,
  hearing,
  listingAsked,
  missing,
  newData,
  postAmm,
  preAmm,
  protocol,
  Request,
  refused,
  renewalAsked,
  withdrawn,
} from "../../../rig/timelines/acces-precoce.js";

const authorised = granted({ ammFilingBy: "2022-12-31" });

describe("a first request", () => {
  it("A1: three months, of date to date, from the acknowledgement; ninety days is the other reading (C11)", () => {
    for (const [ar, last] of [
      ["2021-07-08", "2021-10-08"],
      ["2021-11-30", "2022-02-28"],
      ["2023-11-30", "2024-02-29"],
      ["2021-12-01", "2022-03-01"],
    ] as const) {
      const request = preAmm(ar);
      expect(request.lastDay("examination:A")).toBe(last);
      const rule = request.live.clocks.find(({ delay }) => delay === "examination")?.rule;
      expect(rule?.otherwise?.map(({ length }) => length?.days)).toContain(90);
      expect(rule?.source.ref).toContain("CSP R. 5121-69, I");
    }
  });

  it("is completed piece after piece; only then is it acknowledged and examined", () => {
    const request = new Request("2021-07-01");
    expect(request.view).toMatchObject({ phase: "deposited", whoseMove: ["HAS"], clocks: [] });
    request.on("2021-07-05", missing("Brochure de l'investigateur"));
    expect(request.view).toMatchObject({ phase: "incomplete", whoseMove: ["applicant"] });
    expect(request.refusal("2021-07-06", acknowledged()).type).toBe("not-awaited");
    request.on("2021-07-09", completed()).on("2021-07-12", acknowledged());
    expect(request.view).toMatchObject({ phase: "ansm", whoseMove: ["ANSM"] });
    expect(request.refusal("2021-07-13", missing("x")).message).toContain("après, la HAS demande des renseignements");
    expect(request.tasks("publishFiling")).toHaveLength(1);
  });

  it("A2: one month more from the origin, announced in time; E56: not after, and not twice", () => {
    const request = preAmm("2021-11-30");
    expect(request.lastDay("examination:A")).toBe("2022-02-28");
    request.on("2022-02-28", extended());
    expect(request.lastDay("examination:A"), "from the origin, not from the 28th").toBe("2022-03-30");
    expect(request.refusal("2022-03-01", extended()).message).toContain("qu'une fois");

    const late = postAmm("2021-11-30").untilTheEndOf("2022-02-28").until("2022-03-01T12:00:00Z");
    expect(late.refusal("2022-03-01", extended()).message).toContain("avant leur fin");
  });

  it("A3: family D, the examination stops from the request to the receipt of the last item", () => {
    const request = preAmm("2026-07-01").on("2026-08-03", asked("q1", 45, ["Annexe A", "Annexe B"]));
    expect(request.clock("examination:A")).toMatchObject({ state: "suspended", lastDay: null, remainingDays: 59 });
    expect(request.view.whoseMove).toEqual(["applicant"]);
    expect(request.lastDay("information:q1")).toBe("2026-09-17");
    request.on("2026-08-20", answered("q1", ["Annexe A"]));
    expect(request.phaseOf("q1")).toBe("partial");
    expect(request.clock("examination:A").state).toBe("suspended");
    request.on("2026-09-07", answered("q1", ["Annexe B"]));
    expect(request.lastDay("examination:A"), "domain.md § 1.3").toBe("2026-11-05");
    expect(request.view.whoseMove).toEqual(["ANSM"]);
  });

  it("A3: at most forty-five days, of the items asked for; unanswered, abandoned at midnight, told at noon", () => {
    const request = preAmm("2021-09-06");
    expect(request.refusal("2021-09-20", asked("q1", 46)).type).toBe("malformed");
    request.on("2021-09-20", asked("q1", 45));
    expect(request.lastDay("information:q1")).toBe("2021-11-04");
    expect(request.refusal("2021-09-21", answered("q1", ["Autre chose"])).message).toContain("n'a pas été demandé");
    request.untilTheEndOf("2021-11-04").until("2021-11-05T10:30:00Z");
    expect(request.view.ending).toMatchObject({ name: "deemedAbandoned", effectiveOn: "2021-11-05", final: false });
    expect(request.noticedOn("applicant", "abandoned")).toEqual([]);
    request.until("2021-11-05T12:00:00Z");
    expect(request.view.ending).toMatchObject({ final: true });
    expect(request.noticedOn("applicant", "abandoned")).toEqual(["2021-11-05"]);
  });

  it("A3: answered on the last day, even recorded the day after, it goes on", () => {
    const request = preAmm("2021-09-06").on("2021-09-20", asked("q1", 45));
    request.on("2021-11-04", answered("q1", ["Données de suivi"], "2021-11-05T08:00:00Z"));
    request.until("2021-11-06");
    expect(request.view.ending).toBeNull();
    expect(request.clock("examination:A").suspendedDays).toBe(45);
    expect(request.refusal("2021-11-08", answered("q1")).type).toBe("not-awaited");
  });

  it("A3: requests overlap, and the union counts; one unanswered abandons the whole request", () => {
    const request = preAmm("2021-09-06").on("2021-09-20", asked("q1", 30)).on("2021-10-01", asked("q2", 20));
    request.on("2021-10-08", answered("q1"));
    expect(request.clock("examination:A").state).toBe("suspended");
    request.on("2021-10-10", answered("q2"));
    expect(request.clock("examination:A").suspendedDays).toBe(20);
    expect(request.lastDay("examination:A")).toBe("2021-12-26");
    request.on("2021-10-11", asked("q3", 10)).on("2021-10-12", asked("q4", 30));
    request.on("2021-10-13", answered("q4")).until("2021-10-23");
    expect(request.outcomeOf("A")).toBe("deemedAbandoned");
  });

  it("an answer found wanting stops the examination again, as if it hadn't come; after its delay a person confirms", () => {
    const request = preAmm("2021-09-06").on("2021-09-20", asked("q1", 30)).on("2021-10-01", answered("q1"));
    request.on("2021-10-04", foundMissing("q1"));
    expect(request.clock("examination:A").state).toBe("suspended");
    request.on("2021-10-08", answered("q1"));
    expect(request.clock("examination:A").suspendedDays).toBe(18);
    request.on("2021-10-29", foundMissing("q1"));
    expect(request.phaseOf("q1")).toBe("breached");
    request.until("2021-12-20");
    expect(request.view.ending, "time alone abandons nothing").toBeNull();
    request.on("2021-12-20", abandonmentConfirmed("q1"));
    expect(request.view.ending?.name).toBe("deemedAbandoned");
  });

  it("A16: a pending request is withdrawn, before or after its acknowledgement, even while suspended", () => {
    expect(new Request("2021-07-01").on("2021-07-02", withdrawn()).outcomeOf("A")).toBe("requestWithdrawn");
    const request = preAmm("2021-09-06").on("2021-09-20", asked("q1")).on("2021-09-22", withdrawn());
    expect(request.view.ending?.name).toBe("requestWithdrawn");
    expect(request.noticedOn("ANSM", "requestWithdrawn")).toEqual(["2021-09-22"]);
    const after = authorisedOn("2022-01-10");
    expect(after.refusal("2022-01-11", withdrawn()).message).toContain("en cours d'examen");
  });

  it("A4, E53: an unfavourable ANSM opinion leaves only a refusal, without the commission; the clock ends at the refusal", () => {
    const request = preAmm("2021-09-06").on("2021-09-26", ansmUnfavourable());
    expect(request.view).toMatchObject({ phase: "decision", whoseMove: ["HAS"] });
    expect(request.tasks("draftRefusal")).toHaveLength(1);
    expect(request.refusal("2021-10-01", ctFavourable()).type).toBe("not-awaited");
    expect(request.refusal("2021-10-01", authorised).message).toContain("seul un refus est possible");
    request.on("2021-10-08", refused({ criteria: ["strong-presumption", "no-appropriate-treatment"] }));
    expect(request.outcomeOf("A")).toBe("refused");
    expect(request.clock("examination:A").state).toBe("stopped");
  });

  it("is decided after both opinions; a refusal has its criteria, reasons and remedies", () => {
    const request = preAmm("2021-09-06");
    expect(request.refusal("2021-09-20", ctFavourable()).type).toBe("not-awaited");
    request.on("2021-10-04", ansmFavourable());
    expect(request.view.whoseMove).toEqual(["CT"]);
    expect(request.refusal("2021-10-05", authorised).type).toBe("not-awaited");
    request.on("2021-11-03", ctFavourable());
    const bare = { outcome: "refused", decidedBy: "college" } as const;
    expect(request.refusal("2021-11-08", decided(bare)).message).toContain("motifs");
    const withReasons = { ...bare, reasons: "Motifs.", remedies: "Recours." };
    expect(request.refusal("2021-11-08", decided(withReasons)).message).toContain("critères");
    request.on("2021-11-10", decided({ ...withReasons, criteria: ["serious-disease", "presumed-innovation"] }));
    expect(request.view.indications[0]?.facts).toEqual({ criteria: ["serious-disease", "presumed-innovation"] });
  });

  it("is decided by the president only on a conforming opinion", () => {
    const request = postAmm("2021-09-06").on("2021-10-20", ctUnfavourable());
    const byPresident = granted({ decidedBy: "president" });
    expect(request.refusal("2021-10-25", byPresident).message).toContain("avis conforme");
    request.on("2021-10-25", refused({ decidedBy: "president" }));
    expect(request.outcomeOf("A")).toBe("refused");
  });

  it("A7, A8: a year at most, with its PUT-RD and, before the AMM, a day within two years for its application", () => {
    const request = preAmm("2021-09-06").on("2021-10-04", ansmFavourable(), ctFavourable());
    const on = "2021-11-10";
    expect(request.refusal(on, granted({ months: 13 })).type).toBe("malformed");
    const noMonths = { outcome: "granted", decidedBy: "college", protocol } as const;
    expect(request.refusal(on, decided(noMonths)).message).toContain("durée");
    expect(request.refusal(on, decided({ ...noMonths, months: 12 })).message).toContain("date de dépôt");
    const noProtocol = { outcome: "granted", decidedBy: "college", months: 12 } as const;
    expect(request.refusal(on, decided(noProtocol)).message).toContain("PUT-RD");
    expect(request.refusal(on, granted({ ammFilingBy: "2023-11-11" })).message).toContain("deux ans");
    request.on(on, granted({ ammFilingBy: "2023-11-10" }));
    expect(request.lastDay("authorisation:A")).toBe("2022-11-10");
    expect(request.lastDay("ammFiling:A")).toBe("2023-11-10");
  });

  it("hears the patient associations until the decision, on first requests and renewals only", () => {
    const request = preAmm("2021-09-06").on("2021-09-20", contribution(), hearing()).on("2021-10-04", ansmFavourable());
    request.on("2021-10-05", contribution()).on("2021-10-20", ctFavourable()).on("2021-11-05", authorised);
    expect(request.refusal("2021-11-06", contribution()).type).toBe("not-awaited");
    const newDataAsked = act("newDataSubmitted", "applicant", { request: "n1", kind: "trial-results" })();
    request.on("2022-01-10", newDataAsked).on("2022-01-12", acknowledged("n1"));
    expect(request.refusal("2022-01-13", contribution("n1")).type).toBe("not-awaited");
  });

  it("E58: the AMM granted meanwhile changes the motive; the ANSM no longer conditions, the listing is due in a month", () => {
    const request = preAmm("2021-09-06").on("2021-10-01", ammGranted());
    expect(request.view.whoseMove).toEqual(["applicant", "CT"]);
    expect(request.noticedOn("applicant", "motiveChanged")).toEqual(["2021-10-01"]);
    expect(request.refusal("2021-10-05", ansmFavourable()).type).toBe("not-awaited");
    // 1 November is a holiday: rolled, it is a duty of the company.
    expect(request.lastDay("listingRequest:A")).toBe("2021-11-02");
    request.on("2021-10-20", ctFavourable()).on("2021-10-28", granted());
    expect(request.phaseOf("A")).toBe("authorised");
    expect(request.clock("listingRequest:A"), "the same clock goes on in the authorisation").toMatchObject({
      state: "running",
      lastDay: "2021-11-02",
    });
    request.untilTheEndOf("2021-11-02");
    expect(request.lines("overrun")).toEqual([]);
    request.until("2021-11-03");
    expect(request.lines("overrun")).toEqual(["2021-11-03 overrun listingRequest applicant listingRequest:A"]);
    request.on("2021-11-04", listingAsked());
    expect(request.lastDay("listingDecision:A.listing")).toBe("2022-05-03");
  });

  it("E58: granted before the acknowledgement, or after the ANSM's opinion, it counts too; silence is then a person's", () => {
    const before = new Request("2021-07-01").on("2021-07-05", ammGranted()).on("2021-07-08", acknowledged());
    expect(before.view.whoseMove).toEqual(["applicant", "CT"]);
    const after = preAmm("2021-09-06").on("2021-10-04", ansmFavourable()).on("2021-11-02", ammGranted());
    after.until("2021-12-08");
    expect(after.phaseOf("A")).toBe("silent");
    after.on("2021-12-09", ctFavourable()).on("2021-12-15", granted());
    expect(after.phaseOf("A")).toBe("authorised");
  });

  it("A9: after the AMM, the listing request may be overdue at the filing: told, with no effect", () => {
    const request = postAmm("2021-09-06", { ammGrantedOn: "2021-07-20", listingRequestedOn: undefined as never });
    expect(request.lines("overrun")).toEqual(["2021-08-30 overrun listingRequest applicant listingRequest:A"]);
    request.on("2021-09-10", listingAsked());
    expect(request.clock("listingDecision:A.listing").state).toBe("running");
  });

  it("refused, it stays open to the opinion that follows in common law, for two years", () => {
    const request = postAmm("2021-09-06").on("2021-10-20", ctUnfavourable()).on("2021-10-27", refused());
    expect(request.view).toMatchObject({ phase: "followUp", whoseMove: [], status: "open" });
    expect(request.view.indications[0]?.outcome).toBe("refused");
    const seen = postAmm("2021-09-06").on("2021-10-20", ctUnfavourable()).on("2021-10-27", refused());
    seen.on("2022-02-01", commonLaw("V"));
    expect(seen.view.ending).toMatchObject({ name: "refused", effectiveOn: "2022-02-01" });
    request.untilTheEndOf("2023-10-27");
    expect(request.view.ending).toBeNull();
    request.until("2023-10-28");
    expect(request.view.ending?.name).toBe("refused");
  });

  it("examines each indication for itself: a request for one doesn't stop the other", () => {
    const indications = [
      { id: "A", label: "Lymphome" },
      { id: "B", label: "Leucémie" },
    ];
    const request = new Request("2021-09-01", { indications }).on("2021-09-06", acknowledged("A"), acknowledged("B"));
    request.on("2021-09-20", asked("q1", 30, ["Annexe"], "A"));
    expect(request.clock("examination:A").state).toBe("suspended");
    expect(request.clock("examination:B")).toMatchObject({ state: "running", lastDay: "2021-12-06" });
    expect([...request.view.whoseMove].sort()).toEqual(["ANSM", "applicant"]);
    request.on("2021-10-01", ansmUnfavourable("B")).on("2021-10-04", refused({}, "B"));
    request.on("2021-10-05", answered("q1", ["Annexe"]), ansmFavourable("A"), ctFavourable("A"));
    request.on("2021-10-20", granted({ ammFilingBy: "2022-10-20" }, "A"));
    expect([request.phaseOf("A"), request.outcomeOf("B")]).toEqual(["authorised", "refused"]);
  });

  it("publishes its decision and its PUT-RD, and attests a tacit grant on request", () => {
    const publish = act("decisionPublished", "HAS", { address: "https://www.has-sante.fr/d" });
    const protocolPublished = act("protocolPublished", "HAS", {
      address: "https://www.has-sante.fr/p",
      collection: ["follow-up-forms", "registry"],
      registry: "DESCAR-T",
    });
    const request = preAmm("2021-09-06");
    expect(request.refusal("2021-09-10", publish()).message).toContain("Aucune décision");
    expect(request.refusal("2021-09-10", protocolPublished()).message).toContain("autorisation");
    request.on("2021-10-04", ansmFavourable()).until("2021-12-08");
    expect(request.phaseOf("A")).toBe("authorised");
    const attestation = act("attestationRequested", "applicant", {});
    request
      .on("2021-12-09", protocolPublished(), attestation())
      .on("2021-12-13", act("attestationIssued", "HAS", {})());
    expect(request.noticedOn("applicant", "attestation")).toEqual(["2021-12-13"]);
    const decidedCase = authorisedOn("2022-01-10").on("2022-01-12", publish());
    expect(decidedCase.refusal("2022-01-13", attestation()).message).toContain("tacite");
  });

  it.each([
    ["with a wrong SIRET", { applicant: { siret: "73282932000075", name: "X" } }, "SIRET"],
    ["after the AMM without its day", { motive: "first-post-amm" as const }, "jour de l'AMM"],
    ["before the AMM with its day", { ammGrantedOn: "2021-06-01" }, "après AMM"],
    ["with an AMM to come", { motive: "first-post-amm" as const, ammGrantedOn: "2021-12-01" }, "précède"],
  ])("isn't filed %s", (_what, more, reason) => {
    expect(() => new Request("2021-07-01", more)).toThrow(reason);
  });
});

describe("the CHMP's favourable opinion (L. 5121-12, III, from 25 December 2022)", () => {
  const favourable = { chmpFavourableOn: "2022-12-01" };

  it("F12: filed the day before, the ANSM's opinion conditions the decision; from that day, it doesn't", () => {
    const before = new Request("2022-12-24", favourable).on("2022-12-26", acknowledged());
    expect(before.view.ruleset).toBe("csp@2022-01-01");
    expect(before.view.awaited.map(({ act }) => act)).toContain("ansmOpinionRendered");
    expect(before.refusal("2023-01-10", ctFavourable()).type).toBe("not-awaited");
    const from = new Request("2022-12-25", favourable).on("2022-12-26", acknowledged());
    expect(from.view.ruleset).toBe("csp@2022-12-25");
    expect(from.view.awaited.map(({ act }) => act)).not.toContain("ansmOpinionRendered");
    expect(from.noticedOn("ANSM", "examinationStarted")).toEqual([]);
    from.on("2023-01-10", ctFavourable(), granted({ ammFilingBy: "2023-12-31" }));
    expect(from.phaseOf("A")).toBe("authorised");
  });

  it("F12: given during the examination, it stands in for the ANSM's; unfavourable, or under the text before, it changes nothing", () => {
    const request = new Request("2023-01-02").on("2023-01-09", acknowledged());
    request.on("2023-02-01", chmpOpinion("unfavourable"));
    expect(request.refusal("2023-02-02", ctFavourable()).type).toBe("not-awaited");
    request.on("2023-02-10", chmpOpinion("favourable"));
    expect(request.noticedOn("ANSM", "chmpOpinion")).toEqual(["2023-02-01", "2023-02-10"]);
    expect(request.refusal("2023-02-11", ansmFavourable()).type, "not awaited any more").toBe("not-awaited");
    request.on("2023-02-13", ctFavourable(), granted({ ammFilingBy: "2023-12-31" }));
    expect(request.phaseOf("A")).toBe("authorised");

    const earlier = preAmm("2022-03-07").on("2022-04-04", chmpOpinion("favourable"));
    expect(earlier.refusal("2022-04-05", ctFavourable()).type).toBe("not-awaited");
  });

  it("F12: known from new data, it stands in for the ANSM's on a renewal", () => {
    const known = authorisedOn("2023-04-03").on("2023-06-01", newData("D1", "chmp-opinion", "favourable"));
    known.on("2023-11-02", renewalAsked("R1")).on("2023-11-06", acknowledged("R1"));
    expect(known.view.awaited.map(({ act }) => act)).not.toContain("ansmOpinionRendered");
    known.on("2023-12-01", ctFavourable("R1"), granted({}, "R1"));
    expect(known.outcomeOf("R1")).toBe("requestGranted");
  });

  it("F12: without the ANSM's opinion no text that was read says what silence is worth: a person decides", () => {
    const request = new Request("2023-01-02", favourable).on("2023-01-09", acknowledged());
    request.untilTheEndOf("2023-04-09").until("2023-04-11T12:00:00Z");
    expect(request.phaseOf("A")).toBe("silent");
    expect(request.tasks("decideSilence")[0]?.detail).toMatchObject({
      facts: { situation: "preAmmWaived", source: "Lecture A5-bis" },
    });
  });

  it("isn't given with a filing that came before it", () => {
    expect(() => new Request("2023-01-02", { chmpFavourableOn: "2023-01-03" })).toThrow("précède");
  });
});
