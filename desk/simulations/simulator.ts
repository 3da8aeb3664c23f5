import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { LeftAside } from "../left-aside.js";
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

const program = new URL("./thread", import.meta.url).href;

/** From sources, tsx registers itself in the thread first: it doesn't follow `--import` there. */
const entry = import.meta.url.endsWith(".ts")
  ? `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))}; register(); await import(${JSON.stringify(`${program}.ts`)});`
  : `await import(${JSON.stringify(`${program}.js`)});`;

async function startThread(): Promise<Worker> {
  const started = new Worker(new URL(`data:text/javascript,${encodeURIComponent(entry)}`), {
    // What the parent was started with (a test runner's loader) isn't for the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  started.unref();
  // `once` from node:events takes its own listeners off again; to take all off would deafen the worker's port.
  await once(started, "message");
  // One that dies between two scenarios is no fault: another is started.
  started.on("error", () => undefined);
  return started;
}

const tooLong = (words: string): DeskRefusal => new DeskRefusal("simulation-too-long", words);

/** What a thread that doesn't answer means for the one who asked. */
function refusalOfSilence(fault: unknown, late: boolean): unknown {
  if (late) return tooLong("A simulation takes one second at most: send fewer acts, or look less far.");
  if ((fault as { code?: unknown }).code === "ERR_WORKER_OUT_OF_MEMORY")
    return tooLong("A simulation takes 256 MB at most: send fewer acts, or look less far.");
  return fault;
}

export function openSimulator(leftAside: LeftAside): Simulator {
  let thread: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let [waiting, closed] = [0, false];

  /** The thread that plays; one that left is replaced at once, so that whoever comes next doesn't wait for it. */
  const start = (): Promise<Worker> => {
    const starting = startThread();
    thread = starting;
    const forget = (): void => {
      if (thread === starting) thread = undefined;
    };
    starting.then((started) => started.once("exit", forget), forget);
    return starting;
  };

  const playNow = async (scenario: unknown): Promise<Said> => {
    const running = await (thread ?? start());
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), LIMIT_MS);
    try {
      running.postMessage(scenario);
      const [said] = (await once(running, "message", { signal: late.signal })) as [Said];
      return said;
    } catch (fault) {
      if (!closed) void start().catch(() => undefined);
      void running.terminate();
      throw refusalOfSilence(fault, late.signal.aborted);
    } finally {
      clearTimeout(timer);
    }
  };

  const answer = (said: Said): Played => {
    if (said.kind === "played") return said.played;
    if (said.kind === "refused") {
      const { kind, words, parameters } = said.refusal;
      throw new DeskRefusal(kind, words, parameters);
    }
    // Our own fault, told by a thread that is none the worse for it.
    const fault = new Error(said.kind === "fault" ? said.fault : "The simulation says nothing.");
    leftAside.note("simulator", fault.message.split("\n")[0] ?? "", fault);
    throw fault;
  };

  return {
    async play(scenario) {
      if (waiting >= MOST_WAITING) refuseUnavailable("Too many simulations are waiting.", 5);
      waiting += 1;
      const turn = last.then(() => playNow(scenario));
      last = turn.catch(() => undefined);
      try {
        return answer(await turn);
      } finally {
        waiting -= 1;
      }
    },
    async close() {
      closed = true;
      const running = await thread?.catch(() => undefined);
      await running?.terminate();
    },
  };
}
