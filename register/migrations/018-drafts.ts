import { type Kysely, sql } from "kysely";

/** Filings that somebody is typing: what stands in the fields, as it was typed. Each belongs to a person, speaking for a company. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table drafts (
       id text collate "C" primary key,
       person text collate "C" not null,
       company text not null,
       procedure text not null,
       sandbox boolean not null,
       typed json not null,
       case_id text references cases,
       saved_at timestamptz not null default now()
     )`,
    "create index drafts_by_person on drafts (person, company, saved_at desc)",
  ])
    await sql.raw(statement).execute(database);
}
