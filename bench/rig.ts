import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "@temporalio/client";
import pg from "pg";
import { configuration } from "../config/index.js";
import { findTemporalCli } from "../installation/servers/temporal-cli.js";
import { openRegister, type Register } from "../register/register.js";
import { rigEncryption } from "../rig/payload-keys.js";
import { type Installation, install, type Part } from "../rig/separate-processes.js";
import { connect } from "../temporal/connection.js";
import { writeBundle } from "../worker/bundle.js";
import { cpuOf } from "./cost/cpu.js";

export const parts: readonly Part[] = ["temporal", "worker", "api", "postgres"];

/** CPU by part, in milliseconds. */
export type CpuByPart = Readonly<Record<Part, number>>;

/** A Guichet whose processes are told apart, on the development server, with a mail server that takes everything. */
export interface Bench {
  readonly installation: Installation;
  /** Owns the register's tables. */
  readonly database: pg.Client;
  readonly register: Register;
  readonly client: Client;
  cpu(): CpuByPart;
  /** What the mail server has taken: notices, and mails, more when one came twice. */
  taken(): Promise<{ readonly notices: number; readonly mails: number }>;
  close(): Promise<void>;
}

/** A program of the benches in a process of its own; what it says first. It leaves with this one. */
export async function forked<T>(entry: string, ...args: readonly string[]): Promise<[ChildProcess, T]> {
  const child = fork(fileURLToPath(new URL(entry, import.meta.url)), args, { execArgv: ["--import", "tsx"] });
  const [said] = (await once(child, "message")) as [T];
  return [child, said];
}

export async function openBench(): Promise<Bench> {
  const { home, temporal } = configuration();
  const cli = await findTemporalCli({ home, imposed: temporal.cli });
  const folder = mkdtempSync(join(tmpdir(), "guichet-bench-"));
  const bundle = await writeBundle(join(folder, "workflows.js"));
  const [sink, { url: smtpUrl }] = await forked<{ readonly url: string }>("./mail-sink.ts");
  const installation = await install(cli, bundle, { smtpUrl });
  const database = new pg.Client({ connectionString: installation.databaseUrl });
  await database.connect();
  const register = openRegister(installation.databaseUrl, { patienceMs: 60_000 });
  const client = await connect(
    { address: installation.temporalAddress, namespace: "default", encryption: rigEncryption },
    register,
  );
  return {
    installation,
    database,
    register,
    client,
    cpu: () => Object.fromEntries(parts.map((part) => [part, cpuOf(installation.pid(part))])) as unknown as CpuByPart,
    async taken() {
      sink.send("how many?");
      return (await once(sink, "message"))[0];
    },
    async close() {
      sink.disconnect();
      await client.connection.close();
      await register.close();
      await database.end();
      await installation.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const between = (before: CpuByPart, after: CpuByPart): CpuByPart =>
  Object.fromEntries(parts.map((part) => [part, after[part] - before[part]])) as unknown as CpuByPart;

/** The value under which so much of the measures lies, in whatever they are measured. */
export function quantile(measures: readonly number[], share: number): number {
  const sorted = measures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
