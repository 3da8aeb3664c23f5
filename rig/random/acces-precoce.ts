import type { CaseView } from "../../case/view.js";
import { addDays, civilDate } from "../../law/civil-date.js";
import type { Bodies } from "../../procedures/acces-precoce/bodies.js";
import { protocol } from "../timelines/acces-precoce.js";

/** A body that may fit, by chance: most are lawful, some aren't. */
export function bodyOf(act: string, v: number, view: CaseView): unknown {
  const yes = v % 4 !== 0;
  const year = Number(view.now.slice(0, 4));
  const make: { [Act in keyof Bodies]?: () => Bodies[Act] } = {
    missingItemsNotified: () => ({ missing: ["Brochure"] }),
    examinationExtended: () => ({ reason: "Afflux." }),
    informationRequested: () => ({ request: `q${v % 50}`, items: ["Annexe"], days: 1 + (v % 45) }),
    informationReceived: () => ({ items: ["Annexe"] }),
    informationFoundMissing: () => ({ missing: ["Annexe"] }),
    abandonmentConfirmed: () => ({ reason: "Constat." }),
    ansmOpinionRendered: () => (yes ? { sense: "favourable", protocol } : { sense: "unfavourable", reasons: "Biais." }),
    contributionReceived: () => ({ association: "asso" }),
    hearingHeld: () => ({ association: "asso" }),
    ctOpinionRendered: () => ({ sense: yes ? "favourable" : "unfavourable" }),
    decisionRendered: () =>
      yes
        ? {
            outcome: "granted",
            decidedBy: "college",
            months: 1 + (v % 12),
            protocol,
            ammFilingBy: `${year + 1}-01-31`,
          }
        : {
            outcome: "refused",
            decidedBy: "college",
            criteria: ["presumed-innovation"],
            reasons: "Non.",
            remedies: "Recours.",
          },
    decisionPublished: () => ({ address: "https://www.has-sante.fr/d" }),
    protocolPublished: () => ({ address: "https://www.has-sante.fr/p", collection: ["follow-up-forms"] }),
    listingInformationRequested: () => ({ request: `l${v % 50}`, items: ["Prix"] }),
    listingInformationReceived: () => ({ items: ["Prix"] }),
    listingObservationsMade: () => ({ hearing: yes }),
    commonLawOpinionRendered: () => (yes ? { smr: "sufficient", asmr: "IV" } : { smr: "insufficient" }),
    listingDecided: () => ({ outcome: yes ? "listed" : "refused" }),
    tariffPublished: () => ({ journal: "JORF" }),
    coverageEndOrdered: () => ({
      ground: yes ? "authorisation-withdrawn" : "listing-refused",
      reasons: "Motifs.",
      remedies: "Recours.",
      ...(v % 3 === 0 && { exemption: { case: "urgency", reason: "Sécurité." } }),
    }),
    renewalRequested: () => ({ request: `r${v % 50}` }),
    newDataSubmitted: () => ({ request: `n${v % 50}`, kind: "trial-results" }),
    modificationRequested: () => ({ request: `m${v % 50}`, presumptionConcerned: yes }),
    continuityRequested: () => ({ request: `c${v % 50}` }),
    synthesisReportSubmitted: () => ({ patients: v % 40 }),
    summaryPublished: () => ({ address: "https://www.has-sante.fr/r" }),
    measureContemplated: () => ({
      ...(v % 3 === 0
        ? { measure: "coverage-end", ground: "authorisation-withdrawn" }
        : yes
          ? { measure: "suspension" }
          : { measure: "withdrawal", ground: "criteria" }),
      until: addDays(civilDate(view.now.slice(0, 10)), 1 + (v % 20)),
      reason: "Signal.",
    }),
    marketingStopped: () => ({ reason: "Alerte." }),
    chmpOpinionGiven: () => ({ sense: yes ? "favourable" : "unfavourable" }),
    observationsMade: () => ({ observations: "Rien." }),
    authorisationSuspended: () => ({ days: 1 + (v % 92), urgent: yes, reason: "Signal." }),
    authorisationWithdrawn: () => ({ ground: yes ? "criteria" : "safety", reason: "Constat." }),
    withdrawalRequested: () => ({ reason: "Arrêt." }),
    penaltyOpened: () => ({ breach: "Continuité." }),
    penaltyObservationsMade: () => ({ observations: "Rien." }),
    turnoverGiven: () => ({ euros: v }),
    penaltyDecided: () => ({ percent: v % 31, reason: "Manquement." }),
    turnoverDeclared: () => ({ year: year - (yes ? 1 : 0), euros: v, units: v }),
  };
  return (make as Readonly<Record<string, (() => unknown) | undefined>>)[act]?.() ?? {};
}
