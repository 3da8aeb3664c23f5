import type { ActSpec } from "../../case/definition.js";
import * as by from "./sources.js";

/** The acts, in the order of the official steps: who may send each, and the text that gives it. */
export const acts = {
  documentsSubmitted: {
    label: "Documents transmis",
    description: "L'industriel transmet des documents en vue du rendez-vous.",
    by: ["applicant"],
    struckBy: ["HAS"],
    step: "Demande de rendez-vous",
    source: by.topics,
    otherwise: "Les documents se transmettent avant le rendez-vous.",
  },
  requestRedirected: {
    label: "Demande réorientée",
    description: "La HAS indique le bon interlocuteur : rencontre précoce, forfait innovation, santé numérique.",
    by: ["HAS"],
    step: "Demande de rendez-vous",
    source: by.otherAddresses,
    otherwise: "Une demande se réoriente avant le rendez-vous.",
  },
  withdrawn: {
    label: "Demande retirée",
    description: "L'industriel renonce au rendez-vous, qui n'a aucun caractère obligatoire.",
    by: ["applicant"],
    struckBy: ["HAS"],
    binding: true,
    step: "Demande de rendez-vous",
    source: by.principles,
    otherwise: "Un rendez-vous se retire avant d'avoir eu lieu.",
  },
  meetingPlanned: {
    label: "Rendez-vous fixé",
    description: "La HAS fixe le rendez-vous, ou le déplace.",
    by: ["HAS"],
    step: "Rendez-vous",
    source: by.meeting,
    otherwise: "Le rendez-vous a déjà eu lieu.",
  },
  meetingHeld: {
    label: "Rendez-vous tenu",
    description: "Le rendez-vous a eu lieu.",
    by: ["HAS"],
    step: "Rendez-vous",
    source: by.meeting,
    otherwise: "Un rendez-vous se tient une fois fixé.",
  },
  meetingNotHeld: {
    label: "Rendez-vous non tenu",
    description: "Le rendez-vous n'a pas eu lieu : il se fixe à nouveau.",
    by: ["HAS"],
    step: "Rendez-vous",
    source: by.meeting,
    otherwise: "Aucun rendez-vous n'est fixé.",
  },
} as const satisfies Readonly<Record<string, ActSpec>>;
