/** Payloads that waited for a run in the register, and that no run needs any more, are dropped. */
import { WorkflowNotFoundError } from "@temporalio/client";
import type { Runs } from "./starting.js";

const day = 24 * 60 * 60_000;
/** Longer than Temporal keeps the histories of runs that are over: until then one may be looked at, or reset. */
const keptMs = 45 * day;
/** A message may be sent to one run, and be taken by the next. */
const marginMs = day;
const page = 100;

/** When the present run of a case began, in real time; null when none runs. */
async function beganAt({ client, register }: Runs, id: string): Promise<number | null> {
  try {
    const { status, startTime } = await client.workflow.getHandle(id).describe();
    if (status.name !== "RUNNING") return null;
    // The run of a case whose time was moved began ahead of real time, by so much at most.
    return startTime.getTime() - ((await register.case(id))?.offsetMs ?? 0);
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return null;
    throw fault;
  }
}

/**
 * Drops what was kept longer ago than Temporal remembers, unless the present run began before: it may have to be told again
 * from its first message. Returns how many payloads.
 */
export async function dropSparePayloads(runs: Runs, { olderThanMs = keptMs, now = Date.now() } = {}): Promise<number> {
  const { payloads } = runs.register;
  const before = new Date(now - olderThanMs);
  let count = 0;
  let after = "";
  for (;;) {
    const holders = await payloads.holders(before, after, page);
    for (const id of holders) {
      try {
        const began = await beganAt(runs, id);
        const spare = began === null ? before : new Date(Math.min(before.getTime(), began - marginMs));
        count += await payloads.drop(id, spare);
      } catch (fault) {
        console.warn(`The spare payloads of ${id} stay: ${fault instanceof Error ? fault.message : fault}`);
      }
    }
    if (holders.length < page) return count;
    after = holders.at(-1) ?? after;
  }
}

/** Drops them once a day, for as long as the worker runs. Returns how to stop. */
export function tidyPayloads(runs: Runs): () => void {
  const tidy = (): void => {
    dropSparePayloads(runs).catch((fault: unknown) =>
      console.warn(`Spare payloads stay: ${fault instanceof Error ? fault.message : fault}`),
    );
  };
  const timer = setInterval(tidy, day);
  timer.unref();
  return () => clearInterval(timer);
}
