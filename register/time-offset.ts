import { type Kysely, sql } from "kysely";
import { NotASandboxCase, UnknownCase } from "./refusals.js";
import type { Tables } from "./schema.js";

/**
 * Sets how far a sandbox case's time is ahead of real time, and returns what holds. It is the whole offset and not one
 * more step, so that it may be sent twice; time never goes back, so a smaller one changes nothing.
 */
export async function moveTime(database: Kysely<Tables>, caseId: string, ms: number): Promise<number> {
  const row = await database
    .updateTable("cases")
    .set({ offset_ms: sql<number>`greatest(offset_ms, ${ms}::bigint)` })
    .where("id", "=", caseId)
    .where("sandbox", "=", true)
    .returning("offset_ms")
    .executeTakeFirst();
  if (row) return row.offset_ms;
  const known = await database.selectFrom("cases").select("id").where("id", "=", caseId).executeTakeFirst();
  throw known === undefined ? new UnknownCase(caseId) : new NotASandboxCase(caseId);
}
