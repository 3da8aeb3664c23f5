/** The procedures that Guichet runs: one line each. All else finds them, and what stands in their folders, by their names. */
export { accesPrecoce } from "./acces-precoce/index.js";
export { accountConvergence } from "./account-convergence/index.js";
export { accountSesame } from "./account-sesame/index.js";
export { ansCertification } from "./ans-certification/index.js";
export { forfaitInnovation } from "./forfait-innovation/index.js";
export { latm } from "./latm/index.js";
export { lppr } from "./lppr/index.js";
export { pecan } from "./pecan/index.js";
export { preDepot } from "./pre-depot/index.js";
export { preDepotMedicament } from "./pre-depot-medicament/index.js";
export { rencontrePrecoce } from "./rencontre-precoce/index.js";
