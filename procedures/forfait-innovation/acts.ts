import { coverage } from "./acts/coverage.js";
import { request } from "./acts/request.js";

/** The acts of a forfait innovation, in the order of the articles: who may send each, and the text that gives it. */
export const acts = { ...request, ...coverage } as const;
