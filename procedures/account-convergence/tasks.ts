import type { TaskSpec } from "../../case/definition.js";

/** What the parties of the Convergence account have to do beside its acts, and what settles each. */
export const tasks = {
  verifyDocuments: {
    label: "Vérifier le Kbis et l'identité du mandataire social",
    settledBy: ["accountOpened"],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
