import { setTimeout as pause } from "node:timers/promises";
import { faultAt } from "../case/fault.js";
import { addDays, addMonths, type CivilDate } from "../law/civil-date.js";
import { parseDelay } from "../law/delay.js";
import { epochMs, fromEpochMs, type Instant, instant } from "../law/instant.js";
import { isKnownDay, LAST_KNOWN_DAY } from "../law/known-days.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
import type { CaseRecord } from "../register/register.js";
import { runAgain } from "../temporal/restarting.js";
import { aheadMs, skipTime } from "../temporal/time-skipping.js";
import { actId } from "./act-id.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { DeskRefusal, refuseByRule, refuseMalformed, refuseUnavailable } from "./refusal.js";
import { refuseToMoveTime } from "./rights.js";
import { caseNow, recordFor, type ShownCase } from "./shown-case.js";

export interface Advance {
  readonly by?: string | undefined;
  readonly to?: string | undefined;
}

const farthest = 40 * 366;

/** The same wall time on another day of Paris: a day of changing clocks isn't 24 hours long. */
function sameTimeOn(day: CivilDate, now: Instant): number {
  return startOfDayMs(day) + (epochMs(now) - startOfDayMs(parisDay(now)));
}

/** Where time goes: N civil days later at the same wall time, or 00:00 Paris of a day. */
export function targetOf({ by, to }: Advance, now: Instant): number {
  if ((by === undefined) === (to === undefined))
    refuseByRule("", 'expected either {"by": "P29D"} or {"to": "2027-05-02"}');
  const today = parisDay(now);
  let target: number;
  if (to !== undefined) {
    if (!isKnownDay(to)) refuseMalformed([faultAt("/to", "not-a-day", {})]);
    if (to <= today) refuseByRule("/to", `expected a day after ${today}: time doesn't go back`);
    target = startOfDayMs(to);
  } else {
    target = sameTimeOn(dayAfter(today, by ?? ""), now);
  }
  if (target > startOfDayMs(addDays(today, farthest)))
    refuseByRule(to === undefined ? "/by" : "/to", "expected at most forty years ahead");
  return target;
}

function dayAfter(today: CivilDate, by: string): CivilDate {
  const expected = `expected an ISO 8601 duration of at least a day, such as P29D or P6M, that leads to ${LAST_KNOWN_DAY} at most`;
  try {
    const delay = parseDelay(by);
    const day = addDays(addMonths(today, delay.years * 12 + delay.months), delay.weeks * 7 + delay.days);
    if (day > today && isKnownDay(day)) return day;
  } catch {
    // told below, as any other value that isn't a duration
  }
  return refuseByRule("/by", expected);
}

/** What is under way, by case: one advance at a time, which whoever sends its key again waits for too. */
const moving = new Map<string, { readonly id: string; readonly done: Promise<void> }>();

/**
 * Moves the time of a sandbox case: its real timers fire on the way. One at a time for a case. A key leads to one instant, however
 * often it is sent and wherever the one who answered it first has left off.
 */
export async function moveTime(
  desk: Desk,
  principal: Principal,
  caseId: string,
  advance: Advance,
  idempotencyKey: string,
): Promise<ShownCase> {
  const record = await recordFor(desk, principal, caseId);
  refuseToMoveTime(desk.movesTime, record);
  const id = actId(principal, idempotencyKey, caseId);
  const target = await targetUnder(desk, record, id, advance);
  const underWay = moving.get(caseId);
  if (underWay !== undefined && underWay.id !== id)
    throw new DeskRefusal(
      "time-is-moving",
      `The time of ${caseId} is being moved by another request: send this one again once it is there.`,
      { retryAfter: 2 },
    );
  const done = underWay?.done ?? moveTo(desk, record, target).finally(() => moving.delete(caseId));
  moving.set(caseId, { id, done });
  await done;
  await untilTold(desk, principal, caseId);
  return await caseNow(desk, principal, await recordFor(desk, principal, caseId));
}

/** Where this key leads: to where it led the first time. @throws DeskRefusal when it was used to go elsewhere */
async function targetUnder(desk: Desk, record: CaseRecord, id: string, advance: Advance): Promise<number> {
  const asked = JSON.stringify([advance.by ?? null, advance.to ?? null]);
  const kept =
    (await desk.register.advance(record.id, id)) ??
    (await desk.register.keepAdvance(record.id, id, { asked, target: fromEpochMs(targetOf(advance, nowOf(record))) }));
  if (kept.asked !== asked)
    throw new DeskRefusal("key-reused", "This key was already used to move time otherwise. Choose a new key.");
  return epochMs(instant(kept.target));
}

async function moveTo(desk: Desk, record: CaseRecord, target: number): Promise<void> {
  const { id, offsetMs } = record;
  // What is concluded has no timer: only the register's idea of its time moves.
  if (record.status === "concluded") {
    await desk.register.moveTime(id, Math.max(0, Math.ceil(target - Date.now())));
    return;
  }
  let ahead = await aheadMs(desk.client, id, desk.patience);
  if (ahead === null) {
    // Terminated, or Temporal was emptied: its new run begins where the register left its time.
    await runAgain(desk, record);
    ahead = offsetMs;
  }
  // From where the run really is: it may have gone part of the way, or all of it, for somebody who died meanwhile.
  const left = target - Date.now() - ahead;
  if (left > 0 && !(await skipTime(desk.client, id, left)))
    refuseUnavailable("The case's time is still moving: send this again, under the same key.", 2);
  const after = await aheadMs(desk.client, id, desk.patience);
  // A case that ended on the way has no run to ask.
  await desk.register.moveTime(id, Math.max(0, after === null ? Math.ceil(target - Date.now()) : Math.floor(after)));
}

/** Waits until the register holds all that time has told: as many entries as the case derived apart, told as far. */
async function untilTold(desk: Desk, principal: Principal, caseId: string): Promise<void> {
  const deadline = Date.now() + 2 * desk.patience;
  for (let wait = 5; ; wait = Math.min(100, wait * 1.5)) {
    const record = await recordFor(desk, principal, caseId);
    const expected = await desk.cases.fresh(record);
    expected.advance(fromEpochMs(Date.now() + record.offsetMs));
    if (record.version >= expected.version) return;
    if (Date.now() > deadline)
      refuseUnavailable("Time was moved, but what it tells isn't in the journal yet: ask for the case again.", 2);
    await pause(wait);
  }
}
