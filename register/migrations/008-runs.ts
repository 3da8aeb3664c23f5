import { type Kysely, sql } from "kysely";

/** What must be remembered of the runs of cases in Temporal, which forgets them. Machinery, not the record. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  // A run that ended before its case: what it had accepted is carried over to the next, once.
  `create table ended_runs (
    case_id text collate "C" not null,
    run_id text not null,
    cause text not null,
    -- The build on which its task kept failing, and it was ended for that; null when it ended otherwise.
    build text,
    ended_at timestamptz not null default now(),
    carried_at timestamptz,
    primary key (case_id, run_id)
  )`,
  "create index ended_runs_to_carry on ended_runs (ended_at) where carried_at is null",
  "create unique index ended_runs_by_build on ended_runs (case_id, build) where build is not null",

  // The cases that don't run and that nobody but an operator can help now.
  `create table failing_cases (
    case_id text collate "C" primary key,
    cause text not null,
    build text not null,
    since timestamptz not null default now(),
    times integer not null default 1,
    next_look_at timestamptz not null
  )`,

  "create index cases_opening on cases (created_at) where status = 'opening'",

  // What one process at a time does now and then, and when it was last begun.
  `create table rounds (
    name text primary key,
    begun_at timestamptz not null
  )`,
];
