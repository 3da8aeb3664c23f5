import type { TaskSpec } from "../../case/definition.js";

/** What the parties of the PECAN have to do beside its acts, and what settles each. */
export const tasks = {
  reviewInactivity: {
    label: "Garder la candidature inactive ou la considérer comme abandonnée",
    settledBy: ["inactivityReviewed"],
  },
  considerRequest: {
    label: "Examiner la proposition de demande de renseignements",
    settledBy: ["furtherInformationRequested"],
  },
  publishOpinion: {
    label: "Publier l'avis sans délai sur le site de la HAS",
    settledBy: ["opinionPublished"],
  },
  establishReception: {
    label: "Établir la date certaine de réception de la demande",
    settledBy: ["requestConsulted"],
  },
  reviewDeemedReception: {
    label: "Confirmer l'abandon, ou fixer le jour de réception",
    settledBy: ["deemedReceptionReviewed", "requestConsulted"],
  },
  reviewAnswer: {
    label: "Examiner la réponse : complète ou partielle",
    settledBy: ["furtherInformationReviewed"],
  },
  completeAnswer: {
    label: "Transmettre ce qui manque encore à la réponse",
    settledBy: ["furtherInformationReceived"],
    holds: ["furtherInformationReviewed"],
  },
  ansOpinionDueAtOnce: {
    label: "Rendre l'avis le jour même : la demande avait été adressée le dernier jour du délai",
    settledBy: ["ansOpinionRendered"],
  },
  cnedimtsOpinionDueAtOnce: {
    label: "Rendre l'avis le jour même : la demande avait été adressée le dernier jour du délai",
    settledBy: ["cnedimtsOpinionRendered"],
  },
  decisionDueAtOnce: {
    label: "Décider le jour même : la demande avait été adressée le dernier jour du délai",
    settledBy: ["decisionNotified"],
  },
  confirmAbandonment: {
    label: "Constater l'abandon sur une réponse restée partielle",
    settledBy: ["abandonmentConfirmed", "furtherInformationReceived"],
  },
  reviewDeprioritisation: {
    label: "Garder la candidature dépriorisée ou proposer une demande formelle",
    settledBy: ["deprioritisationReviewed", "ansInformationProvided"],
  },
  draftRefusal: {
    label: "Préparer un refus : une condition de la prise en charge manque",
    settledBy: ["decisionNotified"],
  },
  precedentBarsIndication: {
    label: "Une décision antérieure s'oppose à cette indication (R. 162-113, II)",
    settledBy: ["decisionNotified"],
  },
  publishOrder: {
    label: "Publier l'arrêté au Journal officiel",
    settledBy: ["orderPublished"],
  },
  pronounceEnd: {
    label: "Prononcer par arrêté la fin de la prise en charge",
    settledBy: ["coverageEndOrdered"],
    leads: true,
  },
  settleYearOver: {
    label: "Trancher : l'année est écoulée alors que l'inscription a été décidée (lecture C19)",
    settledBy: ["tariffPublished"],
    leads: true,
  },
  considerContinuity: {
    label: "Dire ce que devient la continuité : l'ANSM a pris une mesure",
    settledBy: [],
  },
  completeStudy: {
    label: "Mener l'étude à son terme",
    settledBy: ["studyCompleted"],
  },
  listWithinYearOfStudy: {
    label: "Demander l'inscription dans l'année de la fin de l'étude (engagement affiché, lecture C8)",
    settledBy: ["listingRequested"],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
