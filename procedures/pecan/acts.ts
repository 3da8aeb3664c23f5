import { application } from "./acts/application.js";
import { coverage } from "./acts/coverage.js";
import { examination } from "./acts/examination.js";

/** The acts of a PECAN, in the order of the official steps: who may send each, and the text that gives it. */
export const acts = { ...application, ...examination, ...coverage } as const;
