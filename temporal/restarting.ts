/** Bringing a case back that doesn't run, or whose run can't go on: from the register, with what its run had accepted (ADR 15). */
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import type { CaseRecord, EndedRun } from "../register/register.js";
import { carryOver } from "./carrying-over.js";
import { lastProblem } from "./run-history.js";
import { caseFromRegister, type Runs, startFromRegister } from "./starting.js";

/** How the latest run of a case stands. */
export interface LatestRun {
  readonly runId: string;
  readonly running: boolean;
  /** How often in a row its task failed or timed out. */
  readonly setbacks: number;
  /** Its status, in Temporal's words. */
  readonly status: string;
}

/** As often as the server waits for before it reports the problem (`deploy/dynamicconfig.yaml`). */
const mostFailures = 3;
/** A killed worker, or one with too much to do, makes a task time out; a task that always does is as bad as one that fails. */
const mostTimeouts = 8;

/** The latest run of a case; null when Temporal knows none. */
export async function latestRun(client: Client, caseId: string): Promise<LatestRun | null> {
  try {
    const { runId, status, raw } = await client.workflow.getHandle(caseId).describe();
    const running = status.name === "RUNNING";
    const setbacks = running ? Math.max(0, (raw.pendingWorkflowTask?.attempt ?? 1) - 1) : 0;
    return { runId, running, setbacks, status: status.name };
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return null;
    throw fault;
  }
}

async function terminate(client: Client, caseId: string, runId: string, reason: string): Promise<void> {
  try {
    await client.workflow.getHandle(caseId, runId).terminate(reason.slice(0, 500));
  } catch (fault) {
    if (!(fault instanceof WorkflowNotFoundError)) throw fault;
  }
}

/**
 * Does what remains to be done after a run was noted as ended: may be done twice, by whoever, after a crash at any point.
 * Returns the ids of the messages that were carried over.
 */
export async function finishRestart(runs: Runs, record: CaseRecord, ended: Omit<EndedRun, "build">): Promise<string[]> {
  const { register, client } = runs;
  const latest = await latestRun(client, record.id);
  if (latest?.running && latest.runId === ended.runId) await terminate(client, record.id, ended.runId, ended.cause);
  await startFromRegister(runs, record);
  const ids = await carryOver(runs, record, ended.runId);
  await register.runs.carried(record.id, ended.runId);
  return ids;
}

/** A case that runs again, and what was sent to it again. */
export interface Restarted {
  readonly runId: string | null;
  readonly cause: string;
  readonly carried: readonly string[];
}

/** Brings back a case that doesn't run. Undefined when it runs. */
export async function bringBack(runs: Runs, record: CaseRecord): Promise<Restarted | undefined> {
  const { register, client } = runs;
  const latest = await latestRun(client, record.id);
  if (latest?.running) return undefined;
  if (latest === null) {
    const started = await startFromRegister(runs, record);
    return started ? { runId: null, cause: "unknown to Temporal", carried: [] } : undefined;
  }
  const ended = { case: record.id, runId: latest.runId, cause: latest.status, build: null };
  await register.runs.ended(ended);
  return { runId: ended.runId, cause: ended.cause, carried: await finishRestart(runs, record, ended) };
}

/** For whoever can't wait: the case runs again, and what couldn't be carried over now is carried by the reconciler. */
export async function runAgain(runs: Runs, record: CaseRecord): Promise<void> {
  try {
    await bringBack(runs, record);
  } catch {
    await startFromRegister(runs, record);
  }
}

/**
 * Ends a run that can't go on, and starts another where the register stands. `build` is the one on which its task kept failing;
 * null when something else is wrong with it. @throws StoryFault when the register's case can't be derived: the run is then left as it is
 */
export async function restart(
  runs: Runs,
  record: CaseRecord,
  { runId, cause, build }: Omit<EndedRun, "case">,
): Promise<Restarted> {
  await caseFromRegister(runs.register, record);
  const ended = { case: record.id, runId, cause, build };
  await runs.register.runs.ended(ended);
  return { runId, cause, carried: await finishRestart(runs, record, ended) };
}

/** Why the run can't go on by itself; undefined while it may. */
export async function whyStuck(client: Client, caseId: string, run: LatestRun): Promise<string | undefined> {
  if (run.setbacks < mostFailures) return undefined;
  const { cause, timedOut, passes } = await lastProblem(client, caseId, run.runId);
  return passes || (timedOut && run.setbacks < mostTimeouts) ? undefined : cause;
}
