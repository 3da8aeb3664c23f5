/**
 * The register is dumped while cases go on, lost, and brought back from the dump, behind Temporal: what was answered before the dump
 * stands, what came after it is read from the runs' histories and recorded again, and the journals are chained.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "../../register/migrate.js";
import { openRegister } from "../../register/register.js";
import { filedThrough } from "../../rig/applicant.js";
import { bodies } from "../../rig/samples/pecan.js";
import { type Installation, install } from "../../rig/separate-processes.js";
import { onServer, sibling } from "../setup/template.js";

let here: Installation;
let folder: string;
beforeAll(async () => {
  here = await install(inject("temporalCli"), inject("workflowBundle") ?? "");
  folder = mkdtempSync(join(tmpdir(), "guichet-dump-"));
});
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

const has = (command: string): boolean => {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

async function rowsOf<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const psql = (url: string, ...lines: readonly string[]): string =>
  execFileSync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", url], { input: lines.join("\n"), encoding: "utf8" });

/** The register's tables, each with the columns that are written. */
const tablesOf = (url: string) =>
  rowsOf<{ table: string; columns: string }>(
    url,
    `select c.table_name as table, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' group by 1 order by 1`,
  );

/** What `pg_dump` takes: every table as it was at one instant. The machine's own may be older than the server, and would refuse. */
async function dumped(url: string): Promise<void> {
  const copies = (await tablesOf(url)).map(
    ({ table, columns }) => `\\copy (select ${columns} from "${table}") to '${join(folder, table)}'`,
  );
  psql(url, "begin isolation level repeatable read read only;", ...copies, "commit;");
}

/** An empty database migrated, then filled, its sequences after what it holds. */
async function restored(url: string, name: string): Promise<string> {
  await onServer(url, `create database "${name}"`);
  const fresh = sibling(url, name);
  await migrate(fresh);
  const tables = await tablesOf(fresh);
  psql(
    fresh,
    "begin;",
    "set session_replication_role = replica;",
    `truncate ${tables.map(({ table }) => `"${table}"`).join(", ")};`,
    ...tables.map(({ table, columns }) => `\\copy "${table}" (${columns}) from '${join(folder, table)}'`),
    "commit;",
  );
  const sequences = await rowsOf<{ sequence: string; table: string; column: string }>(
    fresh,
    `select pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) as sequence, table_name as table, column_name as column
     from information_schema.columns where table_schema = 'public' and pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) is not null`,
  );
  for (const { sequence, table, column } of sequences)
    await rowsOf(
      fresh,
      `select setval('${sequence}', (select coalesce(max("${column}"), 0) + 1 from "${table}"), false)`,
    );
  return fresh;
}

describe.skipIf(!has("psql"))("a register brought back from a dump", () => {
  it("loses nothing that its runs know, and doubles nothing", { timeout: 180_000 }, async () => {
    const register = openRegister(here.databaseUrl);
    const [before, after] = await Promise.all([filedThrough(here.url), filedThrough(here.url)]);
    await before.act("convergenceDeposited", "applicant", bodies.convergence);
    await after.act("convergenceDeposited", "applicant", bodies.convergence);
    const known = await register.journal(before.id);
    await dumped(here.databaseUrl);

    // Answered after the dump: the register will forget it, its run doesn't.
    await after.act("sesameDeposited", "applicant", bodies.documents);
    await after.act("ansAdmissibilityNotified", "ANS", { admissible: true });
    const answered = (await register.acts(after.id)).map(({ act }) => act);
    await register.close();

    const name = new URL(here.databaseUrl).pathname.slice(1);
    await restored(here.databaseUrl, "restored");
    await here.stopWorker();
    const maintenance = sibling(here.databaseUrl, "postgres");
    await onServer(maintenance, `drop database "${name}" with (force)`, `alter database restored rename to "${name}"`);
    await here.kill("api");
    await here.startWorker();

    const again = openRegister(here.databaseUrl);
    expect(await again.journal(before.id)).toEqual(known);
    expect((await again.acts(after.id)).length).toBeLessThan(answered.length);
    // Whatever comes next for the case shows its run that the register is behind it.
    await after.act("conventionSent", "ANS");
    await before.act("sesameDeposited", "applicant", bodies.documents);
    await expect
      .poll(async () => (await again.acts(after.id)).map(({ act }) => act).sort(), { timeout: 120_000, interval: 250 })
      .toEqual([...answered, "conventionSent"].sort());
    for (const { id } of [before, after]) expect(await again.verify(id)).toMatchObject({ valid: true });
    await again.close();
  });
});
