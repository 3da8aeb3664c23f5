import { describe, expect, it } from "vitest";
import {
  act,
  ammApplicationWithdrawn,
  ammGranted,
  authorisedAfterAmmOn,
  authorisedOn,
  contemplated,
  coverageEnd,
  holderWithdrawalAcknowledged,
  holderWithdraws,
  lifted,
  listed,
  listingAsked,
  listingRefused,
  listingWithdrawn,
  marketingStopped,
  newData,
  suspended,
  takenBack,
  tariff,
} from "../../../rig/timelines/acces-precoce.js";

/** CSS L. 162-16-5-1, II, B: an authorisation and its coverage are two objects. */

const exemption = { case: "urgency", reason: "Sécurité des patients." } as const;
const observed = act("observationsMade", "applicant", { observations: "Sans objet." });

describe("the withdrawal of an authorisation (R. 5121-72-1) ends it on its day, and its coverage goes on", () => {
  /** Acknowledged on 20 May: a month of silence is over at the end of 20 June. */
  const givenUp = () => authorisedOn("2026-01-12").on("2026-05-20", holderWithdraws(), holderWithdrawalAcknowledged());

  it("F3, A15, E60: a month of silence accepts the withdrawal, and nothing else", () => {
    const request = givenUp();
    expect(request.lastDay("holderWithdrawal:A")).toBe("2026-06-20");
    request.untilTheEndOf("2026-06-20");
    expect([request.phaseOf("A"), request.view.subjects]).toEqual(["authorised", []]);
    request.until("2026-06-21");
    expect(request.noticedOn("prescribers", "withdrawn")).toEqual(["2026-06-21"]);
    expect(request.outcomeOf("A.authorisation")).toBe("authorisationGivenUp");
    expect(request.phaseOf("A")).toBe("endToPronounce");
    expect(request.tasks("pronounceEnd")).toHaveLength(1);
    expect(request.view.whoseMove).toContain("ministers");
    request.until("2026-12-31");
    expect(request.noticedOn("applicant", "coverageEnded"), "until an order").toEqual([]);
    expect(request.refusal("2026-12-31", newData("D1")).type, "of an authorisation that is over").toBe("not-awaited");
  });

  it("F3: the order comes after, on its ground; the coverage goes on to its day, and the continuity begins there", () => {
    const request = givenUp().until("2026-06-22");
    request.on("2026-06-22", contemplated("ministers", "coverage-end", "2026-07-13", "authorisation-withdrawn"));
    request.on("2026-07-14", coverageEnd("authorisation-withdrawn", { effectiveOn: "2026-08-01" }));
    expect(request.lastDay("orderedEnd:A")).toBe("2026-07-31");
    expect(request.view.owed.filter(({ names }) => names.includes("pronounceEnd"))).toEqual([]);
    request.untilTheEndOf("2026-07-31");
    expect(request.phaseOf("A")).toBe("endPronounced");
    expect(request.noticedOn("applicant", "coverageEnded")).toEqual([]);
    request.until("2026-08-01");
    expect(request.noticedOn("prescribers", "coverageEnded")).toEqual(["2026-08-01"]);
    expect(request.phaseOf("A")).toBe("continuity");
    expect(request.lastDay("lastConditions:A")).toBe("2026-10-31");
    expect(request.lastDay("continuity:A"), "from the last day of coverage").toBe("2027-07-31");
    expect(request.refusal("2026-08-02", coverageEnd("authorisation-withdrawn")).type, "once").toBe("not-awaited");
  });

  it("F3: withdrawn by the HAS, at the holder's request or of itself, it ends the same day", () => {
    const sooner = givenUp().on("2026-05-27", takenBack("holder-request"));
    expect([sooner.phaseOf("A"), sooner.outcomeOf("A.authorisation")]).toEqual([
      "endToPronounce",
      "authorisationGivenUp",
    ]);
    const unasked = authorisedOn("2026-01-12");
    expect(unasked.refusal("2026-02-02", takenBack("holder-request")).message).toContain("n'a pas demandé");
    unasked.on("2026-02-02", contemplated("HAS", "withdrawal", "2026-02-20", "criteria"));
    unasked.on("2026-02-21", takenBack("criteria"));
    expect([unasked.phaseOf("A"), unasked.outcomeOf("A.authorisation")]).toEqual([
      "endToPronounce",
      "authorisationWithdrawn",
    ]);
    expect(unasked.clock("authorisation:A").state).toBe("stopped");
    expect(unasked.refusal("2026-02-22", takenBack("criteria")).type, "once").toBe("not-awaited");
  });

  it("F3: published without a day, the order is in force the day after; on its very day if it says so; never before", () => {
    const order = (effectiveOn?: string) =>
      coverageEnd("authorisation-withdrawn", { exemption, ...(effectiveOn !== undefined && { effectiveOn }) });
    const ended = () => authorisedOn("2026-01-12").on("2026-03-02", takenBack("safety", true));
    expect(ended().refusal("2026-03-10", order("2026-03-09")).message).toContain("avant sa publication");
    expect(ended().on("2026-03-10", order("2026-03-10")).phaseOf("A")).toBe("continuity");
    const next = ended().on("2026-03-10", order());
    expect(next.untilTheEndOf("2026-03-10").phaseOf("A")).toBe("endPronounced");
    expect(next.until("2026-03-11").phaseOf("A")).toBe("continuity");
  });

  it("F3: an order needs one of the cases of the text, recorded; it says which are", () => {
    const request = authorisedOn("2026-01-12");
    for (const ground of ["authorisation-withdrawn", "amm-application-withdrawn", "listing-refused"] as const)
      expect(request.refusal("2026-02-02", coverageEnd(ground, { exemption })).message).toContain("Aucun des cas");
    request.on("2026-02-02", takenBack("safety", true));
    expect(request.refusal("2026-02-03", coverageEnd("listing-refused", { exemption })).message).toContain(
      "le sont : authorisation-withdrawn",
    );
  });

  it("F3: it expires unrenewed: the coverage of a drug that has no authorisation any more ends by law (reading A7)", () => {
    const request = authorisedOn("2026-01-12").untilTheEndOf("2027-01-12");
    expect([request.phaseOf("A"), request.view.subjects]).toEqual(["authorised", []]);
    request.until("2027-01-13T12:00:00Z");
    expect(request.outcomeOf("A.authorisation")).toBe("authorisationExpired");
    expect(request.noticedOn("prescribers", "coverageEnded")).toEqual(["2027-01-13"]);
    expect(request.phaseOf("A")).toBe("continuity");
  });

  it("F8: prescribers are told thirty and seven days before an authorisation expires", () => {
    const request = authorisedOn("2026-01-12").untilTheEndOf("2027-01-12");
    expect(request.noticedOn("prescribers", "reminder")).toEqual(["2026-12-13", "2027-01-05"]);
  });
});

describe("the other cases of the text (II, B)", () => {
  it("F3: a suspension is a ground as long as it lasts, lifted or over", () => {
    const request = authorisedOn("2026-01-12").on("2026-02-02", suspended("ANSM", 60, true));
    expect(request.phaseOf("A")).toBe("authorisationSuspended");
    expect(request.tasks("pronounceEnd")).toHaveLength(1);
    const over = authorisedOn("2026-01-12").on("2026-02-02", suspended("ANSM", 60, true));
    request.on("2026-02-16", lifted());
    expect(request.phaseOf("A")).toBe("authorised");
    expect(request.view.owed.map(({ names }) => names[0])).not.toContain("pronounceEnd");
    expect(request.refusal("2026-02-17", coverageEnd("authorisation-suspended", { exemption })).message).toContain(
      "Aucun des cas",
    );
    over.untilTheEndOf("2026-04-03");
    expect(over.view.owed.map(({ names }) => names[0])).toContain("pronounceEnd");
    over.until("2026-04-04");
    expect(over.view.owed.map(({ names }) => names[0])).not.toContain("pronounceEnd");

    const ended = authorisedOn("2026-01-12").on("2026-02-02", suspended("HAS", 60, true));
    ended.on("2026-02-03", coverageEnd("authorisation-suspended", { exemption, effectiveOn: "2026-02-10" }));
    expect(ended.until("2026-02-10").phaseOf("A")).toBe("continuity");
  });

  it("F3: a suspension that ends leaves what another ground asks for", () => {
    const request = authorisedAfterAmmOn("2026-01-12").on("2026-02-02", listingRefused(), suspended("HAS", 30, true));
    request.on("2026-02-16", lifted());
    expect(request.phaseOf("A")).toBe("endToPronounce");
    expect(request.view.owed.map(({ names }) => names[0])).toContain("pronounceEnd");
  });

  it("F3: the request of listing, or the application for the AMM, is withdrawn", () => {
    const listing = authorisedAfterAmmOn("2026-01-12").on("2026-02-02", listingWithdrawn());
    expect(listing.phaseOf("A")).toBe("endToPronounce");
    listing.on("2026-02-03", coverageEnd("listing-request-withdrawn", { exemption }));
    expect(listing.until("2026-02-04").phaseOf("A")).toBe("continuity");

    const amm = authorisedOn("2026-01-12").on("2026-02-02", ammApplicationWithdrawn());
    expect(amm.phaseOf("A")).toBe("endToPronounce");
    expect(amm.clock("authorisation:A").state, "the authorisation runs").toBe("running");
    const granted = authorisedOn("2026-01-12").on("2026-02-02", ammGranted());
    expect(granted.refusal("2026-02-03", ammApplicationWithdrawn()).message).toContain("L'AMM est obtenue");
  });

  it("F3: listed before the order, it ends by law with the tariff", () => {
    const request = authorisedAfterAmmOn("2026-01-12").on("2026-02-02", takenBack("safety", true));
    request.on("2026-02-16", listed()).on("2026-03-02", tariff());
    expect(request.noticedOn("applicant", "coverageEnded")).toEqual(["2026-03-02"]);
    expect(request.view.owed.map(({ names }) => names[0])).not.toContain("pronounceEnd");
  });
});

describe("an invitation to answer (CRPA L. 121-1)", () => {
  it("F4: an order is refused before the holder was invited on that ground, and until his day is over", () => {
    const request = authorisedOn("2026-01-12").on("2026-02-02", takenBack("safety", true));
    const order = coverageEnd("authorisation-withdrawn");
    expect(request.refusal("2026-02-03", order).message).toContain("invité à présenter ses observations");
    const invitation = contemplated("ministers", "coverage-end", "2026-02-23", "authorisation-withdrawn");
    request.on("2026-02-03", invitation).on("2026-02-10", observed());
    expect(request.noticedOn("ministers", "observations")).toEqual(["2026-02-10"]);
    expect(request.refusal("2026-02-23", order).message).toContain("jusqu'au 2026-02-23");
    expect(request.on("2026-02-24", order).phaseOf("A")).toBe("endPronounced");
  });

  it("F4: an exemption is recorded with its reason; reasons and remedies are never left out (R. 163-37)", () => {
    const request = authorisedOn("2026-01-12").on("2026-02-02", takenBack("safety", true));
    const { reasons: _, ...withoutReasons } = coverageEnd("authorisation-withdrawn", { exemption }).body;
    const bare = { ...coverageEnd("authorisation-withdrawn"), body: withoutReasons as never };
    expect(request.refusal("2026-02-03", bare).type).toBe("malformed");
    request.on("2026-02-03", coverageEnd("authorisation-withdrawn", { exemption }));
    expect(request.noticedOn("applicant", "endPronounced")).toEqual(["2026-02-03"]);
  });

  it("F4: one about a suspension isn't one about a withdrawal, nor one ground another; the same day is too soon", () => {
    const request = authorisedOn("2026-01-12").on("2026-02-02", contemplated("HAS", "suspension", "2026-02-09"));
    expect(request.refusal("2026-02-02", suspended("HAS", 60, false)).message).toContain("jusqu'au 2026-02-09");
    expect(request.refusal("2026-02-10", takenBack("criteria")).message).toContain("sur cette mesure");
    request.on("2026-02-10", contemplated("HAS", "withdrawal", "2026-02-20", "breach"));
    expect(request.refusal("2026-02-21", takenBack("criteria")).message).toContain("sur ce motif");
    expect(request.on("2026-02-21", takenBack("breach")).phaseOf("A")).toBe("endToPronounce");
  });

  it("F4, A17: a suspension needs its own invitation each time; the ANSM alone suspends in urgency; three months at most", () => {
    const request = authorisedOn("2022-01-10");
    expect(request.refusal("2022-02-01", suspended("HAS", 60, false)).message).toContain("observations");
    expect(request.refusal("2022-02-01", suspended("ANSM", 60, false)).message).toContain("urgence");
    expect(request.refusal("2022-02-01", suspended("HAS", 92, true)).message).toContain("trois mois");
    request.on("2022-02-01", contemplated("HAS", "suspension", "2022-02-14")).on("2022-02-08", observed());
    expect(request.refusal("2022-02-14", suspended("HAS", 60, false)).message).toContain("jusqu'au 2022-02-14");
    request.on("2022-02-15", suspended("HAS", 60, false));
    expect(request.refusal("2022-02-16", suspended("HAS", 60, false)).type).toBe("not-awaited");
    request.untilTheEndOf("2022-04-16");
    expect(request.phaseOf("A")).toBe("authorisationSuspended");
    request.until("2022-04-17");
    expect(request.phaseOf("A")).toBe("authorised");
    expect(request.refusal("2022-04-18", suspended("HAS", 60, false)).message).toContain("observations");
    request.on("2022-05-02", suspended("ANSM", 92, true)).on("2022-05-20", lifted());
    expect(request.phaseOf("A")).toBe("authorised");
  });

  it("F4: it gives a day to come, comes from whoever may take the measure, and says its ground", () => {
    const request = authorisedOn("2026-01-12");
    const refusal = (...invitation: Parameters<typeof contemplated>) =>
      request.refusal("2026-02-02", contemplated(...invitation)).message;
    expect(refusal("HAS", "suspension", "2026-02-02")).toContain("dispose d'un délai");
    expect(refusal("ministers", "suspension", "2026-02-20")).toContain("par la HAS ou l'ANSM");
    expect(refusal("HAS", "coverage-end", "2026-02-20", "listing-refused")).toContain("par les ministres");
    expect(refusal("ministers", "coverage-end", "2026-02-20", "listing-refused")).toContain("Aucun des cas");
    expect(refusal("HAS", "withdrawal", "2026-02-20")).toContain("dit son motif");
    expect(request.refusal("2026-02-02", observed()).message).toContain("Aucune mesure");
  });
});

describe("the continuity of treatments (CSS L. 162-16-5-4, D. 163-3)", () => {
  it("F10, A19, A20: a year that no holiday lengthens, three months of the last conditions", () => {
    const request = authorisedOn("2026-02-20").until("2027-02-22T12:00:00Z");
    expect(request.phaseOf("A"), "20 February 2027 is a Saturday").toBe("continuity");
    expect(request.lastDay("lastConditions:A")).toBe("2027-05-20");
    expect(request.lastDay("continuity:A"), "a Sunday").toBe("2028-02-20");
    request.untilTheEndOf("2027-05-20");
    expect(request.noticedOn("applicant", "lastConditionsOver")).toEqual([]);
    request.until("2027-05-21");
    expect(request.noticedOn("applicant", "lastConditionsOver")).toEqual(["2027-05-21"]);
    request.untilTheEndOf("2028-02-20");
    expect(request.view.ending).toBeNull();
    request.until("2028-02-21");
    expect(request.view.ending).toMatchObject({ name: "continuityOver", effectiveOn: "2028-02-21" });
  });

  it("F10: it is owed after a listing too, under the conditions of the lists", () => {
    const request = authorisedAfterAmmOn("2026-01-12").on("2026-02-16", listed()).on("2026-03-02", tariff());
    expect(request.view.clocks.filter(({ name }) => name === "lastConditions")).toEqual([]);
    expect(request.lastDay("continuity:A")).toBe("2027-03-01");
    const breach = act("penaltyOpened", "ministers", { breach: "Continuité." });
    expect(request.on("2026-09-01", breach()).noticedOn("applicant", "penalty"), "still punished").toEqual([
      "2026-09-01",
    ]);
    request.untilTheEndOf("2027-03-01");
    expect(request.view.ending).toBeNull();
    expect(request.until("2027-03-02").view.ending).toMatchObject({ name: "listed", effectiveOn: "2027-03-02" });
  });

  it("F10: listed meanwhile, the last conditions give way to those of the lists, and the year goes on", () => {
    const request = authorisedOn("2026-01-12").until("2027-01-13T12:00:00Z");
    request.on("2027-02-01", ammGranted(), listingAsked()).on("2027-03-01", listed()).on("2027-03-15", tariff());
    expect(request.noticedOn("prescribers", "listedMeanwhile")).toEqual(["2027-03-15"]);
    expect(request.clock("lastConditions:A").state).toBe("stopped");
    expect(request.until("2028-01-13").view.ending).toMatchObject({ name: "listed", effectiveOn: "2028-01-13" });
  });

  it("F16: a withdrawal for safety doesn't lift it; that the drug isn't sold any more does, by whoever says it", () => {
    const unsafe = authorisedOn("2026-01-12").on("2026-02-02", takenBack("safety", true));
    unsafe.on("2026-02-03", coverageEnd("authorisation-withdrawn", { exemption })).until("2026-02-04");
    expect(unsafe.phaseOf("A")).toBe("continuity");
    unsafe.on("2026-03-02", marketingStopped());
    expect(unsafe.view.ending).toMatchObject({ name: "dutiesLifted", effectiveOn: "2026-03-02" });

    const before = authorisedOn("2026-01-12").on("2026-02-02", marketingStopped("A", { by: "ANSM" }));
    expect(before.phaseOf("A"), "the coverage isn't ended by it").toBe("authorised");
    before.on("2026-02-02", takenBack("safety", true));
    before.on("2026-02-03", coverageEnd("authorisation-withdrawn", { exemption })).until("2026-02-04");
    expect(before.view.ending?.name).toBe("dutiesLifted");
  });
});
