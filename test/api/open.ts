/** The API of a test file: a register of its own, the run's Temporal, and a worker when there is something to run. */
import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import { type NativeConnection, Runtime, type Worker } from "@temporalio/worker";
import type { Logger } from "pino";
import { afterAll, beforeAll, inject } from "vitest";
import { type Activities, createActivities } from "../../activities/index.js";
import { type Serving, serve } from "../../api/serving.js";
import { configuration } from "../../config/index.js";
import { type Desk, openDesk } from "../../desk/desk.js";
import { openIdentity } from "../../identity/identity.js";
import { procedures } from "../../procedures/all.js";
import { openRegister, type Register } from "../../register/register.js";
import { rigEncryption } from "../../rig/payload-keys.js";
import { connect } from "../../temporal/connection.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { caseWorker } from "../../worker/case-worker.js";
import { freshDatabase } from "../setup/database.js";
import { onServer } from "../setup/template.js";
import { audience, enrol, type TestIssuer, testIssuer } from "./issuer.js";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came.
  readonly body: any;
}

export interface Asking {
  /** Who asks: `HAS`, `applicant;organisation=<siret>`…; the developer when absent, and `nobody`. */
  readonly as?: string | undefined;
  readonly key?: string | null | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly raw?: string | undefined;
}

export interface TestApi {
  readonly url: string;
  readonly register: Register;
  readonly client: Client;
  readonly issuer: TestIssuer;
  /** The token of whoever the words say, entered with their mandate. */
  tokenFor(as: string): Promise<string>;
  readonly databaseUrl: string;
  get(path: string, asking?: Asking): Promise<Reply>;
  post(path: string, body?: unknown, asking?: Asking): Promise<Reply>;
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
}

interface Options {
  readonly worker?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly patience?: number;
  /** Hears what the API logs, one line a call. */
  readonly onLog?: (level: "info" | "warn" | "error", about: object, what: string) => void;
  /** Stands between the worker and the register. */
  readonly around?: (activities: Activities) => Activities;
}

const access = () => ({
  address: inject("temporalAddress"),
  namespace: inject("temporalNamespace"),
  encryption: rigEncryption,
});

export function testApi({ worker = false, env = {}, patience, onLog, around = (same) => same }: Options = {}): TestApi {
  const taskQueue = `api-${randomUUID().slice(0, 8)}`;
  let register: Register;
  let client: Client;
  let desk: Desk;
  let serving: Serving | undefined;
  let url: string;
  let issuer: TestIssuer;
  const tokens = new Map<string, Promise<string>>();
  let databaseUrl: string;
  let native: NativeConnection | undefined;
  let running: { readonly worker: Worker; readonly done: Promise<void> } | undefined;

  const startWorker = async (): Promise<void> => {
    native ??= await connectNatively(access());
    const started = await caseWorker({
      connection: native,
      namespace: inject("temporalNamespace"),
      taskQueue,
      bundle: inject("workflowBundle") ?? undefined,
      activities: around(createActivities(register)),
      register,
      encryption: rigEncryption,
    });
    running = { worker: started, done: started.run() };
  };
  const stopWorker = async (): Promise<void> => {
    running?.worker.shutdown();
    await running?.done;
    running = undefined;
  };

  beforeAll(async () => {
    quieten();
    databaseUrl = await freshDatabase();
    await numberApart(databaseUrl);
    register = openRegister(databaseUrl, { patienceMs: 10_000 });
    client = await connect(access(), register);
    issuer = await testIssuer();
    const own = { TOKEN_ISSUERS: issuer.issuer, TOKEN_AUDIENCE: audience };
    const read = configuration({ TEMPORAL_TASK_QUEUE: taskQueue, ...own, ...env });
    const identity = await openIdentity(read, register);
    desk = openDesk({ register, client }, read, { patience });
    serving = await serve(
      desk,
      read,
      { port: 0, host: "127.0.0.1" },
      { identity, checkReplies: true, log: faultLog(onLog) },
    );
    url = `http://127.0.0.1:${serving.address.port}`;
    if (worker) await startWorker();
  });
  afterAll(async () => {
    await stopWorker();
    await serving?.stop(0);
    await desk?.close();
    issuer?.close();
    await client.connection.close();
    await native?.close();
    await register.close();
  });

  const tokenFor = (as: string): Promise<string> => {
    const token =
      tokens.get(as) ?? enrol(register, issuer.issuer, as).then(() => issuer.token(as, { expiresIn: 12 * 3_600 }));
    tokens.set(as, token);
    return token;
  };

  const ask = async (method: string, path: string, body: unknown, asking: Asking): Promise<Reply> => {
    const { as = "developer", key = method === "POST" ? randomUUID() : null, headers, raw } = asking;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(as !== "nobody" && { authorization: `Bearer ${await tokenFor(as)}` }),
        ...(key !== null && { "idempotency-key": key }),
        ...(method === "POST" && { "content-type": "application/json" }),
        ...headers,
      },
      ...(method === "POST" && { body: raw ?? JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };

  return {
    get url() {
      return url;
    },
    get register() {
      return register;
    },
    get issuer() {
      return issuer;
    },
    tokenFor,
    get client() {
      return client;
    },
    get databaseUrl() {
      return databaseUrl;
    },
    get: (path, asking = {}) => ask("GET", path, undefined, asking),
    post: (path, body = {}, asking = {}) => ask("POST", path, body, asking),
    startWorker,
    stopWorker,
  };
}

/** The files of a run share one Temporal, whose workflows are named by case numbers: each counts from a number of its own. */
async function numberApart(databaseUrl: string): Promise<void> {
  const first = 10_000 + Math.floor(Math.random() * 1_000_000) * 1_000;
  const year = new Date().getFullYear();
  const series = [...procedures.values()].map(({ shape }) => shape.prefix);
  const values = series
    .flatMap((one) => [one, `${one}-S`])
    .map((one) => `('${one}', ${year}, ${first})`)
    .join(", ");
  await onServer(databaseUrl, `insert into case_numbers (series, year, last) values ${values}`);
}

let quiet = false;

/** The SDK's runtime is one per process, and says much. */
function quieten(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error } });
}

/** What the API only tells its log is told to whoever runs the tests. */
function faultLog(onLog: Options["onLog"] = () => undefined): Logger {
  const tell = (level: "warn" | "error") => (about: { err?: unknown }, what: string) => {
    onLog(level, about, what);
    console.error(what, about.err);
  };
  const info = (about: object, what: string) => onLog("info", about, what);
  return { error: tell("error"), warn: tell("warn"), info, debug: () => undefined } as never;
}
