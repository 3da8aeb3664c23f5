import type { Kysely } from "kysely";
import type { Attempt } from "./outbox.js";
import type { Tables } from "./schema.js";

/** An attempt to deliver a notice, as it was written down. */
export interface Delivery extends Attempt {
  readonly at: string;
  readonly detail: string | undefined;
  readonly recipients: readonly string[];
}

/** The attempts to deliver the notices of a case, in order. */
export async function readDeliveries(database: Kysely<Tables>, caseId: string, notice?: number): Promise<Delivery[]> {
  let query = database.selectFrom("deliveries").selectAll().where("case_id", "=", caseId);
  if (notice !== undefined) query = query.where("number", "=", notice);
  const rows = await query.orderBy("position").execute();
  return rows.map((row) => ({
    case: row.case_id,
    number: row.number,
    at: row.at,
    outcome: row.outcome,
    detail: row.detail ?? undefined,
    recipients: row.recipients,
  }));
}
