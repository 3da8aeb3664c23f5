import { procedure } from "../../case/procedure.js";
import { accountConvergence as definition } from "./definition.js";
import { accountConvergenceStory } from "./story.js";

/** The Convergence account, ready to run: definition and story. */
export const accountConvergence = procedure(definition, accountConvergenceStory);
