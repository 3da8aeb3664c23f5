import { Worker } from "node:worker_threads";
import { Problem, type ProblemMembers } from "../problem.js";
import type { ProblemType } from "../problem-types.js";
import type { Played } from "./scenario.js";

const LIMIT_MS = 1_000;
const MOST_WAITING = 100;

interface Told {
  readonly ready?: true;
  readonly id?: number;
  readonly played?: Played;
  readonly problem?: { readonly type: ProblemType; readonly detail: string; readonly members: ProblemMembers };
  readonly fault?: string;
}

/** Plays scenarios in a thread of its own, one after the other, one second each at most. */
export interface Simulator {
  play(scenario: unknown): Promise<Played>;
  close(): Promise<void>;
}

const fromSources = import.meta.url.endsWith(".ts");
const threadFile = new URL(`./thread.${fromSources ? "ts" : "js"}`, import.meta.url);

async function startThread(): Promise<Worker> {
  const thread = new Worker(threadFile, {
    ...(fromSources && { execArgv: ["--import", import.meta.resolve("tsx")] }),
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  thread.unref();
  await new Promise<void>((resolve, reject) => {
    thread.once("error", reject);
    thread.once("message", () => resolve());
  });
  thread.removeAllListeners();
  return thread;
}

export function openSimulator(): Simulator {
  let thread: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let count = 0;

  /** The thread is replaced by the next scenario. */
  const drop = async (dropped: Worker): Promise<void> => {
    thread = undefined;
    await dropped.terminate();
  };

  const playNow = async (scenario: unknown): Promise<Played> => {
    thread ??= startThread();
    let running: Worker;
    try {
      running = await thread;
    } catch (fault) {
      thread = undefined;
      throw fault;
    }
    const id = ++count;
    let timer: NodeJS.Timeout | undefined;
    try {
      const told = await new Promise<Told>((resolve, reject) => {
        timer = setTimeout(
          () =>
            reject(
              new Problem(
                "simulation-too-long",
                "A simulation takes one second at most: send fewer acts, or look less far.",
              ),
            ),
          LIMIT_MS,
        );
        running.once("error", reject);
        running.once("exit", () => reject(new Error("The simulation thread left.")));
        running.on("message", (message: Told) => {
          if (message.id === id) resolve(message);
        });
        running.postMessage({ id, scenario });
      });
      if (told.played !== undefined) return told.played;
      if (told.problem === undefined || told.fault !== undefined)
        throw new Error(told.fault ?? "The simulation says nothing.");
      throw new Problem(told.problem.type, told.problem.detail, told.problem.members);
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.type === "simulation-too-long") await drop(running);
      throw fault;
    } finally {
      clearTimeout(timer);
      running.removeAllListeners();
    }
  };

  return {
    async play(scenario) {
      if (waiting >= MOST_WAITING)
        throw new Problem("unavailable", "Too many simulations are waiting.", {}, { "retry-after": "5" });
      waiting += 1;
      const turn = last.then(() => playNow(scenario));
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
    async close() {
      const running = await thread?.catch(() => undefined);
      thread = undefined;
      await running?.terminate();
    },
  };
}
