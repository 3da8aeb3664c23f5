import type { Kysely } from "kysely";
import { storedInstant } from "./instant.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** One attempt to deliver a notice. */
export interface Delivery {
  case: string;
  /** The notice's number. */
  notice: number;
  at: string;
  /** `failed` leaves the notice in the outbox; `abandoned` says that nobody will try again. */
  outcome: "delivered" | "failed" | "abandoned";
  detail?: string | null;
}

/** Writes an attempt down; once delivered or abandoned, the notice leaves the outbox. */
export async function recordDelivery(database: Kysely<Tables>, delivery: Delivery): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("deliveries")
      .values({
        case_id: delivery.case,
        number: delivery.notice,
        at: storedInstant(delivery.at),
        outcome: delivery.outcome,
        detail: delivery.detail == null ? null : storableText(delivery.detail),
      })
      .execute();
    if (delivery.outcome === "failed") return;
    await transaction
      .deleteFrom("outbox")
      .where("case_id", "=", delivery.case)
      .where("number", "=", delivery.notice)
      .execute();
  });
}

/** The attempts to deliver the notices of a case, in order. */
export async function readDeliveries(
  database: Kysely<Tables>,
  caseId: string,
  notice?: number,
): Promise<Required<Delivery>[]> {
  let query = database.selectFrom("deliveries").selectAll().where("case_id", "=", caseId);
  if (notice !== undefined) query = query.where("number", "=", notice);
  const rows = await query.orderBy("position").execute();
  return rows.map((row) => ({
    case: row.case_id,
    notice: row.number,
    at: row.at,
    outcome: row.outcome,
    detail: row.detail,
  }));
}
