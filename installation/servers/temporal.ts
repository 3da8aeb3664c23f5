import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lazyConnection } from "../../temporal/connection.js";
import { searchAttributes } from "../../workflows/search-attributes.js";
import { born, type Hold } from "./birth.js";
import { end, faultOfStart, kill, leaving } from "./exit.js";
import { holderOf } from "./holder.js";
import { freePort } from "./ports.js";

const typeNames = { KEYWORD: "Keyword", KEYWORD_LIST: "KeywordList" } as const;

/** The search attributes of cases, each with its type as the CLI and the server write it. */
export const searchAttributeTypes: Readonly<Record<string, "Keyword" | "KeywordList">> = Object.fromEntries(
  Object.values(searchAttributes).map(({ name, type }) => [name, typeNames[type]]),
);

/**
 * Time skipping for sandbox cases. Each fired timer of a moved case waits for the timer shift, a second by default, and
 * reads its queue anew, twenty times a second by default: the ten years of a case would take minutes. A skip costs one of
 * the session's skips, two hundred by default, fewer than a long case has timers.
 */
const dynamicConfiguration = {
  "frontend.WorkflowTimeSkippingEnabled": "true",
  "frontend.WorkflowTimeSkippingMaxSkipPerSession": "100000",
  // Ten by default: a case whose register is away keeps its acts in flight until it is back.
  "history.maxInFlightUpdates": "200",
  // A case whose task failed or timed out that often in a row says so (`TemporalReportedProblems`): the reconciler looks for it.
  "system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute": "3",
  // The development server reads the list of attributes from its database at each upsert, so that one just added is seen at
  // once: a twentieth of an act. Ours are there before the first case; another is seen within a minute, as in production.
  "system.forceSearchAttributesCacheRefreshOnRead": "false",
  "history.timerProcessorMaxTimeShift": '"5ms"',
  "history.timerProcessorMaxPollRPS": "1000",
  "history.transferProcessorMaxPollRPS": "1000",
} as const;

/**
 * A killed server loses nothing. A machine that loses its power may lose the last commits of Temporal, never of the register,
 * which then wins: a run that is behind takes what it lacks. Syncing each commit would make every act a tenth slower.
 */
const pragmas = ["journal_mode=WAL", "synchronous=normal"];

/** What the development server is asked to be. */
export interface TemporalOptions {
  /** The Temporal CLI (`findTemporalCli`). */
  readonly cli: string;
  /** The database file; cases survive a restart in it. */
  readonly databaseFile: string;
  readonly namespace?: string;
  /** The port wished for; another free one is taken when somebody has it. */
  readonly port?: number;
  /** The Web UI's port, exactly; no Web UI when absent. */
  readonly uiPort?: number;
  readonly hold?: Hold | undefined;
}

/** A Temporal development server that serves. */
export interface TemporalServer {
  /** `host:port` of its front end. */
  readonly address: string;
  readonly uiUrl: string | undefined;
  readonly pid: number;
  /** Resolves when the server is gone, with a few words about how. */
  readonly gone: Promise<string>;
  answers(): Promise<boolean>;
  stop(): Promise<void>;
  kill(): void;
}

/** Waits until the server knows its namespace: its port opens earlier, and a worker that comes too early exits. */
async function isServing(address: string, namespace: string): Promise<boolean> {
  const connection = lazyConnection({ address }, 1_000);
  try {
    return await connection.withDeadline(Date.now() + 2_000, async () => {
      await connection.workflowService.describeNamespace({ namespace });
      const listed = await connection.operatorService.listSearchAttributes({ namespace });
      const known = Object.keys(listed.customAttributes ?? {});
      return Object.keys(searchAttributeTypes).every((name) => known.includes(name));
    });
  } catch {
    return false;
  } finally {
    await connection.close().catch(() => undefined);
  }
}

/** The server reads no configuration of somebody else's client: only what we say. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("TEMPORAL_")));
}

/**
 * Starts Temporal's development server on a database file and waits until it serves.
 *
 * @throws Error with one sentence for a person when it can't.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const holder = holderOf(options.databaseFile);
  if (holder !== null)
    throw new Error(
      `Another process (${holder}) holds Temporal's database (${options.databaseFile}), and two servers would damage it: ` +
        `stop it (kill ${holder}), then start again.`,
    );
  const namespace = options.namespace ?? "default";
  const port = await freePort(options.port);
  const logs = join(dirname(options.databaseFile), "logs");
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, "temporal.log");
  const log = openSync(logFile, "a");
  const args = [
    ...["server", "start-dev", "--ip", "127.0.0.1", "--port", String(port)],
    ...["--db-filename", options.databaseFile, ...pragmas.flatMap((pragma) => ["--sqlite-pragma", pragma])],
    ...(options.uiPort === undefined
      ? ["--headless"]
      : ["--ui-ip", "127.0.0.1", "--ui-port", String(options.uiPort), "--ui-disable-news-fetch"]),
    ...(namespace === "default" ? [] : ["--namespace", namespace]),
    ...["--log-level", "warn"],
    ...Object.entries(searchAttributeTypes).flatMap(([name, type]) => ["--search-attribute", `${name}=${type}`]),
    ...Object.entries(dynamicConfiguration).flatMap(([key, value]) => ["--dynamic-config-value", `${key}=${value}`]),
  ];
  // Its own group: Ctrl-C in a terminal reaches us alone, and we stop everything in order.
  const child = born(options.cli, args, { detached: true, env: ownEnvironment() }, [log, log], options.hold);
  closeSync(log);
  child.unref();
  const gone = leaving(child);
  const address = `127.0.0.1:${port}`;
  const fault = await faultOfStart(gone, () => isServing(address, namespace));
  const { pid } = child;
  if (fault !== null || pid === undefined) {
    if (pid) await end(pid, "SIGINT", 5_000, "SIGKILL");
    const last = readFileSync(logFile, "utf8").trim().split("\n").slice(-2).join(" ").slice(0, 500);
    throw new Error(`Temporal didn't start (${fault}): ${last} (whole log: ${logFile})`);
  }
  return {
    address,
    uiUrl: options.uiPort === undefined ? undefined : `http://127.0.0.1:${options.uiPort}`,
    pid,
    gone,
    answers: () => isServing(address, namespace),
    stop: () => end(pid, "SIGINT", 10_000, "SIGKILL"),
    kill: () => kill(pid),
  };
}
