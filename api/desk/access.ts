import type { CaseRecord } from "../../register/register.js";
import { operator, type Principal, seesEverything } from "../principal.js";
import { procedures } from "../procedures.js";

/** Runs the installation: nothing of it is hidden from them. */
export const operates = ({ party, unnamed }: Principal): boolean => unnamed === true || party === operator;

/** May the principal know of cases of that procedure? A confidential one is known to its parties alone. */
export function knowsOf(principal: Principal, procedure: string): boolean {
  const shape = procedures.get(procedure)?.procedure.shape;
  return shape?.confidential !== true || operates(principal) || Object.hasOwn(shape.parties, principal.party);
}

/** May the principal see that case? */
export const sees = (principal: Principal, kept: Pick<CaseRecord, "organisation" | "procedure">): boolean =>
  knowsOf(principal, kept.procedure) && (seesEverything(principal) || principal.organisation === kept.organisation);
