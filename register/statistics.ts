import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.js";

/** A fact of a case: a metric, its legal day, a whole value. */
export interface FactRow {
  readonly metric: string;
  readonly on: string;
  readonly value: number;
}

export interface CountRow {
  readonly metric: string;
  readonly value: number;
  readonly count: number;
}

/** Which cases: real ones, or those of the sandbox. */
export interface Counted {
  readonly procedures: readonly string[];
  readonly sandbox: boolean;
  /** First and last day, both counted; null: since the beginning. */
  readonly from: string | null;
  readonly to: string;
}

/** What statistics read and write. Months and years are counted ahead, so that a closed year costs no more than its values. */
export interface Statistics {
  /** Cases of these procedures whose facts aren't those of their present version, oldest first. */
  behind(procedures: readonly string[], limit: number): Promise<{ id: string; version: number }[]>;
  /** The last line of the register's journals: while it stays, no case is newly behind. */
  position(): Promise<number>;
  /** Replaces the facts of a case by those of a version; nothing happens if they are already of that version. */
  project(
    of: { id: string; procedure: string; sandbox: boolean; version: number },
    facts: readonly FactRow[],
  ): Promise<void>;
  /** Of all metrics, or of these. */
  counts(counted: Counted & { readonly metrics?: readonly string[] }): Promise<CountRow[]>;
  /** Facts of these metrics by month, in order. */
  byMonth(counted: Counted & { readonly metrics: readonly string[] }): Promise<{ month: string; count: number }[]>;
  /** Products abandoned, of which another first request was filed. */
  refiled(counted: Omit<Counted, "from">): Promise<number>;
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** The beginning of what is counted: no procedure is older. */
const beginning = "2000-01-01";

/** A period in whole years, whole months, and the spans of days that are left. */
export function piecesOf(from: string, to: string): { years: string[]; months: string[]; spans: [string, string][] } {
  const years: string[] = [];
  const months: string[] = [];
  const spans: [string, string][] = [];
  let at = from;
  while (at <= to) {
    const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7)) - 1];
    const [endOfYear, endOfMonth] = [day(year, 11, 31), day(year, month + 1, 0)];
    let end: string;
    if (at.endsWith("-01-01") && endOfYear <= to) {
      years.push(at);
      end = endOfYear;
    } else if (at.endsWith("-01") && endOfMonth <= to) {
      months.push(at);
      end = endOfMonth;
    } else {
      end = endOfMonth < to ? endOfMonth : to;
      spans.push([at, end]);
    }
    at = day(Number(end.slice(0, 4)), Number(end.slice(5, 7)) - 1, Number(end.slice(8)) + 1);
  }
  return { years, months, spans };
}

export function statistics(database: Kysely<Tables>): Statistics {
  return {
    async behind(procedures, limit) {
      const { rows } = await sql<{ id: string; version: number }>`
        select c.id, c.version from cases c left join statistics_cases s on s.case_id = c.id
        where c.procedure = any(${[...procedures]}) and c.version > coalesce(s.version, 0)
        order by c.id limit ${limit}`.execute(database);
      return rows;
    },
    async position() {
      const { rows } = await sql<{ position: string | null }>`select max(position) as position from journal`.execute(
        database,
      );
      return Number(rows[0]?.position ?? 0);
    },
    async project({ id, procedure, sandbox, version }, facts) {
      await sql`select project_statistics(${id}, ${procedure}, ${sandbox}, ${version},
        ${facts.map(({ metric }) => metric)}::text[], ${facts.map(({ on }) => on)}::date[],
        ${facts.map(({ value }) => value)}::integer[])`.execute(database);
    },
    async counts({ procedures, sandbox, from, to, metrics }) {
      const only = metrics === undefined ? sql`true` : sql`metric = any(${[...metrics]})`;
      const { years, months, spans } = piecesOf(from ?? beginning, to);
      // What has a value for each product has as many rows as there are cases: it is asked for apart.
      const { rows } = await sql<{ metric: string; value: number; count: string }>`
        select metric, value, sum(count) as count from (
          select metric, value, count from statistics_counts
          where procedure = any(${[...procedures]}) and sandbox = ${sandbox}
            and ((grain = 'y' and since = any(${years}::date[])) or (grain = 'm' and since = any(${months}::date[])))
            and metric not in ('product-filed', 'product-abandoned') and ${only}
          union all
          select f.metric, f.value, 1 from statistics_facts f
          join unnest(${spans.map(([first]) => first)}::date[], ${spans.map(([, last]) => last)}::date[]) as s (first, last)
            on f.on_day between s.first and s.last
          where f.procedure = any(${[...procedures]}) and f.sandbox = ${sandbox}
            and f.metric not in ('product-filed', 'product-abandoned') and ${only}
        ) as pieces group by metric, value having sum(count) <> 0`.execute(database);
      return rows.map(({ metric, value, count }) => ({ metric, value, count: Number(count) }));
    },
    async byMonth({ procedures, sandbox, from, to, metrics }) {
      const { rows } = await sql<{ month: string; count: string }>`
        select since::text as month, sum(count) as count from statistics_counts
        where procedure = any(${[...procedures]}) and sandbox = ${sandbox} and grain = 'm'
          and since >= ${from ?? beginning}::date and since <= ${to}::date and metric = any(${[...metrics]})
        group by since order by since`.execute(database);
      return rows.map(({ month, count }) => ({ month, count: Number(count) }));
    },
    async refiled({ procedures, sandbox, to }) {
      const { rows } = await sql<{ refiled: string }>`
        select count(*) as refiled from (
          select value from statistics_counts
          where procedure = any(${[...procedures]}) and sandbox = ${sandbox} and grain = 'm' and since <= ${to}::date
            and metric in ('product-filed', 'product-abandoned')
          group by value
          having sum(count) filter (where metric = 'product-abandoned') > 0
            and sum(count) filter (where metric = 'product-filed') > 1
        ) as again`.execute(database);
      return Number(rows[0]?.refiled ?? 0);
    },
  };
}
