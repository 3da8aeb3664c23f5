import type { Client } from "@temporalio/client";
import { defaultPayloadConverter } from "@temporalio/common";
import {
  decode,
  decodeOptionalSingle,
  visit,
  walkGetWorkflowExecutionHistoryResponse,
} from "@temporalio/common/lib/internal-non-workflow/index.js";
import proto from "@temporalio/proto";
import { asInClear } from "../workflows/came-encrypted.js";

// A CommonJS module without named exports, for Node itself.
const { EventType } = proto.temporal.api.enums.v1;

type History = proto.temporal.api.history.v1.IHistory;
type HistoryEvent = proto.temporal.api.history.v1.IHistoryEvent;

/** The name of an event's type, as the Web UI shows it: `TimerStarted`. */
export function typeOf({ eventType }: HistoryEvent): string {
  return (EventType[eventType ?? 0] ?? "")
    .toLowerCase()
    .replace(/^event_type|_(\w)/g, (_all, letter = "") => letter.toUpperCase());
}

export async function eventsOf(client: Client, workflowId: string, runId?: string): Promise<HistoryEvent[]> {
  return (await historyOf(client, workflowId, runId)).events ?? [];
}

/** A run's history, as it is before the codec encrypts it; what is heavy stays a reference. */
async function historyOf(client: Client, workflowId: string, runId?: string): Promise<History> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const { payloadCodecs } = client.workflow.options.loadedDataConverter;
  await visit({ history }, walkGetWorkflowExecutionHistoryResponse, {
    transformPayload: async (payload) => asInClear((await decodeOptionalSingle(payloadCodecs, payload)) ?? payload),
    transformPayloads: async (payloads) => (await decode(payloadCodecs, payloads)).map(asInClear),
    skipHeaders: true,
    skipSearchAttributes: true,
  });
  return history;
}

/** The histories of the runs of a case, each of which continued the one before it as new. */
export async function runsOf(client: Client, workflowId: string): Promise<History[]> {
  const runs: History[] = [];
  let runId: string | null | undefined;
  do {
    const run = await historyOf(client, workflowId, runId ?? undefined);
    runs.unshift(run);
    runId = run.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  } while (runId);
  return runs;
}

export function summaryOf({ userMetadata }: HistoryEvent): string {
  return userMetadata?.summary ? defaultPayloadConverter.fromPayload<string>(userMetadata.summary) : "";
}

/** How many events of each type. */
export function counted(events: readonly HistoryEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of events.map(typeOf).sort()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** The summaries of the timers that are armed at the end of a history. */
export function armed(events: readonly HistoryEvent[]): string[] {
  const timers = new Map<string, string>();
  for (const event of events) {
    const { timerStartedEventAttributes: started } = event;
    if (started) timers.set(started.timerId ?? "", summaryOf(event));
    timers.delete(event.timerFiredEventAttributes?.timerId ?? "");
    timers.delete(event.timerCanceledEventAttributes?.timerId ?? "");
  }
  return [...timers.values()].sort();
}
