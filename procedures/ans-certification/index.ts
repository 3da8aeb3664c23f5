import { procedure } from "../../case/procedure.js";
import { ansCertification as definition } from "./definition.js";
import { ansCertificationStory } from "./story.js";

/** The ANS's certificate of conformity, ready to run: definition and story. */
export const ansCertification = procedure(definition, ansCertificationStory);
