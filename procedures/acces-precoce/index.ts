import { procedure } from "../../case/procedure.js";
import { accesPrecoce as definition } from "./definition.js";
import { schemas } from "./schemas.generated.js";
import { accesPrecoceStory } from "./story.js";

/** The accès précoce, ready to run: definition, story and schemas. */
export const accesPrecoce = procedure(definition, accesPrecoceStory, schemas);
