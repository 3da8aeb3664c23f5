import { procedure } from "../../case/procedure.js";
import { preDepotMedicament as definition } from "./definition.js";
import { preDepotMedicamentStory } from "./story.js";

/** The rendez-vous pré-dépôt for medicines, ready to run: definition and story. */
export const preDepotMedicament = procedure(definition, preDepotMedicamentStory);
