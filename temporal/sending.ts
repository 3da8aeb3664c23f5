import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { problemOfRefusal } from "../api/http/failures.js";
import { Problem } from "../api/problem.js";
import type { ActMessage } from "../case/act.js";
import { type Desk, pause } from "../desk/desk.js";
import { type ActReceipt, catchUpUpdate, type RefusalProblem, refusedType } from "../workflows/messages.js";

/** What became of an act sent to its case. */
export type Sent =
  | "recorded"
  /** The case has taken it; the register doesn't hold it yet. */
  | "accepted"
  /** No workflow of that case runs. */
  | "missing"
  /** The case refused it, and says why. */
  | Problem;

export type IdentifiedMessage = ActMessage & { readonly id: string };

/** An act on its way to a case: one message, under one update id, however often it is sent. */
export interface ActToSend {
  readonly act: string;
  readonly updateId: string;
  readonly message: IdentifiedMessage;
}

/** gRPC codes of what passes by itself: the server is busy, away, or the case's task is failing for now. */
const passing = new Set([4, 8, 9, 10, 14]);

type Verdict = "again" | "missing" | Problem;

function verdictOf(fault: unknown): Verdict {
  if (fault instanceof WorkflowNotFoundError) return "missing";
  if (fault instanceof WorkflowUpdateFailedError) {
    const { cause } = fault;
    if (!(cause instanceof ApplicationFailure)) return "again";
    if (cause.type === refusedType) return problemOfRefusal(cause.details?.[0] as RefusalProblem);
    // The case concluded under the message: whether it was told before that is for the register to say.
    if (cause.type === "AcceptedUpdateCompletedWorkflow") return "missing";
    // Aborted without having been looked at (`UnprocessedUpdate`, a failed task): never a refusal.
    return "again";
  }
  const grpc = fault instanceof Error && isGrpcServiceError(fault.cause) ? fault.cause : fault;
  if (isGrpcServiceError(grpc) && passing.has(grpc.code)) return "again";
  throw fault;
}

const unavailable = (): Problem =>
  new Problem(
    "unavailable",
    "The case couldn't take the act in time, and perhaps never will: send it again with the same Idempotency-Key, it will be done once.",
    {},
    { "retry-after": "2" },
  );

/**
 * Sends an act to its case. Tried again under the same id until it is taken, refused, or too late.
 * @throws Problem when nothing answers.
 */
export async function sendAct(desk: Desk, caseId: string, { act, updateId, message }: ActToSend): Promise<Sent> {
  const { client } = desk;
  const deadline = Date.now() + desk.patience;
  const handle = client.workflow.getHandle(caseId);
  for (let attempt = 1; ; attempt++) {
    let accepted = false;
    try {
      await client.withDeadline(deadline, async () => {
        const update = await handle.startUpdate<ActReceipt, [ActMessage]>(act, {
          args: [message],
          updateId,
          waitForStage: "ACCEPTED",
        });
        accepted = true;
        await update.result();
      });
      return "recorded";
    } catch (fault) {
      if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
        if (accepted) return "accepted";
        throw unavailable();
      }
      const verdict = verdictOf(fault);
      if (verdict === "missing") return "missing";
      if (verdict !== "again") return verdict;
      if (Date.now() + 50 * attempt >= deadline) {
        if (accepted) return "accepted";
        throw unavailable();
      }
      await pause(50 * attempt);
    }
  }
}

/** Has a run that is behind the register take what it lacks, up to that burst at least. One that isn't refuses, at no cost. */
export async function catchUp({ client, patience }: Desk, caseId: string, bursts: number): Promise<void> {
  const handle = client.workflow.getHandle(caseId);
  try {
    await client.withDeadline(Date.now() + patience, () =>
      handle.executeUpdate<void, [number]>(catchUpUpdate, { args: [bursts] }),
    );
  } catch (fault) {
    // Up to date, gone, or busy: the act itself is sent again, and is answered what is true then.
    if (!(fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError)) verdictOf(fault);
  }
}

/** Has the case taken that act without having recorded it yet? @throws Problem when it was refused meanwhile. */
export async function isUnderWay({ client }: Desk, caseId: string, updateId: string): Promise<boolean> {
  try {
    const update = client.workflow.getHandle(caseId).getUpdateHandle<ActReceipt>(updateId);
    await client.withDeadline(Date.now() + 1_000, () => update.result());
    return false;
  } catch (fault) {
    if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
    const verdict = verdictOf(fault);
    if (verdict instanceof Problem) throw verdict;
    return false;
  }
}
