/** Taking an act to its case whatever state its run is in: concluded, behind the register, terminated, or gone with its Temporal. */
import { setTimeout as pause } from "node:timers/promises";
import type { Case } from "../case/case.js";
import { Refusal } from "../case/refusal.js";
import { fromEpochMs } from "../law/instant.js";
import type { CaseRecord } from "../register/register.js";
import { runAgain } from "./restarting.js";
import { type ActToSend, catchUp, type Sent, sendAct } from "./sending.js";
import { type Runs, startFromRegister } from "./starting.js";

/** How a case is reached: within what time, and how it is derived from the register. */
export interface Reaching {
  readonly patience: number;
  derived(record: CaseRecord): Promise<Case>;
}

const nowOf = ({ offsetMs }: CaseRecord) => fromEpochMs(Date.now() + offsetMs);

async function recordOf({ register }: Runs, caseId: string): Promise<CaseRecord> {
  const record = await register.case(caseId);
  if (record === undefined) throw new Error(`The register holds no case ${caseId}.`);
  return record;
}

/** A concluded case runs again only for an act that it would take. @throws Refusal */
async function reopen(
  runs: Runs,
  record: CaseRecord,
  { act, message }: ActToSend,
  { derived }: Reaching,
): Promise<void> {
  (await derived(record)).preview(act, message, nowOf(record));
  await startFromRegister(runs, record);
}

/**
 * What a run refuses, the register's own case may accept: a worker that died between two commits has left the run behind
 * (ADR 5). It then takes what the register holds, and is asked again, once.
 */
async function sendUpToDate(runs: Runs, caseId: string, going: ActToSend, reaching: Reaching): Promise<Sent> {
  const sent = await sendAct(runs.client, caseId, going, reaching.patience);
  if (!(sent instanceof Refusal)) return sent;
  const record = await recordOf(runs, caseId);
  const derived = await reaching.derived(record);
  try {
    derived.preview(going.act, going.message, nowOf(record));
  } catch (fault) {
    if (fault instanceof Refusal) return sent;
    throw fault;
  }
  await catchUp(runs.client, caseId, record.bursts, reaching.patience);
  return sendAct(runs.client, caseId, going, reaching.patience);
}

/** Sends an act to its case, which runs again for it where it has to; `missing` when its run keeps leaving. @throws Refusal */
export async function reach(
  runs: Runs,
  caseId: string,
  going: ActToSend,
  reaching: Reaching,
): Promise<Exclude<Sent, Refusal>> {
  const known = await recordOf(runs, caseId);
  if (known.status === "concluded") await reopen(runs, known, going, reaching);
  for (let attempt = 1; attempt <= 3; attempt++) {
    const sent = await sendUpToDate(runs, caseId, going, reaching);
    if (sent instanceof Refusal) throw sent;
    if (sent !== "missing") return sent;
    const held = await runs.register.caseWithAct(caseId, going.message.id);
    if (held?.act !== undefined) return "recorded";
    const record = held?.record ?? known;
    if (record.status === "concluded") await reopen(runs, record, going, reaching);
    // Terminated, or Temporal was emptied: the register knows how to go on.
    else await runAgain(runs, record);
    await pause(20 * attempt);
  }
  return "missing";
}
