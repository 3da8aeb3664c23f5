import { proxyActivities, proxyLocalActivities, workflowInfo } from "@temporalio/workflow";
import type { Activities } from "../activities/index.js";
import type { Burst, Recorded } from "../case/burst.js";
import { inProcess } from "./in-process.js";

/**
 * At most about two seconds. Counted in attempts: between two of them, the SDK doesn't look at `scheduleToCloseTimeout`, and
 * an act whose local activity is tried for ever is never even accepted.
 */
const { recordBurst: recordLocally } = proxyLocalActivities<Activities>({
  startToCloseTimeout: "600ms",
  retry: {
    initialInterval: "100ms",
    backoffCoefficient: 2,
    maximumAttempts: 3,
    nonRetryableErrorTypes: ["BurstOutOfStep", "UnknownCase"],
  },
});

const { recordBurst: recordDurably } = proxyActivities<Activities>({
  startToCloseTimeout: "30s",
  retry: { initialInterval: "1s", maximumInterval: "5s", nonRetryableErrorTypes: ["BurstOutOfStep", "UnknownCase"] },
  summary: "Journal (registre indisponible, nouvel essai)",
});

/** What the register holds at that number, for a run that is behind it: rare, and it waits for the register as the journal does. */
export const { readBurst } = proxyActivities<Activities>({
  startToCloseTimeout: "30s",
  retry: { initialInterval: "1s", maximumInterval: "5s" },
  summary: "Reprise du registre",
});

/**
 * In the message's own workflow task; when the register is slow or down, by one activity that tries until it is back. What that
 * one answers may be about what another task gave it, and so may what a replay reads: `proven` says that it can't be.
 */
export async function record(burst: Burst): Promise<Recorded & { readonly proven: boolean }> {
  try {
    const recorded = await recordLocally(inProcess({ ...burst }));
    return { ...recorded, proven: !workflowInfo().unsafe.isReplaying };
  } catch {
    try {
      return { ...(await recordDurably(burst)), proven: false };
    } catch (fault) {
      // Not a failure of the case: its task fails, is seen, and goes on once what is wrong is mended.
      throw new Error(
        `Burst ${burst.number} of ${burst.opening.id} can't be recorded: ${fault instanceof Error ? (fault.cause ?? fault) : fault}`,
      );
    }
  }
}
