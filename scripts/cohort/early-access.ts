/**
 * A synthetic cohort with exactly the totals of the HAS's report of October 2023 (seed 004): 253 requests filed from 1 July
 * 2021 to 30 June 2023, in 164 cases. Every date is computed, none is drawn: the same cohort each time. Medians and means
 * come out exact because durations go by pairs around them.
 */

import { rulesetId, rulesetOn } from "../../case/definition.js";
import type { Opening } from "../../case/kernel.js";
import { openingOf, type SimulatedAct } from "../../case/simulate.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { instant } from "../../law/instant.js";
import type { Bodies, Filing } from "../../procedures/acces-precoce/bodies.js";
import { accesPrecoce } from "../../procedures/acces-precoce/definition.js";
import { isSiret } from "../../procedures/siret.js";
import {
  examination,
  lastAfterAmm,
  later,
  modesOf,
  protocol,
  publishProtocol,
  refusedOpinion,
  Script,
} from "./early-access-acts.js";
import {
  acknowledgementLag,
  ageExactly,
  decidedOn,
  durations,
  lastDay,
  listed,
  type Plan,
  plans,
  refilings,
} from "./early-access-plan.js";

export interface CohortCase {
  readonly opening: Opening;
  readonly acts: readonly SimulatedAct[];
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
/** The AMM of the 30 that obtain it after a grant: by pairs around 91 days. */
const ammAfter = (i: number): number => 91 + (i % 2 === 0 ? 1 : -1) * (4 * Math.floor(i / 2) + 1);
/** The listing of the first thirty: by pairs around 293 days. */
const listedAfter = (i: number): number => 293 + (i % 2 === 0 ? 1 : -1) * (Math.floor(i / 2) + 1);

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
