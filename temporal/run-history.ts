/** What a run of a case was sent, read from its history: Temporal keeps it after the run's end. */
import { type Client, isGrpcServiceError } from "@temporalio/client";
import type { Payload, ProtoFailure } from "@temporalio/common";
import {
  decode,
  decodeOptionalFailureToOptionalError,
  extstoreInboundOptions,
  visit,
  walkGetWorkflowExecutionHistoryResponse,
} from "@temporalio/common/lib/internal-non-workflow/index.js";
import { tsToMs } from "@temporalio/common/lib/time.js";
import type proto from "@temporalio/proto";
import { type CaseStart, refusedType } from "../workflows/messages.js";
import { isSealed } from "../workflows/seals.js";
import { MissingKey, tellsMissingKey } from "./encryption-codec.js";

type HistoryEvent = proto.temporal.api.history.v1.IHistoryEvent;
type Payloads = proto.temporal.api.common.v1.IPayloads;

/** An accepted Update or a signal, as it came. */
export interface SentToRun {
  readonly name: string;
  readonly message: unknown;
  /** For this case, by somebody who has the keys. */
  readonly sealed: boolean;
  /** The Update's id; undefined for a signal. */
  readonly updateId: string | undefined;
  /** When it came, in milliseconds of the run's own time. */
  readonly atMs: number;
}

/** What is read of a run's history. */
export interface RunHistory {
  readonly start: Partial<CaseStart>;
  /** In the order in which they came, but for the Updates that the run refused in the end. */
  readonly sent: readonly SentToRun[];
}

const notFound = 5;

async function eventsOf(client: Client, workflowId: string, runId: string): Promise<HistoryEvent[] | null> {
  const { externalStorage } = client.workflow.options.loadedDataConverter;
  const events: HistoryEvent[] = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    try {
      const page = await client.workflowService.getWorkflowExecutionHistory({
        namespace: client.options.namespace,
        execution: { workflowId, runId },
        ...(nextPageToken && { nextPageToken }),
      });
      // What is heavy stands in the register, and a reference to it in the history.
      await visit(page, walkGetWorkflowExecutionHistoryResponse, extstoreInboundOptions(externalStorage));
      events.push(...(page.history?.events ?? []));
      nextPageToken = page.nextPageToken;
    } catch (fault) {
      if (isGrpcServiceError(fault) && Number(fault.code) === notFound) return null;
      throw fault;
    }
  } while (nextPageToken && nextPageToken.length > 0);
  return events;
}

/** The history of a run; null when Temporal no longer has it. */
export async function historyOf(client: Client, caseId: string, runId: string): Promise<RunHistory | null> {
  const events = await eventsOf(client, caseId, runId);
  if (events === null) return null;
  const { payloadCodecs, payloadConverter } = client.workflow.options.loadedDataConverter;
  const first = async (payloads: Payloads | null | undefined): Promise<Payload | undefined> =>
    (await decode(payloadCodecs, payloads?.payloads?.slice(0, 1) ?? []))[0];
  const read = (payload: Payload | undefined): unknown => payload && payloadConverter.fromPayload(payload);
  const started = await first(events[0]?.workflowExecutionStartedEventAttributes?.input);
  const start = (read(started) ?? {}) as Partial<CaseStart>;
  const refused = new Set(events.flatMap(refusedUpdate));
  const sent: SentToRun[] = [];
  for (const event of events) {
    const { name, input, updateId } = messageOf(event) ?? {};
    if (name == null || (updateId !== undefined && refused.has(updateId))) continue;
    const payload = await first(input);
    const sealed = isSealed(payload, caseId, name);
    const atMs = event.eventTime ? tsToMs(event.eventTime) : 0;
    sent.push({ name, message: read(payload), sealed, updateId, atMs });
  }
  return { start, sent };
}

interface Message {
  readonly name: string | null | undefined;
  readonly input: Payloads | null | undefined;
  readonly updateId: string | undefined;
}

function messageOf(event: HistoryEvent): Message | undefined {
  const signal = event.workflowExecutionSignaledEventAttributes;
  if (signal) return { name: signal.signalName, input: signal.input, updateId: undefined };
  const request =
    event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest ??
    // An Update that a reset has given to the new run.
    event.workflowExecutionUpdateAdmittedEventAttributes?.request;
  if (!request) return undefined;
  return { name: request.input?.name, input: request.input?.args, updateId: request.meta?.updateId ?? undefined };
}

function refusedUpdate({ workflowExecutionUpdateCompletedEventAttributes: completed }: HistoryEvent): string[] {
  const refused = completed?.outcome?.failure?.applicationFailureInfo?.type === refusedType;
  return refused && completed?.meta?.updateId ? [completed.meta.updateId] : [];
}

/** What last went wrong with the task of a run, as an operator reads it. */
export interface TaskProblem {
  readonly cause: string;
  /** Nobody answered in time: its worker was killed, or had too much to do. */
  readonly timedOut: boolean;
  /** Its worker lacks a key, which is for whoever configures it: the run itself can go on. */
  readonly passes: boolean;
}

/** One that can't be read was written by a worker that has another ring, which is what is wrong with it. */
async function messageOfFailure(client: Client, failure: ProtoFailure): Promise<string> {
  try {
    const fault = await decodeOptionalFailureToOptionalError(client.workflow.options.loadedDataConverter, failure);
    return fault?.message || "its task failed";
  } catch (fault) {
    if (fault instanceof MissingKey) return fault.message;
    throw fault;
  }
}

/** Only the first of several in a row is written into the history: it says what they are. */
export async function lastProblem(client: Client, workflowId: string, runId: string): Promise<TaskProblem> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: 20,
  });
  for (const event of history?.events ?? []) {
    const failed = event.workflowTaskFailedEventAttributes;
    if (failed?.failure) {
      const cause = await messageOfFailure(client, failed.failure);
      return { cause, timedOut: false, passes: tellsMissingKey(cause) };
    }
    if (event.workflowTaskTimedOutEventAttributes)
      return { cause: "its task timed out", timedOut: true, passes: false };
  }
  return { cause: "its task fails", timedOut: false, passes: false };
}
