import { type Kysely, sql } from "kysely";

/**
 * The tables of the register.
 *
 * JSON columns are `json`, not `jsonb`: the register never reads them, `json` keeps what was written byte for byte, and
 * `jsonb` refuses texts that JSON allows (`\u0000`, half a surrogate pair), which would block a case for ever.
 * Ids are compared byte by byte (`collate "C"`), so that pages come in the same order on every server.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table cases (
    id text collate "C" primary key,
    procedure text not null,
    ruleset text not null,
    sandbox boolean not null,
    organisation text not null,
    company text not null generated always as (left(organisation, 9)) stored,
    product text not null,
    principal text not null,
    filing json not null,
    filed_on date not null,
    filed_at timestamptz not null,
    created_at timestamptz not null default now(),
    genesis text not null,
    search_text text not null,
    status text not null check (status in ('opening', 'open', 'concluded')),
    phase text not null,
    ending text,
    whose_move text[] not null,
    next_due_on date,
    view json not null,
    bursts integer not null default 0,
    version integer not null default 0,
    head text not null,
    offset_ms bigint not null default 0,
    updated_at timestamptz not null default now()
  )`,
  "create index cases_by_filing on cases (filed_at, id)",
  "create index cases_by_product on cases (company, product, procedure)",
  "create index cases_by_company on cases (company, filed_at, id)",
  "create index cases_unfinished on cases (id) where status <> 'concluded'",
  "create index cases_by_due_day on cases (next_due_on) where next_due_on is not null",

  `create table case_numbers (
    series text not null,
    year integer not null,
    last integer not null,
    primary key (series, year)
  )`,

  `create table idempotency_keys (
    principal text not null,
    key text not null,
    request_hash text not null,
    case_id text collate "C" references cases,
    created_at timestamptz not null default now(),
    primary key (principal, key)
  )`,

  `create table indications (
    case_id text collate "C" not null references cases,
    id text not null,
    ordinal integer not null,
    label text,
    outcome json,
    open boolean not null,
    primary key (case_id, id)
  )`,

  `create table bursts (
    case_id text collate "C" not null references cases,
    number integer not null check (number > 0),
    digest text not null,
    head text not null,
    recorded_at timestamptz not null,
    primary key (case_id, number)
  )`,

  `create table acts (
    case_id text collate "C" not null references cases,
    id text not null,
    burst integer not null,
    ordinal integer not null,
    act text not null,
    party text,
    about text,
    legal_day date not null,
    legal_at timestamptz,
    received_at timestamptz,
    envelope json not null,
    receipt json not null,
    primary key (case_id, id)
  )`,
  "create unique index acts_in_order on acts (case_id, burst, ordinal)",

  // position: order of commit over all cases, for the change feeds (record_burst takes a lock before it draws one).
  `create table journal (
    case_id text collate "C" not null references cases,
    number integer not null check (number > 0),
    burst integer not null,
    kind text not null,
    legal_day date,
    legal_at timestamptz,
    tell_at timestamptz,
    party text,
    name text,
    about text,
    payload json not null,
    recorded_at timestamptz not null,
    seal text,
    hash text not null,
    position bigint generated always as identity,
    primary key (case_id, number)
  )`,
  "create unique index journal_by_position on journal (position)",

  `create table clocks (
    case_id text collate "C" not null references cases,
    id text not null,
    ordinal integer not null,
    name text not null,
    label text,
    state text not null,
    origin date,
    last_day date,
    expires_at timestamptz,
    clock json not null,
    primary key (case_id, id)
  )`,
  "create index clocks_by_last_day on clocks (last_day) where last_day is not null",

  `create table notices (
    case_id text collate "C" not null references cases,
    number integer not null,
    burst integer not null,
    party text not null,
    name text not null,
    about text,
    channel text not null,
    subject text not null,
    text text not null,
    legal boolean not null,
    corrects integer,
    recorded_at timestamptz not null,
    position bigint generated always as identity,
    primary key (case_id, number)
  )`,
  "create unique index notices_by_position on notices (position)",

  // The notices that nobody has delivered yet: a queue apart, so that the notices themselves never change. One whose hold is
  // over is free.
  `create table outbox (
    case_id text collate "C" not null,
    number integer not null,
    since timestamptz not null default now(),
    held_by text,
    held_until timestamptz not null default now(),
    primary key (case_id, number),
    foreign key (case_id, number) references notices
  )`,
  "create index outbox_by_hold on outbox (held_until)",

  `create table deliveries (
    position bigint generated always as identity primary key,
    case_id text collate "C" not null,
    number integer not null,
    at timestamptz not null,
    outcome text not null check (outcome in ('delivered', 'failed', 'abandoned')),
    detail text,
    foreign key (case_id, number) references notices
  )`,
  "create index deliveries_by_notice on deliveries (case_id, number)",
  "create index deliveries_abandoned on deliveries (case_id, number) where outcome = 'abandoned'",

  // Eight slots for each count, so that concurrent bursts of a busy phase don't wait for one row.
  `create table case_counts (
    procedure text not null,
    sandbox boolean not null,
    status text not null,
    phase text not null,
    slot integer not null,
    cases bigint not null,
    primary key (procedure, sandbox, status, phase, slot)
  )`,
  // Ordered by key: two bursts that touch the same two counts take them in the same order, and can't deadlock.
  `create function count_case() returns trigger language plpgsql as $$
  declare
    slot constant integer := abs(hashtext(new.id) % 8);
  begin
    insert into case_counts as c (procedure, sandbox, status, phase, slot, cases)
    select new.procedure, new.sandbox, d.status, d.phase, slot, d.delta
    from (
      select new.status, new.phase, 1
      union all
      select old.status, old.phase, -1 where tg_op = 'UPDATE'
    ) as d (status, phase, delta)
    order by d.status, d.phase
    on conflict on constraint case_counts_pkey do update set cases = c.cases + excluded.cases;
    return null;
  end $$`,
  "create trigger count_filed after insert on cases for each row execute function count_case()",
  `create trigger count_moved after update of status, phase on cases for each row
   when (old.status is distinct from new.status or old.phase is distinct from new.phase) execute function count_case()`,
];
