import { procedure } from "../../case/procedure.js";
import { pecan as definition } from "./definition.js";
import { schemas } from "./schemas.generated.js";
import { pecanStory } from "./story.js";

/** The PECAN, ready to run: definition, story and schemas. */
export const pecan = procedure(definition, pecanStory, schemas);
