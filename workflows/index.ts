/** The workflows: one per procedure. Their names are their types in Temporal. */

import { accesPrecoce as accesPrecoceProcedure } from "../procedures/acces-precoce/index.js";
import { accountConvergence as accountConvergenceProcedure } from "../procedures/account-convergence/index.js";
import { accountSesame as accountSesameProcedure } from "../procedures/account-sesame/index.js";
import { pecan as pecanProcedure } from "../procedures/pecan/index.js";
import { preDepot as preDepotProcedure } from "../procedures/pre-depot/index.js";
import { preDepotMedicament as preDepotMedicamentProcedure } from "../procedures/pre-depot-medicament/index.js";
import { rencontrePrecoce as rencontrePrecoceProcedure } from "../procedures/rencontre-precoce/index.js";
import { hostCase } from "./case-workflow.js";
import type { CaseResult } from "./host.js";
import type { CaseStart } from "./messages.js";

/** Prise en charge anticipée numérique. */
export async function pecan(start: CaseStart): Promise<CaseResult> {
  return hostCase(pecanProcedure, start);
}

/** Compte d'accès à la plateforme Sésame. */
export async function accountSesame(start: CaseStart): Promise<CaseResult> {
  return hostCase(accountSesameProcedure, start);
}

/** Compte d'accès à la plateforme Convergence. */
export async function accountConvergence(start: CaseStart): Promise<CaseResult> {
  return hostCase(accountConvergenceProcedure, start);
}

/** Rencontre précoce pour un dispositif médical. */
export async function rencontrePrecoce(start: CaseStart): Promise<CaseResult> {
  return hostCase(rencontrePrecoceProcedure, start);
}

/** Rendez-vous pré-dépôt pour un dispositif médical. */
export async function preDepot(start: CaseStart): Promise<CaseResult> {
  return hostCase(preDepotProcedure, start);
}

/** Rendez-vous pré-dépôt avant un accès précoce pré-AMM. */
export async function preDepotMedicament(start: CaseStart): Promise<CaseResult> {
  return hostCase(preDepotMedicamentProcedure, start);
}

/** Accès précoce à un médicament : la demande, puis la vie de l'autorisation. */
export async function accesPrecoce(start: CaseStart): Promise<CaseResult> {
  return hostCase(accesPrecoceProcedure, start);
}
