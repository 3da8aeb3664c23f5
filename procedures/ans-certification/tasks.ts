import type { TaskSpec } from "../../case/definition.js";

/** What the parties of a certificate have to do beside its acts, and what settles each. */
export const tasks = {
  endCertificate: {
    label: "Mettre fin au certificat, ou constater par un audit que le manquement a cessé",
    settledBy: ["certificateEnded", "auditCarriedOut", "certificateReplaced"],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
