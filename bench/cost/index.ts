/**
 * What a PECAN of twenty accepted and three refused acts costs: events by type, bytes, timers, activities, promises; CPU of the worker,
 * of Temporal and of the register per accepted act, next to the same messages to a bare workflow in the same run. Deliveries are
 * apart: no dispatcher runs.
 *
 *   npm run bench:cost -- [--server production|development] [--rate 10|max] [--rounds 7] [--cases 10]
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client, Connection } from "@temporalio/client";
import { migrate } from "../../register/migrate.js";
import { openRegister } from "../../register/register.js";
import { counted, eventsOf } from "../../test/workflows/history.js";
import { medianOf } from "../median.js";
import { cpuOf } from "./cpu.js";
import { acceptedActs, Lives, pacedAt } from "./lives.js";
import { serverKinds, startServers } from "./servers.js";
import type { CostWorker } from "./worker.js";

const { values } = parseArgs({
  options: {
    /** Production's shape, or the development server that `npm start` starts. */
    server: { type: "string", default: "production" },
    /** Messages a second, the same for both workflows: what two shared cores take with ease, whatever else they do. */
    rate: { type: "string", default: "10" },
    rounds: { type: "string", default: "7" },
    cases: { type: "string", default: "10" },
  },
});
const kind = serverKinds.find((one) => one === values.server);
if (kind === undefined) throw new Error(`--server is ${serverKinds.join(" or ")}, not ${values.server}.`);
const rate = values.rate === "max" ? Number.POSITIVE_INFINITY : Number(values.rate);
const [wanted, cases] = [Number(values.rounds), Number(values.cases)];
for (const [name, value] of Object.entries({ rate, rounds: wanted, cases })) {
  if (!(value > 0)) throw new Error(`--${name} is a number above zero, not ${values[name as keyof typeof values]}.`);
}
const clients = 4;
/** Before each round: what the servers spend on nobody is taken off. */
const restMs = 6_000;

type Workflow = CostWorker["kind"];
const workflows: readonly Workflow[] = ["bare", "guichet"];

/** CPU of each, in milliseconds. */
interface Cpu {
  readonly server: number;
  readonly store: number;
  readonly worker: number;
  readonly register: number;
}

/** One workflow in one round. */
interface Phase {
  readonly id: string;
  readonly cpu: Cpu;
  readonly acts: number;
  readonly seconds: number;
}

const home = mkdtempSync(join(tmpdir(), "guichet-cost-"));
chmodSync(home, 0o711);
const servers = await startServers(kind, home);
const children: ReturnType<typeof fork>[] = [];
try {
  await migrate(servers.register.url);
  const register = openRegister(servers.register.url);
  const connection = await Connection.connect({ address: servers.address });
  const client = new Client({ connection });
  const lives = new Lives(client, register);

  const workerOf = async (workflow: Workflow, ...preloaded: readonly string[]) => {
    const argument: CostWorker = { kind: workflow, address: servers.address, databaseUrl: servers.register.url };
    const child = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)), [JSON.stringify(argument)], {
      execArgv: ["--import", "tsx", ...preloaded.flatMap((module) => ["--import", module])],
    });
    children.push(child);
    await once(child, "message");
    return child;
  };
  const workers = { guichet: await workerOf("guichet"), bare: await workerOf("bare") };

  const cpu = (workflow: Workflow): Cpu => ({
    server: cpuOf(servers.server),
    store: servers.store === undefined ? 0 : cpuOf(servers.store),
    worker: cpuOf(workers[workflow].pid ?? 0),
    register: cpuOf(servers.register.pid),
  });
  const between = (before: Cpu, after: Cpu): Cpu => ({
    server: after.server - before.server,
    store: after.store - before.store,
    worker: after.worker - before.worker,
    register: after.register - before.register,
  });

  const measured = async (workflow: Workflow, many: number): Promise<Phase> => {
    const turn = pacedAt(rate);
    const [before, since] = [cpu(workflow), performance.now()];
    let left = many;
    const ids: string[] = [];
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (left-- > 0) ids.push(await lives.lived(workflow, turn));
      }),
    );
    const seconds = (performance.now() - since) / 1_000;
    return { id: ids[0] ?? "", cpu: between(before, cpu(workflow)), acts: many * acceptedActs, seconds };
  };

  console.error("Warming up…");
  for (const workflow of workflows) await measured(workflow, Math.max(clients, Math.floor(cases / 2)));
  const rests: Cpu[] = [];
  const rounds: Record<Workflow, Phase>[] = [];
  while (rounds.length < wanted) {
    const before = cpu("bare");
    await new Promise((rested) => setTimeout(rested, restMs));
    rests.push(between(before, cpu("bare")));
    const both: Partial<Record<Workflow, Phase>> = {};
    for (const workflow of rounds.length % 2 === 0 ? workflows : [...workflows].reverse()) {
      both[workflow] = await measured(workflow, cases);
    }
    rounds.push(both as Record<Workflow, Phase>);
    console.error(`Round ${rounds.length} of ${wanted}.`);
  }

  /** Promises of the workflow's thread per accepted act; apart, since counting them costs time. */
  const promises = async (workflow: Workflow, many: number): Promise<number> => {
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

  const shown = (value: number) => value.toFixed(2).padStart(7);
  /** What a second of rest costs; the middle of all the rests, some of which meet a cleaning of tables. Workers are at rest when they are. */
  const resting = (what: keyof Cpu) =>
    what === "worker" ? 0 : medianOf(rests.map((rest) => rest[what] / (restMs / 1_000)));
  const perAct = ({ cpu: spent, acts, seconds }: Phase, parts: readonly (keyof Cpu)[]) =>
    parts.reduce((sum, part) => sum + spent[part] - resting(part) * seconds, 0) / acts;
  console.log(
    `\nA PECAN of ${acceptedActs} accepted and 3 refused acts (${servers.title}; the register has a PostgreSQL of its own)\n`,
  );
  for (const workflow of workflows) {
    const id = rounds.at(-1)?.[workflow].id ?? "";
    const events = await eventsOf(client, id);
    const { raw } = await client.workflow.getHandle(id).describe();
    const bytes = Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0);
    const types = Object.entries(counted(events)).map(([type, count]) => `${type} ${count}`);
    const each = (events.length / acceptedActs).toFixed(2);
    console.log(`${workflow}: ${events.length} events, ${bytes} bytes, ${each} events an act\n  ${types.join(", ")}\n`);
  }
  const pace = rate === Number.POSITIVE_INFINITY ? "as fast as they are answered" : `${rate} messages a second`;
  const rest = resting("server") + resting("store");
  console.log(
    `CPU per accepted act, in ms (${clients} clients, ${pace}; medians of ${wanted} rounds of ${cases} cases; ratios of the totals, then of the rounds; what is spent at rest, ${rest.toFixed(0)} ms a second by Temporal, is taken off)`,
  );
  const table: readonly (readonly [string, readonly (keyof Cpu)[]])[] = [
    ["server", ["server"]],
    ...(servers.store === undefined ? [] : [["with store", ["server", "store"]] as const]),
    ["worker", ["worker"]],
    ["register", ["register"]],
  ];
  for (const [name, parts] of table) {
    const [bare, guichet] = workflows.map((workflow) => rounds.map((round) => perAct(round[workflow], parts)));
    const total = (each: readonly number[] = []) => each.reduce((sum, spent) => sum + spent, 0);
    const ratios = (guichet ?? []).map((spent, round) => spent / (bare?.[round] ?? Number.NaN));
    const spread = `ratio ${(total(guichet) / total(bare)).toFixed(2)} (least ${Math.min(...ratios).toFixed(2)}, most ${Math.max(...ratios).toFixed(2)})`;
    const costs = `bare ${shown(medianOf(bare ?? []))}   guichet ${shown(medianOf(guichet ?? []))}`;
    console.log(`  ${name.padEnd(11)} ${costs}${name === "register" ? "" : `   ${spread}`}`);
  }
  const [bareRate, rateOfCases] = workflows.map((workflow) =>
    medianOf(rounds.map((round) => round[workflow].acts / round[workflow].seconds)),
  );
  console.log(`  acts/s      bare ${shown(bareRate ?? 0)}   guichet ${shown(rateOfCases ?? 0)}`);
  const [bare, guichet] = [await promises("bare", 3), await promises("guichet", 3)];
  console.log(
    `  promises    bare ${shown(bare)}   guichet ${shown(guichet)}   made by the workflow's thread, per accepted act`,
  );
  await register.close();
  await connection.close();
} finally {
  for (const child of children) child.kill("SIGKILL");
  await servers.stop();
  rmSync(home, { recursive: true, force: true });
}
