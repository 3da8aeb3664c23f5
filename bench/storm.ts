/**
 * The storm: so many open cases whose delays were over while nothing ran (an outage over a midnight), then the workers start. Time until
 * all are told, whether each legal instant is right and each notice came once, the worker's memory, and meanwhile how long acts on other
 * cases take. With `--kill`, the worker is killed once in the middle and started again.
 *
 *   npm run bench:storm -- [--cases 1000] [--kill]
 */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fromEpochMs } from "../law/instant.js";
import { startFromRegister } from "../temporal/starting.js";
import { emptyTally, liveCase } from "./load/clients.js";
import { delivered } from "./load/phases.js";
import { type OpenCase, openCase } from "./open-cases.js";
import { aboveZero } from "./options.js";
import { openBench, quantile } from "./rig.js";

const { values } = parseArgs({
  options: { cases: { type: "string", default: "1000" }, kill: { type: "boolean", default: false } },
});
const many = aboveZero("cases", values.cases);
const atOnce = 16;
/** Clients that send acts to other cases meanwhile. */
const clients = 4;
const series = "STORM";

const bench = await openBench();
const { installation, database, register, client } = bench;
const count = async (what: string): Promise<number> =>
  (await database.query<{ count: number }>(`select count(*)::int as count from ${what}`)).rows[0]?.count ?? 0;
const lapsed = "journal where kind = 'lapsed' and name = 'inactivity'";

/** Resident memory of the worker, megabytes. */
const memory = (): number =>
  Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${installation.pid("worker")}/status`, "utf8"))?.[1] ?? 0) / 1_024;

async function forEach<T>(all: readonly T[], each: (one: T) => Promise<unknown>, together = atOnce): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await each(one);
    }),
  );
}

try {
  console.error(`${many} cases are opened…`);
  const filedAt = fromEpochMs(Date.now());
  const cases: OpenCase[] = [];
  await forEach([...Array(many).keys()], async () => void cases.push(await openCase(register, filedAt, series)), 2);
  // Their midnight comes a while after the last has started.
  const began = performance.now();
  const [first] = cases;
  if (first === undefined) throw new Error("There is no case.");
  const runs = { register, client, taskQueue: "guichet" };
  const start = async ({ id, expiresAt }: OpenCase, midnight: number) => {
    await register.moveTime(id, Date.parse(expiresAt) - midnight);
    const record = await register.case(id);
    if (record !== undefined) await startFromRegister(runs, record);
  };
  // How long that takes here is found with the first ones, whose midnight may come before the outage.
  const probes = cases.slice(0, Math.min(50, many));
  await forEach(probes, (one) => start(one, Date.now() + 3_600_000));
  const told = async () => (await count(`cases where bursts > 1 and id like '${series}%'`)) as number;
  while ((await told()) < probes.length) await pause(200);
  const eachMs = (performance.now() - began) / probes.length;
  const midnight = Math.round(Date.now() + 20_000 + 1.5 * eachMs * (many - probes.length));
  await forEach(cases.slice(probes.length), (one) => start(one, midnight));
  while ((await told()) < many) await pause(200);
  const early = await count(lapsed);
  await delivered(bench);
  if (Date.now() > midnight) throw new Error("The midnight came before all had started: this machine is too busy.");
  await installation.stopWorker();
  console.error("Nothing runs; midnight comes…");
  await pause(midnight - Date.now() + 3_000);

  const before = await bench.taken();
  const noticesBefore = await count("notices");
  const since = performance.now();
  const seconds = () => (performance.now() - since) / 1_000;
  await installation.startWorker();
  const tally = emptyTally();
  let over = false;
  const others = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!over) await liveCase(installation.url, tally);
    }),
  );
  const due = many - probes.length;
  let [killed, most, half] = [!values.kill, 0, 0];
  for (let held = 0; held < due; held = await count(lapsed)) {
    most = Math.max(most, memory());
    if (half === 0 && held >= due / 2) half = seconds();
    if (!killed && held >= due / 2) {
      killed = true;
      await installation.kill("worker");
    }
    await pause(250);
  }
  const all = seconds();
  over = true;
  await others;
  await delivered(bench);
  const allDelivered = seconds();

  const ids = cases.slice(probes.length);
  let [wrong, twice, invalid] = [0, 0, 0];
  await forEach(ids, async ({ id, expiresAt }) => {
    const ended = (await register.journal(id)).filter(({ kind, name }) => kind === "lapsed" && name === "inactivity");
    if (ended.length !== 1) twice++;
    else if (ended[0]?.at !== expiresAt) wrong++;
    if (!(await register.verify(id)).valid) invalid++;
  });
  const after = await bench.taken();
  const notices = (await count("notices")) - noticesBefore;
  const f = (value: number, digits = 1) => value.toFixed(digits);
  console.log(
    `\nThe storm: ${due} delays over while nothing ran${values.kill ? ", the worker killed in the middle" : ""}\n`,
  );
  console.log(`all told after          ${f(all)} s (half after ${f(half)} s), ${f(due / all)} a second`);
  console.log(
    `all notices delivered   ${f(allDelivered)} s: ${after.notices - before.notices} of ${notices}, in ${after.mails - before.mails} mails`,
  );
  console.log(
    `legal instants          ${wrong} wrong, ${twice} not told once, ${early} early, ${invalid} chains invalid`,
  );
  console.log(`worker's memory         ${f(most, 0)} MB at most`);
  const answers = [...tally.others].map(([status, times]) => `${times} × ${status}`).join(", ");
  console.log(
    `acts meanwhile          ${tally.took.length} by ${clients} clients: p50 ${f(quantile(tally.took, 0.5), 0)} ms, p99 ${f(quantile(tally.took, 0.99), 0)} ms${answers ? `; also answered ${answers}` : ""}`,
  );
} finally {
  await bench.close();
}
