import { setTimeout as pause } from "node:timers/promises";
import { addDays, addMonths, type CivilDate } from "../law/civil-date.js";
import { parseDelay } from "../law/delay.js";
import { epochMs, fromEpochMs, type Instant } from "../law/instant.js";
import { A_KNOWN_DAY, isKnownDay, LAST_KNOWN_DAY } from "../law/known-days.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
import type { CaseRecord } from "../register/register.js";
import { runAgain } from "../temporal/restarting.js";
import { skippedMs, skipTime } from "../temporal/time-skipping.js";
import { actId } from "./act-id.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { DeskRefusal, refuseMalformed, refuseUnavailable } from "./refusal.js";
import { refuseToMoveTime } from "./rights.js";
import { caseNow, recordFor, type ShownCase } from "./shown-case.js";

export interface Advance {
  readonly by?: string | undefined;
  readonly to?: string | undefined;
}

const farthest = 40 * 366;

function malformed(pointer: string, detail: string): never {
  return refuseMalformed([{ pointer, detail }]);
}

/** The same wall time on another day of Paris: a day of changing clocks isn't 24 hours long. */
function sameTimeOn(day: CivilDate, now: Instant): number {
  return startOfDayMs(day) + (epochMs(now) - startOfDayMs(parisDay(now)));
}

/** Where time goes: N civil days later at the same wall time, or 00:00 Paris of a day. */
export function targetOf({ by, to }: Advance, now: Instant): number {
  if ((by === undefined) === (to === undefined))
    malformed("", 'expected either {"by": "P29D"} or {"to": "2027-05-02"}.');
  const today = parisDay(now);
  let target: number;
  if (to !== undefined) {
    if (!isKnownDay(to)) malformed("/to", `expected ${A_KNOWN_DAY}.`);
    if (to <= today) malformed("/to", `expected a day after ${today}: time doesn't go back.`);
    target = startOfDayMs(to);
  } else {
    target = sameTimeOn(dayAfter(today, by ?? ""), now);
  }
  if (target > startOfDayMs(addDays(today, farthest)))
    malformed(to === undefined ? "/by" : "/to", "expected at most forty years ahead.");
  return target;
}

function dayAfter(today: CivilDate, by: string): CivilDate {
  const expected = `expected an ISO 8601 duration of at least a day, such as P29D or P6M, that leads to ${LAST_KNOWN_DAY} at most.`;
  try {
    const delay = parseDelay(by);
    const day = addDays(addMonths(today, delay.years * 12 + delay.months), delay.weeks * 7 + delay.days);
    if (day > today && isKnownDay(day)) return day;
  } catch {
    // told below, as any other value that isn't a duration
  }
  return malformed("/by", expected);
}

const moving = new Set<string>();

/** Advances that were done, by principal, key and case: the last ones, in this process. Trial cases ask for no more. */
const done = new Map<string, string>();
const MOST_REMEMBERED = 1_000;

/** Moves the time of a sandbox case: its real timers fire on the way. One at a time for a case, once for a key. */
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
  const asked = JSON.stringify([advance.by ?? null, advance.to ?? null]);
  const before = done.get(id);
  if (before !== undefined) {
    if (before !== asked)
      throw new DeskRefusal("key-reused", "This key was already used to move time otherwise. Choose a new key.");
    return caseNow(desk, principal, record);
  }
  if (moving.has(caseId)) throw new DeskRefusal("time-is-moving", `The time of ${caseId} is already being moved.`);
  moving.add(caseId);
  try {
    const target = targetOf(advance, nowOf(record));
    await moveTo(desk, record, target);
    done.set(id, asked);
    if (done.size > MOST_REMEMBERED) done.delete(done.keys().next().value ?? "");
    await untilTold(desk, principal, caseId);
    return await caseNow(desk, principal, await recordFor(desk, principal, caseId));
  } finally {
    moving.delete(caseId);
  }
}

async function moveTo(desk: Desk, record: CaseRecord, target: number): Promise<void> {
  const { id, offsetMs } = record;
  // What is concluded has no timer: only the register's idea of its time moves.
  if (record.status === "concluded") {
    await desk.register.moveTime(id, Math.max(0, Math.ceil(target - Date.now())));
    return;
  }
  let before = await skippedMs(desk.client, id, desk.patience);
  if (before === null) {
    // Terminated, or Temporal was emptied: its new run begins where the register left its time.
    await runAgain(desk, record);
    before = 0;
  }
  if (!(await skipTime(desk.client, id, target - Date.now() - offsetMs)))
    refuseUnavailable("The case's time didn't move in time: ask where it stands, and try again.", 2);
  const after = await skippedMs(desk.client, id, desk.patience);
  // A few milliseconds pass while time is moved; the workflow's own clock says how far it went.
  const moved = after === null ? Math.ceil(target - Date.now()) : offsetMs + Math.floor(after - before);
  await desk.register.moveTime(id, Math.max(0, moved));
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
