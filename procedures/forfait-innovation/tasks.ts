import type { TaskSpec } from "../../case/definition.js";

/** What the parties of a forfait innovation have to do beside its acts, and what settles each. */
export const tasks = {
  publishOpinion: { label: "Rendre l'avis public sur le site de la HAS", settledBy: ["opinionPublished"] },
  renderUnfavourable: {
    label: "Rendre un avis défavorable : le protocole n'a pas été mis en conformité (R. 165-68, IV)",
    settledBy: ["secondOpinionRendered"],
  },
  refuse: { label: "Refuser la prise en charge : l'avis est défavorable", settledBy: ["coverageDecided"] },
  considerPenalty: {
    label: "Dire si une pénalité est envisagée pour l'engagement non tenu",
    settledBy: ["penaltyPlanned", "penaltyWaived"],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
