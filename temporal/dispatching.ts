import { setTimeout as pause } from "node:timers/promises";
import { type Client, WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import type { Register, StoredNotice } from "../register/register.js";

/** Missed commits, and deliveries that a crash left behind, are looked for this often. */
const sweepMs = 15_000;
const atOnce = 500;
/** A delivery costs the servers as much as an act: the answer to the act that told of it goes first. */
const afterAnswersMs = 200;

/**
 * Starts the delivery of every notice of the outbox, in a small workflow of its own whose id is the notice's number: a
 * second start of the same is refused by Temporal, so that several workers may dispatch. Returns how to stop.
 */
export async function dispatchNotices(
  register: Register,
  client: Client,
  taskQueue: string,
): Promise<() => Promise<void>> {
  const started = new Set<string>();
  let sweeping: Promise<void> = Promise.resolve();
  let wanted = false;

  const start = async (notice: StoredNotice): Promise<void> => {
    const workflowId = `${notice.case}/notice/${notice.number}`;
    if (started.has(workflowId)) return;
    try {
      await client.workflow.start("notice", {
        workflowId,
        taskQueue,
        args: [{ case: notice.case, number: notice.number }],
        // A delivery that somebody cancelled or terminated begins again; one that is over, never.
        workflowIdReusePolicy: "ALLOW_DUPLICATE_FAILED_ONLY",
        staticSummary: `${notice.name} → ${notice.party}`,
      });
    } catch (fault) {
      if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
    }
    started.add(workflowId);
  };

  const sweep = async (): Promise<void> => {
    wanted = false;
    try {
      // Those that wait for their mail server stand first: as many again are looked for behind them.
      const limit = started.size + atOnce;
      const outbox = await register.undelivered({ limit });
      for (const notice of outbox) await start(notice);
      // Kept only while the outbox still holds them.
      const open = new Set(outbox.map((notice) => `${notice.case}/notice/${notice.number}`));
      if (outbox.length < limit) for (const id of started) if (!open.has(id)) started.delete(id);
    } catch (fault) {
      console.warn(`Notices wait: ${fault instanceof Error ? fault.message : fault}`);
    }
  };

  const wake = (): void => {
    if (wanted) return;
    wanted = true;
    sweeping = sweeping.then(() => pause(afterAnswersMs)).then(sweep);
  };

  const stopListening = await register.listen(wake, wake);
  const timer = setInterval(wake, sweepMs);
  wake();
  return async () => {
    clearInterval(timer);
    await stopListening();
    await sweeping;
  };
}
