import { type Kysely, sql } from "kysely";

/**
 * Where notices go: an authority's mailbox, and the people of a company who chose to receive them. A notice that has nobody to go
 * to waits until somebody has an address; whom each attempt reached, and who first opened what, are kept.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table mailboxes (
    party text collate "C" primary key,
    address text not null
  )`,

  // What a person chose to receive of a company's mails (SIREN).
  `create table preferences (
    person text collate "C" not null references people on delete cascade,
    company text not null,
    mails text not null check (mails in ('all', 'legal', 'none')),
    primary key (person, company)
  )`,

  // What a company's account says: a projection of its case, rewritten with each of its bursts.
  `create table accounts (
    case_id text collate "C" primary key references cases,
    company text not null,
    sandbox boolean not null,
    mutes_status_mails boolean not null
  )`,
  "create index accounts_muting on accounts (company) where mutes_status_mails",

  "alter table deliveries add column recipients text[] not null default '{}'",
  "alter table deliveries drop constraint deliveries_outcome_check",
  `alter table deliveries add constraint deliveries_outcome_check
   check (outcome in ('delivered', 'failed', 'abandoned', 'unaddressed', 'muted'))`,
  "create index deliveries_unaddressed on deliveries (case_id, number) where outcome = 'unaddressed'",

  // CRPA R. 112-20: the day of a case in whose time the person first opened the notice, and the instant at which they did.
  `create table consultations (
    case_id text collate "C" not null,
    number integer not null,
    person text collate "C" not null,
    on_day date not null,
    at timestamptz not null default now(),
    primary key (case_id, number, person),
    foreign key (case_id, number) references notices
  )`,
  `create trigger append_only before update or delete or truncate on consultations
   for each statement execute function refuse_change()`,

  // Whoever comes to have an address is told what waited for it.
  `create function free_unaddressed() returns trigger language plpgsql as $$
  begin
    update outbox set held_by = null, held_until = now() where held_by = 'unaddressed';
    return null;
  end $$`,
  "create trigger free_unaddressed after insert or update on mailboxes for each statement execute function free_unaddressed()",
  "create trigger free_unaddressed after insert or update on preferences for each statement execute function free_unaddressed()",
  "create trigger free_unaddressed after insert on mandates for each statement execute function free_unaddressed()",
  "create trigger free_unaddressed after update of email on people for each statement execute function free_unaddressed()",
  "create index outbox_unaddressed on outbox (case_id) where held_by = 'unaddressed'",
];
