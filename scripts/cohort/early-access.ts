/**
 * A synthetic cohort with exactly the totals of the HAS's report of October 2023 (seed 004): 253 requests filed from 1 July
 * 2021 to 30 June 2023, in 164 cases. Every date is computed, none is drawn: the same cohort each time. Medians and means
 * come out exact because durations go by pairs around them.
 */

import { rulesetId, rulesetOn } from "../../case/definition.js";
import type { Opening } from "../../case/kernel.js";
import { openingOf, type SimulatedAct } from "../../case/simulate.js";
import { addDays, addMonths, type CivilDate, civilDate, daysBetween } from "../../law/civil-date.js";
import { instant } from "../../law/instant.js";
import type { Bodies, Filing } from "../../procedures/acces-precoce/bodies.js";
import { accesPrecoce } from "../../procedures/acces-precoce/definition.js";
import { isSiret } from "../../procedures/siret.js";

export const firstDay = civilDate("2021-07-01");
export const lastDay = civilDate("2023-06-30");
const dayAfter = addDays(lastDay, 1);

export interface CohortCase {
  readonly opening: Opening;
  readonly acts: readonly SimulatedAct[];
}

/** First requests of each quarter that are decided or abandoned; those of 2023 that are pending come apart. */
const grantedIn = [17, 19, 20, 20, 12, 6, 4];
const refusedIn = [3, 3, 4, 4, 5, 5, 3];
const abandonedIn = [2, 2, 2, 3, 3, 5, 3];
/** Of the granted, how many before the AMM. The first thirty are listed within the period. */
const grantedBeforeAmmIn = [8, 4 + 2, 7, 8, 5, 2, 2];
const listed = 30;

type Fate = "granted" | "refused" | "abandoned" | "pending";

interface Plan {
  readonly fate: Fate;
  readonly before: boolean;
  readonly quarter: number;
  filedOn: CivilDate;
  /** Days from the acknowledgement to the decision, and days of suspension beside them. */
  evaluation: number;
  suspended: number;
  /** After the AMM: days from it to the filing. */
  afterAmm: number;
  /** Rank among the plans of the same fate. */
  readonly rank: number;
}

const acknowledgementLag = 5;
const quarterStart = (quarter: number): CivilDate => addMonths(firstDay, 3 * quarter);
const decidedOn = ({ filedOn, evaluation, suspended }: Plan): CivilDate =>
  addDays(filedOn, acknowledgementLag + evaluation + suspended);

function plans(): Plan[] {
  const all: Plan[] = [];
  const ranks: Record<Fate, number> = { granted: 0, refused: 0, abandoned: 0, pending: 0 };
  const place = (fate: Fate, quarter: number, count: number, before: (i: number) => boolean, first = 4, last = 78) => {
    for (let i = 0; i < count; i++) {
      const day = first + Math.floor(((last - first) * i) / Math.max(1, count - 1));
      all.push({
        fate,
        before: before(i),
        quarter,
        filedOn: addDays(quarterStart(quarter), day),
        evaluation: 0,
        suspended: 0,
        afterAmm: 0,
        rank: ranks[fate]++,
      });
    }
  };
  for (let quarter = 0; quarter < 7; quarter++) {
    const end = quarter === 6 ? 55 : 78;
    const granted = grantedIn[quarter] ?? 0;
    const before = grantedBeforeAmmIn[quarter] ?? 0;
    // The last of a quarter are before the AMM, and so are its youngest.
    place("granted", quarter, granted, (i) => i >= granted - before, 4, end);
    place("refused", quarter, refusedIn[quarter] ?? 0, () => ranks.refused % 27 < 11, 6, end);
    place("abandoned", quarter, abandonedIn[quarter] ?? 0, () => ranks.abandoned < 14, 8, 60);
  }
  place("pending", 6, 9, (i) => i < 6, 82, 88);
  place("pending", 7, 10, (i) => i < 7, 5, 80);
  return all;
}

/** Gives each decided request its duration: the median over the 125 is 77, 63rd of them in order. */
function durations(all: readonly Plan[]): void {
  const decided = all.filter(({ fate }) => fate === "granted" || fate === "refused");
  decided
    .filter(({ before }) => before)
    .forEach((plan, i) => {
      plan.evaluation = i === 0 ? 77 : 78 + (i % 11);
      plan.suspended = i % 3 === 1 ? 12 : 0;
    });
  const after = all.filter(({ before }) => !before);
  after
    .filter(({ fate }) => fate === "granted")
    .forEach((plan, i) => {
      // By pairs around sixty days, and around 112 days from the AMM to the decision.
      const sign = i % 2 === 0 ? 1 : -1;
      const pair = Math.floor(i / 2);
      const [delta, epsilon] = [sign * ((pair % 13) + 1), sign * (pair % 10)];
      plan.evaluation = 60 + epsilon;
      plan.afterAmm = 47 + delta - epsilon;
    });
  after
    .filter(({ fate }) => fate === "refused")
    .forEach((plan, i) => {
      plan.evaluation = i < 2 ? 70 : 80;
      plan.suspended = i % 5 === 4 ? 10 : 0;
    });
  after
    .filter(({ fate }) => fate !== "granted")
    .forEach((plan, i) => {
      plan.afterAmm = i % 2 === 0 ? 40 : 54;
    });
}

/** The authorisations that still run on the day after the period have run for 312 days on average, exactly. */
function ageExactly(standing: readonly Plan[], mean: number): void {
  let excess = standing.reduce((sum, plan) => sum + daysBetween(decidedOn(plan), dayAfter), 0) - mean * standing.length;
  for (let turn = 0; excess !== 0 && turn < 200; turn++) {
    for (const plan of standing) {
      if (excess === 0) break;
      const step = excess > 0 ? 1 : -1;
      const day = daysBetween(quarterStart(plan.quarter), plan.filedOn) + step;
      if (day < 0 || day > (plan.quarter === 6 ? 58 : 88)) continue;
      plan.filedOn = addDays(plan.filedOn, step);
      excess -= step;
    }
  }
  if (excess !== 0) throw new Error(`The ages can't be made exact: ${excess} days are left.`);
}

/** Fifty-nine companies; the class of each is its own. */
function siretOf(company: number): string {
  // One key for the company, one for its establishment.
  for (let keys = 0; keys < 100; keys++) {
    const siret = `${900_000_000 + company * 10 + Math.floor(keys / 10)}0001${keys % 10}`;
    if (isSiret(siret)) return siret;
  }
  throw new Error(`No SIRET for company ${company}.`);
}

function turnoverOf(company: number): NonNullable<Filing["applicant"]["turnoverClass"]> {
  if (company < 30) return "over-100-million";
  if (company < 36) return "under-10-million";
  return company < 48 ? "unknown" : "10-to-100-million";
}

const others = ["rare-diseases", "neurology", "infectiology", "immunology", "cardiology", "other"] as const;
const protocol = (number: string) => ({ reference: `PUT-RD ${number}`, reportEveryMonths: 6 });

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
class Script {
  private readonly acts: SimulatedAct[] = [];

  add<Act extends keyof Bodies>(on: CivilDate, act: Act, by: string, body: Bodies[Act], about = "A"): void {
    if (on <= lastDay) this.acts.push({ at: on, act, by, body, about });
  }

  /** In order of day; those of one day in the order in which they were added. */
  get all(): readonly SimulatedAct[] {
    return [...this.acts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}

/** The AMM of the 30 that obtain it after a grant: by pairs around 91 days. */
const ammAfter = (i: number): number => 91 + (i % 2 === 0 ? 1 : -1) * (4 * Math.floor(i / 2) + 1);
/** The listing of the first thirty: by pairs around 293 days. */
const listedAfter = (i: number): number => 293 + (i % 2 === 0 ? 1 : -1) * (Math.floor(i / 2) + 1);

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

/** The whole cohort: 164 cases in which 253 requests are filed. */
export function earlyAccessCohort(): CohortCase[] {
  const all = plans();
  durations(all);
  const granted = all.filter(({ fate }) => fate === "granted");
  const standing = granted.slice(listed);
  ageExactly(standing, 312);
  const byGrant = [...standing].sort((a, b) => (decidedOn(a) < decidedOn(b) ? -1 : 1));

  // Of the 38 granted before the AMM, eight have none: the youngest, and one that is renewed without it.
  const before = granted.filter((plan) => plan.before).sort((a, b) => (decidedOn(a) < decidedOn(b) ? -1 : 1));
  const renewedWithout = byGrant.slice(0, 35).find((plan) => plan.before);
  const withoutAmm = new Set([...before.slice(-7), renewedWithout]);
  const withAmm = before.filter((plan) => !withoutAmm.has(plan));

  // 86 of the granted with an AMM are evaluated in common law: all but the four youngest.
  const opinionOn = new Map<Plan, CivilDate>();
  const evaluable = granted
    .filter((plan) => !withoutAmm.has(plan))
    .sort((a, b) => (decidedOn(a) < decidedOn(b) ? -1 : 1));
  for (const plan of evaluable.slice(0, 86)) {
    const rank = withAmm.indexOf(plan);
    const wished = addDays(decidedOn(plan), rank === -1 ? 120 : ammAfter(rank) + 40);
    opinionOn.set(plan, wished > addDays(lastDay, -2) ? addDays(lastDay, -2) : wished);
  }
  const opinions = commonLawOpinions([...opinionOn].sort(([, a], [, b]) => (a < b ? -1 : 1)));

  const byFiling = [...all].sort((a, b) => (a.filedOn < b.filedOn ? -1 : 1));
  const abandoned = byFiling.filter(({ fate }) => fate === "abandoned");
  const refiledAs = refilings(abandoned, byFiling);
  const ordinal = {
    before: byFiling.filter((plan) => plan.before),
    decided: byFiling.filter(({ fate }) => fate === "granted" || fate === "refused"),
    refusedAfter: byFiling.filter((plan) => plan.fate === "refused" && !plan.before),
    grantedByDay: [...granted].sort((a, b) => (decidedOn(a) < decidedOn(b) ? -1 : 1)),
    listed: granted.slice(0, listed),
  };

  return byFiling.map((plan, i): CohortCase => {
    const number = `${i + 1}`.padStart(4, "0");
    const script = new Script();
    const ar = addDays(plan.filedOn, acknowledgementLag);
    const decision = decidedOn(plan);
    const company = i < 59 ? i : (i * 7) % 59;
    const filing: Filing = {
      applicant: { siret: siretOf(company), name: `Laboratoire ${company + 1}`, turnoverClass: turnoverOf(company) },
      product: { id: `medicament-${refiledAs.get(plan) ?? number}`, name: `Médicament ${number}` },
      motive: plan.before ? "first-pre-amm" : "first-post-amm",
      indications: [{ id: "A", label: "Indication de la demande" }],
      area: i % 5 < 3 ? "oncology-haematology" : (others[i % others.length] ?? "other"),
      preFilingMeeting: i < 90,
      ...(plan.before
        ? { parallelAmm: ordinal.before.indexOf(plan) < 58 }
        : {
            ammGrantedOn: addDays(plan.filedOn, -plan.afterAmm),
            listingRequestedOn: addDays(plan.filedOn, 20 - plan.afterAmm),
          }),
      protocol: protocol(number),
    };
    examination(script, plan, ar, decision, {
      number,
      contributed: ordinal.decided.indexOf(plan) % 2 === 0 && ordinal.decided.indexOf(plan) < 124,
      heard: ordinal.decided.indexOf(plan) % 6 === 0 && ordinal.decided.indexOf(plan) < 120,
    });
    if (plan.fate === "refused" && !plan.before) refusedOpinion(script, decision, ordinal.refusedAfter.indexOf(plan));
    if (plan.fate === "refused" && plan.rank === 5) publishProtocol(script, decision, []);
    if (plan.fate === "granted") {
      const rank = ordinal.grantedByDay.indexOf(plan);
      const amm = withAmm.indexOf(plan);
      const ammOn = amm === -1 ? null : addDays(decision, ammAfter(amm));
      if (ammOn !== null) {
        script.add(ammOn, "ammGranted", "applicant", {});
        script.add(addDays(ammOn, 20), "listingRequested", "applicant", {});
      }
      // 39 before the AMM, one of them refused since, and 59 after: one authorisation had none yet.
      const published = plan.before ? 0 : 1;
      if (published === 0 || rank !== lastAfterAmm(ordinal.grantedByDay))
        publishProtocol(script, decision, modesOf(rank, ordinal.grantedByDay));
      if (rank < 67) script.add(addDays(decision, 180), "synthesisReportSubmitted", "applicant", { patients: 1500 });
      const opinion = opinions.get(plan);
      const on = opinionOn.get(plan);
      if (opinion !== undefined && on !== undefined) script.add(on, "commonLawOpinionRendered", "CT", opinion);
      const listing = ordinal.listed.indexOf(plan);
      if (listing !== -1) {
        const tariff = addDays(decision, listedAfter(listing));
        script.add(addDays(tariff, -20), "listingDecided", "ministers", { outcome: "listed" });
        script.add(tariff, "tariffPublished", "ministers", { journal: "JORF" });
      }
      later(script, byGrant.indexOf(plan), listing, plan, renewedWithout === plan, ammOn);
    }
    const ruleset = rulesetOn(accesPrecoce, plan.filedOn);
    if (ruleset === undefined) throw new Error(`No ruleset on ${plan.filedOn}.`);
    const year = plan.filedOn.slice(0, 4);
    const filedAt = instant(`${plan.filedOn}T09:00:00Z`);
    return { opening: openingOf(`AAP-${year}-${number}`, filedAt, rulesetId(ruleset), filing), acts: script.all };
  });
}

const lastAfterAmm = (byDay: readonly Plan[]): number => byDay.findLastIndex((plan) => !plan.before);

/** Modes of collection: 52 by forms, 32 of them with the patient's own questionnaire, six by a registry. */
function modesOf(rank: number, byDay: readonly Plan[]): Bodies["protocolPublished"]["collection"] {
  const place = rank > lastAfterAmm(byDay) ? rank - 1 : rank;
  if (place < 32) return ["follow-up-forms", "patient-reported-outcome"];
  if (place < 52) return ["follow-up-forms"];
  return place < 58 ? ["registry"] : [];
}

function publishProtocol(
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

function examination(
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
function later(
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

/** 35 of ASMR II or III, nine of them in 2023; 32 of ASMR IV; 18 of ASMR V, twelve to be reassessed; one insufficient. */
function commonLawOpinions(
  inOrder: readonly (readonly [Plan, CivilDate])[],
): Map<Plan, Bodies["commonLawOpinionRendered"]> {
  const opinions = new Map<Plan, Bodies["commonLawOpinionRendered"]>();
  const since2023 = inOrder.findIndex(([, on]) => on >= "2023-01-01");
  let rest = 0;
  inOrder.forEach(([plan], i) => {
    const high = i < 26 || (i >= since2023 && i < since2023 + 9);
    if (high) {
      opinions.set(plan, { smr: "sufficient", asmr: i % 4 === 0 ? "II" : "III" });
      return;
    }
    const place = rest++;
    if (place < 32) opinions.set(plan, { smr: "sufficient", asmr: "IV" });
    else if (place < 50)
      opinions.set(plan, { smr: "sufficient", asmr: "V", ...(place < 44 && { reassessmentPlanned: true }) });
    else opinions.set(plan, { smr: "insufficient" });
  });
  return opinions;
}

/** The sixteen refused after the AMM: five insufficient, four of ASMR IV, seven of ASMR V. */
function refusedOpinion(script: Script, decision: CivilDate, rank: number): void {
  const wished = addDays(decision, 60);
  const on = wished > addDays(lastDay, -1) ? addDays(lastDay, -1) : wished;
  const body: Bodies["commonLawOpinionRendered"] =
    rank < 5 ? { smr: "insufficient" } : { smr: "sufficient", asmr: rank < 9 ? "IV" : "V" };
  script.add(on, "commonLawOpinionRendered", "CT", body);
}

/** Nine of the twenty abandoned are filed again, complete: a later first request bears the same product. */
function refilings(abandoned: readonly Plan[], byFiling: readonly Plan[]): Map<Plan, string> {
  const refiled = new Map<Plan, string>();
  for (const first of abandoned.slice(0, 9)) {
    const over = addDays(first.filedOn, 60);
    const again = byFiling.find(
      (plan) => plan.filedOn > over && plan.fate === "granted" && plan.before === first.before && !refiled.has(plan),
    );
    if (again === undefined) throw new Error("No later request can be a new filing.");
    refiled.set(again, `${byFiling.indexOf(first) + 1}`.padStart(4, "0"));
  }
  return refiled;
}
