import { refuse } from "../case/refusal.js";
import type { Citation } from "../law/citation.js";
import { type CivilDate, isCivilDate } from "../law/civil-date.js";

/** A day that a party gives in a body: schemas see its form, only the calendar knows whether it exists. */
export function dayGiven(text: string, source: Citation): CivilDate {
  return isCivilDate(text) ? text : refuse(`Le ${text} n'est pas un jour du calendrier.`, source);
}
