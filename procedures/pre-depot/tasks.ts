import type { TaskSpec } from "../../case/definition.js";

/** What the parties of the rendez-vous pré-dépôt have to do beside its acts, and what settles each. */
export const tasks = {
  planMeeting: {
    label: "Fixer le rendez-vous, ou indiquer le bon interlocuteur",
    settledBy: ["meetingPlanned", "requestRedirected"],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
