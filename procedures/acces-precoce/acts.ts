import { listing } from "./acts/listing.js";
import { measures } from "./acts/measures.js";
import { penalty } from "./acts/penalty.js";
import { renewal } from "./acts/renewal.js";
import { request } from "./acts/request.js";

/** The acts of an accès précoce, in the order of its life: who may send each, and the text that gives it. */
export const acts = { ...request, ...listing, ...renewal, ...measures, ...penalty } as const;
