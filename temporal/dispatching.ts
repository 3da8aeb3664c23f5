import { setTimeout as pause } from "node:timers/promises";
import { ActivityExecutionAlreadyStartedError, type Client } from "@temporalio/client";
import type { Duration } from "@temporalio/common";
import type { Register, StoredNotice } from "../register/register.js";

/** Missed commits, and deliveries that a crash left behind, are looked for this often. */
const sweepMs = 15_000;
/** The answer to the act that told of it goes first. */
const afterAnswersMs = 200;

/** A queue of their own: no notice takes the place of an act, and workers for them alone may be added. */
export const deliveriesQueue = (taskQueue: string): string => `${taskQueue}-deliveries`;

/** After the acts, and after the deliveries of all that waits. */
const low = { priorityKey: 4 } as const;
const lowest = { priorityKey: 5 } as const;

/**
 * Keeps one delivery of all that waits in the outbox under way for as long as something waits: an activity without a workflow, under
 * one id for all workers, that the Web UI lists among the standalone activities (ADR 23). Returns how to stop.
 */
export async function dispatchNotices(
  register: Register,
  client: Client,
  taskQueue: string,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let wanted = true;
  let ring = (): void => undefined;
  const wake = (): void => {
    wanted = true;
    ring();
  };

  const deliver = (): Promise<number> =>
    client.withAbortSignal(stopping.signal, () =>
      client.activity.execute<number>("deliverNotices", {
        id: deliveriesQueue(taskQueue),
        taskQueue: deliveriesQueue(taskQueue),
        summary: "What waits in the outbox",
        startToCloseTimeout: "5m",
        heartbeatTimeout: "15s",
        retry: { initialInterval: "2s", backoffCoefficient: 2, maximumInterval: "30s" },
        priority: low,
        idReusePolicy: "ALLOW_DUPLICATE",
        idConflictPolicy: "USE_EXISTING",
      }),
    );

  const dispatch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (!wanted) {
        await new Promise<void>((woken) => {
          ring = woken;
        });
        continue;
      }
      wanted = false;
      try {
        await pause(afterAnswersMs, undefined, { signal: stopping.signal });
        while (await register.outbox.anyFree()) await deliver();
      } catch (fault) {
        if (!stopping.signal.aborted) console.warn(`Notices wait: ${fault instanceof Error ? fault.message : fault}`);
      }
    }
  };

  const stopListening = await register.listen({ onEvent: wake, onGap: wake });
  const sweeping = setInterval(wake, sweepMs);
  const dispatching = dispatch();
  return async () => {
    clearInterval(sweeping);
    stopping.abort();
    ring();
    await stopListening();
    await dispatching;
  };
}

/**
 * Begins the delivery of one notice that failed: an activity whose retries the Web UI shows, for as long as it takes. It begins
 * `first` later, and waits twice as long after each failure, an hour at most.
 */
export const deliverApart =
  (client: Client, taskQueue: string, first: Duration = "1m") =>
  async ({ case: id, number, name, party }: StoredNotice): Promise<void> => {
    try {
      await client.activity.start("deliverNotice", {
        id: `${id}/notice/${number}`,
        taskQueue: deliveriesQueue(taskQueue),
        args: [{ case: id, number }],
        summary: `${name} → ${party}`,
        startDelay: first,
        // Longer than a mail server may take.
        startToCloseTimeout: "12m",
        heartbeatTimeout: "15s",
        retry: { initialInterval: first, backoffCoefficient: 2, maximumInterval: "1h" },
        priority: lowest,
        idReusePolicy: "ALLOW_DUPLICATE",
      });
    } catch (fault) {
      if (!(fault instanceof ActivityExecutionAlreadyStartedError)) throw fault;
    }
  };
