import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.js";

/**
 * How many cases or notices of a procedure stand so:
 * `open`; `overdue` (delays, past their last day and still awaited); `undelivered`, `unaddressed` and `undeliverable` (notices: still in
 * the outbox, that nobody has an address for, and given up); `behind` (delays that were over five minutes ago and whose end isn't recorded: nothing runs these
 * cases); `failing` (cases that don't run and that only an operator can help).
 */
export const standings = [
  "open",
  "overdue",
  "undelivered",
  "unaddressed",
  "undeliverable",
  "behind",
  "failing",
] as const;

export interface Standing {
  readonly procedure: string;
  readonly sandbox: boolean;
  readonly standing: (typeof standings)[number];
  readonly count: number;
}

/** How the cases stand, by procedure, trial cases apart; none of a kind is no row. */
export async function readStandings(database: Kysely<Tables>): Promise<Standing[]> {
  const { rows } = await sql<Omit<Standing, "count"> & { count: string }>`
    select procedure, sandbox, 'open' as standing, sum(cases) as count
      from case_counts where status <> 'concluded' group by 1, 2 having sum(cases) > 0
    union all
    select c.procedure, c.sandbox, 'overdue', count(*)
      from clocks k join cases c on c.id = k.case_id
      where k.state = 'overdue' and c.status = 'open' group by 1, 2
    union all
    select c.procedure, c.sandbox, 'undelivered', count(*)
      from outbox o join cases c on c.id = o.case_id where o.held_by is distinct from 'unaddressed' group by 1, 2
    union all
    select c.procedure, c.sandbox, 'unaddressed', count(*)
      from deliveries d join cases c on c.id = d.case_id where d.outcome = 'unaddressed' and not exists (
        select from deliveries t where t.case_id = d.case_id and t.number = d.number and t.outcome <> 'unaddressed')
      group by 1, 2
    union all
    select c.procedure, c.sandbox, 'undeliverable', count(*)
      from deliveries d join cases c on c.id = d.case_id where d.outcome = 'abandoned' group by 1, 2
    union all
    select c.procedure, c.sandbox, 'behind', count(*)
      from clocks k join cases c on c.id = k.case_id
      where k.state = 'running' and c.status = 'open'
        and k.expires_at < now() + c.offset_ms * interval '1 millisecond' - interval '5 minutes' group by 1, 2
    union all
    select c.procedure, c.sandbox, 'failing', count(*)
      from failing_cases f join cases c on c.id = f.case_id group by 1, 2
  `.execute(database);
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}
