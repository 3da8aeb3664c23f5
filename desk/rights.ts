import { type CaseRecord, companyOf } from "../register/register.js";
import { isConsultant, isDeveloper, operator, type Principal, principalName, seesEverything } from "./principal.js";
import { procedures } from "./procedures.js";

/** Runs the installation: nothing of it is hidden from them. */
export const operates = ({ party }: Principal): boolean => party === operator;

/**
 * May the principal know of cases of that procedure? A confidential one is known to its parties alone: a platform that
 * speaks for no organisation in particular isn't one.
 */
export function knowsOf(principal: Principal, procedure: string): boolean {
  const shape = procedures.get(procedure)?.procedure.shape;
  if (shape?.confidential !== true || operates(principal)) return true;
  return (
    Object.hasOwn(shape.parties, principal.party) &&
    (principal.party !== "applicant" || principal.organisation !== undefined)
  );
}

/** What a principal may see of the register, as its lists take it: what is hidden is never read, nor counted. */
export interface Scope {
  readonly except: readonly string[];
  /** SIREN: a company that moves keeps its cases. */
  readonly company: string | undefined;
  readonly principal: string | undefined;
  /** Whether the cases are sandbox ones: a developer sees no other. */
  readonly sandbox?: true;
}

export const scopeOf = (principal: Principal): Scope => ({
  except: [...procedures.keys()].filter((procedure) => !knowsOf(principal, procedure)),
  company: seesEverything(principal) ? undefined : companyOf(principal.organisation ?? ""),
  principal: isConsultant(principal) ? principalName(principal) : undefined,
  ...(isDeveloper(principal) && { sandbox: true }),
});

/** May the principal see that case? */
export function sees(
  principal: Principal,
  kept: Pick<CaseRecord, "company" | "procedure" | "principal" | "sandbox">,
): boolean {
  const { except, company, principal: filedBy, sandbox } = scopeOf(principal);
  return (
    !except.includes(kept.procedure) &&
    (company === undefined || company === kept.company) &&
    (filedBy === undefined || filedBy === kept.principal) &&
    (sandbox === undefined || kept.sandbox)
  );
}
