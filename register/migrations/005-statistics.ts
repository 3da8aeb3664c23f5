import { type Kysely, sql } from "kysely";

/**
 * What statistics are counted from: the facts of each case as its acts say them at its counted version, and how many there
 * are of each value, by day and by larger grains. A projection: emptied, with every case back to version 0, it fills again.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/** Their values are products: there are as many as cases, so they are kept as facts and never counted by value. */
const ofProducts = "('product-filed', 'product-abandoned')";

const statements = [
  "alter table cases add column counted_version integer not null default 0",
  // Holds the cases that are behind, and nothing else: to find them costs nothing when there are none.
  "create index cases_to_count on cases (procedure, id) where version > counted_version",

  `create table statistics_facts (
    case_id text collate "C" not null references cases,
    procedure text not null,
    sandbox boolean not null,
    metric text not null,
    on_day date not null,
    value integer not null,
    count integer not null
  )`,
  "create index statistics_facts_by_case on statistics_facts (case_id)",
  `create index statistics_facts_by_product on statistics_facts (procedure, sandbox, value) where metric in ${ofProducts}`,
  // grain: day, month, quarter, year or decade; since: its first day.
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

  // One projection at a time: two processes that count the same case would count it twice.
  // refiled: a fact of a product and not of a case, on the day from which it was once abandoned and twice filed.
  `create function project_statistics(
    p_case text, p_procedure text, p_sandbox boolean, p_version integer,
    p_metrics text[], p_days date[], p_values integer[], p_counts integer[]
  ) returns void language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('guichet statistics', 0));
    update cases set counted_version = p_version where id = p_case and counted_version < p_version;
    if not found then
      return;
    end if;
    with gone as (
      delete from statistics_facts where case_id = p_case returning metric, on_day, value, count
    ), come as (
      insert into statistics_facts (case_id, procedure, sandbox, metric, on_day, value, count)
      select p_case, p_procedure, p_sandbox, f.metric, f.on_day, f.value, f.count
      from unnest(p_metrics, p_days, p_values, p_counts) as f (metric, on_day, value, count)
      returning metric, on_day, value, count
    ), own as (
      select -1 as sign, * from gone
      union all
      select 1, * from come
    ), of_products as (
      select sign, metric, on_day, value from own where metric in ${ofProducts}
      union all
      select s.sign, f.metric, f.on_day, f.value
      from statistics_facts f, (values (-1), (1)) as s (sign)
      where f.procedure = p_procedure and f.sandbox = p_sandbox and f.metric in ${ofProducts} and f.case_id <> p_case
        and f.value in (select value from own where metric in ${ofProducts})
    ), moved as (
      select metric, on_day, value, sign * count as count from own where metric not in ${ofProducts}
      union all
      select 'refiled', greatest(
        min(on_day) filter (where metric = 'product-abandoned'),
        (array_agg(on_day order by on_day) filter (where metric = 'product-filed'))[2]
      ), 1, sign
      from of_products group by sign, value
      having count(*) filter (where metric = 'product-abandoned') > 0 and count(*) filter (where metric = 'product-filed') > 1
    )
    insert into statistics_counts as c (procedure, sandbox, grain, since, metric, value, count)
    select p_procedure, p_sandbox, g.grain, date_trunc(g.grain, m.on_day)::date, m.metric, m.value, sum(m.count)
    from moved m, (values ('day'), ('month'), ('quarter'), ('year'), ('decade')) as g (grain)
    group by 1, 2, 3, 4, 5, 6 having sum(m.count) <> 0
    on conflict (procedure, sandbox, grain, since, metric, value) do update set count = c.count + excluded.count;
  end $$`,
];
