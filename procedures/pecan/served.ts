import type { Served } from "../served.js";
import { bodies, filing } from "./bodies.js";
import { facts } from "./facts.js";
import { figures } from "./figures.js";
import { form } from "./form.js";
import { frozen } from "./frozen.js";
import { letters } from "./letters.js";
import { takes } from "./takes.js";

export const served: Served = { filing, bodies, form, letters, frozen, facts, figures, takes, linkedAs: "coverage" };
