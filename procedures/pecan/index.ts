import { procedure } from "../../case/procedure.js";
import { pecan as definition } from "./definition.js";
import { pecanStory } from "./story.js";

/** The PECAN, ready to run: definition and story. */
export const pecan = procedure(definition, pecanStory);
