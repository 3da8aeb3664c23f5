import { type Kysely, sql } from "kysely";

/**
 * What is too heavy to travel through Temporal, whose history then holds a reference. Machinery, not the record: a copy
 * that is dropped once no run needs it. Not compressed: an act may wait for it, and ciphertext doesn't shrink.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table payloads (
    workflow_id text collate "C" not null,
    digest text collate "C" not null,
    payload bytea not null,
    kept_at timestamptz not null default now(),
    primary key (workflow_id, digest)
  )`,
  "alter table payloads alter column payload set storage external",
  "create index payloads_by_age on payloads (kept_at)",
];
