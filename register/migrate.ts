import { Kysely, Migrator, PostgresDialect } from "kysely";
import pg from "pg";
import { connectionSettings } from "./connections.js";
import { migrations } from "./migrations/all.js";
import { grantWriterRole, writerRole } from "./writer-role.js";

/**
 * Brings the register's schema up to date. Several processes may call it at the same time: one migrates, the others wait
 * for it. `tell` hears, at most once, that the writer role couldn't be set up.
 */
export async function migrate(
  databaseUrl: string,
  tell: (sentence: string) => void = (sentence) => process.emitWarning(sentence),
): Promise<void> {
  const settings = connectionSettings(databaseUrl, "guichet migrate");
  // A migration may be long, and those who wait for it wait as long.
  const pool = new pg.Pool({ ...settings, statement_timeout: false, query_timeout: undefined, max: 2 });
  pool.on("error", () => undefined);
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    if (!(await grantWriterRole(database))) {
      tell(
        `This database doesn't let us create the role ${writerRole} or write as it: the journal is append-only by its ` +
          "triggers alone, which the tables' owner could remove.",
      );
    }
  } finally {
    await database.destroy();
  }
}
