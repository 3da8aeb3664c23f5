import { procedure } from "../../case/procedure.js";
import { latm as definition } from "./definition.js";
import { latmStory } from "./story.js";

/** The listing on the LATM, ready to run: definition and story. */
export const latm = procedure(definition, latmStory);
