import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import { StoryFault } from "../case/refusal.js";
import { type Runs, startFromRegister } from "../runs/start.js";

const page = 200;
const settleMs = 5_000;

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
 * that were terminated, rebuilds all into an empty Temporal. Returns the cases brought back.
 */
export async function bringBack(runs: Runs, told: (id: string) => void = () => {}): Promise<number> {
  const { register, client } = runs;
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const cases = await register.openCases(after, page);
    for (const record of cases) {
      // A filing of this very moment is being started by the API.
      const young = record.status === "opening" && Date.now() - Date.parse(record.createdAt) < settleMs;
      if (young || (await isRunning(client, record.id))) continue;
      try {
        const started = await startFromRegister(runs, record);
        await register.opened(record.id);
        if (!started) continue;
        count++;
        told(record.id);
      } catch (fault) {
        // One case that our present story tells otherwise must not keep the others from running.
        if (!(fault instanceof StoryFault)) throw fault;
        console.error(`${record.id} can't be brought back: ${fault.message}`);
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
