import type { Served } from "../served.js";
import { account } from "./account.js";
import { bodies, filing } from "./bodies.js";
import { form } from "./form.js";
import { letters } from "./letters.js";

export const served: Served = { filing, bodies, form, letters, account, linkedAs: "account" };
