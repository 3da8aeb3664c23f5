import type { TaskSpec } from "../../case/definition.js";

/** What the parties of the Sésame account have to do beside its acts, and what settles each. */
export const tasks = {
  openAccount: {
    label: "Créer le compte dédié de l'entreprise",
    settledBy: ["accountOpened", "attestationReturned"],
  },
  openConsultantAccess: {
    label: "Ouvrir l'accès du consultant désigné",
    settledBy: ["consultantAccessOpened", "delegationRevoked"],
  },
  recordManagers: {
    label: "Enregistrer les gestionnaires désignés",
    settledBy: ["managersRecorded", "managersReturned"],
  },
  endConsultantAccess: {
    label: "Fermer l'accès du consultant",
    settledBy: [],
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;
