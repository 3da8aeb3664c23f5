import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { DeskRefusal, type RefusalKind, type RefusalParameters, refuseUnavailable } from "../refusal.js";
import type { Played } from "./scenario.js";

const LIMIT_MS = 1_000;
const MOST_WAITING = 100;

/** What the thread says of a scenario, or of itself. */
export type Said =
  | { readonly kind: "ready" }
  | { readonly kind: "played"; readonly played: Played }
  | {
      readonly kind: "refused";
      readonly refusal: { readonly kind: RefusalKind; readonly words: string; readonly parameters: RefusalParameters };
    }
  | { readonly kind: "fault"; readonly fault: string };

/** Plays scenarios in a thread of its own, one after the other, one second each at most. */
export interface Simulator {
  play(scenario: unknown): Promise<Played>;
  close(): Promise<void>;
}

const thread = new URL("./thread", import.meta.url).href;

/** From sources, tsx registers itself in the thread first: it doesn't follow `--import` there. */
const entry = import.meta.url.endsWith(".ts")
  ? `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))}; register(); await import(${JSON.stringify(`${thread}.ts`)});`
  : `await import(${JSON.stringify(`${thread}.js`)});`;

async function startThread(left: () => void): Promise<Worker> {
  const started = new Worker(new URL(`data:text/javascript,${encodeURIComponent(entry)}`), {
    // What the parent was started with (a test runner's loader) isn't for the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  started.unref();
  // `once` from node:events takes its own listeners off again; to take all off would deafen the worker's port.
  await once(started, "message");
  // One that dies between two scenarios is no fault: the next scenario starts another.
  started.on("error", () => undefined);
  started.once("exit", left);
  return started;
}

export function openSimulator(): Simulator {
  let worker: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** The thread is replaced by the next scenario. */
  const drop = async (dropped: Worker): Promise<void> => {
    worker = undefined;
    await dropped.terminate();
  };

  const playNow = async (scenario: unknown): Promise<Played> => {
    worker ??= startThread(() => {
      worker = undefined;
    });
    let running: Worker;
    try {
      running = await worker;
    } catch (fault) {
      worker = undefined;
      throw fault;
    }
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), LIMIT_MS);
    try {
      running.postMessage(scenario);
      const [said] = (await once(running, "message", { signal: late.signal })) as [Said];
      if (said.kind === "played") return said.played;
      if (said.kind !== "refused") throw new Error(said.kind === "fault" ? said.fault : "The simulation says nothing.");
      const { kind, words, parameters } = said.refusal;
      throw new DeskRefusal(kind, words, parameters);
    } catch (fault) {
      if (fault instanceof DeskRefusal) throw fault;
      await drop(running);
      if (!late.signal.aborted) throw fault;
      throw new DeskRefusal(
        "simulation-too-long",
        "A simulation takes one second at most: send fewer acts, or look less far.",
      );
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    async play(scenario) {
      if (waiting >= MOST_WAITING) refuseUnavailable("Too many simulations are waiting.", 5);
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
      const running = await worker?.catch(() => undefined);
      worker = undefined;
      await running?.terminate();
    },
  };
}
