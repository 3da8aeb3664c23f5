import { coverage } from "./acts/coverage.js";
import { penalty } from "./acts/penalty.js";
import { request } from "./acts/request.js";

/** The acts of a PECAN, in the order of the official steps: who may send each, and the text that gives it. */
export const acts = { ...request, ...coverage, ...penalty } as const;
