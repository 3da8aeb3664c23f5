import { describe, expect, it } from "vitest";
import { takes } from "../../../procedures/forfait-innovation/takes.js";
import type { Takes } from "../../../procedures/handovers.js";
import { act, covered, examinedFrom, granted, ordered, studyOver } from "../../../rig/timelines/forfait-innovation.js";
import { listedFrom, type requestedOn } from "../../../rig/timelines/lppr.js";

const listingRequested = act("listingRequested", "applicant", {});
const listingPublished = (effectiveOn: string, about = "aorte") =>
  act("listingPublished", "ministers", { effectiveOn }, { about });

describe("forfait innovation: the coverage (R. 165-70, I, R. 165-72)", () => {
  it("in effect the day after its publication unless the order says otherwise, for as long as it fixes", () => {
    const file = covered();
    expect(file.clock("coverage:aorte")).toMatchObject({ from: "2026-06-02", lastDay: "2029-06-02" });
    const dated = { ...ordered, body: { ...ordered.body, effectiveOn: "2026-05-30" } };
    const before = examinedFrom("2026-03-02").on("2026-05-04", granted);
    expect(before.refusal("2026-06-01", dated).source).toBe("CRPA L. 221-3");
  });

  it("I: no patient before every clearance", () => {
    const included = act("firstPatientIncluded", "applicant", {});
    const file = covered();
    expect(file.refusal("2026-06-10", included).source).toBe("CSS R. 165-72, I");
    file.on("2026-06-15", act("clearancesDelivered", "applicant", { clearances: ["CPP", "ANSM"] }));
    expect(file.letter("clearances", "ministers").text).toContain("— CPP");
    file.on("2026-06-16", included);
  });

  it("II: at its term it is over; the study goes on, and the case with it", () => {
    const file = covered().untilTheEndOf("2029-06-02");
    expect(file.notices("coverageOver")).toEqual([]);
    file.until("2029-06-03");
    expect(file.outcomeOf("aorte")).toBe("termOver");
    expect(file.view).toMatchObject({ phase: "over", status: "open" });
    file.on("2029-07-02", studyOver("completed", false));
    expect(file.ending).toBe("concluded");
  });

  it("IV: listed, it stops by law on the day on which the listing takes effect", () => {
    const file = covered().on("2028-03-01", listingPublished("2028-03-15"));
    expect(file.clock("listingEffect:aorte").lastDay).toBe("2028-03-14");
    expect(file.untilTheEndOf("2028-03-14").notices("coverageOver")).toEqual([]);
    file.until("2028-03-15");
    expect(file.outcomeOf("aorte")).toBe("listed");
    expect(file.letter("coverageOver").text).toContain("15 mars 2028");
    expect(covered().on("2028-03-01", listingPublished("2028-03-01")).outcomeOf("aorte")).toBe("listed");
    file.isSimulatedAlike();
  });

  it("each indication has its own end", () => {
    const both = { indications: ["aorte", "mitrale"].map((id) => ({ id, label: id })) };
    const file = covered(both).on("2028-03-01", listingPublished("2028-03-01"));
    expect([file.outcomeOf("aorte"), file.outcomeOf("mitrale")]).toEqual(["listed", null]);
    expect(file.clock("coverage:mitrale").state).toBe("running");
  });
});

describe("forfait innovation: the duties (L. 165-1-1, II; C8)", () => {
  it("F6: a request on the LPPR within a year of the end of the study, rolled; on the last day it is in time", () => {
    const file = covered().on("2028-03-04", studyOver());
    expect(file.clock("lpprRequest")).toMatchObject({ from: "2028-03-04", lastDay: "2029-03-05" }); // a Sunday
    file.on("2029-03-05T23:59:59.999+01:00", listingRequested);
    expect(file.clock("lpprRequest").state).toBe("met");
    expect(file.until("2029-06-04").ending).toBe("concluded");
  });

  it("F6: the day after, the duty is breached: the ministers may plan a penalty, nothing is automatic, and late is late", () => {
    const file = covered().on("2028-03-04", studyOver()).until("2029-06-04");
    expect(file.noticedOn("ministers", "dutyBreached")).toEqual(["2029-03-06"]);
    expect(file.tasks("considerPenalty")).toHaveLength(1);
    file.on("2029-06-05", listingRequested);
    expect(file.letter("listingRequested").text).toContain("plus d'un an");
    expect(file.view.status).toBe("open");
    expect(file.on("2029-06-11", act("penaltyWaived", "ministers", { reason: "Déposée." })).ending).toBe("concluded");
  });

  it("F6: the company answers first; the penalty is of thirty per cent at most of what it received", () => {
    const file = covered().on("2028-03-04", studyOver("abandoned"));
    file.on("2028-04-03", act("penaltyPlanned", "ministers", { breach: "Étude abandonnée.", days: 20 }));
    expect(file.lastDay("penaltyObservations")).toBe("2028-04-24"); // the 23rd is a Sunday
    file.on("2028-04-10", act("penaltyObservations", "applicant", { observations: "Faute de patients." }));
    expect(file.letter("penaltyObserved", "ministers").text).toContain("Faute de patients.");
    const penalty = (amount: number) =>
      act("penaltyDecided", "ministers", { amount, received: 100_000, reasons: "R.", remedies: "V." });
    expect(file.refusal("2028-04-24", penalty(30_000)).type).toBe("not-awaited");
    expect(file.refusal("2028-04-25", penalty(30_001)).source).toBe("CSS L. 165-1-1, II");
    file.on("2028-04-25", penalty(30_000));
    expect(file.letter("penaltyDecided").text).toContain("300,00 €");
    expect(file.view.status).toBe("open"); // the coverage goes on to its term
    expect(file.until("2029-06-04").ending).toBe("concluded");
  });

  it.each([
    ["stopped-for-safety", true],
    ["stopped-on-interim-results", true],
    ["completed", false],
  ] as const)("no listing is owed: %s, results that permit it: %s", (outcome, listable) => {
    const file = covered().on("2028-03-04", studyOver(outcome, listable));
    expect(file.view.clocks.map(({ name }) => name)).not.toContain("lpprRequest");
    expect(file.letter("studyCompleted").text).toContain("Aucune demande d'inscription n'est due");
  });

  it("asked for before the end of the study, the duty is kept", () => {
    const file = covered().on("2028-01-03", listingRequested).on("2028-03-04", studyOver());
    expect(file.view.clocks.map(({ name }) => name)).not.toContain("lpprRequest");
    expect(file.until("2029-06-04").ending).toBe("concluded");
  });

  it("an act isn't a product: its CNP owes no listing and risks no penalty", () => {
    const file = covered({ nature: "act" }).on("2028-03-04", studyOver());
    expect(file.view.clocks.map(({ name }) => name)).not.toContain("lpprRequest");
    expect(covered({ nature: "act" }).on("2028-03-04", studyOver("abandoned")).tasks("considerPenalty")).toEqual([]);
  });

  it("the LPPR's case tells what it owes and what ends it", () => {
    const told = (file: ReturnType<typeof requestedOn>) =>
      file.journal
        .filter(({ kind }) => kind === "handover")
        .map(({ name, on, about, detail }) =>
          (takes as Takes)[name]?.({ from: "LPPR-1", name, on, about, facts: (detail?.facts ?? {}) as never }),
        );
    expect(told(listedFrom("2026-07-01"))).toEqual([
      { act: "listingRequested", by: "applicant", body: {} },
      undefined,
      undefined,
      { act: "listingPublished", by: "ministers", about: "marche", body: { effectiveOn: "2026-07-01" } },
    ]);
  });
});
