import { type Kysely, sql } from "kysely";

/**
 * What statistics are counted from: the facts of each case as its acts say them at that version, and how many there are of
 * each value by month and by year. A projection: it can be emptied and filled again from the acts.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table statistics_cases (
    case_id text collate "C" primary key references cases,
    version integer not null
  )`,
  `create table statistics_facts (
    case_id text collate "C" not null references cases,
    procedure text not null,
    sandbox boolean not null,
    metric text not null,
    on_day date not null,
    value integer not null
  )`,
  "create index statistics_facts_by_case on statistics_facts (case_id)",
  "create index statistics_facts_by_day on statistics_facts (procedure, sandbox, on_day)",
  // grain: 'm' or 'y'; since: its first day.
  `create table statistics_counts (
    procedure text not null,
    sandbox boolean not null,
    grain text not null,
    since date not null,
    metric text not null,
    value integer not null,
    count bigint not null,
    primary key (procedure, sandbox, grain, since, metric, value)
  )`,
  `create index statistics_counts_by_value on statistics_counts (procedure, sandbox, metric, value)
   where metric in ('product-filed', 'product-abandoned')`,

  // One projection at a time: two processes that count the same case would count it twice.
  `create function project_statistics(
    p_case text, p_procedure text, p_sandbox boolean, p_version integer, p_metrics text[], p_days date[], p_values integer[]
  ) returns boolean language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('guichet statistics', 0));
    if exists (select 1 from statistics_cases where case_id = p_case and version >= p_version) then
      return false;
    end if;
    insert into statistics_cases (case_id, version) values (p_case, p_version)
    on conflict (case_id) do update set version = excluded.version;
    with gone as (
      delete from statistics_facts where case_id = p_case returning metric, on_day, value
    ), come as (
      insert into statistics_facts (case_id, procedure, sandbox, metric, on_day, value)
      select p_case, p_procedure, p_sandbox, f.metric, f.on_day, f.value
      from unnest(p_metrics, p_days, p_values) as f (metric, on_day, value)
      returning metric, on_day, value
    ), moved as (
      select metric, on_day, value, -1 as delta from gone
      union all
      select metric, on_day, value, 1 from come
    )
    insert into statistics_counts as c (procedure, sandbox, grain, since, metric, value, count)
    select p_procedure, p_sandbox, g.grain, date_trunc(g.unit, m.on_day)::date, m.metric, m.value, sum(m.delta)
    from moved m, (values ('m', 'month'), ('y', 'year')) as g (grain, unit)
    group by 1, 2, 3, 4, 5, 6 having sum(m.delta) <> 0
    on conflict (procedure, sandbox, grain, since, metric, value) do update set count = c.count + excluded.count;
    return true;
  end $$`,
];
