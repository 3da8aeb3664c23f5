/** PECANs that move through the year, and what their parties ordinarily send. */
import { addDays, civilDate } from "../../law/civil-date.js";
import type { Bodies, Filing } from "../../procedures/pecan/bodies.js";
import { actsOf, type More, type Sent, Timeline } from "../timeline.js";

const act = actsOf<Bodies>();

const sent =
  <Act extends keyof Bodies>(name: Act, by: string, body: Bodies[Act]) =>
  (more: More = {}): Sent<Bodies, Act> =>
    act(name, by, body, more);

const document = { title: "Pièce du dossier" };

/** The parties' acts in their ordinary form, in the order of the official steps. */
export const convergenceAccountOpened = sent("convergenceAccountOpened", "ANS", {});
export const sesameAccountOpened = sent("sesameAccountOpened", "HAS", {});
export const convergenceDeposited = sent("convergenceDeposited", "applicant", {
  functionalDocumentation: document,
  dataProtectionAttestation: document,
  ceDeclaration: document,
  hdsCertificate: document,
});
export const sesameDeposited = sent("sesameDeposited", "applicant", { documents: [document] });
export const foundAdmissible = sent("ansAdmissibilityNotified", "ANS", { admissible: true });
export const foundInadmissible = (reasons: string) =>
  sent("ansAdmissibilityNotified", "ANS", { admissible: false, reasons })();
export const foundComplete = sent("completenessNotified", "ministers", { admissible: true, complete: true });
export const foundIncomplete = (...missing: string[]) =>
  sent("completenessNotified", "ministers", { admissible: true, complete: false, missing })();
export const conventionSent = sent("conventionSent", "ANS", {});
export const conventionSigned = sent("conventionSigned", "applicant", {
  signatory: "legal-representative",
  signature: "SIG-1",
});
export const evidence = (section: string, more: More = {}) =>
  sent("evidenceSubmitted", "applicant", { documents: [document] })({ about: section, ...more });
export const evidenceRefused = (section: string, reason: string) =>
  sent("evidenceRefused", "ANS", { reason })({ about: section });
export const evidenceCompleted = sent("evidenceCompleted", "applicant", {});
export const inactivityReviewed = (outcome: "keep" | "abandon") =>
  sent("inactivityReviewed", "ANS", { outcome, reason: "Examen du dossier." })();
export const missingItems = (...sides: ("convergence" | "sesame")[]) =>
  sent("missingItemsNotified", "ministers", { sides, missing: ["Une pièce"] })();
export const acknowledged = sent("applicationAcknowledged", "ministers", {});
export const expertNamed = (expert: string) => sent("expertNamed", "HAS", { role: "rapporteur", expert })();
export const proposed = (by: "ANS" | "CNEDiMTS") =>
  sent("supplementProposed", by, { items: ["Données de l'étude"], reason: "Données manquantes." })();
export const requested = (request: string, how: Partial<Bodies["furtherInformationRequested"]> = {}, more: More = {}) =>
  sent("furtherInformationRequested", "ministers", {
    request,
    items: ["Résultats à six mois"],
    means: "platform",
    consentRecorded: true,
    availabilityEmailSent: true,
    ...how,
  })(more);
export const consulted = (request: string, more: More = {}) =>
  sent("requestConsulted", "applicant", {})({ about: request, ...more });
export const deemedReceptionReviewed = (request: string, outcome: "abandon" | "run") =>
  sent("deemedReceptionReviewed", "ministers", { outcome, reason: "Examen du dossier." })({ about: request });
export const answered = (request: string, more: More = {}, items = ["Résultats à six mois"]) =>
  sent("furtherInformationReceived", "applicant", { items })({ about: request, ...more });
export const reviewed = (request: string, complete = true) =>
  sent(
    "furtherInformationReviewed",
    "ministers",
    complete ? { complete } : { complete, missing: ["Annexe B"] },
  )({
    about: request,
  });
export const abandonmentConfirmed = (request: string) =>
  sent("abandonmentConfirmed", "ministers", { reason: "Rien n'est venu." })({ about: request });
export const ansAsks = (request: string, kind: "question" | "request") =>
  sent("ansInformationRequested", "ANS", { request, kind, items: ["Preuve de chiffrement"] })();
export const ansAnswered = (request: string) =>
  sent("ansInformationProvided", "applicant", { items: ["Preuve de chiffrement"] })({ about: request });
export const deprioritisationReviewed = (request: string, outcome: "keep" | "propose-formal-request") =>
  sent("deprioritisationReviewed", "ANS", { outcome, reason: "Examen du dossier." })({ about: request });
export const ansOpinion = (sense: "favourable" | "unfavourable" = "favourable", more: More = {}) =>
  sent(
    "ansOpinionRendered",
    "ANS",
    sense === "favourable"
      ? { sense, certificate: "DMN-2026-001", nextSteps: "Déclarer toute évolution majeure." }
      : { sense, reasons: "Le chiffrement manque." },
  )(more);
export const cnedimtsOpinion = (
  senses: Readonly<Record<string, "favourable" | "unfavourable">> = { depression: "favourable" },
  more: More = {},
) =>
  sent("cnedimtsOpinionRendered", "CNEDiMTS", {
    opinions: Object.entries(senses).map(([indication, sense]) =>
      sense === "favourable" ? { indication, sense } : { indication, sense, reasons: "Innovation non démontrée." },
    ),
  })(more);
export const opinionPublished = sent("opinionPublished", "HAS", { address: "https://www.has-sante.fr/avis" });
export const decided = (
  outcomes: Readonly<Record<string, "granted" | "refused">> = { depression: "granted" },
  signedOn = "2026-06-01",
  more: More = {},
) =>
  sent("decisionNotified", "ministers", {
    signedOn,
    decisions: Object.entries(outcomes).map(([indication, outcome]) =>
      outcome === "granted"
        ? { indication, outcome }
        : {
            indication,
            outcome,
            criteria: ["presumed-innovation"],
            reasons: "L'innovation présumée n'est pas établie.",
            remedies: "Recours gracieux ou contentieux dans les deux mois.",
          },
    ),
  })(more);
export const orderPublished = (effectiveOn?: string, more: More = {}) =>
  sent("orderPublished", "ministers", { journal: "JORF n° 0128", ...(effectiveOn !== undefined && { effectiveOn }) })(
    more,
  );
export const listingRequested = (indication: string, list: "lppr" | "latm") =>
  sent("listingRequested", "applicant", { list })({ about: indication });
export const listingRequestWithdrawn = (indication: string) =>
  sent("listingRequestWithdrawn", "applicant", {})({ about: indication });
export const listingDecided = (indication: string, outcome: "listed" | "refused") =>
  sent(
    "listingDecided",
    "ministers",
    outcome === "listed" ? { outcome } : { outcome, reasons: "Service insuffisant." },
  )({ about: indication });
export const tariffPublished = (indication: string) =>
  sent("tariffPublished", "ministers", { journal: "JORF n° 0200" })({ about: indication });
export const conditionLost = (
  indication: string,
  condition: Bodies["conditionLost"]["condition"],
  by: string = "ministers",
) => sent("conditionLost", by, { condition, reason: "Constat." })({ about: indication });
export const certificateStruck = sent("certificateStruck", "ANS", { reasons: "Manquement constaté." })();
export const certificateRestored = sent("certificateRestored", "ANS", { reason: "Corrigé." })();
export const opinionReceived = (opinion: "ANS" | "CNEDiMTS", more: More = {}) =>
  sent("opinionReceived", "ministers", {})({ about: opinion, ...more });
type EndGround = Bodies["coverageEndOrdered"]["ground"];
const notified = {
  reasons: "Le motif constaté.",
  remedies: "Recours devant le tribunal administratif dans les deux mois.",
};
/** An order after the applicant was invited to answer. */
export const endOrderedAfterAnswer = (indication: string, ground: EndGround, effectiveOn?: string) =>
  sent("coverageEndOrdered", "ministers", { ground, ...notified, ...(effectiveOn !== undefined && { effectiveOn }) })({
    about: indication,
  });
/** An order that urgency exempts from inviting the applicant to answer. */
export const endOrdered = (indication: string, ground: EndGround, effectiveOn?: string) =>
  sent("coverageEndOrdered", "ministers", {
    ground,
    ...notified,
    exemption: { case: "urgency", reason: "Patients exposés." },
    ...(effectiveOn !== undefined && { effectiveOn }),
  })({ about: indication });
export const observationsInvited = (indication: string, ground: EndGround, until: string) =>
  sent("observationsInvited", "ministers", { ground, until })({ about: indication });
export const observationsMade = (indication: string) =>
  sent("observationsMade", "applicant", { observations: "Voir la note jointe." })({ about: indication });
export const conditionRestored = (
  indication: string,
  condition: Bodies["conditionLost"]["condition"],
  by = "ministers",
) => sent("conditionRestored", by, { condition, reason: "Constat." })({ about: indication });
export const studyCompleted = (indication: string, outcome: Bodies["studyCompleted"]["outcome"] = "completed") =>
  sent("studyCompleted", "applicant", { outcome })({ about: indication });
export const withdrawn = sent("withdrawn", "applicant", {});

/** Two indications, one on each list: a device that treats and watches (C7, E41). */
export const hybrid: Filing["indications"] = [
  { id: "depression", label: "Épisode dépressif léger à modéré", list: "lppr" },
  { id: "suivi", label: "Télésurveillance du patient dépressif", list: "latm" },
];

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Exploitant", rank: "manufacturer" },
  product: { id: "dmn-1", name: "Dispositif numérique", ceMarked: true },
  indications: [{ id: "depression", label: "Épisode dépressif léger à modéré", list: "lppr" }],
  accounts: { convergence: { status: "open" }, sesame: { status: "open" } },
  ...more,
});

export interface Options extends Partial<Filing> {
  readonly ruleset?: "parcours" | "css";
}

export class Pecan extends Timeline<Bodies> {
  constructor(filedOn: string, { ruleset = "parcours", ...more }: Options = {}) {
    super("pecan", filedOn, filing(more), ruleset);
  }
}

/** A case filed on that day, accounts open. */
export const filed = (on: string, options?: Options): Pecan => new Pecan(on, options);

/** A case whose file is complete on both sides, by the day before `ar`; acknowledged on `ar`. */
export function acknowledgedOn(ar: string, options?: Options): Pecan {
  const day = (before: number) => addDays(civilDate(ar), -before);
  const pecan = filed(day(40), options);
  pecan.on(day(39), convergenceDeposited(), sesameDeposited());
  pecan.on(day(35), foundAdmissible(), conventionSent());
  pecan.on(day(30), conventionSigned(), foundComplete());
  pecan.on(day(20), evidence("hebergement"), evidence("securite"));
  pecan.on(day(10), evidenceCompleted());
  pecan.on(ar, acknowledged());
  return pecan;
}

const both = (options: Options | undefined) =>
  Object.fromEntries((options?.indications ?? filing().indications).map(({ id }) => [id, "favourable" as const]));

/** Two favourable opinions, the last of them received on that day. */
export function withBothOpinionsOn(day: string, options?: Options): Pecan {
  const pecan = acknowledgedOn(addDays(civilDate(day), -40), options);
  pecan.on(addDays(civilDate(day), -5), ansOpinion());
  pecan.on(day, cnedimtsOpinion(both(options)));
  return pecan;
}

/** Granted for every indication, notified ten days before the order; published, and in effect, on the days given. */
export function coveredFrom(publishedOn: string, effectiveOn?: string, options?: Options): Pecan {
  const notified = addDays(civilDate(publishedOn), -10);
  const pecan = withBothOpinionsOn(addDays(notified, -10), options);
  const grants = Object.fromEntries(
    (options?.indications ?? filing().indications).map(({ id }) => [id, "granted" as const]),
  );
  pecan.on(notified, decided(grants, notified));
  pecan.on(publishedOn, orderPublished(effectiveOn));
  return pecan;
}
