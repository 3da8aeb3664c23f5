/** What if: a copy of a case in virtual time, to which acts are supposed. Nothing is recorded, and the case itself doesn't move. */

import { Case } from "../case/case.js";
import { faultAt } from "../case/fault.js";
import { noon } from "../case/kernel.js";
import { Refusal } from "../case/refusal.js";
import { lastInstantOf } from "../case/simulate.js";
import type { CaseView } from "../case/view.js";
import { addMonths, type CivilDate, latest } from "../law/civil-date.js";
import { parisDay } from "../law/paris.js";
import { type DrawnClock, drawnClocks } from "./case-file.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { type DeskRefusal, refusalOf, refuseMalformed } from "./refusal.js";
import { recordFor } from "./shown-case.js";

/** An act that is supposed, on a day. */
export interface SupposedAct {
  readonly act: string;
  readonly on: CivilDate;
  readonly by: string;
  readonly about?: string;
  readonly body: unknown;
}

/** A case on a day. */
export interface CaseOn {
  readonly view: CaseView;
  readonly clocks: readonly DrawnClock[];
  readonly day: CivilDate;
}

export interface Supposed {
  /** As it stands today. */
  readonly today: CaseOn;
  /** With what is supposed. */
  readonly supposed: CaseOn;
  /** By the place of the act: why it wouldn't be accepted. */
  readonly refused: ReadonlyMap<number, DeskRefusal>;
}

/** No further: a case left alone for so long costs nothing, one for ever would. */
export const bounds = { acts: 20, years: 10 } as const;

/** The case as it would stand on a day, if those acts came. @throws DeskRefusal `not-found`, `malformed` */
export async function suppose(
  desk: Desk,
  principal: Principal,
  id: string,
  acts: readonly SupposedAct[],
  until: CivilDate | undefined,
): Promise<Supposed> {
  const record = await recordFor(desk, principal, id);
  const live = await desk.cases.derived(record);
  const now = nowOf(record);
  const today = parisDay(now);
  const end = [today, ...acts.map(({ on }) => on), ...(until === undefined ? [] : [until])].reduce(latest);
  if (end > addMonths(today, 12 * bounds.years) || acts.length > bounds.acts)
    refuseMalformed([
      faultAt("/until", "rule", { rule: `expected ${bounds.acts} acts and ${bounds.years} years at most` }),
    ]);
  const copy = Case.restore(live.procedure, live.snapshot());
  copy.advance(now);
  const refused = new Map<number, DeskRefusal>();
  const inOrder = acts
    .map((act, place) => ({ ...act, place }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const { place, act, ...message } of inOrder) {
    try {
      const at = message.on > parisDay(copy.toldAt) ? noon(message.on) : copy.toldAt;
      copy.accept(act, { id: `supposed-${place}`, ...message, confirm: true }, at);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      refused.set(place, refusalOf(fault) as DeskRefusal);
    }
  }
  if (end > today) copy.advance(lastInstantOf(end));
  return {
    today: { view: live.viewAt(now), clocks: drawnClocks(live, today), day: today },
    supposed: { view: copy.view(copy.toldAt), clocks: drawnClocks(copy, end), day: end },
    refused,
  };
}
