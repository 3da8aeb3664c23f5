import { procedure } from "../../case/procedure.js";
import { rencontrePrecoce as definition } from "./definition.js";
import { rencontrePrecoceStory } from "./story.js";

/** The rencontre précoce, ready to run: definition and story. */
export const rencontrePrecoce = procedure(definition, rencontrePrecoceStory);
