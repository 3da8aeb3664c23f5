import { procedure } from "../../case/procedure.js";
import { accountSesame as definition } from "./definition.js";
import { schemas } from "./schemas.generated.js";
import { accountSesameStory } from "./story.js";

/** The Sésame account, ready to run: definition, story and schemas. */
export const accountSesame = procedure(definition, accountSesameStory, schemas);
