import { faultAt } from "../case/fault.js";
import type { CaseFilter, CaseRecord } from "../register/register.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { servedOf } from "./procedures.js";
import { DeskRefusal } from "./refusal.js";
import { type Scope, scopeOf } from "./rights.js";
import { recordFor } from "./shown-case.js";

/** A case in a list. */
export type CaseSummary = Pick<
  CaseRecord,
  | "id"
  | "procedure"
  | "ruleset"
  | "ending"
  | "filedOn"
  | "nextDueOn"
  | "organisation"
  | "product"
  | "sandbox"
  | "version"
> & {
  readonly productName: string;
  readonly phase: string | null;
  /** One that is being opened is open. */
  readonly status: "open" | "concluded";
  readonly whoseMove: string[];
};

const summaryOf = (record: CaseRecord): CaseSummary => {
  const { id, procedure, ruleset, ending, filedOn, whoseMove, nextDueOn, organisation, product, sandbox, version } =
    record;
  const status = record.status === "concluded" ? "concluded" : "open";
  const kept = {
    id,
    procedure,
    ruleset,
    ending,
    filedOn,
    whoseMove,
    nextDueOn,
    organisation,
    product,
    sandbox,
    version,
  };
  return { ...kept, productName: record.filing.product.name, phase: record.phase || null, status };
};

export interface CasePage {
  readonly cases: CaseSummary[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** Which cases to list: all the conditions given hold together, whatever the principal may see apart. */
export type CaseQuery = Omit<CaseFilter, Exclude<keyof Scope, "sandbox">>;

/** The cases that a principal may see and that answer a query, last filed first. @throws DeskRefusal `unknown-cursor` */
export async function casesOf({ register }: Desk, principal: Principal, query: CaseQuery): Promise<CasePage> {
  const page = await register.cases({ ...query, ...scopeOf(principal) });
  return { cases: page.rows.map(summaryOf), next: page.next };
}

/** A product across procedures and years, by the cases that the principal may see. It is its company's. */
export interface ShownProduct extends CasePage {
  readonly id: string;
  /** SIREN. */
  readonly company: string;
  /** As the last of these cases calls it. */
  readonly name: string;
}

/**
 * Two companies may give theirs the same identifier: `company` then says whose. @throws DeskRefusal `ambiguous` without it;
 * `not-found`: a product of which nothing may be seen is one that doesn't exist.
 */
export async function productOf(
  { register }: Desk,
  principal: Principal,
  id: string,
  query: Pick<CaseFilter, "limit" | "after" | "sandbox" | "company">,
): Promise<ShownProduct> {
  const scope = scopeOf(principal);
  const seen = { ...scope, company: scope.company ?? query.company, product: id };
  const companies = await register.companiesOf(seen);
  if (companies.length > 1)
    throw new DeskRefusal("ambiguous", `Several companies have a product ${id}: ${companies.join(", ")}.`, {
      faults: [faultAt("/company", "not-a-choice", { choices: companies })],
    });
  const page = await register.cases({ ...query, ...seen });
  const [company] = companies;
  const [last] = page.rows;
  if (company === undefined || last === undefined) throw new DeskRefusal("not-found", `There is no product ${id}.`);
  const { name } = last.filing.product;
  return { id, company, name, cases: page.rows.map(summaryOf), next: page.next };
}

/** What a later filing may take from a case. @throws DeskRefusal `not-found` when it leaves nothing. */
export async function carriedOverFrom(desk: Desk, principal: Principal, caseId: string) {
  const record = await recordFor(desk, principal, caseId);
  const { carryOver } = servedOf(record.procedure);
  if (carryOver === undefined || record.view === null)
    throw new DeskRefusal("not-found", `${record.id} leaves nothing to a later filing.`);
  return { case: record.id, ...carryOver(record.view, record.filing) };
}
