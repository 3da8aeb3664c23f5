import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../case/entry.js";
import { noon } from "../../../case/kernel.js";
import { Refusal } from "../../../case/refusal.js";
import { addDays, civilDate } from "../../../law/civil-date.js";
import { parisDay } from "../../../law/paris.js";
import { procedureOf } from "../../../procedures/all.js";
import { say } from "../../../procedures/letter.js";
import type { NoticeContext, NoticeText } from "../../../procedures/notice.js";
import type { Bodies } from "../../../procedures/pecan/bodies.js";
import { letters } from "../../../procedures/pecan/letters.js";
import { decisionLaw } from "../../../procedures/pecan/sources.js";
import { beginnings, sendingOf, throws } from "../../../rig/random/pecan.js";
import { actsOf } from "../../../rig/timeline.js";
import {
  abandonmentConfirmed,
  acknowledgedOn,
  ansAnswered,
  ansAsks,
  ansOpinion,
  answered,
  cnedimtsOpinion,
  conditionLost,
  conditionRestored,
  consulted,
  conventionSent,
  conventionSigned,
  convergenceDeposited,
  coveredFrom,
  decided,
  deprioritisationReviewed,
  endOrdered,
  evidence,
  evidenceCompleted,
  evidenceRefused,
  expertNamed,
  filed,
  foundAdmissible,
  foundComplete,
  foundInadmissible,
  foundIncomplete,
  hybrid,
  inactivityReviewed,
  listingDecided,
  listingRequested,
  missingItems,
  observationsInvited,
  observationsMade,
  opinionPublished,
  orderPublished,
  type Pecan,
  proposed,
  requested,
  reviewed,
  sesameDeposited,
  studyCompleted,
  tariffPublished,
  withBothOpinionsOn,
  withdrawn,
} from "../../../rig/timelines/pecan.js";

const pecan = procedureOf("pecan");

const contextOf = ({ live }: Pick<Pecan, "live">): NoticeContext => ({
  opening: live.opening,
  shape: live.procedure.shape,
  rulesets: live.procedure.rulesets,
});

/** The first such notice to that party, as it reads it. */
function read(scenario: Pecan, notice: string, party = "applicant", about?: string): NoticeText {
  const entry = scenario.notices(notice, party).find((each) => about === undefined || each.about === about);
  if (entry === undefined) throw new Error(`${party} wasn't told ${notice}.`);
  return letters.render(entry, contextOf(scenario));
}

/** Lives that pass through every notice. */
const penaltyAct = actsOf<Bodies>();

const lives: Readonly<Record<string, () => Pecan>> = {
  "an answer that the ministers strike"() {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-03-12", requested("r1"), consulted("r1"));
    one.on("2026-03-13", answered("r1"));
    one.strike("2026-03-16", "furtherInformationReceived", false, "ministers");
    return one;
  },

  "a file corrected on both sides, to the tariff"() {
    const one = filed("2026-01-05", {
      indications: hybrid,
      studies: [{ title: "Étude pivot", endsOn: "2027-01-31" }],
      accounts: { convergence: { status: "requested" }, sesame: { status: "open" } },
    });
    one.on("2026-01-12", { act: "convergenceAccountOpened", by: "ANS", body: {} });
    one.on("2026-01-13", convergenceDeposited(), sesameDeposited());
    one.on("2026-01-15", foundInadmissible("Certificat HDS périmé."), foundIncomplete("Protocole"));
    one.on("2026-01-19", convergenceDeposited(), sesameDeposited());
    one.on("2026-01-21", foundAdmissible(), foundComplete(), conventionSent());
    one.on("2026-01-26", conventionSigned(), evidence("securite"));
    one.on("2026-02-02", evidenceRefused("securite", "Pièce périmée."));
    one.on("2026-08-10", inactivityReviewed("keep"));
    one.on("2026-08-11", evidence("securite"), evidenceCompleted());
    one.on("2026-08-13", missingItems("sesame"));
    one.on("2026-08-17", sesameDeposited(), foundComplete());
    one.on("2026-09-07", { act: "applicationAcknowledged", by: "ministers", body: {} });
    one.on("2026-09-08", expertNamed("R-18"), proposed("CNEDiMTS"), requested("r1"));
    one.on("2026-09-10", consulted("r1"));
    one.on("2026-09-20", answered("r1"));
    one.on("2026-09-22", reviewed("r1", false));
    one.on("2026-09-24", answered("r1"));
    one.on("2026-09-25", reviewed("r1"), ansAsks("q1", "question"), ansAsks("q2", "request"));
    one.on("2026-10-01", ansAnswered("q1"));
    one.on("2026-10-28", deprioritisationReviewed("q2", "propose-formal-request"));
    one.on("2026-11-30", ansOpinion(), cnedimtsOpinion({ depression: "favourable", suivi: "unfavourable" }));
    one.on("2026-12-02", opinionPublished());
    one.on("2027-01-06", decided({ depression: "granted", suivi: "refused" }, "2027-01-04"));
    one.on("2027-01-15", orderPublished("2027-02-01"));
    one.on("2027-02-10", studyCompleted("depression"));
    one.on("2027-07-01", listingRequested("depression", "lppr"));
    one.on("2027-11-02", listingDecided("depression", "listed"));
    one.on("2027-12-01", tariffPublished("depression"));
    return one;
  },
  "an indication that a precedent bars"() {
    const precedents = [{ case: "PECAN-2025-0007", indication: "depression", outcome: "granted" as const }];
    return filed("2026-01-05", { precedents });
  },
  "a listing never requested, then the year, then continuity"() {
    const one = coveredFrom("2026-09-10", "2026-09-23", { indications: hybrid });
    return one.until("2028-04-03T10:00:00Z");
  },
  "a listing refused, and the order that ends it"() {
    const one = coveredFrom("2026-09-10");
    one.on("2026-12-01", listingRequested("depression", "lppr"));
    one.on("2027-07-05", listingDecided("depression", "refused"));
    one.on("2027-07-19", endOrdered("depression", "listing-refused"));
    return one.until("2027-10-01T10:00:00Z");
  },
  "a safety withdrawal"() {
    const one = coveredFrom("2026-09-10");
    one.on("2026-12-01", conditionLost("depression", "safety-withdrawal"));
    one.on("2026-12-07", endOrdered("depression", "safety-withdrawal"));
    return one;
  },
  "an abandonment"() {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-03-12", requested("r1"));
    return one.until("2026-04-20T10:00:00Z");
  },
  "an abandonment at the ministers' stage, confirmed"() {
    const one = withBothOpinionsOn("2026-05-04");
    one.on("2026-05-11", requested("r1"), consulted("r1"));
    one.on("2026-05-21", answered("r1"));
    one.on("2026-05-26", reviewed("r1", false));
    one.on("2026-05-27", abandonmentConfirmed("r1"));
    return one;
  },
  "an application left inactive"() {
    const one = filed("2026-01-05");
    one.on("2026-01-06", convergenceDeposited(), foundAdmissible(), conventionSent());
    one.on("2026-07-10", inactivityReviewed("abandon"));
    return one;
  },
  "a withdrawal"() {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-03-10", withdrawn());
    return one;
  },
  "a condition lost and given back, an end envisaged and answered"() {
    const one = coveredFrom("2026-09-10", "2026-09-23");
    one.on("2026-10-05", conditionLost("depression", "ce-marking"));
    one.on("2026-10-06", observationsInvited("depression", "condition-lost", "2026-10-26"));
    one.on("2026-10-20", observationsMade("depression"));
    one.on("2026-10-21", conditionRestored("depression", "ce-marking"));
    return one;
  },
  "penalties, answered, undeclared, paid and given up"() {
    const one = coveredFrom("2026-09-10", "2026-09-23");
    const planned = penaltyAct("penaltyPlanned", "ministers", {
      breach: "Patients sans suivi.",
      foundOn: "2027-03-01",
    });
    const decided = (amount: number) =>
      penaltyAct("penaltyDecided", "ministers", {
        amount,
        reimbursed: 100_000,
        reasons: "Motif.",
        remedies: "Recours.",
      });
    one.on("2027-03-15", planned);
    one.on("2027-03-16", penaltyAct("penaltyHearingRequested", "applicant", {}));
    one.on("2027-03-17", penaltyAct("penaltyObservationsMade", "applicant", { observations: "Le suivi a repris." }));
    one.on("2027-03-18", penaltyAct("turnoverDeclared", "applicant", { turnover: 1_000_000 }));
    one.on("2027-03-19", penaltyAct("penaltyHearingHeld", "ministers", {}));
    one.on("2027-04-07", decided(30_000));
    one.on("2027-04-08", penaltyAct("penaltyPaid", "ministers", {}));
    one.on("2027-04-09", planned);
    one.on("2027-05-10", decided(0));
    return one;
  },
  "listed in the year, whose tariff comes after it"() {
    const one = coveredFrom("2026-09-10", "2026-09-23");
    one.on("2027-03-01", listingRequested("depression", "lppr"));
    one.on("2027-09-01", listingDecided("depression", "listed"));
    one.on("2027-10-04", tariffPublished("depression"));
    return one;
  },
  "refused in the year, without an order"() {
    const one = coveredFrom("2026-09-10", "2026-09-23");
    one.on("2027-03-01", listingRequested("depression", "lppr"));
    one.on("2027-09-20", listingDecided("depression", "refused"));
    one.on("2027-09-24");
    return one;
  },
  "refused after the year"() {
    const one = coveredFrom("2026-09-10", "2026-09-23");
    one.on("2027-03-01", listingRequested("depression", "lppr"));
    one.on("2027-10-11", listingDecided("depression", "refused"));
    return one;
  },
  "overdue everywhere, then refused"() {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-05-11", ansOpinion("unfavourable"), cnedimtsOpinion());
    one.on("2026-06-15", decided({ depression: "refused" }, "2026-06-10"));
    return one;
  },
};

const told = Object.values(lives).map((life) => life());
const notices = (scenario: Pick<Pecan, "journal">) => scenario.journal.filter(({ kind }) => kind === "notice");

const frenchDate =
  /\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}/g;

function expectWellWritten({ subject, text }: NoticeText, scenario: Pick<Pecan, "live">): void {
  expect(subject.startsWith(`${scenario.live.opening.id} — `)).toBe(true);
  expect(subject).not.toContain(scenario.live.opening.filing.product.name);
  expect(text.length).toBeGreaterThan(120);
  expect(text).not.toMatch(/undefined|null|NaN|\[object|\d{4}-\d{2}-\d{2}|\.\.| {2}|« »|depuis le \.|: \./);
  for (const match of text.matchAll(frenchDate)) {
    expect(text.slice(match.index + match[0].length), `${match[0]} in: ${text}`).toMatch(/^ \([^)]+\)/);
  }
}

describe("What the parties of a PECAN read", () => {
  test("every notice of the definition is told in some life, and each is written for each of its readers with a source for every date", () => {
    const seen = new Set<string>();
    for (const scenario of told) {
      for (const entry of notices(scenario)) {
        seen.add(entry.name);
        expectWellWritten(letters.render(entry, contextOf(scenario)), scenario);
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(pecan.shape.notices).sort());
  });

  test("whatever happens to a case, all that is told can be written, and corrected", () => {
    fc.assert(
      fc.property(beginnings, throws, ({ begin }, dice) => {
        const scenario = begin();
        const { live } = scenario;
        const entries: JournalEntry[] = [...scenario.journal];
        let today = parisDay(live.view().now);
        dice.forEach((each, i) => {
          today = addDays(today, each.gap);
          live.advance(noon(today));
          const { act, message, now } = sendingOf(each, live.view(), live.recordedActs, today, i);
          try {
            live.accept(act, message, now);
          } catch (fault) {
            if (!(fault instanceof Refusal)) throw fault;
          }
          entries.push(...live.takeNews());
        });
        for (const entry of entries.filter(({ kind }) => kind === "notice")) {
          expectWellWritten(letters.render(entry, contextOf(scenario)), scenario);
          expectWellWritten(letters.renderRectification(entry, entry.number, contextOf(scenario)), scenario);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("every change of phase is told to the applicant on the same day, by the same cause", () => {
    for (const { journal } of told) {
      for (const { cause, on, name, about } of journal.filter(({ kind }) => kind === "phase")) {
        const heard = journal.some(
          (entry) => entry.kind === "notice" && entry.party === "applicant" && entry.cause === cause && entry.on === on,
        );
        expect(heard, `${on} ${name} ${about ?? ""}`).toBe(true);
      }
    }
  });

  test.each([
    ["deposit received", "depositReceived"],
    ["admissibility", "admissible"],
    ["inadmissibility", "inadmissible"],
    ["convention to sign", "conventionToSign"],
    ["evidence refused", "evidenceRefused"],
    ["missing items", "missingItems"],
    ["acknowledgement", "acknowledged"],
    ["request", "informationRequested"],
    ["reception recorded", "receptionRecorded"],
    ["deprioritised", "deprioritised"],
    ["the ANS's opinion", "ansOpinion"],
    ["the CNEDiMTS's opinion", "cnedimtsOpinion"],
    ["its publication", "opinionPublished"],
    ["certificate", "certificate"],
    ["decision", "decision"],
    ["coverage", "coverage"],
    ["each duty's approach", "reminder"],
    ["ending: withdrawn", "withdrawn"],
    ["ending: deemed abandoned", "abandoned"],
    ["ending: considered abandoned", "inactiveAbandoned"],
    ["ending: coverage pronounced", "endPronounced"],
    ["ending: coverage", "coverageEnded"],
    ["ending: continuity", "continuityOver"],
  ])("the applicant is mailed: %s", (_, notice) => {
    expect(told.some((scenario) => scenario.notices(notice, "applicant").length > 0)).toBe(true);
  });

  test("an ending is always told to the applicant", () => {
    for (const { journal } of told) {
      for (const { cause } of journal.filter(({ kind }) => kind === "ending")) {
        expect(journal.some((e) => e.kind === "notice" && e.party === "applicant" && e.cause === cause)).toBe(true);
      }
    }
  });
});

describe("What a notice says", () => {
  test("a day without its source doesn't compile", () => {
    const day = civilDate("2026-05-01");
    // @ts-expect-error: a bare day, which only its source makes sayable.
    say`Le dernier jour est le ${day}.`;
    expect(say`Le dernier jour est le ${{ date: day, source: decisionLaw }}.`).toBe(
      "Le dernier jour est le 1er mai 2026 (CSS R. 162-116, III).",
    );
    const unknown: string | undefined = undefined;
    // @ts-expect-error: words that may be missing.
    say`Motif : ${unknown as string | undefined}`;
    expect(say`Le dernier jour est ${unknown}.`).toBe("Le dernier jour est une date qui n'est pas encore connue.");
  });

  test("acknowledgement: both opinions' last days with their articles, and that lateness decides nothing", () => {
    const { text } = read(acknowledgedOn("2026-03-02"), "acknowledged");
    expect(text).toContain("1er mai 2026 (CSS R. 162-115)");
    expect(text).toContain("1er mai 2026 (CSS R. 162-114, V)");
    expect(text).toContain("2 mars 2026 (CSS R. 162-112, al. 4)");
  });

  test("a request: how long, from when, and that silence abandons the whole application", () => {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-03-12", requested("r1"));
    expect(read(one, "informationRequested").subject).toContain("30 jours pour répondre");
    expect(read(one, "informationRequested").text).toMatch(/27 mars 2026 \(CRPA R. 112-20\).*réputée reçue/);
    one.on("2026-03-16", consulted("r1"));
    const { text } = read(one, "receptionRecorded");
    expect(text).toContain("jusqu'au 15 avril 2026 (CSS R. 162-112, al. 5) inclus");
    expect(text).toContain("réputée abandonnée");
    expect(text).not.toContain("Un autre texte");
  });

  test.each([
    ["parcours", "21 mai 2026 (Parcours G_NIUS, étape 13)", "30 jours, jusqu'au 10 juin 2026 (CSS R. 162-112, al. 5)"],
    ["css", "10 juin 2026 (CSS R. 162-112, al. 5)", "10 jours, jusqu'au 21 mai 2026 (Parcours G_NIUS, étape 13)"],
  ] as const)(
    "C3 under %s: both readings of the ministers' delay, each with its date and its source",
    (ruleset, enforced, other) => {
      const one = withBothOpinionsOn("2026-05-04", { ruleset });
      one.on("2026-05-11", requested("r1"), consulted("r1"));
      const { text } = read(one, "receptionRecorded");
      expect(text).toContain(enforced);
      expect(text).toContain(other);
    },
  );

  test("C3: an abandonment before the code's thirty days is told to the ministers as open to challenge; not under css", () => {
    const abandoned = (ruleset: "parcours" | "css") => {
      const one = withBothOpinionsOn("2026-05-04", { ruleset });
      one.on("2026-05-11", requested("r1"), consulted("r1"));
      return one.until("2026-06-15T10:00:00Z");
    };
    const { text } = read(abandoned("parcours"), "abandoned", "ministers");
    expect(text).toContain("10 juin 2026 (CSS R. 162-112, al. 5)");
    expect(text).toContain("contestable (Lecture C3)");
    expect(read(abandoned("css"), "abandoned", "ministers").text).not.toContain("contestable");
  });

  /** Read, reminded of, answered in part, found partial, then abandoned: all that is told of the ministers' own request, by letter. */
  const ministersStage = (ruleset: "parcours" | "css") => {
    const one = withBothOpinionsOn("2026-05-04", { ruleset });
    const items = ["Étude", "Tarif"];
    one.on("2026-05-11", requested("r1", { items }));
    one.on("2026-05-23", consulted("r1"));
    one.on("2026-05-25", answered("r1", {}, ["Étude"]));
    one.on("2026-05-26", reviewed("r1", false));
    return one.until("2026-07-01T10:00:00Z");
  };
  const ofThatStage = (one: Pecan) => {
    const aboutTheRequest = notices(one).filter(
      ({ name, about = "" }) =>
        ["decisionStage", "abandoned"].includes(name) || /^(?:(?:consultation|ministersInformation):)?r1/.test(about),
    );
    return aboutTheRequest.map((entry) => ({ entry, ...letters.render(entry, contextOf(one)) }));
  };
  const toldThere = [
    "abandoned",
    "decisionStage",
    "informationPartial",
    "informationReceived",
    "informationRequested",
    "receptionRecorded",
    "reminder consultation",
    "reminder ministersInformation",
  ];
  const namesOf = (read: ReturnType<typeof ofThatStage>) =>
    [
      ...new Set(
        read.map(({ entry: { name, about } }) => (name === "reminder" ? `reminder ${about?.split(":")[0]}` : name)),
      ),
    ].sort();

  test("C3 under parcours: every letter of the ministers' stage, to every reader, shows the code's thirty days and how the operator chooses css", () => {
    const all = ofThatStage(ministersStage("parcours"));
    expect(namesOf(all)).toEqual(toldThere);
    for (const { entry, text } of all) {
      expect(text, `${entry.name} to ${entry.party}`).toMatch(/les 10 jours du guide \(Parcours G_NIUS, étape 13\)/);
      expect(text, `${entry.name} to ${entry.party}`).toMatch(/30 jours.*\(CSS R\. 162-112, al\. 5\).*contestable/);
      expect(text, `${entry.name} to ${entry.party}`).toContain("L'opérateur du service choisit le texte du code");
    }
    const dated = all.filter(({ text }) => text.includes("30 jours, jusqu'au 22 juin 2026 (CSS R. 162-112, al. 5)"));
    expect(namesOf(dated)).toEqual(["abandoned", "receptionRecorded"]);
  });

  test("C3 under css: the same letters, and none speaks of a choice or of a contestable abandonment", () => {
    const all = ofThatStage(ministersStage("css"));
    expect(namesOf(all)).toEqual(toldThere);
    for (const { entry, text } of all) {
      expect(text, `${entry.name} to ${entry.party}`).not.toContain("L'opérateur du service");
      expect(text, `${entry.name} to ${entry.party}`).not.toContain("est contestable");
    }
  });

  test("C3: at the stage of the opinions the texts agree, and no letter speaks of ten days, even once both opinions came", () => {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-04-20", ansOpinion());
    one.on("2026-04-21", requested("r1", { items: ["Étude", "Tarif"] }), consulted("r1"));
    one.on("2026-04-22", cnedimtsOpinion());
    one.on("2026-04-27", answered("r1", {}, ["Étude"]));
    one.on("2026-04-28", reviewed("r1", false));
    one.until("2026-07-01T10:00:00Z");
    const about = notices(one).filter(({ name, about = "" }) => name === "abandoned" || about.includes("r1"));
    expect(about.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["informationPartial", "reminder", "abandoned"]),
    );
    for (const entry of about) expect(letters.render(entry, contextOf(one)).text).not.toContain("10 jours du guide");
  });

  test("a refusal: criterion, reasons, remedies, and the two clear months, rolled, for information (T5)", () => {
    const one = withBothOpinionsOn("2026-05-04");
    one.on("2026-05-21", decided({ depression: "refused" }, "2026-05-20"));
    const { text } = read(one, "decision");
    expect(text).toContain("le caractère présumé innovant");
    expect(text).toContain("L'innovation présumée n'est pas établie.");
    expect(text).toContain("Recours gracieux ou contentieux");
    expect(text).toContain("22 juillet 2026 (CJA R. 421-1 et R. 421-5)");
    expect(text).toContain("Elle a été signée le 20 mai 2026 (CSS R. 162-116, I)");
    expect(read(one, "decision", "HAS").text).not.toContain("juge administratif");
  });

  test("C6: coverage gives the listing duty from the decision and shows the other reading where it differs", () => {
    const differing = read(coveredFrom("2026-09-10", "2026-09-23"), "coverage").text;
    expect(differing).toContain("10 mars 2027 (CSS L. 162-1-23, VI, 1°)");
    expect(differing).toContain("23 mars 2027 (ANS, Convergence PECAN)");
    expect(differing).toContain("23 septembre 2027 (CSS L. 162-1-23, I)");
    const same = read(coveredFrom("2026-09-10", "2026-09-10"), "coverage").text;
    expect(same).not.toContain("ANS, Convergence PECAN");
  });

  test("C7: each indication of a hybrid reads its own list and its own date", () => {
    const one = coveredFrom("2026-09-10", undefined, { indications: hybrid });
    expect(read(one, "coverage", "applicant", "depression").text).toMatch(/LPPR.*10 mars 2027/);
    expect(read(one, "coverage", "applicant", "suivi").text).toMatch(/LATM.*10 juin 2027/);
  });

  test("C8: the year after a study is shown with its date, and flagged as another procedure's", () => {
    const one = coveredFrom("2026-09-10", undefined, { studies: [{ title: "Étude pivot", endsOn: "2027-01-31" }] });
    const { text } = read(one, "undertakings");
    expect(text).toContain("31 janvier 2027");
    expect(text).toContain("31 janvier 2028");
    expect(text).toContain("Lecture C8");
    one.on("2027-02-03", studyCompleted("depression"));
    expect(read(one, "studyCompleted").text).toContain("3 février 2028");
  });

  test("a certificate: its number and what its holder does next", () => {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-04-01", ansOpinion());
    expect(read(one, "certificate").text).toMatch(/DMN-2026-001.*\n.*Déclarer toute évolution majeure/s);
  });

  test("the end of coverage: its last day, and until when continuity is due", () => {
    const one = coveredFrom("2026-09-10", "2026-09-23").until("2027-09-27T10:00:00Z");
    const { text } = read(one, "coverageEnded");
    expect(text).toContain("Son dernier jour était le 23 septembre 2027 (CSS R. 162-119, II, 1°)");
    expect(text).toContain("23 mars 2028 (CSS L. 162-1-23, VI, 2°, b)");
    expect(read(one, "coverageEnded", "insurer").text).not.toContain("Vous devez");
  });

  test("E39: the end for safety says that every duty is lifted", () => {
    const one = coveredFrom("2026-09-10");
    one.on("2026-12-01", conditionLost("depression", "safety-withdrawal"));
    one.on("2026-12-07", endOrdered("depression", "safety-withdrawal"));
    expect(read(one, "endPronounced").text).toContain("vos engagements cessent");
    expect(read(one, "endPronounced").text).toContain("Son dernier jour est le 7 décembre 2026");
  });

  test("a reminder: what to do, the days left, the last day, what follows otherwise", () => {
    const one = coveredFrom("2026-09-10").until("2027-03-03T12:00:00Z");
    const last = one.notices("reminder").findLast(({ about }) => about?.startsWith("lpprListing"));
    const { subject, text } = letters.render(last!, contextOf(one));
    expect(subject).toContain("7 jours");
    expect(text).toContain("il reste 7 jours, jusqu'au 10 mars 2027 (CSS L. 162-1-23, VI, 1°)");
    expect(text).toContain("prononcée par arrêté");
  });

  test("an overrun: who is late, since when, and that nothing follows from it", () => {
    const one = acknowledgedOn("2026-03-02").until("2026-05-04T10:00:00Z");
    const ofCnedimts = one.notices("overrun", "HAS")[0]!;
    const { text } = letters.render(ofCnedimts, contextOf(one));
    expect(text).toContain("La CNEDiMTS devait agir au plus tard le 1er mai 2026 (CSS R. 162-114, V)");
    expect(text).toContain("Aucun texte n'attache d'effet");
  });

  test("a rectification names the letter that it corrects", () => {
    const one = acknowledgedOn("2026-03-02");
    one.on("2026-03-12", requested("r1"), consulted("r1"));
    one.until("2026-04-15T10:00:00Z");
    const abandoned = one.notices("abandoned", "applicant")[0]!;
    const { subject, text } = letters.renderRectification(abandoned, abandoned.number, contextOf(one));
    expect(subject).toContain("Rectification : Demande réputée abandonnée");
    expect(text).toContain(`n° ${abandoned.number}`);
    expect(text).toContain("L'abandon est levé");
  });
});
