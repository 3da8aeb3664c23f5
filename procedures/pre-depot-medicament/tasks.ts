import type { TaskSpec } from "../../case/definition.js";

/** What the parties of the rendez-vous pré-dépôt of a medicine have to do beside its acts, and what settles each. */
export const tasks = {
  planMeeting: {
    label: "Fixer le rendez-vous avec l'autre agence",
    settledBy: ["meetingPlanned"],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
