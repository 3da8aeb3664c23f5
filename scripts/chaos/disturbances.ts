/** What is done to an installation while it is at work. */
import type { Client } from "@temporalio/client";
import type { Installation } from "../../rig/separate-processes.js";

/** The cases that are being lived, and where. */
export interface Scene {
  readonly installation: Installation;
  readonly client: Client;
  /** The cases whose acts are arriving. */
  readonly living: ReadonlySet<string>;
}

interface Disturbance {
  readonly name: string;
  /** Of a hundred, how many are of this kind. */
  readonly weight: number;
  do(scene: Scene, chance: () => number): Promise<string>;
}

const oneOf = <T>(all: readonly T[], chance: () => number): T | undefined => all[Math.floor(chance() * all.length)];

const kill = (part: Parameters<Installation["kill"]>[0], weight: number): Disturbance => ({
  name: `kill -9 ${part}`,
  weight,
  async do({ installation }) {
    await installation.kill(part);
    return part;
  },
});

/** Does something to the run of a case that is being lived; nothing when none is, or when it has just gone. */
const toARun = (
  name: string,
  weight: number,
  act: (client: Client, workflowId: string, runId: string) => Promise<unknown>,
): Disturbance => ({
  name,
  weight,
  async do({ client, living }, chance) {
    const id = oneOf([...living], chance);
    if (id === undefined) return "nobody";
    const { runId } = await client.workflow.getHandle(id).describe();
    await act(client, id, runId);
    return id;
  },
});

/** The first task that was completed: the run begins anew from there, and what it was sent since is given to it again. */
async function firstCompletedTask(client: Client, workflowId: string, runId: string): Promise<bigint> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const done = (events ?? []).find((event) => event.workflowTaskCompletedEventAttributes);
  return BigInt(String(done?.eventId ?? 4));
}

const disturbances: readonly Disturbance[] = [
  kill("worker", 20),
  kill("api", 10),
  kill("temporal", 12),
  kill("postgres", 12),
  {
    name: "kill -9 worker and temporal",
    weight: 6,
    async do({ installation }) {
      await Promise.all([installation.kill("worker"), installation.kill("temporal")]);
      return "both at once";
    },
  },
  toARun("terminate a run", 12, (client, workflowId, runId) =>
    client.workflow.getHandle(workflowId, runId).terminate("chaos"),
  ),
  toARun("reset a run", 14, async (client, workflowId, runId) =>
    client.workflowService.resetWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId, runId },
      reason: "chaos",
      requestId: `${workflowId}-${Date.now()}`,
      workflowTaskFinishEventId: Number(await firstCompletedTask(client, workflowId, runId)) as never,
    }),
  ),
  toARun("delete a run", 10, (client, workflowId, runId) =>
    client.workflowService.deleteWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId, runId },
    }),
  ),
  {
    name: "empty Temporal",
    weight: 4,
    async do({ installation }) {
      await installation.emptyTemporal();
      return "every run";
    },
  },
];

/** One of them, by chance and weight; of those whose name holds the word, when there is one. */
export function drawn(chance: () => number, word = ""): Disturbance {
  const some = disturbances.filter(({ name }) => name.includes(word));
  let left = chance() * some.reduce((sum, { weight }) => sum + weight, 0);
  for (const each of some) {
    left -= each.weight;
    if (left < 0) return each;
  }
  throw new Error(`No disturbance is called ${word}; there are ${disturbances.map(({ name }) => name).join(", ")}.`);
}
