import type { ActSpec } from "../../../case/definition.js";
import * as by from "../sources.js";

/** The penalty for a continuity that wasn't assured (L. 162-1-23, VIII, R. 162-121). */
export const penalty = {
  penaltyPlanned: {
    unprompted: true,
    label: "Pénalité envisagée",
    description: "Les ministres informent l'exploitant d'une pénalité envisagée, et de ses motifs.",
    by: ["ministers"],
    source: by.penaltyNoticeLaw,
    otherwise: "Une pénalité s'envisage une fois l'arrêté de prise en charge publié, l'une après l'autre.",
  },
  penaltyObservationsMade: {
    unprompted: true,
    label: "Observations sur la pénalité envisagée",
    description: "L'exploitant adresse ses observations écrites aux ministres.",
    by: ["applicant"],
    struckBy: ["ministers"],
    source: by.penaltyObservationsLaw,
    otherwise: "Les observations s'adressent dans les vingt jours de la réception de l'information.",
  },
  turnoverDeclared: {
    label: "Chiffre d'affaires déclaré",
    description: "L'exploitant déclare son chiffre d'affaires des dix-huit mois qui précèdent la constatation.",
    by: ["applicant"],
    struckBy: ["ministers"],
    source: by.turnoverLaw,
    otherwise: "Le chiffre d'affaires se déclare dans les vingt jours de la réception de l'information.",
  },
  penaltyHearingRequested: {
    label: "Audition demandée sur la pénalité",
    description: "L'exploitant demande à être entendu par les ministres ou leurs représentants.",
    by: ["applicant"],
    struckBy: ["ministers"],
    source: by.penaltyHearingRequestLaw,
    otherwise: "L'audition se demande dans les huit jours de la réception de l'information.",
  },
  penaltyHearingHeld: {
    label: "Audition tenue sur la pénalité",
    description: "Les ministres ou leurs représentants ont entendu l'exploitant.",
    by: ["ministers"],
    source: by.penaltyHearingLaw,
    otherwise: "Aucune audition n'est demandée.",
  },
  penaltyDecided: {
    label: "Pénalité décidée",
    description:
      "Les ministres notifient le montant de la pénalité, ses motifs et les recours ; zéro s'ils y renoncent.",
    by: ["ministers"],
    source: by.penaltyDecisionLaw,
    otherwise: "La pénalité suit les délais de réponse de l'exploitant et, s'il y en a une, l'audition.",
  },
  penaltyPaid: {
    label: "Pénalité acquittée",
    description: "L'organisme de recouvrement informe les ministres des montants perçus.",
    by: ["ministers"],
    source: by.penaltyPaymentLaw,
    otherwise: "Aucune pénalité n'est à acquitter.",
  },
} as const satisfies Readonly<Record<string, ActSpec>>;
