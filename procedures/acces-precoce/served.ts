import type { Served } from "../served.js";
import { bodies, filing } from "./bodies.js";
import { facts } from "./facts.js";
import { figures } from "./figures.js";
import { form } from "./form.js";
import { letters } from "./letters.js";

export const served: Served = { filing, bodies, form, letters, facts, figures };
