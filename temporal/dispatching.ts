import { setTimeout as pause } from "node:timers/promises";
import { ActivityExecutionAlreadyStartedError, type Client } from "@temporalio/client";
import type { Duration } from "@temporalio/common";
import type { Register, StoredNotice } from "../register/register.js";
import { wordsOf } from "./outage.js";

/** Missed commits, and deliveries that a crash left behind, are looked for this often. */
const sweepMs = 15_000;
/** The answer to the act that told of it goes first. */
const afterAnswersMs = 200;

/** A queue of their own: no notice takes the place of an act, and workers for them alone may be added. */
export const deliveriesQueue = (taskQueue: string): string => `${taskQueue}-deliveries`;

/** After the acts, and after the deliveries of all that waits. */
const low = { priorityKey: 4 } as const;
const lowest = { priorityKey: 5 } as const;

/** What waits in the register for somebody to carry it, and the activity that does. */
interface Waiting {
  readonly activity: string;
  /** Its id, one for all workers. */
  readonly id: string;
  readonly summary: string;
  readonly what: string;
  anyFree(): Promise<boolean>;
}

/**
 * Keeps one activity under way for as long as something waits: an activity without a workflow, under one id for all workers, that
 * the Web UI lists among the standalone activities (ADR 23). Returns how to stop.
 */
async function dispatch(
  register: Register,
  client: Client,
  taskQueue: string,
  { activity, id, summary, what, anyFree }: Waiting,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let wanted = true;
  let ring = (): void => undefined;
  const wake = (): void => {
    wanted = true;
    ring();
  };

  const carry = (): Promise<number> =>
    client.withAbortSignal(stopping.signal, () =>
      client.activity.execute<number>(activity, {
        id,
        taskQueue: deliveriesQueue(taskQueue),
        summary,
        startToCloseTimeout: "5m",
        heartbeatTimeout: "15s",
        retry: { initialInterval: "2s", backoffCoefficient: 2, maximumInterval: "30s" },
        priority: low,
        idReusePolicy: "ALLOW_DUPLICATE",
        idConflictPolicy: "USE_EXISTING",
      }),
    );

  const carrying = async (): Promise<void> => {
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
        while (await anyFree()) await carry();
      } catch (fault) {
        if (!stopping.signal.aborted) console.warn(`${what} wait: ${wordsOf(fault)}`);
      }
    }
  };

  const stopListening = await register.listen({
    onEvent: wake,
    onGap: wake,
    onLeftAside: (notification, why) => console.warn(`${what}: left aside « ${notification} »: ${wordsOf(why)}`),
  });
  const sweeping = setInterval(wake, sweepMs);
  const carried = carrying();
  return async () => {
    clearInterval(sweeping);
    stopping.abort();
    ring();
    await stopListening();
    await carried;
  };
}

/** Keeps one delivery of all that waits in the outbox under way for as long as something waits. Returns how to stop. */
export const dispatchNotices = (register: Register, client: Client, taskQueue: string): Promise<() => Promise<void>> =>
  dispatch(register, client, taskQueue, {
    activity: "deliverNotices",
    id: deliveriesQueue(taskQueue),
    summary: "What waits in the outbox",
    what: "Notices",
    anyFree: () => register.outbox.anyFree(),
  });

/** The same for what cases hand over to each other (ADR 32). */
export const dispatchHandovers = (
  register: Register,
  client: Client,
  taskQueue: string,
): Promise<() => Promise<void>> =>
  dispatch(register, client, taskQueue, {
    activity: "handOver",
    id: `${taskQueue}-handovers`,
    summary: "What cases hand over to each other",
    what: "Handovers",
    anyFree: () => register.handovers.anyFree(),
  });

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
