import type { TaskSpec } from "../../case/definition.js";

/** What the parties of the accès précoce have to do beside its acts, and what settles each. */
export const tasks = {
  publishFiling: {
    label: "Publier le dépôt de la demande complète",
    settledBy: [],
  },
  draftRefusal: {
    label: "Préparer le refus : l'ANSM n'atteste pas la forte présomption",
    settledBy: ["decisionRendered"],
  },
  decideSilence: {
    label: "Décider de l'effet du silence : les deux issues sont expliquées",
    settledBy: ["decisionRendered"],
    leads: true,
  },
  confirmAbandonment: {
    label: "Confirmer l'abandon d'une réponse jugée incomplète",
    settledBy: ["abandonmentConfirmed", "informationReceived"],
  },
  publishDecision: {
    label: "Publier la décision",
    settledBy: ["decisionPublished"],
  },
  publishProtocol: {
    label: "Publier le PUT-RD",
    settledBy: ["protocolPublished"],
  },
  publishSummary: {
    label: "Publier le résumé du rapport de synthèse",
    settledBy: ["summaryPublished"],
  },
  sendSummary: {
    label: "Envoyer le résumé aux prescripteurs, pharmaciens et centres",
    settledBy: [],
  },
  issueAttestation: {
    label: "Délivrer l'attestation de la décision tacite",
    settledBy: ["attestationIssued"],
  },
  updateMinisters: {
    label: "Mettre à jour auprès des ministres les éléments du dossier (R. 163-32)",
    settledBy: [],
  },
  pronounceEnd: {
    label: "Prononcer par arrêté la fin de la prise en charge",
    settledBy: ["coverageEndOrdered"],
    leads: true,
  },
  settleProlongation: {
    label: "Dire si l'autorisation tient encore : le plafond de la prolongation est passé (lecture A14)",
    settledBy: ["decisionRendered"],
    leads: true,
  },
  askTurnover: {
    label: "Mettre en demeure de donner le chiffre d'affaires",
    settledBy: ["turnoverAsked", "turnoverGiven"],
  },
  informPatients: {
    label: "Informer les patients du caractère précoce et dérogatoire du traitement",
    settledBy: [],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
