/** Looking at one case, and doing what it needs to run. */
import type { ActMessage } from "../case/act.js";
import type { CaseRecord, UnansweredMessage } from "../register/register.js";
import {
  bringBack,
  finishRestart,
  type LatestRun,
  latestRun,
  type Restarted,
  restart,
  whyStuck,
} from "../temporal/restarting.js";
import { signalAct, standingOf } from "../temporal/sending.js";
import { type Runs, startFromRegister } from "../temporal/starting.js";

/** Nothing more that a machine may do: an operator is told. */
export class NeedsAnOperator extends Error {}

/** The case's record. @throws NeedsAnOperator */
async function recordOf({ register }: Runs, caseId: string): Promise<CaseRecord> {
  const record = await register.case(caseId);
  if (record === undefined) throw new NeedsAnOperator("Temporal runs it, and the register holds no such case.");
  return record;
}

/**
 * Starts the case where the register holds it when nothing runs it; restarts it from there when its run's task keeps failing, once
 * for each build of the workflows. Undefined when it runs. @throws NeedsAnOperator, or what made it fail
 */
export async function tend(runs: Runs, build: string, caseId: string): Promise<Restarted | undefined> {
  const record = await recordOf(runs, caseId);
  const run = await latestRun(runs.client, caseId);
  if (run === null || !run.running) {
    if (record.status === "concluded") return undefined;
    const restarted = await bringBack(runs, record);
    await runs.register.opened(caseId);
    return restarted;
  }
  const cause = await whyStuck(runs.client, caseId, run);
  return cause === undefined ? undefined : restartOnce(runs, build, record, run, cause);
}

async function restartOnce(
  runs: Runs,
  build: string,
  record: CaseRecord,
  run: LatestRun,
  cause: string,
): Promise<Restarted> {
  if (await runs.register.runs.gaveUpOn(record.id, build))
    throw new NeedsAnOperator(`Restarted once on this build, and its task keeps failing (run ${run.runId}): ${cause}`);
  return restart(runs, record, { runId: run.runId, cause, build });
}

/** Goes on with a restart that a crash interrupted. */
export async function finish(runs: Runs, ended: Parameters<typeof finishRestart>[2]): Promise<Restarted> {
  const carried = await finishRestart(runs, await recordOf(runs, ended.case), ended);
  return { runId: ended.runId, cause: ended.cause, carried };
}

/** As a signal: it waits for no worker, and its refusal is journaled. */
async function sendAgain(runs: Runs, { case: caseId, act, message }: UnansweredMessage): Promise<void> {
  const record = await recordOf(runs, caseId);
  // A concluded case runs again for it, and waits for it a minute.
  if (record.status === "concluded") await startFromRegister(runs, record);
  await signalAct(runs.client, caseId, act, message as ActMessage);
}

/**
 * A message that stands for long, of a case that runs: refused meanwhile, it is let go; lost with its run, it is sent again if it
 * was promised. Recorded, says the run, and the register holds nothing: the register is older than its Temporal.
 */
export async function settle(runs: Runs, message: UnansweredMessage): Promise<Restarted | undefined> {
  const { register, client } = runs;
  const { case: caseId, id, updateId } = message;
  const standing = await standingOf(client, caseId, updateId);
  if (standing === "accepted" || standing === "unanswered") return undefined;
  if ((await register.runs.answered(caseId)).has(id)) {
    await register.letGoOf(caseId, id, updateId);
    return undefined;
  }
  if (standing === "missing") {
    if (message.promised) await sendAgain(runs, message);
    return undefined;
  }
  if (standing !== "recorded") {
    await register.letGoOf(caseId, id, updateId);
    return undefined;
  }
  const run = await latestRun(client, caseId);
  if (!run?.running) return undefined;
  const cause = "the register lacks what this run had recorded";
  return restart(runs, await recordOf(runs, caseId), { runId: run.runId, cause, build: null });
}
