import { procedure } from "../../case/procedure.js";
import { accountSesame as definition } from "./definition.js";
import { accountSesameStory } from "./story.js";

/** The Sésame account, ready to run: definition and story. */
export const accountSesame = procedure(definition, accountSesameStory);
