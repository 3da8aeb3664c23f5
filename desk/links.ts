import { faultAt } from "../case/fault.js";
import { served } from "../procedures/served.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { refuseMalformed } from "./refusal.js";
import { mayLink } from "./rights.js";

interface Linking {
  readonly applicant: { readonly siret: string };
  readonly links?: readonly { readonly case: string; readonly kind: string }[] | undefined;
}

/**
 * The cases that a filing says came before it: the applicant's own, which whoever files may see, and of the kind that it
 * says. @throws DeskRefusal `malformed`; a case that may not be seen is one that doesn't exist.
 */
export async function refuseForeignLinks(
  { register }: Desk,
  principal: Principal,
  { applicant, links = [] }: Linking,
  sandbox: boolean,
): Promise<void> {
  const found = await Promise.all(links.map((link) => register.case(link.case)));
  const faults = links.flatMap(({ case: number, kind }, i) => {
    const pointer = `/filing/links/${i}/case`;
    const record = found[i];
    if (record === undefined || !mayLink(principal, applicant.siret, sandbox, record))
      return [faultAt(pointer, "rule", { rule: `${number} is no case of ${applicant.siret} that you may see` })];
    if (served.get(record.procedure)?.linkedAs !== kind)
      return [
        faultAt(pointer, "rule", { rule: `${number} is a case of ${record.procedure}: it can't be linked as ${kind}` }),
      ];
    return [];
  });
  if (faults.length > 0) refuseMalformed(faults);
}
