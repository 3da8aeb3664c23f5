import { procedure } from "../../case/procedure.js";
import { lppr as definition } from "./definition.js";
import { lpprStory } from "./story.js";

/** The listing on the LPPR, ready to run: definition and story. */
export const lppr = procedure(definition, lpprStory);
