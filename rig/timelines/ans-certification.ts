import type { Bodies, Filing } from "../../procedures/ans-certification/bodies.js";
import { actsOf, Timeline } from "../timeline.js";

/** Certificates of the ANS on the days that a test says, to the point from which it goes on. */

export const act = actsOf<Bodies>();
export const refusal = { reasons: "Référentiel non respecté.", remedies: "Tribunal administratif, deux mois." };

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Exploitant" },
  product: { id: "coeur", name: "Cœur connecté" },
  indications: [],
  list: "latm",
  documents: [{ title: "Dossier de conformité" }],
  ...more,
});

export const requestedOn = (day: string, more?: Partial<Filing>) =>
  new Timeline<Bodies>("ans-certification", day, filing(more));
export const acknowledged = act("applicationAcknowledged", "ANS", {});
/** Acknowledged on that day. */
export const examinedFrom = (day: string, more?: Partial<Filing>) => requestedOn(day, more).on(day, acknowledged);

export const asked = (request: string, days: number) =>
  act("informationRequested", "ANS", { request, items: ["Preuve d'interopérabilité", "Test d'intrusion"], days });
export const answered = (request: string, ...items: string[]) =>
  act(
    "informationReceived",
    "applicant",
    { items: items.length > 0 ? items : ["Preuve d'interopérabilité", "Test d'intrusion"] },
    { about: request },
  );
export const validated = act("validationDecided", "ANS", { outcome: "validated", certificate: "ANS-2026-1" });
export const refused = act("validationDecided", "ANS", { outcome: "refused", ...refusal });

/** Certified on that day. */
export const certifiedFrom = (day: string, more?: Partial<Filing>) => examinedFrom(day, more).on(day, validated);
export const breachFound = (observationsUntil: string) =>
  act("auditCarriedOut", "ANS", { outcome: "breach", findings: "Journalisation absente.", observationsUntil });
export const ended = act("certificateEnded", "ANS", refusal);
