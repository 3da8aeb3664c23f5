import { procedure } from "../../case/procedure.js";
import { rencontrePrecoce as definition } from "./definition.js";
import { schemas } from "./schemas.generated.js";
import { rencontrePrecoceStory } from "./story.js";

/** The rencontre précoce, ready to run: definition, story and schemas. */
export const rencontrePrecoce = procedure(definition, rencontrePrecoceStory, schemas);
