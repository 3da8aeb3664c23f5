import type { ActSpec } from "../../case/definition.js";
import * as by from "./sources.js";

/** The acts, in the order of the official steps: who may send each, and the text that gives it. */
export const acts = {
  supportingDocumentRefused: {
    label: "Pièce justificative refusée",
    description: "L'ANS refuse une pièce justificative (kbis ou identity-document) et dit pourquoi.",
    by: ["ANS"],
    about: "document",
    step: "4.a",
    source: by.supportingDocuments,
    otherwise: "Une pièce se refuse avant l'ouverture du compte.",
  },
  supportingDocumentSubmitted: {
    label: "Pièce justificative transmise",
    description: "La structure remplace une pièce refusée.",
    by: ["applicant"],
    struckBy: ["ANS"],
    about: "document",
    step: "4.a",
    source: by.supportingDocuments,
    otherwise: "Cette pièce n'est pas refusée.",
  },
  withdrawn: {
    label: "Demande retirée",
    description: "La structure renonce à sa demande avant l'ouverture du compte.",
    by: ["applicant"],
    struckBy: ["ANS"],
    binding: true,
    step: "4.a",
    source: by.accountStep,
    otherwise: "Une fois le compte ouvert, il se ferme.",
  },
  accountOpened: {
    label: "Compte Convergence ouvert",
    description: "L'ANS ouvre le compte, les pièces justificatives vérifiées.",
    by: ["ANS"],
    step: "4.a",
    source: by.opening,
    otherwise: "Le compte ne s'ouvre qu'une fois.",
  },
  roleGiven: {
    label: "Rôle donné",
    description:
      "La structure inscrit une personne comme mandataire social, représentant ou salarié, ou change son rôle.",
    by: ["applicant"],
    as: "manager",
    struckBy: ["ANS"],
    step: "4.a",
    source: by.representative,
    otherwise: "Les rôles se donnent sur un compte ouvert.",
  },
  accountClosed: {
    label: "Compte fermé",
    description: "La structure ferme son compte.",
    by: ["applicant"],
    struckBy: ["ANS"],
    binding: true,
    source: by.accountStep,
    otherwise: "Seul un compte ouvert se ferme.",
  },
} as const satisfies Readonly<Record<string, ActSpec>>;
