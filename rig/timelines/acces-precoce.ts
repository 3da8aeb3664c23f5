/** Accès précoces that move through the years, and what their parties ordinarily send. */
import type { Bodies, Filing, Protocol } from "../../procedures/acces-precoce/bodies.js";
import { actsOf, type Sent, Timeline } from "../timeline.js";

const sent = actsOf<Bodies>();

/** What a party does about an indication ("A" unless another is named), or about a request. */
export const act =
  <Act extends keyof Bodies>(name: Act, by: string, body: Bodies[Act]) =>
  (about = "A", more: { readonly by?: string; readonly recorded?: string } = {}): Sent<Bodies, Act> =>
    sent(name, by, body, { about, ...more });

export const protocol: Protocol = { reference: "PUT-RD 1", reportEveryMonths: 6 };

export const acknowledged = act("requestAcknowledged", "HAS", {});
export const missing = (...items: string[]) => act("missingItemsNotified", "HAS", { missing: items })();
export const completed = act("applicationCompleted", "applicant", {});
export const withdrawn = act("requestWithdrawn", "applicant", {});
export const extended = act("examinationExtended", "HAS", { reason: "Afflux exceptionnel de demandes." });
export const asked = (request: string, days = 30, items = ["Données de suivi"], about = "A") =>
  act("informationRequested", "HAS", { request, days, items })(about);
export const answered = (request: string, items = ["Données de suivi"], recorded?: string) =>
  act("informationReceived", "applicant", { items })(request, recorded === undefined ? {} : { recorded });
export const foundMissing = (request: string, items = ["Données de suivi"]) =>
  act("informationFoundMissing", "HAS", { missing: items })(request);
export const abandonmentConfirmed = act("abandonmentConfirmed", "HAS", { reason: "Rien n'est venu." });
export const ansmFavourable = act("ansmOpinionRendered", "ANSM", { sense: "favourable", protocol });
export const ansmUnfavourable = act("ansmOpinionRendered", "ANSM", {
  sense: "unfavourable",
  reasons: "Biais méthodologiques majeurs.",
});
export const ctFavourable = act("ctOpinionRendered", "CT", { sense: "favourable" });
export const ctUnfavourable = act("ctOpinionRendered", "CT", { sense: "unfavourable" });
export const contribution = act("contributionReceived", "associations", { association: "asso-1" });
export const hearing = act("hearingHeld", "CT", { association: "asso-1" });
export const decided = (body: Bodies["decisionRendered"], about = "A") => act("decisionRendered", "HAS", body)(about);
export const granted = (more: Partial<Bodies["decisionRendered"]> = {}, about = "A") =>
  decided({ outcome: "granted", decidedBy: "college", months: 12, protocol, ...more }, about);
export const refused = (more: Partial<Bodies["decisionRendered"]> = {}, about = "A") =>
  decided(
    {
      outcome: "refused",
      decidedBy: "college",
      criteria: ["presumed-innovation", "cannot-be-deferred"],
      reasons: "Deux critères ne sont pas remplis.",
      remedies: "Recours dans les deux mois.",
      ...more,
    },
    about,
  );
export const renewalAsked = (request: string) => act("renewalRequested", "applicant", { request })();
export const newData = (
  request: string,
  kind: Bodies["newDataSubmitted"]["kind"] = "trial-results",
  sense?: Bodies["newDataSubmitted"]["sense"],
) => act("newDataSubmitted", "applicant", { request, kind, ...(sense !== undefined && { sense }) })();
export const modification = (request: string, presumptionConcerned: boolean) =>
  act("modificationRequested", "applicant", { request, presumptionConcerned })();
export const continuityAsked = (request: string) => act("continuityRequested", "applicant", { request })();
export const ammGranted = act("ammGranted", "applicant", {});
export const ammFiled = act("ammFiled", "applicant", {});
export const listingAsked = act("listingRequested", "applicant", {});
export const listed = act("listingDecided", "ministers", { outcome: "listed" });
export const listingRefused = act("listingDecided", "ministers", { outcome: "refused", reasons: "SMR insuffisant." });
export const tariff = act("tariffPublished", "ministers", { journal: "JORF n° 0120" });
export const commonLaw = (asmr: "I" | "II" | "III" | "IV" | "V") =>
  act("commonLawOpinionRendered", "CT", { smr: "sufficient", asmr })();
export const report = act("synthesisReportSubmitted", "applicant", { patients: 12 });
type Contemplated = Bodies["measureContemplated"];
/** The holder is invited to answer until that day. */
export const contemplated = (
  by: "HAS" | "ANSM" | "ministers",
  measure: Contemplated["measure"],
  until: string,
  ground?: Contemplated["ground"],
) =>
  act("measureContemplated", by, {
    measure,
    until,
    reason: "Signal de sécurité.",
    ...(ground !== undefined && { ground }),
  })();
export const coverageEnd = (
  ground: Bodies["coverageEndOrdered"]["ground"],
  more: Partial<Bodies["coverageEndOrdered"]> = {},
) =>
  act("coverageEndOrdered", "ministers", {
    ground,
    reasons: "Le cas du texte est constaté.",
    remedies: "Recours dans les deux mois.",
    ...more,
  })();
export const marketingStopped = act("marketingStopped", "applicant", { reason: "Alerte de pharmacovigilance." });
export const chmpOpinion = (sense: "favourable" | "unfavourable", request = "A") =>
  act("chmpOpinionGiven", "applicant", { sense })(request);
export const listingWithdrawn = act("listingRequestWithdrawn", "applicant", {});
export const ammApplicationWithdrawn = act("ammApplicationWithdrawn", "applicant", {});
export const suspended = (by: "HAS" | "ANSM", days: number, urgent: boolean) =>
  act("authorisationSuspended", by, { days, urgent, reason: "Signal de sécurité." })();
export const lifted = act("suspensionLifted", "HAS", {});
export const takenBack = (ground: Bodies["authorisationWithdrawn"]["ground"], urgent = false) =>
  act("authorisationWithdrawn", "HAS", { ground, urgent, reason: "Les critères ne sont plus remplis." })();
export const holderWithdraws = act("withdrawalRequested", "applicant", { reason: "Arrêt du développement." });
export const holderWithdrawalAcknowledged = act("withdrawalAcknowledged", "HAS", {});
export const declared = (year: number) =>
  act("turnoverDeclared", "applicant", { year, euros: 1_000_000, units: 400 })();

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Laboratoire" },
  product: { id: "med-1", name: "Médicament" },
  motive: "first-pre-amm",
  indications: [{ id: "A", label: "Lymphome en rechute" }],
  ...more,
});

export class Request extends Timeline<Bodies> {
  constructor(filedOn: string, more: Partial<Filing> = {}) {
    super("acces-precoce", filedOn, filing(more));
  }
}

/** A first request before the AMM, acknowledged on that day; filed a week earlier, or on 1 July 2021. */
export function preAmm(ar: string, more: Partial<Filing> = {}): Request {
  return new Request(more.documents === undefined ? weekBefore(ar) : ar, more).on(ar, acknowledged());
}

/** A first request after an AMM granted a month before its acknowledgement. */
export function postAmm(ar: string, more: Partial<Filing> = {}): Request {
  const filedOn = weekBefore(ar);
  return new Request(filedOn, {
    motive: "first-post-amm",
    ammGrantedOn: filedOn,
    listingRequestedOn: filedOn,
    ...more,
  }).on(ar, acknowledged());
}

function weekBefore(day: string): string {
  const before = new Date(Date.parse(day) - 7 * 86_400_000).toISOString().slice(0, 10);
  return before < "2021-07-01" ? "2021-07-01" : before;
}

/** Authorised before the AMM on that day, for twelve months unless told otherwise. */
export function authorisedOn(day: string, more: Partial<Bodies["decisionRendered"]> = {}, filed: Partial<Filing> = {}) {
  const ar = new Date(Date.parse(day) - 60 * 86_400_000).toISOString().slice(0, 10);
  const nextYear = `${Number(day.slice(0, 4)) + 1}-06-30`;
  return preAmm(ar, filed).on(day, ansmFavourable(), ctFavourable(), granted({ ammFilingBy: nextYear, ...more }));
}

/** Authorised after the AMM on that day. */
export function authorisedAfterAmmOn(day: string, more: Partial<Bodies["decisionRendered"]> = {}) {
  const ar = new Date(Date.parse(day) - 60 * 86_400_000).toISOString().slice(0, 10);
  return postAmm(ar).on(day, ctFavourable(), granted(more));
}
