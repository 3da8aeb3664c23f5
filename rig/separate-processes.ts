import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../installation/servers/ports.js";
import { type PostgresServer, startPostgres } from "../installation/servers/postgres.js";
import { startTemporal, type TemporalServer } from "../installation/servers/temporal.js";
import { tether } from "../installation/servers/tether.js";
import { migrate } from "../register/migrate.js";
import { payloadKeys } from "./payload-keys.js";

const root = fileURLToPath(new URL("..", import.meta.url));

export type Part = "worker" | "api" | "temporal" | "postgres";

/** The four processes of an installation, as separate as in production, each of which can be killed and started again. */
export interface Installation {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** The process of a part, as it is now. */
  pid(part: Part): number;
  /** kill -9, and started again at once. Resolves when it serves. */
  kill(part: Part): Promise<void>;
  /** Temporal loses all that it knew: another one, empty, in its place. */
  emptyTemporal(): Promise<void>;
  /** Ends the worker, or starts it again. Resolves when it is done. */
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
  said(part: "worker" | "api"): string;
  close(): Promise<void>;
}

/** A program's own entry point, in a process of its own; resolves when it says that it is ready. */
async function started(entry: string, env: Record<string, string>, log: string): Promise<ChildProcess> {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...inherited } = process.env;
  const file = openSync(log, "a");
  const child = fork(join(root, entry), [], {
    cwd: root,
    execArgv: ["--import", "tsx"],
    env: { ...inherited, ...env },
    stdio: ["ignore", file, file, "ipc"],
  });
  tether([child.pid ?? 0]);
  const gone = once(child, "exit").then(() => {
    throw new Error(`${entry} left: ${readFileSync(log, "utf8").slice(-2_000)}`);
  });
  await Promise.race([once(child, "message"), gone]);
  gone.catch(() => undefined);
  return child;
}

/** @param smtpUrl where notices are delivered; without it they wait in the outbox */
export async function install(
  cli: string,
  bundle: string,
  { smtpUrl }: { readonly smtpUrl?: string } = {},
): Promise<Installation> {
  const home = mkdtempSync(join(tmpdir(), "guichet-apart-"));
  // Root's PostgreSQL runs as another user, who must be able to enter.
  chmodSync(home, 0o711);
  const [postgresPort, temporalPort, port] = [await freePort(), await freePort(), await freePort()];
  const onPostgres = () => startPostgres({ home, port: postgresPort });
  const onTemporal = () => startTemporal({ cli, databaseFile: join(home, "temporal.db"), port: temporalPort });
  let postgres: PostgresServer;
  let temporal: TemporalServer;
  [postgres, temporal] = await Promise.all([onPostgres(), onTemporal()]);
  tether([postgres.pid, temporal.pid], home);
  await migrate(postgres.url);
  const env = {
    GUICHET_HOME: home,
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: temporal.address,
    WORKFLOW_BUNDLE: bundle,
    PORT: String(port),
    LOG_LEVEL: "warn",
    PAYLOAD_KEYS: payloadKeys,
    ...(smtpUrl !== undefined && { SMTP_URL: smtpUrl }),
  };
  const log = (part: string) => join(home, `${part}.log`);
  const start = (part: "worker" | "api") => started(`${part}/main.ts`, env, log(part));
  const programs = { worker: await start("worker"), api: await start("api") };
  const killed = async (part: "worker" | "api"): Promise<void> => {
    const gone = once(programs[part], "exit");
    programs[part].kill("SIGKILL");
    await gone;
  };
  return {
    pid(part) {
      if (part === "postgres") return postgres.pid;
      if (part === "temporal") return temporal.pid;
      return programs[part].pid ?? 0;
    },
    stopWorker: () => killed("worker"),
    async startWorker() {
      programs.worker = await start("worker");
    },
    url: `http://127.0.0.1:${port}`,
    databaseUrl: postgres.url,
    temporalAddress: temporal.address,
    said: (part) => readFileSync(log(part), "utf8"),
    async kill(part) {
      if (part === "postgres") {
        process.kill(postgres.pid, "SIGKILL");
        await postgres.gone;
        postgres = await onPostgres();
        tether([postgres.pid]);
      } else if (part === "temporal") {
        process.kill(temporal.pid, "SIGKILL");
        await temporal.gone;
        temporal = await onTemporal();
        tether([temporal.pid]);
      } else {
        await killed(part);
        programs[part] = await start(part);
      }
    },
    async emptyTemporal() {
      process.kill(temporal.pid, "SIGKILL");
      await temporal.gone;
      for (const end of ["", "-wal", "-shm"]) rmSync(join(home, `temporal.db${end}`), { force: true });
      temporal = await onTemporal();
      tether([temporal.pid]);
    },
    async close() {
      for (const child of Object.values(programs)) child.kill("SIGKILL");
      await Promise.all([temporal.stop(), postgres.destroy()]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
