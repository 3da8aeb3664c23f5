import type { CaseView } from "../case/view.js";
import type { CaseRecord, CaseWithAct } from "../register/register.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { DeskRefusal } from "./refusal.js";
import { sees, shownFiling } from "./rights.js";

/** A case as a principal is shown it. */
export interface ShownCase extends CaseView {
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
  if (record === undefined || !sees(principal, record)) throw new DeskRefusal("not-found", `There is no case ${id}.`);
  return record;
}

export const shownCase = (principal: Principal, record: CaseRecord, view: CaseView): ShownCase => ({
  ...view,
  sandbox: record.sandbox,
  filing: shownFiling(principal, record),
});

/** The case at this moment: clocks are counted to today, whatever the last burst's day. Of an erased one, what its record still says. */
export async function caseNow(desk: Desk, principal: Principal, record: CaseRecord): Promise<ShownCase> {
  if (record.erasedAt !== null && record.view !== null)
    return shownCase(principal, record, { ...record.view, now: nowOf(record) });
  const derived = await desk.cases.derived(record);
  return shownCase(principal, record, derived.viewAt(nowOf(record)));
}
