import type { TaskSpec } from "../../case/definition.js";

/** What the parties of a listing have to do beside its acts, and what settles each. */
export const tasks = {
  joinCertificate: { label: "Joindre le certificat de conformité de l'ANS", settledBy: ["certificateJoined"] },
  finishExamination: {
    label: "Achever l'examen de la demande retirée, et rendre public l'avis",
    settledBy: ["finalOpinionRendered", "examinationImpossible"],
  },
  publishOpinion: { label: "Rendre l'avis définitif public sans délai", settledBy: [] },
  publishRenewalNotice: { label: "Publier au Journal officiel l'avis de renouvellement tacite", settledBy: [] },
  publishTariffNotice: { label: "Publier au Journal officiel l'avis de modification tacite du tarif", settledBy: [] },
  changeConditions: {
    label: "Engager la modification des conditions d'inscription (R. 165-9)",
    settledBy: ["changeProposed"],
  },
  considerDelisting: { label: "Dire si le produit est radié", settledBy: ["delistingPlanned"] },
  completeRenewal: { label: "Compléter le dossier de renouvellement", settledBy: ["renewalCompleted"] },
} as const satisfies Readonly<Record<string, TaskSpec>>;
