import { type Kysely, sql } from "kysely";

/**
 * Who may do what here: people as issuers know them, and the mandates by which each speaks for somebody. Names stand here
 * alone; acts, journals and the directory's own journal name a person by its id.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table people (
    id text collate "C" primary key,
    issuer text not null,
    subject text not null,
    name text not null,
    email text,
    created_at timestamptz not null default now(),
    unique (issuer, subject)
  )`,

  // From its first day to its last, both included, unless it was ended before.
  `create table mandates (
    id text collate "C" primary key,
    person text collate "C" not null references people,
    role text not null,
    party text not null,
    organisation text,
    platform text,
    from_day date not null,
    until_day date,
    ended_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  "create index mandates_by_person on mandates (person)",
  "create index mandates_by_company on mandates (left(organisation, 9)) where organisation is not null",

  // Each line covers the one before it.
  `create table directory_journal (
    number integer primary key check (number > 0),
    kind text not null,
    by_person text not null,
    content json not null,
    recorded_at timestamptz not null,
    hash text not null
  )`,
  `create trigger append_only before update or delete or truncate on directory_journal
   for each statement execute function refuse_change()`,
  `create trigger never_removed before delete or truncate on mandates
   for each statement execute function refuse_change()`,
];
