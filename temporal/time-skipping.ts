import { randomUUID } from "node:crypto";
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import { msToTs, tsToMs } from "@temporalio/common/lib/time.js";
import proto from "@temporalio/proto";

const Polled = proto.temporal.api.enums.v1.FastForwardPollingResult;

/** More skips than any case has timers; the server's own limit is a few hundred. */
const MOST_SKIPS = 100_000;

const patienceMs = 60_000;

/**
 * Moves the time of one case's workflow ahead by that many milliseconds: its real timers fire on the way, in order. True when
 * it is there, or when the case has ended on the way; false when a minute wasn't enough.
 */
export async function skipTime(client: Client, caseId: string, ms: number): Promise<boolean> {
  const id = randomUUID();
  const namespace = client.options.namespace;
  const workflowExecution = { workflowId: caseId };
  const deadline = Date.now() + patienceMs;
  await client.withDeadline(deadline, () =>
    client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      updateMask: { paths: ["time_skipping_config"] },
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          maxSessionSkipCount: MOST_SKIPS,
          fastForwardConfig: { id, duration: msToTs(ms) },
        },
      },
    }),
  );
  while (Date.now() < deadline) {
    const polled = await client.withDeadline(deadline, () =>
      client.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id }),
    );
    switch (polled.fastForwardPollingResult) {
      case Polled.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED:
        return true;
      case Polled.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED:
        // The case ended inside the jump: it is where it had to go.
        if (/execution ended before/i.test(polled.failedReason ?? "")) return true;
        throw new Error(`Time skipping of ${caseId} failed: ${polled.failedReason}`);
      default:
        // The poll itself timed out: the jump goes on.
        continue;
    }
  }
  return false;
}

/** In the memo of a run that began ahead of real time: by how many milliseconds. */
export const aheadAtStart = "aheadMs";

/**
 * How far a case's run is ahead of real time: as far as it began, and as far as it really skipped since. Asked for at most
 * `withinMs`; null once Temporal no longer runs it.
 */
export async function aheadMs(client: Client, caseId: string, withinMs: number): Promise<number | null> {
  const handle = client.workflow.getHandle(caseId);
  let described: Awaited<ReturnType<typeof handle.describe>>;
  try {
    described = await client.withDeadline(Date.now() + withinMs, () => handle.describe());
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return null;
    throw fault;
  }
  if (described.status.name !== "RUNNING") return null;
  const began = Number(described.memo?.[aheadAtStart] ?? 0);
  const current = described.raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  if (current === null || current === undefined) return began;
  // Measured after the answer: the latency makes us late, never early, so that no stamp lies in the case's future.
  return began + Math.max(0, tsToMs(current) - Date.now());
}
