import { type Kysely, sql } from "kysely";

/** Sessions that were ended by signing out, until their absolute limit. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table ended_sessions (
      id text collate "C" primary key,
      until timestamptz not null
    )`)
    .execute(database);
}
