import type { ActSpec } from "../../../case/definition.js";
import * as by from "../sources.js";

/** What an authorisation asks for while it lasts. */
export const renewal = {
  renewalRequested: {
    unprompted: true,
    label: "Renouvellement demandé",
    description: "Le titulaire demande le renouvellement, trois mois au moins avant l'échéance.",
    by: ["applicant"],
    struckBy: ["HAS"],
    about: "indication",
    source: by.renewalLaw,
    otherwise: "Un renouvellement se demande pendant l'autorisation, l'un après l'autre.",
  },
  newDataSubmitted: {
    unprompted: true,
    label: "Nouvelles données déposées",
    description: "Le titulaire dépose sans délai toute donnée nouvelle ; elle est instruite comme une demande.",
    by: ["applicant"],
    struckBy: ["HAS"],
    about: "indication",
    source: by.newDataLaw,
    otherwise: "Des données nouvelles se déposent pendant l'autorisation.",
  },
  modificationRequested: {
    unprompted: true,
    label: "Modification demandée",
    description: "Le titulaire demande à modifier l'autorisation.",
    by: ["applicant"],
    struckBy: ["HAS"],
    about: "indication",
    source: by.modificationLaw,
    otherwise: "Une modification se demande pendant l'autorisation.",
  },
  continuityRequested: {
    unprompted: true,
    label: "Continuité après AMM demandée",
    description:
      "L'AMM obtenue, le titulaire d'une autorisation avant AMM demande la continuité de la prise en charge.",
    by: ["applicant"],
    struckBy: ["HAS"],
    about: "indication",
    source: by.continuityAfterAmmLaw,
    otherwise: "La continuité se demande pendant l'autorisation, après l'AMM.",
  },
  synthesisReportSubmitted: {
    label: "Rapport de synthèse déposé",
    description: "Le titulaire remet le rapport périodique du PUT-RD et son projet de résumé.",
    by: ["applicant"],
    struckBy: ["HAS"],
    about: "indication",
    source: by.reportLaw,
    otherwise: "Les rapports se remettent pendant l'autorisation.",
  },
  summaryPublished: {
    unprompted: true,
    label: "Résumé du rapport publié",
    description: "La HAS publie le résumé ; le titulaire l'envoie aux prescripteurs et aux centres.",
    by: ["HAS"],
    about: "indication",
    source: by.reportLaw,
    otherwise: "Un résumé suit un rapport.",
  },
} as const satisfies Readonly<Record<string, ActSpec>>;
