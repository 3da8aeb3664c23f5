import type { TaskSpec } from "../../case/definition.js";

/** What the parties of the rencontre précoce have to do beside its acts, and what settles each. */
export const tasks = {
  sendItems: {
    label: "Transmettre les éléments manquants",
    settledBy: ["itemsSubmitted"],
    holds: ["completenessNotified"],
  },
  nameAttendees: {
    label: "Désigner au moins une personne de l'entreprise",
    settledBy: ["attendeesNamed"],
    holds: ["meetingPlanned"],
  },
  examineItems: {
    label: "Examiner si tous les éléments du dossier sont transmis",
    settledBy: ["completenessNotified"],
  },
  evaluateInterest: {
    label: "Évaluer l'intérêt de la rencontre",
    settledBy: ["admissibilityNotified"],
  },
  settleStartedStudy: {
    label: "Trancher : maintenir la rencontre ou refuser la demande, l'étude ayant débuté",
    settledBy: ["startedStudySettled"],
  },
  planMeeting: {
    label: "Planifier le rendez-vous d'une heure",
    settledBy: ["meetingPlanned"],
  },
  amendMinutes: {
    label: "Relire le compte rendu et le retourner",
    settledBy: ["minutesReturned"],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
