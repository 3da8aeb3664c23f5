import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import { StoryFault } from "../case/refusal.js";
import { type Runs, startFromRegister } from "../temporal/starting.js";

/** As many as Temporal lists at once. */
const page = 1_000;
const settleMs = 5_000;

/** Those among the cases that Temporal's visibility shows running, in one question. It is late by a moment, either way. */
async function shownRunning(client: Client, ids: readonly string[]): Promise<Set<string>> {
  const shown = new Set<string>();
  if (ids.length === 0) return shown;
  const query = `ExecutionStatus = "Running" AND WorkflowId IN (${ids.map((id) => `"${id}"`).join(", ")})`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: page })) shown.add(workflowId);
  return shown;
}

async function isRunning(client: Client, caseId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(caseId).describe();
    return status.name === "RUNNING";
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return false;
    throw fault;
  }
}

/**
 * Every open case of the register runs in Temporal: starts those that a crash left before their start, restarts those
 * that were terminated, rebuilds all into an empty Temporal. Only a case that isn't shown running is asked itself; one
 * that was terminated a moment ago is still shown, and brought back by the next pass. Returns the cases brought back.
 */
export async function bringBack(runs: Runs, told: (id: string) => void = () => {}): Promise<number> {
  const { register, client } = runs;
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const cases = await register.openCases(after, page);
    const shown = await shownRunning(
      client,
      cases.map(({ id }) => id),
    );
    for (const { id, status, createdAt } of cases) {
      // A filing of this very moment is being started by the API.
      const young = status === "opening" && Date.now() - Date.parse(createdAt) < settleMs;
      if (young || shown.has(id) || (await isRunning(client, id))) continue;
      try {
        const record = await register.case(id);
        const started = record !== undefined && (await startFromRegister(runs, record));
        await register.opened(id);
        if (!started) continue;
        count++;
        told(id);
      } catch (fault) {
        // One case that our present story tells otherwise must not keep the others from running.
        if (!(fault instanceof StoryFault)) throw fault;
        console.error(`${id} can't be brought back: ${fault.message}`);
      }
    }
    if (cases.length < page) return count;
    after = cases.at(-1)?.id;
  }
}

/** Brings cases back now and then, for as long as the worker runs. Returns how to stop. */
export function reconcile(runs: Runs, { everyMs }: { everyMs: number }): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const again = async (): Promise<void> => {
    try {
      await bringBack(runs, (id) => console.info(`${id} runs again, from the register.`));
    } catch (fault) {
      console.warn(`Reconciling waits: ${fault instanceof Error ? fault.message : fault}`);
    }
    if (!stopped) timer = setTimeout(() => void again(), everyMs);
  };
  void again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
