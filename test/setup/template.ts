import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** A database of the same server under another name. */
export function sibling(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements on a maintenance database, one by one: `create database` takes no transaction. */
export async function onServer(databaseUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const migrations = new URL("../../register/migrate.ts", import.meta.url);

/**
 * Migrates one empty database, from which those of the test files are copied (some 50 ms each, against a whole
 * migration). Null while the register has no migrations.
 */
export async function migratedTemplate(
  databaseUrl: string,
): Promise<{ readonly name: string; drop(): Promise<void> } | null> {
  if (!existsSync(fileURLToPath(migrations))) return null;
  const name = `template_${process.pid}_${Date.now()}`;
  await onServer(databaseUrl, `create database "${name}"`);
  const { migrate } = (await import(migrations.href)) as { migrate: (databaseUrl: string) => Promise<unknown> };
  await migrate(sibling(databaseUrl, name));
  // Nobody may connect to a template while it is copied, the migration's own late connections included.
  await onServer(databaseUrl, `alter database "${name}" with allow_connections false`);
  return { name, drop: () => onServer(databaseUrl, `drop database if exists "${name}" with (force)`) };
}
