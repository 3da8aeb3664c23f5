import { life } from "./acts/life.js";
import { request } from "./acts/request.js";

/** The acts of a listing on the LPPR, in the order of the articles: who may send each, and the text that gives it. */
export const acts = { ...request, ...life } as const;
