import { Problem } from "../api/problem.js";
import type { CaseView } from "../case/view.js";
import type { Instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import type { CaseRecord, CaseWithAct } from "../register/register.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { sees } from "./rights.js";
import { shownFiling } from "./shown-filing.js";

/** A case as the API shows it. */
export interface CaseResource extends CaseView {
  readonly sandbox: boolean;
  readonly filing: unknown;
}

/** The record of a case that the principal may see. A case that isn't theirs doesn't exist for them. */
export async function recordFor(desk: Desk, principal: Principal, id: string): Promise<CaseRecord> {
  return seen(principal, id, await desk.register.case(id));
}

/** The same, with an act of the case: as it stands, or as it was last sent. */
export async function recordWithAct(desk: Desk, principal: Principal, id: string, act: string): Promise<CaseWithAct> {
  const found = await desk.register.caseWithAct(id, act);
  return { act: found?.act, kept: found?.kept, record: seen(principal, id, found?.record) };
}

function seen(principal: Principal, id: string, record: CaseRecord | undefined): CaseRecord {
  if (record === undefined || !sees(principal, record)) throw new Problem("not-found", `There is no case ${id}.`);
  return record;
}

export const resourceOf = (principal: Principal, record: CaseRecord, view: CaseView): CaseResource => ({
  ...view,
  sandbox: record.sandbox,
  filing: shownFiling(principal, record),
});

/** The case at this moment: clocks are counted to today, whatever the last burst's day. */
export async function caseNow(desk: Desk, principal: Principal, record: CaseRecord): Promise<CaseResource> {
  const derived = await desk.cases.derived(record);
  return resourceOf(principal, record, derived.viewAt(nowOf(record)));
}

/** What is shown of a case changes with its journal, and with the day. */
export const etagOf = ({ version, now }: { readonly version: number; readonly now: Instant }): string =>
  `"${version}-${parisDay(now)}"`;
