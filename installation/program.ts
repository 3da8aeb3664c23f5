import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { areYouThere, here } from "./presence.js";
import { born, type Hold } from "./servers/birth.js";
import { end, kill, leaving } from "./servers/exit.js";
import type { Running } from "./supervise.js";

/** One of Guichet's own processes: the worker or the API. */
export interface Program {
  readonly name: string;
  /** Its entry file. */
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where its log goes: a folder. */
  readonly logs: string;
  /** Milliseconds to be ready in. */
  readonly within?: number;
  readonly hold?: Hold;
}

/** What a program says once it works; the API adds the port where it listens. */
const readiness = z.object({ ready: z.literal(true), port: z.number().optional() });

/** A program that is ready. */
export interface ReadyProgram extends Running {
  readonly port: number | undefined;
}

const entry = fileURLToPath(new URL("./program-entry.ts", import.meta.url));

/** What a program wrote since it was started, cut to what a person needs: its error, or else its last lines. */
function lastWords(file: string, from: number): string {
  try {
    const lines = readFileSync(file).subarray(from).toString("utf8").trim().split("\n");
    const error = lines.findIndex((line) => /^\s*(\w*Error\b|\w+ \[ERR_)/.test(line));
    return (error >= 0 ? lines.slice(error, error + 2) : lines.slice(-3)).join("\n").slice(0, 800);
  } catch {
    return "";
  }
}

/**
 * Starts a program in a process of its own and waits until it says `{ ready: true }` (`process.send?.(…)`).
 *
 * @throws Error with its last words when it leaves or stays silent instead.
 */
export async function startProgram({ name, file, env, logs, within = 60_000, hold }: Program): Promise<ReadyProgram> {
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${name}.log`);
  const log = openSync(logFile, "a");
  const from = fstatSync(log).size;
  const child = born(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), entry, file],
    {
      env: { ...process.env, ...env },
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      // Its own group: Ctrl-C in a terminal reaches us alone, and we stop everything in order.
      detached: true,
    },
    [log, log, "ipc"],
    hold,
  );
  closeSync(log);
  const gone = leaving(child);
  let heard: () => void = () => undefined;
  const ready = new Promise<z.infer<typeof readiness>>((answer) => {
    child.on("message", (message) => {
      if (message === here) heard();
      const said = readiness.safeParse(message);
      if (said.success) answer(said.data);
    });
  });
  const answers = () =>
    new Promise<boolean>((answer) => {
      heard = () => answer(true);
      child.send(areYouThere, (fault) => fault && answer(false));
    });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((answer) => {
    timer = setTimeout(() => answer(`not ready after ${within / 1000} seconds`), within);
  });
  const outcome = await Promise.race([ready, gone, late]);
  clearTimeout(timer);
  const { pid } = child;
  const stop = () => (pid ? end(pid, "SIGTERM", 15_000, "SIGKILL") : Promise.resolve());
  if (typeof outcome !== "string" && pid !== undefined)
    return { pid, gone, answers, stop, kill: () => kill(pid), port: outcome.port };
  await stop();
  const why = typeof outcome === "string" ? outcome : "no process";
  throw new Error(`the ${name} didn't start (${why}). Its log (${logFile}) says:\n${lastWords(logFile, from)}`);
}
