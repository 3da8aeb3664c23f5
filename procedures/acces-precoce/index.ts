import { procedure } from "../../case/procedure.js";
import { accesPrecoce as definition } from "./definition.js";
import { accesPrecoceStory } from "./story.js";

/** The accès précoce, ready to run: definition and story. */
export const accesPrecoce = procedure(definition, accesPrecoceStory);
