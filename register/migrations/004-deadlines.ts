import { type Kysely, sql } from "kysely";

/** The clocks of all cases by their last day, those without one last: a page of deadlines is then a walk along the index. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create index clocks_by_deadline on clocks (coalesce(last_day, date 'infinity'), case_id, id)
       where state in ('running', 'suspended', 'overdue')`,
    )
    .execute(database);
}
