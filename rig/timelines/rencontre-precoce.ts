/** A rencontre précoce and what its parties ordinarily send. */
import type { Bodies, Filing } from "../../procedures/rencontre-precoce/bodies.js";
import { actsOf, Timeline } from "../timeline.js";

const company = { companyName: "Exploitant", address: "1 rue de Paris", contact: "contact@exploitant.example" };

export const form: Filing["form"] = {
  applicant: { identification: company, correspondent: "Mme Martin, directrice clinique" },
  device: {
    generalDescription: "Logiciel d'aide au suivi de l'insuffisance cardiaque.",
    technicalDescription: "Mesure du poids, alertes, hébergement certifié.",
    digital: true,
    targets: ["latm", "forfait-innovation"],
    modeOfAction: "Alerte précoce.",
    uses: {
      pathologies: "Insuffisance cardiaque",
      indications: "Insuffisance cardiaque chronique",
      placeInStrategy: "Après une hospitalisation",
      alternatives: "Suivi téléphonique",
      manner: "Application et balance connectée",
    },
    associatedActs: { required: "Non" },
  },
  marketing: { ceMarking: "Prévu en 2027", sales: "France, 2027" },
  interest: {
    severity: "Mortalité élevée à un an",
    epidemiology: "1,5 million de patients en France",
    patients: "80 000 patients",
    benefitsAndRisks: "Moins d'hospitalisations ; fausses alertes.",
    organisationalImpact: "Moins de passages aux urgences",
    economicImpact: "Hospitalisations évitées",
  },
  programme: { maturity: "Prototype testé", studies: "Étude contrôlée prévue" },
  questions: [{ topic: "clinical-development", question: "Le critère principal est-il pertinent ?" }],
};

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Exploitant" },
  product: { id: "coeur", name: "Cœur connecté" },
  indications: [],
  channel: "sesame",
  category: "medical-device",
  form,
  items: [
    { kind: "protocol", title: "Protocole v1" },
    { kind: "publication", title: "Article 2025" },
  ],
  economicEvaluationPlanned: false,
  study: { title: "ÉTUDE-COEUR", started: false },
  reimbursementFileSubmitted: false,
  attendees: [{ name: "Mme Martin", capacity: "company" }],
  language: "fr",
  ...more,
});

export const act = actsOf<Bodies>();

export class Meeting extends Timeline<Bodies> {
  complete(when: string): this {
    return this.on(when, act("completenessNotified", "HAS", { complete: true }));
  }
  accept(when: string): this {
    return this.on(when, act("admissibilityNotified", "HAS", { accepted: true }));
  }
  plan(when: string, on: string): this {
    return this.on(when, act("meetingPlanned", "HAS", plan(on)));
  }
  hold(when: string, more: Partial<Bodies["meetingHeld"]> = {}): this {
    return this.on(when, act("meetingHeld", "HAS", heldBy(more)));
  }
}

export const plan = (on: string): Bodies["meetingPlanned"] => ({ on, at: "14 h, visioconférence", language: "fr" });

export const heldBy = (more: Partial<Bodies["meetingHeld"]> = {}): Bodies["meetingHeld"] => ({
  applicant: [
    { name: "Mme Martin", capacity: "company" },
    { name: "M. Conseil", capacity: "consultant" },
  ],
  has: [{ person: "has-1", capacity: "device-service" }],
  documentsDiscussed: ["Protocole v1"],
  ...more,
});

export const expert = (id: string, more: Partial<Bodies["expertChosen"]> = {}): Bodies["expertChosen"] => ({
  expert: id,
  declarationAnalysed: true,
  conflict: "none",
  commissionMember: false,
  ...more,
});

export const minutes = (
  meetingOn: string,
  { format = "docx", preambleKept = true }: { format?: "docx" | "pdf"; preambleKept?: boolean } = {},
): Bodies["minutesSubmitted"] => ({
  minutes: {
    meetingOn,
    subject: { tradeName: "Cœur connecté", studyTitle: "ÉTUDE-COEUR", protocolVersion: "v1" },
    participants: { has: ["Service d'évaluation des dispositifs"], applicant: ["Mme Martin"] },
    preambleKept,
    supportingDocuments: ["Protocole v1"],
    pointsDiscussed: ["Critère principal"],
  },
  document: { title: "Compte rendu", format },
});

export const requested = (on: string, more?: Partial<Filing>): Meeting =>
  new Meeting("rencontre-precoce", on, filing(more));

/** Complete, accepted and planned within the month before. */
export function plannedFor(day: string, more?: Partial<Filing>): Meeting {
  return requested("2026-02-02", more).complete("2026-02-09").accept("2026-02-10").plan("2026-02-16", day);
}

export const heldOn = (day: string, more?: Partial<Filing>): Meeting => plannedFor(day, more).hold(day);
