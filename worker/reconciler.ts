import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from "@temporalio/client";
import type { RecordedBurst } from "../case/rebuild.js";
import { StoryFault } from "../case/refusal.js";
import { standing, toldBurst, toldOpening } from "../case/restart.js";
import { registered } from "../procedures/index.js";
import type { CaseRecord, Register } from "../register/register.js";
import type { CaseStart } from "../workflows/messages.js";

const page = 200;
const settleMs = 5_000;

/** All the bursts of a case, as it told them. */
async function burstsOf(register: Register, caseId: string): Promise<RecordedBurst[]> {
  const bursts: RecordedBurst[] = [];
  for (;;) {
    const more = await register.bursts(caseId, { after: bursts.length, limit: page });
    bursts.push(...more.map(toldBurst));
    if (more.length < page) return bursts;
  }
}

/** Reads what the register holds of a case as the argument of a new run of its workflow. */
export async function startOf(register: Register, record: CaseRecord): Promise<CaseStart> {
  const { procedure } = registered(record.procedure);
  const start = standing(procedure, toldOpening(record), await burstsOf(register, record.id), record.head);
  return { ...start, ...(record.offsetMs > 0 && { aheadMs: record.offsetMs }) };
}

/** Starts a run of the case where the register holds it. False when one already runs. */
export async function startFromRegister(
  register: Register,
  client: Client,
  taskQueue: string,
  record: CaseRecord,
): Promise<boolean> {
  const { shape } = registered(record.procedure).procedure;
  try {
    await client.workflow.start(record.procedure, {
      workflowId: record.id,
      taskQueue,
      args: [await startOf(register, record)],
      workflowIdConflictPolicy: "FAIL",
      workflowIdReusePolicy: "ALLOW_DUPLICATE",
      staticSummary: `${shape.prefix} · ${record.ruleset}`,
    });
    await register.opened(record.id);
    return true;
  } catch (fault) {
    if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
    await register.opened(record.id);
    return false;
  }
}

async function runs(client: Client, caseId: string): Promise<boolean> {
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
export async function bringBack(
  register: Register,
  client: Client,
  taskQueue: string,
  told: (id: string) => void = () => {},
): Promise<number> {
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const cases = await register.openCases(after, page);
    for (const record of cases) {
      // A filing of this very moment is being started by the API.
      const young = record.status === "opening" && Date.now() - Date.parse(record.createdAt) < settleMs;
      if (young || (await runs(client, record.id))) continue;
      try {
        if (!(await startFromRegister(register, client, taskQueue, record))) continue;
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
export function reconcile(
  register: Register,
  client: Client,
  taskQueue: string,
  { everyMs }: { everyMs: number },
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const again = async (): Promise<void> => {
    try {
      await bringBack(register, client, taskQueue, (id) => console.info(`${id} runs again, from the register.`));
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
