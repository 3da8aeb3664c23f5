import type { ActSpec } from "../../../case/definition.js";
import * as by from "../sources.js";

/** Measures against an authorisation, and its withdrawal. */
export const measures = {
  measureContemplated: {
    unprompted: true,
    label: "Mesure envisagée",
    description:
      "L'autorité informe le titulaire de la mesure qu'elle envisage et l'invite à présenter ses observations jusqu'à un jour dit.",
    by: ["HAS", "ANSM", "ministers"],
    about: "indication",
    source: by.observationsLaw,
    otherwise: "Une mesure porte sur une autorisation en vigueur, ou sur une prise en charge en cours.",
  },
  observationsMade: {
    unprompted: true,
    label: "Observations présentées",
    description: "Le titulaire présente ses observations sur la mesure envisagée.",
    by: ["applicant"],
    struckBy: ["HAS", "ministers"],
    about: "indication",
    source: by.observationsLaw,
    otherwise: "Aucune mesure n'est envisagée.",
  },
  authorisationSuspended: {
    unprompted: true,
    label: "Autorisation suspendue",
    description: "La HAS, ou l'ANSM seule en urgence, suspend l'autorisation pour trois mois au plus.",
    by: ["HAS", "ANSM"],
    about: "indication",
    source: by.suspensionLaw,
    otherwise: "L'autorisation n'est pas en vigueur, ou elle est déjà suspendue.",
  },
  suspensionLifted: {
    unprompted: true,
    label: "Suspension levée",
    description: "L'autorité lève la suspension avant son terme.",
    by: ["HAS", "ANSM"],
    about: "indication",
    source: by.suspensionLaw,
    otherwise: "L'autorisation n'est pas suspendue.",
  },
  authorisationWithdrawn: {
    unprompted: true,
    label: "Autorisation retirée",
    description: "La HAS retire l'autorisation, d'elle-même ou à la demande du titulaire.",
    by: ["HAS"],
    about: "indication",
    source: by.measureLaw,
    otherwise: "L'autorisation n'est pas en vigueur.",
  },
  marketingStopped: {
    unprompted: true,
    label: "Commercialisation arrêtée pour la sécurité des patients",
    description:
      "Le médicament n'est plus commercialisé, pour des raisons sérieuses tenant à la sécurité : la continuité n'est plus due.",
    by: ["applicant", "ANSM"],
    struckBy: ["ministers"],
    binding: true,
    about: "indication",
    source: by.dutiesLaw,
    otherwise: "L'indication n'est ni prise en charge, ni en continuité, ou cet arrêt est déjà connu.",
  },
  withdrawalRequested: {
    unprompted: true,
    label: "Retrait de l'autorisation demandé",
    description: "Le titulaire demande le retrait de son autorisation.",
    by: ["applicant"],
    struckBy: ["HAS"],
    binding: true,
    about: "indication",
    source: by.holderWithdrawalLaw,
    otherwise: "L'autorisation n'est pas en vigueur, ou son retrait est déjà demandé.",
  },
  withdrawalAcknowledged: {
    label: "Demande de retrait reçue",
    description: "La HAS accuse réception de la demande de retrait : un mois de silence vaut acceptation.",
    by: ["HAS"],
    about: "indication",
    source: by.holderWithdrawalLaw,
    otherwise: "Aucun retrait n'est demandé.",
  },
} as const satisfies Readonly<Record<string, ActSpec>>;
