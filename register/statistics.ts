import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.js";

/** How many there are of a whole value of a metric. */
export interface CountRow {
  readonly metric: string;
  readonly value: number;
  readonly count: number;
}

/** What a case adds to them on a legal day. */
export interface FactRow extends CountRow {
  readonly on: string;
}

/** Days that are counted ahead as one, by the first of them. */
export interface Piece {
  readonly grain: "day" | "month" | "quarter" | "year" | "decade";
  readonly since: string;
}

/** Which facts: of real cases, or of those of the sandbox, in these pieces of time. */
export interface Counted {
  readonly procedure: string;
  readonly sandbox: boolean;
  readonly pieces: readonly Piece[];
}

/** What statistics read and write. Facts are counted ahead, so that a figure costs its values, and not its cases. */
export interface Statistics {
  /** Cases of these procedures that have grown since they were counted. */
  behind(procedures: readonly string[], limit: number): Promise<{ id: string; version: number }[]>;
  /** Replaces the facts of a case by those of a version; nothing happens if they are already of that version. */
  project(
    of: { id: string; procedure: string; sandbox: boolean; version: number },
    facts: readonly FactRow[],
  ): Promise<void>;
  /** How many facts of each value, of all metrics or of these. */
  counts(counted: Counted, metrics?: readonly string[]): Promise<CountRow[]>;
  /** How many facts of these metrics in each piece that has some, by its first day. */
  countsByPiece(counted: Counted, metrics: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** The counts of these pieces, one after the other along the index. */
const countsIn = ({ procedure, sandbox, pieces }: Counted, metrics: readonly string[] | undefined) => sql`
  unnest(${pieces.map(({ grain }) => grain)}::text[], ${pieces.map(({ since }) => since)}::date[]) as piece (grain, since)
  join statistics_counts c on c.procedure = ${procedure} and c.sandbox = ${sandbox}
    and c.grain = piece.grain and c.since = piece.since
    and ${metrics === undefined ? sql`true` : sql`c.metric = any(${[...metrics]})`}`;

export function statistics(database: Kysely<Tables>): Statistics {
  return {
    async behind(procedures, limit) {
      // In the order of the index, without which the planner would rather read all cases.
      const { rows } = await sql<{ id: string; version: number }>`
        select id, version from cases
        where procedure = any(${[...procedures]}) and version > counted_version
        order by procedure, id limit ${limit}`.execute(database);
      return rows;
    },
    async project({ id, procedure, sandbox, version }, facts) {
      await sql`select project_statistics(${id}, ${procedure}, ${sandbox}, ${version},
        ${facts.map(({ metric }) => metric)}::text[], ${facts.map(({ on }) => on)}::date[],
        ${facts.map(({ value }) => value)}::integer[], ${facts.map(({ count }) => count)}::integer[])`.execute(
        database,
      );
    },
    async counts(counted, metrics) {
      const { rows } = await sql<{ metric: string; value: number; count: string }>`
        select c.metric, c.value, sum(c.count) as count from ${countsIn(counted, metrics)}
        group by c.metric, c.value having sum(c.count) <> 0`.execute(database);
      return rows.map(({ metric, value, count }) => ({ metric, value, count: Number(count) }));
    },
    async countsByPiece(counted, metrics) {
      const { rows } = await sql<{ since: string; count: string }>`
        select c.since::text as since, sum(c.count) as count from ${countsIn(counted, metrics)}
        group by c.since`.execute(database);
      return new Map(rows.map(({ since, count }) => [since, Number(count)]));
    },
  };
}
