import { type Kysely, sql } from "kysely";
import { storedInstant } from "./instant.js";
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

/** Where a key asked the time of a trial case to go. */
export interface KeptAdvance {
  /** What was asked, as it was written. */
  readonly asked: string;
  readonly target: string;
}

/** Where a key asked time to go; undefined when it hasn't. */
export async function readAdvance(
  database: Kysely<Tables>,
  caseId: string,
  id: string,
): Promise<KeptAdvance | undefined> {
  const row = await database
    .selectFrom("advances")
    .select(["asked", "target"])
    .where("case_id", "=", caseId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { asked: row.asked, target: storedInstant(row.target) };
}

/** Keeps where a key asks time to go, or finds where it asked first. */
export async function keepAdvance(
  database: Kysely<Tables>,
  caseId: string,
  id: string,
  { asked, target }: KeptAdvance,
): Promise<KeptAdvance> {
  await database
    .insertInto("advances")
    .values({ case_id: caseId, id, asked, target })
    .onConflict((one) => one.doNothing())
    .execute();
  return (await readAdvance(database, caseId, id)) ?? { asked, target };
}

/** An open trial case whose time was moved. */
export interface MovedCase {
  readonly id: string;
  readonly offsetMs: number;
}

/** The open trial cases whose time was moved, in the order of their ids, after the one given. */
export async function readMovedCases(database: Kysely<Tables>, after: string, limit: number): Promise<MovedCase[]> {
  const rows = await database
    .selectFrom("cases")
    .select(["id", "offset_ms"])
    .where("status", "<>", "concluded")
    .where("sandbox", "=", true)
    .where("offset_ms", ">", 0)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id, offset_ms }) => ({ id, offsetMs: offset_ms }));
}
