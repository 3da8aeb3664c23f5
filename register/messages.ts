import { type Kysely, sql } from "kysely";
import type { Json, Tables } from "./schema.js";

/** What is sent under a key, made once: however often the key comes again, this is what goes to the case. */
export interface KeptMessage {
  /** The id of its act: that of the principal, the key and the case. */
  id: string;
  act: string;
  /** The id of the Update as which it is sent: another message, even of the same act, is another Update. */
  updateId: string;
  message: Json;
}

/** Keeps a message, or finds the one that stands under its id; undefined when the act itself stands. */
export async function keepMessage(
  database: Kysely<Tables>,
  caseId: string,
  { id, act, updateId, message }: KeptMessage,
): Promise<KeptMessage | undefined> {
  const { rows } = await sql<{ act: string; update_id: string; message: Json }>`
    select act, update_id, message
    from keep_message(${caseId}, ${id}, ${act}, ${updateId}, ${JSON.stringify(message)})`.execute(database);
  const [row] = rows;
  return row && { id, act: row.act, updateId: row.update_id, message: row.message };
}

/** Forgets a message that was refused; never another that stands under its id by now. */
export async function letGoOf(database: Kysely<Tables>, caseId: string, id: string, updateId: string): Promise<void> {
  await database
    .deleteFrom("messages")
    .where("case_id", "=", caseId)
    .where("id", "=", id)
    .where("update_id", "=", updateId)
    .execute();
}

/** Marks a message as promised to the one who sent it. */
export async function promise(database: Kysely<Tables>, caseId: string, id: string): Promise<void> {
  await database
    .updateTable("messages")
    .set({ promised: true })
    .where("case_id", "=", caseId)
    .where("id", "=", id)
    .execute();
}
