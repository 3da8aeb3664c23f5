import type { CaseRecord } from "../register/register.js";
import { isConsultant, type Principal } from "./principal.js";
import { procedures } from "./procedures.js";
import { knowsOf, operates } from "./rights.js";

/** The procedure of a case, from its number: `PREDEPOT-MED-S-2026-0001`. */
const procedureOf = (number: string): string | undefined =>
  [...procedures.values()].find(({ procedure }) =>
    new RegExp(`^${procedure.shape.prefix}(-S)?-\\d{4}-\\d+$`).test(number),
  )?.procedure.shape.name;

interface Linking {
  readonly links?: readonly { readonly case: string }[];
}

/**
 * The filing as the principal may read it: that a confidential case came before is no business of those who aren't
 * parties to it, and which experts took part isn't the applicant's, who may not be the one who met them. A consultant sees
 * only what he opened: nothing that the register knows of his client's other cases (E52).
 */
export function shownFiling(principal: Principal, { procedure, filing }: CaseRecord): unknown {
  if (operates(principal) || typeof filing !== "object" || filing === null) return filing;
  const hidden = Object.entries(procedures.get(procedure)?.frozen ?? {}).flatMap(([field, { tellsOf }]) =>
    !isConsultant(principal) &&
    (tellsOf === undefined || (principal.party !== "applicant" && knowsOf(principal, tellsOf)))
      ? []
      : [field],
  );
  const { links, ...rest } = filing as Linking & Record<string, unknown>;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([field]) => !hidden.includes(field))),
    ...(links !== undefined && { links: links.filter((link) => knowsOf(principal, procedureOf(link.case) ?? "")) }),
  };
}
