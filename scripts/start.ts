/** `npm start`: everything that Guichet needs, on this machine, from nothing. Its environment: `config/schema.ts`. */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Configuration, configuration, orLeave } from "../config/index.js";
import { type Addresses, startInstallation } from "../installation/installation.js";
import { progressOn } from "../installation/progress.js";
import { migrate } from "../register/migrate.js";

const entry = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// `performance.now()` counts from the birth of the process: what Node and tsx took is part of what a person waited.
const progress = progressOn(process.stdout, () => performance.now());

/** npm passes on a Ctrl-C that the terminal has already sent us: within this time it is the same one. */
const sameCtrlC = 1_000;

function leave(fault: unknown): never {
  console.error(`\n${(fault as Error).message}`);
  process.exit(1);
}

/** A path as a person would type it from here. */
function near(path: string): string {
  const from = relative(process.cwd(), path);
  return from.startsWith("..") ? path : from;
}

function announce(addresses: Addresses, { home }: Configuration): void {
  const database = new URL(addresses.database);
  const rows = [
    ["API and console", addresses.api],
    ["API documentation", `${addresses.api}/docs`],
    ["Temporal Web UI", addresses.temporalUi ?? "the one of the given Temporal"],
    ["Temporal", addresses.temporal],
    ["Register", `${database.host}${database.pathname}`],
    ["Mails", addresses.mails ? near(addresses.mails) : "the given mail server"],
    ["Logs", near(join(home, "logs"))],
  ];
  progress.say(
    "",
    `Guichet runs, after ${progress.seconds()} s.`,
    ...rows.map(([name, where]) => `  ${(name ?? "").padEnd(18)} ${where}`),
    "",
    "Ctrl-C stops everything; the next start finds every case again.",
  );
}

const settings = orLeave(configuration);
const programs = { worker: entry("../worker/main.ts"), api: entry("../api/main.ts"), migrate };
const installation = startInstallation(settings, programs, progress);

let asked: number | undefined;
const stop = (): void => {
  if (asked !== undefined) {
    if (Date.now() - asked < sameCtrlC) return;
    progress.say("Killed at once; the next start puts things in order.");
    installation.kill();
    process.exit(130);
  }
  asked = Date.now();
  progress.say("", "Stopping (Ctrl-C again kills at once)…");
  installation.stop().then(() => {
    progress.say("Everything is stopped.");
    process.exit(0);
  }, leave);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
// A terminal or a script that goes away takes the reader of our lines with it: that must not stop us half-way.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

// npm passes on the signals that it understands; killed by another, it would leave us behind, unseen and holding ports.
if (process.env.npm_lifecycle_event === "start") {
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm && asked === undefined) stop();
  }, 1_000).unref();
}

try {
  announce(await installation.ready, settings);
} catch (fault) {
  // Stopped while starting: that isn't a fault, and the handler above says goodbye.
  if (asked === undefined) {
    await installation.stop().catch(() => undefined);
    leave(fault);
  }
}
