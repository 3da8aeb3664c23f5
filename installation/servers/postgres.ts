import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { born, type Hold } from "./birth.js";
import { end, eventually, faultOfStart, isAlive, kill, leaving } from "./exit.js";
import { freePort } from "./ports.js";
import { type PostgresPlace, postgresPlace } from "./postgres-place.js";

/** What the embedded PostgreSQL is asked to be. */
export interface PostgresOptions {
  /** GUICHET_HOME, absolute. */
  readonly home: string;
  /** The port wished for; another free one is taken when somebody has it. */
  readonly port?: number;
  /** The database made at the first start. */
  readonly database?: string;
  /** False only for tests: a power cut may lose what was acknowledged. */
  readonly durable?: boolean;
  /** Milliseconds that a server left behind has to answer in; it may be replaying what a power cut left. */
  readonly patience?: number;
  readonly tell?: (sentence: string) => void;
  readonly hold?: Hold | undefined;
}

/** A PostgreSQL that answers. */
export interface PostgresServer {
  /** The register's database. */
  readonly url: string;
  /** The maintenance database, from which others are created. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDirectory: string;
  /** True when it was already running, left by a start that was killed. */
  readonly adopted: boolean;
  /** Resolves when the server is gone, with a few words about how. */
  readonly gone: Promise<string>;
  answers(): Promise<boolean>;
  stop(): Promise<void>;
  kill(): void;
  /** Stops it and removes its data: for tests. */
  destroy(): Promise<void>;
}

const user = "guichet";

/**
 * A password over the loopback, rather than a Unix socket that trusts whoever can open it: one way that is the same on
 * every system and that keeps other people of the machine out. It lives beside the data, readable by us alone.
 */
function password(home: string): string {
  const file = join(home, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8");
}

const urlOf = (port: number, secret: string, database: string): string =>
  `postgres://${user}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`;

async function asked<Row extends pg.QueryResultRow>(url: string, sql: string, within = 30_000): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: within });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the server on this port is the one whose data live here, and answers to our password. */
async function serves(port: number, secret: string, data: string): Promise<boolean> {
  try {
    const [row] = await asked<{ data_directory: string }>(
      urlOf(port, secret, "postgres"),
      "show data_directory",
      2_000,
    );
    return row !== undefined && realpathSync(row.data_directory) === realpathSync(data);
  } catch {
    return false;
  }
}

const looksLikePostgres = (pid: number): boolean => {
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    // No /proc on this system: believe the file, PostgreSQL checks again by itself.
    return process.platform !== "linux";
  }
};

/** The server that a killed start has left behind on these data, if it still lives. */
async function leftBehind(
  data: string,
  secret: string,
  patience: number,
): Promise<{ pid: number; port: number } | null> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !isAlive(pid) || !looksLikePostgres(pid)) {
    // PostgreSQL would refuse to start if another program now had that number.
    rmSync(file, { force: true });
    return null;
  }
  if (port && (await eventually(async () => !isAlive(pid) || (await serves(port, secret, data)), patience, 100)))
    return isAlive(pid) ? { pid, port } : null;
  throw new Error(
    `A PostgreSQL (process ${pid}) already runs on ${data} but doesn't answer to this installation's password: stop it (kill ${pid}), then start again.`,
  );
}

/** Makes the data beside their final place, so that a start killed half-way leaves nothing that looks finished. */
async function initialise(place: PostgresPlace, secret: string, hold: Hold | undefined): Promise<void> {
  const arriving = `${place.data}.arriving`;
  const passwordFile = `${place.data}.password`;
  await rm(arriving, { recursive: true, force: true });
  await mkdir(arriving, { mode: 0o700 });
  await writeFile(passwordFile, `${secret}\n`, { mode: 0o600 });
  try {
    if (place.identity) {
      await chown(arriving, place.identity.uid, place.identity.gid);
      await chown(passwordFile, place.identity.uid, place.identity.gid);
    }
    const args = [
      `--pgdata=${arriving}`,
      "--auth=scram-sha-256",
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      // The same order of texts on every machine, whatever its language.
      "--locale=C",
    ];
    const child = born(place.initdb, args, { cwd: "/", ...place.identity }, ["ignore", "pipe"], hold);
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    const how = await leaving(child);
    if (how !== "exit code 0") throw new Error(`initdb: ${how}. ${said.trim().split("\n").slice(-3).join(" ")}`);
    await rename(arriving, place.data);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(arriving, { recursive: true, force: true });
  }
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly gone: Promise<string>;
}

function adopted({ pid, port }: { pid: number; port: number }): Running {
  const gone = eventually(() => !isAlive(pid), Number.POSITIVE_INFINITY, 500).then(() => "it left");
  return { pid, port, adopted: true, gone };
}

async function launched(place: PostgresPlace, secret: string, options: PostgresOptions): Promise<Running> {
  const port = await freePort(options.port);
  const logs = join(options.home, "logs");
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, "postgres.log");
  // A file, not a pipe: the server must be able to speak after a kill -9 of the one who started it.
  const log = openSync(logFile, "a");
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    // Never `synchronous_commit=off`: a mere kill -9, which the drills do, would lose what was acknowledged.
    ...(options.durable === false ? ["fsync=off", "full_page_writes=off"] : []),
  ].flatMap((setting) => ["-c", setting]);
  const args = ["-D", place.data, "-p", String(port), ...settings];
  // Its own group: Ctrl-C in a terminal reaches us alone, and we stop everything in order.
  const own = { cwd: "/", detached: true, ...place.identity };
  const child = born(place.postgres, args, own, [log, log], options.hold);
  closeSync(log);
  const gone = leaving(child);
  child.unref();
  const fault = await faultOfStart(gone, () => serves(port, secret, place.data));
  if (fault !== null || child.pid === undefined) {
    if (child.pid) await end(child.pid, "SIGINT", 5_000, "SIGKILL");
    const last = readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" ");
    throw new Error(`PostgreSQL didn't start (${fault}): ${last} (whole log: ${logFile})`);
  }
  return { pid: child.pid, port, adopted: false, gone };
}

/** Backends of a postmaster killed by -9 hold its memory for an instant, during which a new one is refused. */
async function launchedSoon(place: PostgresPlace, secret: string, options: PostgresOptions): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launched(place, secret, options);
    } catch (fault) {
      const passing = /shared memory block|address already in use|could not bind/i.test((fault as Error).message);
      if (!passing || attempt === 5) throw fault;
      await new Promise((tick) => setTimeout(tick, 500));
    }
  }
}

/**
 * Starts the embedded PostgreSQL of a home, or adopts the one that a killed start left running on the same data.
 *
 * @throws Error with one sentence for a person when it can't.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  mkdirSync(options.home, { recursive: true });
  const place = await postgresPlace(options.home);
  if (place.note) options.tell?.(place.note);
  const secret = password(options.home);
  if (!existsSync(join(place.data, "PG_VERSION"))) await initialise(place, secret, options.hold);
  const left = await leftBehind(place.data, secret, options.patience ?? 30_000);
  if (left) options.hold?.(left.pid);
  const running = left ? adopted(left) : await launchedSoon(place, secret, options);

  const adminUrl = urlOf(running.port, secret, "postgres");
  const database = options.database ?? "guichet";
  const [known] = await asked(adminUrl, `select 1 from pg_database where datname = '${database}'`);
  if (!known) await asked(adminUrl, `create database "${database}"`);

  // SIGINT is PostgreSQL's fast shutdown; SIGQUIT leaves its log to be replayed at the next start.
  const stop = () => end(running.pid, "SIGINT", 20_000, "SIGQUIT");
  return {
    url: urlOf(running.port, secret, database),
    adminUrl,
    port: running.port,
    pid: running.pid,
    dataDirectory: place.data,
    adopted: running.adopted,
    gone: running.gone,
    answers: () => serves(running.port, secret, place.data),
    stop,
    kill: () => kill(running.pid),
    async destroy() {
      await stop();
      await rm(place.removable, { recursive: true, force: true });
    },
  };
}
