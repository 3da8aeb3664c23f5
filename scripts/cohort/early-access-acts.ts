/** What is done in each case of the cohort: examination, publication, common law, and what follows a grant. */
import type { SimulatedAct } from "../../case/simulate.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import type { Bodies } from "../../procedures/acces-precoce/bodies.js";
import { lastDay, type Plan, quarterStart } from "./early-access-plan.js";

export const protocol = (number: string) => ({ reference: `PUT-RD ${number}`, reportEveryMonths: 6 });

const criteriaOf = (rank: number): NonNullable<Bodies["decisionRendered"]["criteria"]> => {
  const criteria: NonNullable<Bodies["decisionRendered"]["criteria"]> = [];
  if (rank === 0) criteria.push("serious-disease");
  if (rank >= 5 && rank < 22) criteria.push("no-appropriate-treatment");
  if (rank >= 8) criteria.push("cannot-be-deferred");
  if (rank < 19) criteria.push("presumed-innovation");
  if (rank < 4) criteria.push("strong-presumption");
  return criteria;
};

/** The acts of one case, gathered in any order. */
export class Script {
  private readonly acts: SimulatedAct[] = [];

  add<Act extends keyof Bodies>(on: CivilDate, act: Act, by: string, body: Bodies[Act], about = "A"): void {
    if (on <= lastDay) this.acts.push({ at: on, act, by, body, about });
  }

  /** In order of day; those of one day in the order in which they were added. */
  get all(): readonly SimulatedAct[] {
    return [...this.acts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}

/** The 35 renewals that are decided, then the 22 that are pending, by quarter of filing. */
function renewalOn(rank: number): CivilDate {
  if (rank < 8) return addDays(quarterStart(4), 40 + 6 * rank);
  if (rank < 22) return addDays(quarterStart(5), 5 + 6 * (rank - 8));
  if (rank < 35) return addDays(quarterStart(6), 4 + 5 * (rank - 22));
  return addDays(quarterStart(7), 2 + 3 * (rank - 35));
}

/** The 20 requests on new data and continuity that are decided, then the 12 that are pending. */
function newDataOn(rank: number): CivilDate {
  const [quarter, first, step] =
    rank < 1
      ? [2, 70, 0]
      : rank < 4
        ? [3, 20 - 15, 15]
        : rank < 8
          ? [4, 2 - 4 * 4, 4]
          : rank < 13
            ? [5, 10 - 8 * 8, 8]
            : rank < 20
              ? [6, 8 - 13 * 6, 6]
              : [7, 4 - 20 * 6, 6];
  return addDays(quarterStart(quarter), first + step * rank);
}

export const lastAfterAmm = (byDay: readonly Plan[]): number => byDay.findLastIndex((plan) => !plan.before);

/** Modes of collection: 52 by forms, 32 of them with the patient's own questionnaire, six by a registry. */
export function modesOf(rank: number, byDay: readonly Plan[]): Bodies["protocolPublished"]["collection"] {
  const place = rank > lastAfterAmm(byDay) ? rank - 1 : rank;
  if (place < 32) return ["follow-up-forms", "patient-reported-outcome"];
  if (place < 52) return ["follow-up-forms"];
  return place < 58 ? ["registry"] : [];
}

export function publishProtocol(
  script: Script,
  decision: CivilDate,
  collection: Bodies["protocolPublished"]["collection"],
): void {
  script.add(decision, "protocolPublished", "HAS", {
    address: "https://www.has-sante.fr/put-rd",
    collection,
    ...(collection[0] === "registry" && { registry: "DESCAR-T" }),
  });
}

export function examination(
  script: Script,
  plan: Plan,
  ar: CivilDate,
  decision: CivilDate,
  { number, contributed, heard }: { number: string; contributed: boolean; heard: boolean },
): void {
  const { fate, before, rank } = plan;
  script.add(ar, "requestAcknowledged", "HAS", {});
  if (fate === "abandoned") {
    script.add(addDays(ar, 10), "informationRequested", "HAS", { request: "q1", items: ["Données"], days: 20 });
    return;
  }
  if (contributed)
    script.add(addDays(ar, 15), "contributionReceived", "associations", { association: "association-1" });
  if (heard) script.add(addDays(ar, 35), "hearingHeld", "CT", { association: "association-1" });
  if (plan.suspended > 0) {
    const asked = addDays(ar, 10);
    script.add(asked, "informationRequested", "HAS", { request: "q1", items: ["Données"], days: 30 });
    script.add(addDays(asked, plan.suspended), "informationReceived", "applicant", { items: ["Données"] }, "q1");
  }
  // Of the pending, none is over: filed late enough, or waited for.
  if (fate === "pending") {
    if (before) script.add(addDays(ar, 60), "ansmOpinionRendered", "ANSM", favourable(number));
    return;
  }
  const unfavourable = fate === "refused" && before && criteriaOf(rank).includes("strong-presumption");
  if (before)
    script.add(
      addDays(ar, 38),
      "ansmOpinionRendered",
      "ANSM",
      unfavourable ? { sense: "unfavourable", reasons: "Biais méthodologiques majeurs." } : favourable(number),
    );
  if (!unfavourable)
    script.add(addDays(decision, -10), "ctOpinionRendered", "CT", {
      sense: fate === "granted" ? "favourable" : "unfavourable",
    });
  script.add(
    decision,
    "decisionRendered",
    "HAS",
    fate === "granted"
      ? {
          outcome: "granted",
          decidedBy: rank % 4 === 0 ? "president" : "college",
          months: 12,
          protocol: protocol(number),
          ...(before && { ammFilingBy: addDays(decision, 300) }),
        }
      : {
          outcome: "refused",
          decidedBy: "college",
          criteria: criteriaOf(rank),
          reasons: "Les critères ne sont pas tous remplis.",
          remedies: "Recours dans les deux mois.",
        },
  );
}

const favourable = (number: string): Bodies["ansmOpinionRendered"] => ({
  sense: "favourable",
  protocol: protocol(number),
});

/** Renewals, new data and continuity: what follows a grant. */
export function later(
  script: Script,
  standing: number,
  listing: number,
  plan: Plan,
  withoutAmm: boolean,
  ammOn: CivilDate | null,
): void {
  if (standing !== -1 && standing < 57) {
    const on = renewalOn(standing);
    script.add(on, "renewalRequested", "applicant", { request: "renouvellement-1" });
    script.add(addDays(on, 4), "requestAcknowledged", "HAS", {}, "renouvellement-1");
    if (standing < 35) {
      if (standing < 9)
        script.add(
          addDays(on, 15),
          "contributionReceived",
          "associations",
          { association: "association-1" },
          "renouvellement-1",
        );
      if (standing < 2)
        script.add(addDays(on, 25), "hearingHeld", "CT", { association: "association-1" }, "renouvellement-1");
      if (withoutAmm)
        script.add(addDays(on, 30), "ansmOpinionRendered", "ANSM", { sense: "favourable" }, "renouvellement-1");
      script.add(addDays(on, 55), "ctOpinionRendered", "CT", { sense: "favourable" }, "renouvellement-1");
      script.add(
        addDays(on, 79),
        "decisionRendered",
        "HAS",
        { outcome: "granted", decidedBy: "president", months: 12 },
        "renouvellement-1",
      );
    }
  }
  // The first eight on authorisations that are listed later, then on those that still run.
  const rank = listing >= 12 && listing < 20 ? listing - 12 : standing !== -1 && standing < 24 ? standing + 8 : -1;
  if (rank === -1) return;
  const on = newDataOn(rank);
  const continuity = plan.before && listing !== -1 && ammOn !== null && ammOn < on;
  if (continuity) script.add(on, "continuityRequested", "applicant", { request: "continuite-1" });
  else
    script.add(on, "newDataSubmitted", "applicant", {
      request: "donnees-1",
      kind: rank % 3 === 0 ? "chmp-opinion" : "trial-results",
    });
  const request = continuity ? "continuite-1" : "donnees-1";
  script.add(addDays(on, 4), "requestAcknowledged", "HAS", {}, request);
  if (rank < 20)
    script.add(addDays(on, 44), "decisionRendered", "HAS", { outcome: "granted", decidedBy: "college" }, request);
}

/** The sixteen refused after the AMM: five insufficient, four of ASMR IV, seven of ASMR V. */
export function refusedOpinion(script: Script, decision: CivilDate, rank: number): void {
  const wished = addDays(decision, 60);
  const on = wished > addDays(lastDay, -1) ? addDays(lastDay, -1) : wished;
  const body: Bodies["commonLawOpinionRendered"] =
    rank < 5 ? { smr: "insufficient" } : { smr: "sufficient", asmr: rank < 9 ? "IV" : "V" };
  script.add(on, "commonLawOpinionRendered", "CT", body);
}
