import type { Served } from "../served.js";
import { bodies, filing } from "./bodies.js";
import { form } from "./form.js";
import { frozen } from "./frozen.js";
import { letters } from "./letters.js";
import { carryOver } from "./outcome.js";

export const served: Served = { filing, bodies, form, letters, frozen, carryOver, linkedAs: "meeting" };
