/**
 * `npm run chaos -- [--minutes 3] [--clients 6] [--every 6] [--seed 1] [--only reset]`: an installation of its own (PostgreSQL, Temporal, worker,
 * API) at work under clients that insist, each living cases of twenty acts, while every few seconds something is killed, terminated,
 * reset, deleted or emptied. Then, in quiet, each case is held against the journal that a simulation tells: every act exactly once,
 * no delay early or late, no case stuck. Exits with 1 when anything is wrong.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { configuration } from "../config/index.js";
import { findTemporalCli } from "../installation/servers/temporal-cli.js";
import { openRegister } from "../register/register.js";
import { filedThrough } from "../rig/applicant.js";
import { rigEncryption } from "../rig/payload-keys.js";
import { install } from "../rig/separate-processes.js";
import { twentyActs } from "../rig/ways/pecan.js";
import { connect } from "../temporal/connection.js";
import { writeBundle } from "../worker/bundle.js";
import { type Verdict, verdictOf } from "./chaos/checking.js";
import { drawn } from "./chaos/disturbances.js";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "3" },
    clients: { type: "string", default: "6" },
    /** Seconds between two disturbances, at most. */
    every: { type: "string", default: "6" },
    /** The same seed draws the same disturbances. */
    seed: { type: "string", default: "1" },
    /** A word of the only kinds of disturbance wanted: "kill", "a run", "reset"… */
    only: { type: "string", default: "" },
  },
});

function aboveZero(name: "minutes" | "clients" | "every" | "seed"): number {
  const value = Number(values[name]);
  if (value > 0) return value;
  console.error(`--${name} is a number above zero, not ${values[name]}.`);
  process.exit(2);
}

const [minutes, clients, every, seed] = (["minutes", "clients", "every", "seed"] as const).map(aboveZero) as [
  number,
  number,
  number,
  number,
];

drawn(() => 0, values.only);

/** Mulberry32: the same chance for the same seed. */
let state = seed;
function chance(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** A command that isn't done in that time is a stuck case. */
const commandMs = 180_000;

const read = configuration();
const work = mkdtempSync(join(tmpdir(), "guichet-chaos-"));
const bundle = await writeBundle(join(work, "workflows.js"));
const cli = await findTemporalCli({ home: read.home, imposed: read.temporal.cli });
const installation = await install(cli, bundle);
const register = openRegister(installation.databaseUrl);
const client = await connect(
  { address: installation.temporalAddress, namespace: "default", encryption: rigEncryption },
  register,
);

const until = Date.now() + minutes * 60_000;
const living = new Set<string>();
const lived: string[] = [];
const stuck: string[] = [];
const took: number[] = [];

async function lives(): Promise<void> {
  while (Date.now() < until) {
    const file = await filedThrough(installation.url, commandMs).catch((fault: unknown) => {
      stuck.push(`a filing: ${(fault as Error).message}`);
      return undefined;
    });
    if (file === undefined) continue;
    living.add(file.id);
    const timed: typeof file.act = async (...act) => {
      const begun = Date.now();
      const done = await file.act(...act);
      took.push(Date.now() - begun);
      return done;
    };
    try {
      await twentyActs({ ...file, act: timed });
      lived.push(file.id);
    } catch (fault) {
      stuck.push(`${file.id}: ${(fault as Error).message.slice(0, 300)}`);
    }
    living.delete(file.id);
  }
}

const counts = new Map<string, number>();

async function disturb(): Promise<void> {
  while (Date.now() < until) {
    await pause(1_000 + chance() * (every - 1) * 1_000);
    const { name, do: does } = drawn(chance, values.only);
    try {
      console.log(`${new Date().toISOString()}  ${name}: ${await does({ installation, client, living }, chance)}`);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    } catch (fault) {
      // What it was meant for may just have gone.
      console.log(`${new Date().toISOString()}  ${name}: not done (${(fault as Error).message.split("\n")[0]})`);
    }
  }
}

const begun = Date.now();
await Promise.all([disturb(), ...Array.from({ length: clients }, lives)]);
console.log(`Quiet after ${Math.round((Date.now() - begun) / 1_000)} s: ${lived.length} cases to check.`);
const verdicts: Verdict[] = [];
for (const id of lived) verdicts.push(await verdictOf(installation.url, register, id, twentyActs));

/** The histories of the runs that were ended because their task failed: what there is to understand them by. */
async function keepHistories(folder: string): Promise<number> {
  const ended = (await register.runs.endedRuns()).filter(({ build }) => build !== null);
  for (const { case: id, runId } of ended) {
    const history = await client.workflow
      .getHandle(id, runId)
      .fetchHistory()
      .catch(() => undefined);
    if (history !== undefined) writeFileSync(join(folder, `${id}-${runId}.json`), JSON.stringify(history));
  }
  return ended.length;
}

const restarted = await keepHistories(work);
const wrong = verdicts.filter((verdict) => verdict.wrong.length > 0);
const failing = await register.runs.allFailing();
const sorted = took.toSorted((a, b) => a - b);
const seconds = (ms: number | undefined): string => `${((ms ?? 0) / 1_000).toFixed(1)} s`;
console.log(
  [
    "",
    ...[...counts].map(([name, times]) => `${name.padEnd(30)}${times}`),
    "",
    `commands answered             ${took.length} (p50 ${seconds(sorted[sorted.length >> 1])}, longest ${seconds(sorted.at(-1))})`,
    `cases lived to their end      ${lived.length}, ${verdicts.reduce((sum, { acts }) => sum + acts, 0)} acts in the register`,
    `as a simulation tells them    ${verdicts.length - wrong.length} of ${verdicts.length}`,
    `restarted, its task failing   ${restarted}`,
    `stuck                         ${stuck.length}`,
    `failing, told to an operator  ${failing.length}`,
    ...wrong.map(({ id, wrong }) => `  ${id}: ${wrong.join("; ")}`),
    ...stuck.map((sentence) => `  stuck: ${sentence}`),
    ...failing.map(({ case: id, cause }) => `  failing: ${id}: ${cause}`),
  ].join("\n"),
);
const bad = wrong.length + stuck.length + failing.length > 0;
if (bad) console.log(installation.said("worker").slice(-6_000));
await client.connection.close();
await register.close();
await installation.close();
if (restarted > 0) console.log(`The histories of the runs that failed are in ${work}.`);
else rmSync(work, { recursive: true, force: true });
process.exit(bad ? 1 : 0);
