import { takesOfCertificate } from "../certificate.js";
import type { Served } from "../served.js";
import { bodies, filing } from "./bodies.js";
import { form } from "./form.js";
import { letters } from "./letters.js";

export const served: Served = { filing, bodies, form, letters, takes: takesOfCertificate };
