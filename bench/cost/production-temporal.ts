/**
 * Temporal as production runs it: its server on PostgreSQL, with the dynamic configuration of `deploy/`. No image runs without an
 * engine of containers, so Go builds the server of the image's version, once, into the cache.
 */
import { execFile, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import proto from "@temporalio/proto";
import pg from "pg";
import { end, faultOfStart, leaving } from "../../installation/servers/exit.js";
import { isFree } from "../../installation/servers/ports.js";
import type { PostgresServer } from "../../installation/servers/postgres.js";
import { searchAttributeTypes } from "../../installation/servers/temporal.js";
import { personalCache } from "../../installation/servers/temporal-cli.js";
import { lazyConnection } from "../../temporal/connection.js";

// A CommonJS module without named exports, for Node itself.
const { IndexedValueType } = proto.temporal.api.enums.v1;
const indexedTypes = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
} as const;

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../..", import.meta.url));

/** A server that serves the namespace `default`. */
export interface ProductionTemporal {
  readonly version: string;
  /** `host:port` of its front end. */
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The version that `docker-compose.yml` deploys. */
function deployedVersion(): string {
  const [, found] =
    /temporalio\/server:([\d.]+)/.exec(readFileSync(join(repository, "docker-compose.yml"), "utf8")) ?? [];
  if (found === undefined) throw new Error("docker-compose.yml names no temporalio/server.");
  return found;
}

/** The server and its schema tool, built where they aren't in the cache. @throws Error without Go */
async function built(version: string): Promise<{ readonly server: string; readonly schemas: string }> {
  const folder = join(personalCache(), `temporal-server-${version}`);
  const [server, schemas] = [join(folder, "server"), join(folder, "sql")];
  if (existsSync(server) && existsSync(schemas)) return { server, schemas };
  console.error(`Go builds temporal-server ${version} into ${folder}, once: a few minutes…`);
  const commands = ["server", "tools/sql"].map((name) => `go.temporal.io/server/cmd/${name}@v${version}`);
  await run("go", ["install", ...commands], { env: { ...process.env, GOBIN: folder } }).catch((fault: Error) => {
    throw new Error(
      `Go is needed to build a server of production's shape (--server development measures the other one): ${fault.message}`,
    );
  });
  return { server, schemas };
}

/** Temporal's two databases, with the schemas that its tool carries. */
async function prepare(schemas: string, postgres: PostgresServer): Promise<void> {
  const { hostname, port, username, password } = new URL(postgres.adminUrl);
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  for (const [database, schema] of [
    ["temporal", "temporal"],
    ["temporal_visibility", "visibility"],
  ] as const) {
    await admin.query(`create database ${database}`);
    const place = ["--plugin", "postgres12", "--ep", hostname, "-p", port, "-u", username, "--db", database];
    const options = { env: { ...process.env, SQL_PASSWORD: decodeURIComponent(password) } };
    await run(schemas, [...place, "setup-schema", "-v", "0.0"], options);
    await run(schemas, [...place, "update-schema", "--schema-name", `postgresql/v12/${schema}`], options);
  }
  await admin.end();
}

const services = ["FRONTEND", "INTERNAL_FRONTEND", "HISTORY", "MATCHING", "WORKER"] as const;

/** A free port for each service and its membership. Below 32,768: the server keeps them as small integers. */
async function freePorts(): Promise<Readonly<Record<string, string>>> {
  const ports: Record<string, string> = {};
  let port = 21_000;
  for (const name of services.flatMap((service) => [`${service}_GRPC_PORT`, `${service}_MEMBERSHIP_PORT`])) {
    do port += 1;
    while (!(await isFree(port)));
    ports[name] = String(port);
  }
  return ports;
}

/** Registers the namespace and our search attributes; false while the server doesn't serve. */
async function prepared(address: string): Promise<boolean> {
  const connection = lazyConnection({ address }, 1_000);
  const namespace = "default";
  try {
    return await connection.withDeadline(Date.now() + 5_000, async () => {
      const day = proto.google.protobuf.Duration.create({ seconds: 86_400 as never });
      await connection.workflowService
        .registerNamespace({ namespace, workflowExecutionRetentionPeriod: day })
        .catch(() => undefined);
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(
          Object.entries(searchAttributeTypes).map(([name, type]) => [name, indexedTypes[type]]),
        ),
      });
      return true;
    });
  } catch {
    return false;
  } finally {
    await connection.close().catch(() => undefined);
  }
}

/** Starts it on databases of its own. @throws Error with a sentence when it can't */
export async function startProductionTemporal(home: string, postgres: PostgresServer): Promise<ProductionTemporal> {
  const version = deployedVersion();
  const { server, schemas } = await built(version);
  await prepare(schemas, postgres);
  const { hostname, port, username, password } = new URL(postgres.adminUrl);
  const ports = await freePorts();
  const logs = join(home, "logs");
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, "temporal-server.log");
  const log = openSync(logFile, "a");
  const child = spawn(server, ["--allow-no-auth", "start"], {
    detached: true,
    stdio: ["ignore", log, log],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DB: "postgres12",
      POSTGRES_SEEDS: hostname,
      DB_PORT: port,
      POSTGRES_USER: username,
      POSTGRES_PWD: decodeURIComponent(password),
      DBNAME: "temporal",
      VISIBILITY_DBNAME: "temporal_visibility",
      // Production has 512 for the years to come; at rest each costs a little, which would hide what an act costs.
      NUM_HISTORY_SHARDS: "4",
      DYNAMIC_CONFIG_FILE_PATH: join(repository, "deploy", "dynamicconfig.yaml"),
      LOG_LEVEL: "warn",
      BIND_ON_IP: "127.0.0.1",
      ...ports,
    },
  });
  closeSync(log);
  const address = `127.0.0.1:${ports.FRONTEND_GRPC_PORT}`;
  const fault = await faultOfStart(leaving(child), () => prepared(address));
  const { pid } = child;
  if (pid === undefined || fault !== null) {
    if (pid) await end(pid, "SIGINT", 5_000, "SIGKILL");
    throw new Error(`temporal-server didn't start (${fault}): ${logFile}`);
  }
  return { version, address, pid, stop: () => end(pid, "SIGINT", 10_000, "SIGKILL") };
}
