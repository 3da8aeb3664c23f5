import { procedure } from "../../case/procedure.js";
import { accountConvergence as definition } from "./definition.js";
import { schemas } from "./schemas.generated.js";
import { accountConvergenceStory } from "./story.js";

/** The Convergence account, ready to run: definition, story and schemas. */
export const accountConvergence = procedure(definition, accountConvergenceStory, schemas);
