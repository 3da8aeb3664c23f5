import { procedure } from "../../case/procedure.js";
import { forfaitInnovation as definition } from "./definition.js";
import { forfaitInnovationStory } from "./story.js";

/** The forfait innovation, ready to run: definition and story. */
export const forfaitInnovation = procedure(definition, forfaitInnovationStory);
