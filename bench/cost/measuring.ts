import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { migrate } from "../../register/migrate.js";
import { openRegister } from "../../register/register.js";
import { counted, eventsOf } from "../../rig/history.js";
import { rigInClear } from "../../rig/payload-keys.js";
import { connect } from "../../temporal/connection.js";
import { cpuOf } from "./cpu.js";
import { acceptedActs, Lives, pacedAt } from "./lives.js";
import type { Servers } from "./servers.js";
import type { CostWorker } from "./worker.js";

export type Workflow = CostWorker["kind"];
export const workflows: readonly Workflow[] = ["bare", "guichet"];

/** CPU of each, in milliseconds. */
export interface Cpu {
  readonly server: number;
  readonly store: number;
  readonly worker: number;
  readonly register: number;
}

/** One workflow in one round. */
export interface Phase {
  readonly cpu: Cpu;
  readonly acts: number;
  readonly seconds: number;
}

/** What one life left in Temporal. */
export interface History {
  readonly events: Readonly<Record<string, number>>;
  readonly bytes: number;
}

export interface Measured {
  readonly rounds: readonly Record<Workflow, Phase>[];
  /** CPU of `restMs` of rest, before each round. */
  readonly rests: readonly Cpu[];
  readonly histories: Record<Workflow, History>;
  /** Made by the workflow's thread, per accepted act. */
  readonly promises: Record<Workflow, number>;
}

export interface Plan {
  /** Messages a second. */
  readonly rate: number;
  readonly rounds: number;
  /** Cases of a round, and as many bare workflows. */
  readonly cases: number;
}

/** Cases that live at once. */
export const clients = 4;
/** Before each round: what the servers spend on nobody is taken off. */
export const restMs = 5_000;

/** Each round lives bare workflows and cases, in turns first: what the machine does meanwhile falls on both. */
export async function measure(servers: Servers, { rate, rounds: wanted, cases }: Plan): Promise<Measured> {
  await migrate(servers.register.url);
  const register = openRegister(servers.register.url);
  const client = await connect({ address: servers.address, namespace: "default", encryption: rigInClear }, register);
  const lives = new Lives(client, register);
  const children: ReturnType<typeof fork>[] = [];

  const workerOf = async (workflow: Workflow, ...preloaded: readonly string[]) => {
    const argument: CostWorker = { kind: workflow, address: servers.address, databaseUrl: servers.register.url };
    const child = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)), [JSON.stringify(argument)], {
      execArgv: ["--import", "tsx", ...preloaded.flatMap((module) => ["--import", module])],
    });
    children.push(child);
    await once(child, "message");
    return child;
  };

  try {
    const workers = { guichet: await workerOf("guichet"), bare: await workerOf("bare") };
    const cpu = (workflow: Workflow): Cpu => ({
      server: cpuOf(servers.server),
      store: servers.store === undefined ? 0 : cpuOf(servers.store),
      worker: cpuOf(workers[workflow].pid ?? 0),
      register: cpuOf(servers.register.pid),
    });

    const lived = async (workflow: Workflow): Promise<Phase> => {
      const turn = pacedAt(rate);
      const [before, since] = [cpu(workflow), performance.now()];
      let left = cases;
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (left-- > 0) await lives.lived(workflow, turn);
        }),
      );
      const seconds = (performance.now() - since) / 1_000;
      return { cpu: between(before, cpu(workflow)), acts: cases * acceptedActs, seconds };
    };

    const rest = async (): Promise<Cpu> => {
      const before = cpu("bare");
      await pause(restMs);
      return between(before, cpu("bare"));
    };

    console.error("Warming up…");
    for (const workflow of workflows) await lived(workflow);
    const [rests, rounds]: [Cpu[], Record<Workflow, Phase>[]] = [[], []];
    while (rounds.length < wanted) {
      rests.push(await rest());
      const both: Partial<Record<Workflow, Phase>> = {};
      for (const workflow of rounds.length % 2 === 0 ? workflows : workflows.toReversed())
        both[workflow] = await lived(workflow);
      rounds.push(both as Record<Workflow, Phase>);
      console.error(`Round ${rounds.length} of ${wanted}.`);
    }

    const historyOf = async (workflow: Workflow): Promise<History> => {
      const id = await lives.lived(workflow, pacedAt(rate));
      const { raw } = await client.workflow.getHandle(id).describe();
      return {
        events: counted(await eventsOf(client, id)),
        bytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0),
      };
    };
    const histories = { bare: await historyOf("bare"), guichet: await historyOf("guichet") };

    /** Apart: counting them costs time. */
    const promisesOf = async (workflow: Workflow, many: number): Promise<number> => {
      workers[workflow].kill("SIGKILL");
      const worker = await workerOf(workflow, new URL("./promises.mjs", import.meta.url).href);
      const made = async (): Promise<number> => {
        worker.send("promises");
        const [count] = await once(worker, "message");
        return count;
      };
      const turn = pacedAt(rate);
      await lives.lived(workflow, turn);
      const before = await made();
      for (let nth = 0; nth < many; nth++) await lives.lived(workflow, turn);
      return ((await made()) - before) / (many * acceptedActs);
    };
    const promises = { bare: await promisesOf("bare", 3), guichet: await promisesOf("guichet", 3) };

    return { rounds, rests, histories, promises };
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await register.close();
    await client.connection.close();
  }
}

const between = (before: Cpu, after: Cpu): Cpu => ({
  server: after.server - before.server,
  store: after.store - before.store,
  worker: after.worker - before.worker,
  register: after.register - before.register,
});
