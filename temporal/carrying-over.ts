/**
 * What a run had accepted, and the register doesn't hold, is sent to the run that follows it: an Update that was accepted was
 * promised, and a signal has no other memory than the history (ADR 15).
 */
import type { Client } from "@temporalio/client";
import { type ActMessage, strikeAct } from "../case/act.js";
import { messageId } from "../case/message-id.js";
import { settleAct } from "../case/tasks.js";
import { fromEpochMs } from "../law/instant.js";
import { procedureOf } from "../procedures/all.js";
import type { CaseRecord } from "../register/register.js";
import { historyOf, type RunHistory, type SentToRun } from "./run-history.js";
import { signalAct } from "./sending.js";
import type { Runs } from "./starting.js";

interface Carried {
  readonly act: string;
  readonly sealed: boolean;
  readonly message: ActMessage & { readonly id: string };
}

/** The runs of a case, the last first: a run begins where an earlier one stood, which a restored register may not hold. */
async function runsUpTo(client: Client, caseId: string, runId: string): Promise<string[]> {
  const runs: { runId: string; startTime: Date }[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = "${caseId}"` })) runs.push(run);
  runs.sort((one, other) => other.startTime.getTime() - one.startTime.getTime());
  const ids = runs.map((run) => run.runId);
  return [runId, ...ids.slice(ids.indexOf(runId) + 1)];
}

/** The histories that tell what the register may lack, the first run first. */
async function historiesOf(client: Client, record: CaseRecord, runId: string): Promise<RunHistory[]> {
  const histories: RunHistory[] = [];
  let next: string[] | undefined;
  for (let run: string | undefined = runId; run !== undefined; run = next.shift()) {
    const history = await historyOf(client, record.id, run);
    const { opening, bursts = 0 } = history?.start ?? {};
    // After a restored register, the number of a lost case may be another's.
    const another = opening !== undefined && opening.filedAt !== record.filedAt;
    if (history === null || another) break;
    histories.unshift(history);
    if (bursts <= record.bursts) break;
    next ??= (await runsUpTo(client, record.id, runId)).slice(1);
  }
  return histories;
}

/** A message as it goes to the next run: under its own id, and dated from when it came where it bears no date. */
function carried({ name, message, sealed, updateId, atMs }: SentToRun, aheadMs: number): Carried | undefined {
  if (typeof message !== "object" || message === null || Array.isArray(message)) return undefined;
  const sent = message as ActMessage;
  const dated = sent.on !== undefined || sent.at !== undefined || sent.receivedAt !== undefined;
  try {
    const id = messageId(name, sent, updateId);
    return { act: name, sealed, message: { ...sent, id, ...(!dated && { at: fromEpochMs(atMs + aheadMs) }) } };
  } catch {
    // What isn't even JSON was refused then, and would be again.
    return undefined;
  }
}

/** Sends to the case's present run what an earlier one had accepted and the register lacks. Returns the ids of the messages. */
export async function carryOver({ register, client }: Runs, record: CaseRecord, runId: string): Promise<string[]> {
  const { acts } = procedureOf(record.procedure).shape;
  const histories = await historiesOf(client, record, runId);
  const done = await register.runs.answered(record.id);
  const handle = client.workflow.getHandle(record.id);
  const ids: string[] = [];
  for (const { start, sent } of histories) {
    for (const one of sent) {
      const isAct = one.name === strikeAct || one.name === settleAct || Object.hasOwn(acts, one.name);
      const going = isAct ? carried(one, start.aheadMs ?? 0) : undefined;
      if (going === undefined || done.has(going.message.id)) continue;
      // As a signal; what wasn't sealed isn't now either.
      if (going.sealed) await signalAct(client, record.id, going.act, going.message);
      else await handle.signal(going.act, going.message);
      done.add(going.message.id);
      ids.push(going.message.id);
    }
  }
  return ids;
}
