import { procedure } from "../../case/procedure.js";
import { preDepot as definition } from "./definition.js";
import { preDepotStory } from "./story.js";

/** The rendez-vous pré-dépôt for devices, ready to run: definition and story. */
export const preDepot = procedure(definition, preDepotStory);
