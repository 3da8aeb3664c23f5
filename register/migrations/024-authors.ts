import { type Kysely, sql } from "kysely";

/** Who filed a case, covered by its first link; who sent an act is in the act itself. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw("alter table cases add column author json").execute(database);
}
