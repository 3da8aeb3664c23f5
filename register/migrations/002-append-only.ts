import { type Kysely, sql } from "kysely";
import { appendOnlyTables } from "../append-only.js";

/**
 * What was recorded is never changed, by anyone who doesn't first take the triggers away. Triggers and not rules: rules
 * would break ON CONFLICT and let TRUNCATE pass. By statement, so that even one that matches no row is refused.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create function refuse_change() returns trigger language plpgsql as $$
       begin
         raise exception '% is refused: table % is append-only', tg_op, tg_table_name using errcode = 'insufficient_privilege';
       end $$`,
    )
    .execute(database);
  for (const table of appendOnlyTables) {
    await sql
      .raw(
        `create trigger append_only before update or delete or truncate on ${table}
         for each statement execute function refuse_change()`,
      )
      .execute(database);
  }
  await sql
    .raw(
      "create trigger never_removed before delete or truncate on cases for each statement execute function refuse_change()",
    )
    .execute(database);
}
