import type { ActSpec } from "../../case/definition.js";
import * as by from "./sources.js";

/** The acts, in the order of the official steps: who may send each, and the text that gives it. */
export const acts = {
  documentsSubmitted: {
    label: "Documents transmis",
    description: "Le laboratoire transmet des documents en vue du rendez-vous.",
    by: ["applicant"],
    struckBy: ["HAS", "ANSM"],
    step: "Demande de rendez-vous",
    source: by.topics,
    otherwise: "Les documents se transmettent avant le rendez-vous.",
  },
  withdrawn: {
    label: "Demande retirée",
    description: "Le laboratoire renonce au rendez-vous, qui n'est pas obligatoire.",
    by: ["applicant"],
    struckBy: ["HAS", "ANSM"],
    binding: true,
    step: "Demande de rendez-vous",
    source: by.encouraged,
    otherwise: "Un rendez-vous se retire avant d'avoir eu lieu.",
  },
  meetingPlanned: {
    label: "Rendez-vous fixé",
    description: "L'une des deux agences fixe le rendez-vous commun, ou le déplace ; l'autre en est prévenue.",
    by: ["HAS", "ANSM"],
    step: "Rendez-vous conjoint",
    source: by.joint,
    otherwise: "Le rendez-vous a déjà eu lieu.",
  },
  meetingHeld: {
    label: "Rendez-vous tenu",
    description: "Le rendez-vous a eu lieu, avec les services des deux agences.",
    by: ["HAS", "ANSM"],
    step: "Rendez-vous conjoint",
    source: by.joint,
    otherwise: "Un rendez-vous se tient une fois fixé.",
  },
  meetingNotHeld: {
    label: "Rendez-vous non tenu",
    description: "Le rendez-vous n'a pas eu lieu : il se fixe à nouveau.",
    by: ["HAS", "ANSM"],
    step: "Rendez-vous conjoint",
    source: by.joint,
    otherwise: "Aucun rendez-vous n'est fixé.",
  },
} as const satisfies Readonly<Record<string, ActSpec>>;
