import type { TaskSpec } from "../../case/definition.js";

/** What the parties of a listing have to do beside its acts, and what settles each. */
export const tasks = {
  joinCertificate: {
    label: "Joindre le certificat de conformité de l'ANS",
    settledBy: ["certificateJoined"],
    holds: ["applicationAcknowledged"],
  },
  finishExamination: {
    label: "Achever l'examen, et rendre public l'avis",
    settledBy: ["opinionRendered", "examinationImpossible"],
  },
  publishOpinion: { label: "Publier l'avis sans délai sur le site de la HAS", settledBy: [] },
  publishRenewalNotice: { label: "Publier au Journal officiel l'avis de renouvellement tacite", settledBy: [] },
  considerDelisting: { label: "Dire si l'activité est radiée", settledBy: ["delistingPlanned"] },
} as const satisfies Readonly<Record<string, TaskSpec>>;
