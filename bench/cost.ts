/**
 * What a PECAN of twenty accepted and three refused acts costs: events by type, bytes, timers, activities, promises; CPU of the worker,
 * of the Temporal server and of PostgreSQL per act, next to the same messages to a bare workflow in the same run.
 * `npm run bench:cost -- --rounds 5 --cases 20`. Deliveries are apart: no dispatcher runs. `--address host:port --pid N` measures a
 * server that already runs (a production-shaped one, on PostgreSQL) instead of the development server.
 */
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client, Connection } from "@temporalio/client";
import type { ActMessage } from "../case/act.js";
import { configuration } from "../config/index.js";
import { fromEpochMs } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { migrate } from "../register/migrate.js";
import { openRegister } from "../register/register.js";
import { startFromRegister } from "../runs/start.js";
import { startPostgres } from "../scripts/servers/postgres.js";
import { startTemporal } from "../scripts/servers/temporal.js";
import { findTemporalCli } from "../scripts/servers/temporal-cli.js";
import { counted, eventsOf } from "../test/workflows/history.js";
import { filing } from "../test/workflows/pecan-file.js";
import { twentyActs } from "../test/workflows/scenarios.js";
import type { CostWorker } from "./cost-worker.js";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    cases: { type: "string" },
    clients: { type: "string" },
    /** A server that already runs, with its process, instead of the development server. */
    address: { type: "string" },
    pid: { type: "string" },
  },
});
const rounds = Number(values.rounds ?? 5);
const cases = Number(values.cases ?? 20);
const clients = Number(values.clients ?? 4);
const accepted = 20;
const restMs = 10_000;
/** CPU of the server at rest, in milliseconds a second. */
let idle = 0;

/** Its own, so that no run meets the cases that another left on the same server. */
const series = `BENCH${randomUUID().slice(0, 8).toUpperCase()}`;

type Kind = CostWorker["kind"];

/** CPU of a process and of its children, in milliseconds: user and system, as the kernel counts them (ticks of 10 ms). */
function cpuOf(pid: number, tree = false): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // utime and stime; for a tree, those of the children that are over too.
  const own = Number(fields[11]) + Number(fields[12]) + (tree ? Number(fields[13]) + Number(fields[14]) : 0);
  return own * 10 + (tree ? childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), 0) : 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === pid ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

const home = mkdtempSync(join(tmpdir(), "guichet-cost-"));
chmodSync(home, 0o711);
const cli = await findTemporalCli({ home: configuration().home, imposed: configuration().temporal.cli });
const [postgres, server] = await Promise.all([
  startPostgres({ home }),
  values.address === undefined
    ? startTemporal({ cli, databaseFile: join(home, "temporal.db") })
    : { address: values.address, pid: Number(values.pid), stop: async () => undefined },
]);
const children: ReturnType<typeof fork>[] = [];
try {
  await migrate(postgres.url);
  const register = openRegister(postgres.url);
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection });

  const workerOf = async (kind: Kind, ...preloaded: readonly string[]) => {
    const argument: CostWorker = { kind, address: server.address, databaseUrl: postgres.url };
    const child = fork(fileURLToPath(new URL("./cost-worker.ts", import.meta.url)), [JSON.stringify(argument)], {
      execArgv: ["--import", "tsx", ...preloaded.flatMap((module) => ["--import", module])],
    });
    children.push(child);
    await once(child, "message");
    return child;
  };
  const workers = { guichet: await workerOf("guichet"), bare: await workerOf("bare") };

  const begun = async (kind: Kind): Promise<string> => {
    const filedAt = fromEpochMs(Date.now());
    if (kind === "bare") {
      const workflowId = `bare-${randomUUID()}`;
      await client.workflow.start("pecan", { workflowId, taskQueue: kind });
      return workflowId;
    }
    const filed = filing();
    const { id } = await register.file({
      procedure: "pecan",
      ruleset: "parcours@2023-04-01",
      series,
      year: 2026,
      sandbox: false,
      organisation: "bench",
      product: randomUUID(),
      indications: [{ id: "A", label: "Indication" }],
      principal: "bench",
      idempotencyKey: randomUUID(),
      requestHash: "",
      filedOn: parisDay(filedAt),
      filedAt,
      complete: (_precedents, number) => ({ id: number, filing: filed }),
    });
    const record = await register.case(id);
    if (record === undefined) throw new Error(`${id} isn't in the register.`);
    await startFromRegister({ register, client, taskQueue: kind }, record);
    return id;
  };

  const lived = async (kind: Kind): Promise<string> => {
    const id = await begun(kind);
    const handle = client.workflow.getHandle(id);
    const send = (name: string, message: ActMessage) =>
      handle.executeUpdate<unknown, [ActMessage]>(name, { args: [message], updateId: message.id ?? "" });
    let sent = 0;
    await twentyActs({
      filedOn: parisDay(fromEpochMs(Date.now())),
      until: () => Promise.resolve(),
      lastDay: () => Promise.reject(new Error("No date is asked for.")),
      async act(name, by, body, more) {
        const message = (): ActMessage => ({ id: randomUUID().slice(0, 22), at: fromEpochMs(Date.now()), by, ...more });
        if ([3, 9, 15].includes(sent++)) {
          const refused = { ...message(), by: "ministers", about: "A", body: { journal: "JORF n° 9" } };
          const outcome = await send("tariffPublished", refused).then(
            () => "accepted",
            () => "refused",
          );
          if (outcome !== "refused") throw new Error("The bench's bad act was accepted.");
        }
        return send(name, { ...message(), body: body ?? {} });
      },
    });
    return id;
  };

  const measured = async (kind: Kind, many: number) => {
    const read = () => ({
      server: cpuOf(server.pid),
      worker: cpuOf(workers[kind].pid ?? 0),
      postgres: cpuOf(postgres.pid, true),
    });
    const [before, since] = [read(), Date.now()];
    let left = many;
    const ids: string[] = [];
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (left-- > 0) ids.push(await lived(kind));
      }),
    );
    const [after, seconds] = [read(), (Date.now() - since) / 1_000];
    const per = (ms: number) => ms / (many * accepted);
    return {
      id: ids[0] ?? "",
      server: per(after.server - before.server - idle * seconds),
      worker: per(after.worker - before.worker),
      postgres: per(after.postgres - before.postgres),
      rate: (many * accepted) / seconds,
    };
  };

  for (const kind of ["bare", "guichet"] as const) await measured(kind, Math.max(4, Math.floor(cases / 2)));
  // What the server spends on nobody: the slower of the two workflows would bear more of it.
  const atRest = cpuOf(server.pid);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  idle = (cpuOf(server.pid) - atRest) / (restMs / 1_000);
  const taken: { bare: Awaited<ReturnType<typeof measured>>; guichet: Awaited<ReturnType<typeof measured>> }[] = [];
  for (let round = 0; round < rounds; round++) {
    const order: Kind[] = round % 2 === 0 ? ["bare", "guichet"] : ["guichet", "bare"];
    const both = {} as (typeof taken)[number];
    for (const kind of order) both[kind] = await measured(kind, cases);
    taken.push(both);
  }

  /** Promises of the workflow's thread per accepted act; apart, since counting them costs time. */
  const promises = async (kind: Kind, many: number): Promise<number> => {
    workers[kind].kill("SIGKILL");
    const worker = await workerOf(kind, new URL("./promises.mjs", import.meta.url).href);
    const made = async (): Promise<number> => {
      worker.send("promises");
      const [count] = await once(worker, "message");
      return count;
    };
    await lived(kind);
    const before = await made();
    for (let nth = 0; nth < many; nth++) await lived(kind);
    return ((await made()) - before) / (many * accepted);
  };

  const middle = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const shown = (ms: number) => ms.toFixed(2).padStart(7);
  const last = taken.at(-1);
  if (last === undefined) throw new Error("No round was run.");
  console.log(
    `\nA PECAN of ${accepted} accepted and 3 refused acts (Temporal dev server on SQLite, WAL; PostgreSQL with fsync)\n`,
  );
  for (const kind of ["bare", "guichet"] as const) {
    const events = await eventsOf(client, last[kind].id);
    const { raw } = await client.workflow.getHandle(last[kind].id).describe();
    const bytes = Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0);
    const types = Object.entries(counted(events)).map(([type, count]) => `${type} ${count}`);
    console.log(
      `${kind}: ${events.length} events, ${bytes} bytes, ${(events.length / accepted).toFixed(2)} events an act`,
    );
    console.log(`  ${types.join(", ")}\n`);
  }
  console.log(
    `CPU per accepted act, in ms (median of ${rounds} rounds of ${cases} cases, ${clients} clients), the server's ${idle.toFixed(0)} ms a second at rest taken off; ratio: median (least, most)`,
  );
  for (const what of ["server", "worker", "postgres"] as const) {
    const ratios = taken.map(({ bare, guichet }) => guichet[what] / bare[what]);
    const [bare, guichet] = [
      middle(taken.map((each) => each.bare[what])),
      middle(taken.map((each) => each.guichet[what])),
    ];
    const ratio =
      what === "postgres"
        ? ""
        : `ratio ${middle(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}, ${Math.max(...ratios).toFixed(2)})`;
    console.log(`  ${what.padEnd(9)} bare ${shown(bare)}   guichet ${shown(guichet)}   ${ratio}`);
  }
  console.log(
    `  acts/s    bare ${shown(middle(taken.map(({ bare }) => bare.rate)))}   guichet ${shown(middle(taken.map(({ guichet }) => guichet.rate)))}`,
  );
  const [bare, guichet] = [await promises("bare", 3), await promises("guichet", 3)];
  console.log(
    `  promises  bare ${shown(bare)}   guichet ${shown(guichet)}   made by the workflow's thread, per accepted act`,
  );
  await register.close();
  await connection.close();
} finally {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all([server.stop(), postgres.destroy()]);
  rmSync(home, { recursive: true, force: true });
}
