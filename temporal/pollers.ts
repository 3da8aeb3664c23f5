import type { Client } from "@temporalio/client";
import { tsToMs } from "@temporalio/common/lib/time.js";

/** Temporal's `TaskQueueType`, whose enumeration @temporalio/proto exports to CommonJS only. */
const workflowTasks = 1;

/** A worker asks again at least this often; Temporal goes on listing one that has left for five minutes. */
const livelyMs = 90_000;

/** How many workers asked for the cases of a task queue of late. @throws Error when Temporal doesn't answer in two seconds */
export async function pollingWorkers(client: Client, taskQueue: string): Promise<number> {
  const { pollers } = await client.withDeadline(Date.now() + 2_000, () =>
    client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: workflowTasks,
    }),
  );
  const since = Date.now() - livelyMs;
  const lively = (pollers ?? []).filter(({ lastAccessTime }) => lastAccessTime && tsToMs(lastAccessTime) > since);
  return new Set(lively.map(({ identity }) => identity)).size;
}
