/** Sending acts to the runs of their cases. What is answered is never more than that: the register says what came of it. */
import { setTimeout as pause } from "node:timers/promises";
import {
  type Client,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from "@temporalio/client";
import { ApplicationFailure, type RawValue } from "@temporalio/common";
import type { ActMessage } from "../case/act.js";
import { Refusal, type RefusalProblem } from "../case/refusal.js";
import { type ActReceipt, catchUpUpdate, refusedType } from "../workflows/messages.js";
import { sealed } from "../workflows/seals.js";

/** What became of an act sent to its case. */
export type Sent =
  | "recorded"
  /** The case has taken it; the register doesn't hold it yet. */
  | "accepted"
  /** No workflow of that case runs. */
  | "missing"
  /** Nobody has taken it in time, and perhaps nobody ever will: sent again, it is taken once. */
  | "unanswered"
  /** The case refused it, and says why. */
  | Refusal;

export type IdentifiedMessage = ActMessage & { readonly id: string };

/** An act on its way to a case: one message, under one update id, however often it is sent. */
export interface ActToSend {
  readonly act: string;
  readonly updateId: string;
  readonly message: IdentifiedMessage;
}

/** gRPC codes of what passes by itself: the server is busy, away, or the case's task is failing for now. */
const passing = new Set([4, 8, 9, 10, 14]);

function verdictOf(fault: unknown): "again" | "missing" | Refusal {
  if (fault instanceof WorkflowNotFoundError) return "missing";
  if (fault instanceof WorkflowUpdateFailedError) {
    const { cause } = fault;
    if (!(cause instanceof ApplicationFailure)) return "again";
    if (cause.type === refusedType) return Refusal.from(cause.details?.[0] as RefusalProblem);
    // The case concluded under the message: whether it was told before that is for the register to say.
    if (cause.type === "AcceptedUpdateCompletedWorkflow") return "missing";
    // Aborted without having been looked at (`UnprocessedUpdate`, a failed task): never a refusal.
    return "again";
  }
  const grpc = fault instanceof Error && isGrpcServiceError(fault.cause) ? fault.cause : fault;
  if (isGrpcServiceError(grpc) && passing.has(grpc.code)) return "again";
  throw fault;
}

/** Sends an act to its case, for at most `withinMs`: tried again under the same id until it is taken, refused, or too late. */
export async function sendAct(
  client: Client,
  caseId: string,
  { act, updateId, message }: ActToSend,
  withinMs: number,
): Promise<Sent> {
  const deadline = Date.now() + withinMs;
  const handle = client.workflow.getHandle(caseId);
  for (let attempt = 1; ; attempt++) {
    let accepted = false;
    try {
      await client.withDeadline(deadline, async () => {
        const update = await handle.startUpdate<ActReceipt, [RawValue]>(act, {
          args: [sealed(message, caseId, act)],
          updateId,
          waitForStage: "ACCEPTED",
        });
        accepted = true;
        await update.result();
      });
      return "recorded";
    } catch (fault) {
      const late = fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
      const verdict = late ? "again" : verdictOf(fault);
      if (verdict !== "again") return verdict;
      if (late || Date.now() + 50 * attempt >= deadline) return accepted ? "accepted" : "unanswered";
      await pause(50 * attempt);
    }
  }
}

/** Sends an act as a signal: it waits for no worker, keeps its place, and its refusal is journaled. */
export const signalAct = (client: Client, caseId: string, act: string, message: ActMessage): Promise<void> =>
  client.workflow.getHandle(caseId).signal(act, sealed(message, caseId, act));

/**
 * Has a run that is behind the register take what it lacks, up to that burst at least, for at most `withinMs`. One that isn't
 * behind refuses, at no cost.
 */
export async function catchUp(client: Client, caseId: string, bursts: number, withinMs: number): Promise<void> {
  const handle = client.workflow.getHandle(caseId);
  try {
    await client.withDeadline(Date.now() + withinMs, () =>
      handle.executeUpdate<void, [number]>(catchUpUpdate, { args: [bursts] }),
    );
  } catch (fault) {
    // Up to date, gone, or busy: the act itself is sent again, and is answered what is true then.
    if (!(fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError)) verdictOf(fault);
  }
}

/** How long a case is asked what it has made of an act. */
const askedForMs = 1_000;

/** What became of an act sent before, as the case's present run knows it. */
export async function standingOf(client: Client, caseId: string, updateId: string): Promise<Sent> {
  try {
    const update = client.workflow.getHandle(caseId).getUpdateHandle<ActReceipt>(updateId);
    await client.withDeadline(Date.now() + askedForMs, () => update.result());
    return "recorded";
  } catch (fault) {
    if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return "accepted";
    const verdict = verdictOf(fault);
    return verdict === "again" ? "unanswered" : verdict;
  }
}
