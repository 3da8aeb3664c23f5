import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Configuration } from "../config/index.js";
import { addressesFile } from "../config/servers.js";
import { checkDatabase, checkTemporal } from "./given-servers.js";
import { prepareHome } from "./home.js";
import { endLeftBehind, forgetProcesses, noteProcesses } from "./left-behind.js";
import { lockHome } from "./lock.js";
import { startProgram } from "./program.js";
import type { Progress } from "./progress.js";
import type { Hold } from "./servers/birth.js";
import { type MailCatcher, startMailCatcher } from "./servers/mail-catcher.js";
import { isFree } from "./servers/ports.js";
import { startPostgres } from "./servers/postgres.js";
import { startTemporal } from "./servers/temporal.js";
import { findTemporalCli } from "./servers/temporal-cli.js";
import { type Tether, tether } from "./servers/tether.js";
import { type Running, type Supervised, supervise } from "./supervise.js";
import { workflowBundle } from "./workflow-bundle.js";

/** The parts in the order in which they stop: those who use a server before it. */
const stoppingOrder = ["api", "worker", "temporal", "postgres"] as const;
type Part = (typeof stoppingOrder)[number];

const spoken: Readonly<Record<Part, string>> = {
  api: "The API",
  worker: "The worker",
  temporal: "Temporal",
  postgres: "PostgreSQL",
};

/** The entry files, and the migration; tests give others. */
export interface Programs {
  readonly worker: string;
  readonly api: string;
  migrate(databaseUrl: string): Promise<unknown>;
}

/** What a person wants to know of an installation that runs. */
export interface Addresses {
  readonly api: string;
  readonly temporalUi: string | undefined;
  readonly temporal: string;
  readonly database: string;
  /** The folder where the mail catcher keeps messages; undefined when a mail server is given. */
  readonly mails: string | undefined;
}

/** An installation: servers, worker and API of one home. */
export interface Installation {
  /** Resolves when everything runs. */
  readonly ready: Promise<Addresses>;
  /** Stops what runs, in order; also while it is still starting. Safe to call twice. */
  stop(): Promise<void>;
  /** Kills what runs, now. */
  kill(): void;
}

async function refuseTakenPort(variable: string, port: number): Promise<void> {
  if (port === 0 || (await isFree(port))) return;
  throw new Error(`Port ${port} is taken by another program: stop it, or set ${variable} to a free port.`);
}

/**
 * Starts everything that a home needs and isn't given: PostgreSQL and Temporal side by side, the workflow bundle
 * meanwhile, then the worker and the API. Each is started again if it leaves.
 */
export function startInstallation(read: Configuration, programs: Programs, progress: Progress): Installation {
  const { home } = read;
  const parts = new Map<Part, Supervised<Running>>();
  const pids = new Map<Part, number>();
  const starting: Promise<unknown>[] = [];
  let mails: MailCatcher | undefined;
  let lock: { release(): void } | undefined;
  let held: Tether | undefined;
  let stopped: Promise<void> | undefined;

  const refuseIfStopping = (): void => {
    if (stopped) throw new Error("stopped while starting");
  };

  /** Before a process may do anything: whatever happens to us, it doesn't outlive us, and the next start can recognise it. */
  const hold = (name: Part, pid: number): void => {
    pids.set(name, pid);
    const previous = held;
    held = tether(stoppingOrder.flatMap((one) => pids.get(one) ?? []));
    previous?.release();
    try {
      noteProcesses(home, { ...Object.fromEntries(pids), tether: held.pid });
    } catch (fault) {
      // A full disk is for a person to see to, and no reason to leave: the tether still holds them all.
      progress.step(`The processes can't be noted for the next start (${(fault as Error).message}).`);
    }
  };

  const run = async (name: Part, start: (hold: Hold) => Promise<Running>): Promise<void> => {
    const supervised = supervise(spoken[name], () => start((pid) => hold(name, pid)), {
      say: (sentence) => progress.step(sentence),
      restarted: () => progress.step(`${spoken[name]} runs again.`),
    });
    starting.push(supervised.catch(() => undefined));
    parts.set(name, await supervised);
  };

  const postgres = async (): Promise<string> => {
    if (read.databaseUrl) {
      await checkDatabase(read.databaseUrl);
      progress.step(`The given database answers (${new URL(read.databaseUrl).host}).`);
      return read.databaseUrl;
    }
    let first: { port: number; url: string } | undefined;
    await run("postgres", async (hold) => {
      const tell = (sentence: string) => (first ? undefined : progress.step(sentence));
      const server = await startPostgres({ home, port: first?.port ?? 5434, tell, hold });
      if (first && server.port !== first.port) {
        await server.stop();
        throw new Error(`its port ${first.port} was taken meanwhile`);
      }
      first ??= server;
      if (server.adopted) progress.step("PostgreSQL was still running: it is adopted.");
      return server;
    });
    if (!first) throw new Error("PostgreSQL has no address.");
    progress.step(`PostgreSQL answers (127.0.0.1:${first.port}).`);
    return first.url;
  };

  const temporal = async (): Promise<string> => {
    const { address, namespace, tls, apiKey, uiPort, cli: imposed } = read.temporal;
    if (address) {
      await checkTemporal({ address, namespace, tls, apiKey }, read.environment === "development");
      progress.step(`The given Temporal serves (${address}, namespace ${namespace}).`);
      return address;
    }
    const cli = await findTemporalCli({ home, imposed, tell: (sentence) => progress.step(sentence) });
    refuseIfStopping();
    let first: string | undefined;
    await run("temporal", async (hold) => {
      const port = first ? Number(first.split(":").at(-1)) : 7233;
      const server = await startTemporal({
        cli,
        databaseFile: join(home, "temporal.db"),
        namespace,
        uiPort,
        port,
        hold,
      });
      if (first && server.address !== first) {
        await server.stop();
        throw new Error(`its port ${port} was taken meanwhile`);
      }
      first ??= server.address;
      return server;
    });
    if (!first) throw new Error("Temporal has no address.");
    progress.step(`Temporal serves (${first}).`);
    return first;
  };

  const bundle = async (): Promise<string> => {
    const given = read.worker.workflowBundle;
    if (given) {
      if (!existsSync(given)) throw new Error(`There is no workflow bundle at ${given} (WORKFLOW_BUNDLE).`);
      return given;
    }
    const { file, fresh } = await workflowBundle(home);
    if (fresh) progress.step("The workflows are bundled.");
    return file;
  };

  const register = async (): Promise<string> => {
    const databaseUrl = await postgres();
    refuseIfStopping();
    await programs.migrate(databaseUrl);
    progress.step("The register has this version's tables.");
    return databaseUrl;
  };

  const together = async <Results extends readonly unknown[]>(
    ...promises: { [Index in keyof Results]: Promise<Results[Index]> }
  ): Promise<Results> => {
    starting.push(...promises.map((promise) => (promise as Promise<unknown>).catch(() => undefined)));
    return (await Promise.all(promises)) as unknown as Results;
  };

  const start = async (): Promise<Addresses> => {
    prepareHome(home);
    const taken = lockHome(home);
    lock = taken;
    if (taken.abandonedBy) {
      progress.step("The last start was killed: what it left is put in order.");
    }
    const ended = await endLeftBehind(home);
    if (ended.length > 0) progress.step(`Ended what it had left running: ${ended.join(", ")}.`);
    await refuseTakenPort("PORT", read.api.port);
    if (!read.temporal.address) await refuseTakenPort("TEMPORAL_UI_PORT", read.temporal.uiPort);
    if (read.worker.metricsPort !== undefined) await refuseTakenPort("METRICS_PORT", read.worker.metricsPort);
    refuseIfStopping();

    if (!read.mail.smtpUrl) mails = await startMailCatcher(join(home, "mails"), 1025);
    const smtpUrl = read.mail.smtpUrl ?? mails?.url;
    const servers = together<[string, string]>(register(), temporal());
    const bundled = together<[string]>(bundle());
    const environmentOf = async () => {
      const [databaseUrl, temporalAddress] = await servers;
      refuseIfStopping();
      // TZ: workflows never read the zone of the machine, and neither must anything else.
      return {
        GUICHET_HOME: home,
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: temporalAddress,
        SMTP_URL: smtpUrl,
        TZ: "UTC",
      };
    };
    const logs = join(home, "logs");
    let { port } = read.api;
    const api = async () => {
      const env = await environmentOf();
      await run("api", async (hold) => {
        // Started again, it listens where it did, even if it had chosen its port by itself.
        const ready = await startProgram({
          name: "api",
          file: programs.api,
          env: { ...env, PORT: String(port) },
          logs,
          hold,
        });
        port = ready.port ?? port;
        return ready;
      });
      progress.step("The API answers.");
    };
    const worker = async () => {
      // The API doesn't wait for the bundle: its start fills the processor that bundling leaves free.
      const [env, [bundleFile]] = await Promise.all([environmentOf(), bundled]);
      refuseIfStopping();
      const file = programs.worker;
      await run("worker", (hold) =>
        startProgram({ name: "worker", file, env: { ...env, WORKFLOW_BUNDLE: bundleFile }, logs, hold }),
      );
      progress.step("The worker polls.");
    };
    await together(api(), worker());
    const [databaseUrl, temporalAddress] = await servers;
    const apiUrl = `http://127.0.0.1:${port}`;
    const temporalUiUrl = read.temporal.address ? undefined : `http://127.0.0.1:${read.temporal.uiPort}`;
    // The database's address holds its password.
    writeFileSync(
      addressesFile(home),
      JSON.stringify({ databaseUrl, temporalAddress, smtpUrl, apiUrl, temporalUiUrl }),
      { mode: 0o600 },
    );
    return {
      api: apiUrl,
      temporalUi: temporalUiUrl,
      temporal: temporalAddress,
      database: databaseUrl,
      mails: mails?.folder,
    };
  };

  const stop = async (): Promise<void> => {
    // A server that is being born has no handle yet: it is waited for, then stopped like the others.
    for (let seen = -1; seen !== starting.length; ) {
      seen = starting.length;
      await Promise.all(starting);
    }
    for (const name of stoppingOrder) {
      const part = parts.get(name);
      if (name === "temporal") await mails?.stop();
      if (!part) continue;
      await part.stop();
      progress.step(`${spoken[name]} is stopped.`);
    }
    if (lock) {
      forgetProcesses(home);
      rmSync(addressesFile(home), { force: true });
    }
    held?.release();
    lock?.release();
  };

  return {
    ready: start(),
    stop() {
      stopped ??= stop();
      return stopped;
    },
    kill() {
      for (const part of parts.values()) {
        part.now.kill();
      }
    },
  };
}
