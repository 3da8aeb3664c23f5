import type { ActSpec } from "../../../case/definition.js";
import * as by from "../sources.js";

/** The coverage, the study and what follows it (R. 165-72, L. 165-1-1, II). */
export const coverage = {
  orderPublished: {
    label: "Arrêté de prise en charge publié",
    description: "L'arrêté est publié au Journal officiel : forfait, patients, durée, établissements.",
    by: ["ministers"],
    source: by.orderLaw,
    otherwise: "L'arrêté suit une décision favorable.",
  },
  clearancesDelivered: {
    label: "Autorisations et avis délivrés",
    description: "Le demandeur transmet les autorisations et avis sans lesquels aucun patient n'est inclus.",
    by: ["applicant"],
    struckBy: ["ministers"],
    source: by.clearancesLaw,
    otherwise: "Les autorisations se transmettent une fois la prise en charge décidée.",
  },
  firstPatientIncluded: {
    label: "Premier patient inclus",
    description: "Le demandeur déclare l'inclusion du premier patient dans l'étude.",
    by: ["applicant"],
    struckBy: ["ministers"],
    after: ["clearancesDelivered"],
    source: by.clearancesLaw,
    otherwise: "Aucun patient n'est inclus avant toutes les autorisations et tous les avis.",
  },
  studyCompleted: {
    label: "Fin de l'étude",
    description: "L'étude est menée à son terme, arrêtée pour un motif de l'article, ou abandonnée.",
    by: ["applicant", "ministers"],
    struckBy: ["ministers"],
    binding: true,
    source: by.studyDutyLaw,
    otherwise: "La fin de l'étude suit la prise en charge, et se déclare une fois.",
  },
  listingRequested: {
    label: "Inscription sur la LPPR demandée",
    description: "L'exploitant a déposé sa demande d'inscription sur la LPPR.",
    by: ["applicant"],
    struckBy: ["ministers"],
    source: by.listingDutyLaw,
    otherwise:
      "Aucune demande d'inscription n'est attendue : la prise en charge n'est pas accordée, ou tout est réglé.",
  },
  listingPublished: {
    label: "Inscription publiée",
    description:
      "L'indication sera prise en charge au titre de L. 165-1 ou de L. 165-1-5 : le forfait s'arrête ce jour-là.",
    by: ["ministers"],
    unprompted: true,
    about: "indication",
    source: by.endByListingLaw,
    otherwise: "L'indication n'est pas prise en charge au forfait.",
  },
  penaltyPlanned: {
    label: "Pénalité envisagée",
    description:
      "Les ministres informent l'entreprise d'une pénalité envisagée, et l'invitent à présenter ses observations.",
    by: ["ministers"],
    source: by.penaltyLaw,
    otherwise: "Une pénalité suit un manquement aux engagements.",
  },
  penaltyWaived: {
    label: "Pénalité écartée",
    description: "Les ministres ne donnent pas de suite au manquement.",
    by: ["ministers"],
    source: by.penaltyLaw,
    otherwise: "Aucun manquement n'est en cause.",
  },
  penaltyObservations: {
    label: "Observations sur la pénalité envisagée",
    description: "L'entreprise présente ses observations.",
    by: ["applicant"],
    struckBy: ["ministers"],
    unprompted: true,
    source: by.penaltyLaw,
    otherwise: "Les observations se présentent dans le délai que les ministres ont fixé.",
  },
  penaltyDecided: {
    label: "Pénalité décidée",
    description: "Les ministres prononcent la pénalité, de trente pour cent au plus du montant perçu.",
    by: ["ministers"],
    source: by.penaltyCapLaw,
    otherwise: "La pénalité suit les observations de l'entreprise, ou la fin de leur délai.",
  },
} as const satisfies Readonly<Record<string, ActSpec>>;
