import type { Kysely } from "kysely";
import { type RecordedEntry, recordedEntry } from "./rows.js";
import type { Tables } from "./schema.js";

/** Which lines to read: those after a number, and how many at most. */
export interface Reading {
  after?: number | undefined;
  limit?: number | undefined;
}

/** The lines of a case's journal, in order, after a given number. */
export async function readJournal(
  database: Kysely<Tables>,
  caseId: string,
  { after = 0, limit = 1_000 }: Reading = {},
): Promise<RecordedEntry[]> {
  const rows = await database
    .selectFrom("journal")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(recordedEntry);
}

/** What stands in a feed of all cases: `position` is where to read on from. */
export type InFeed<Row> = Row & { position: number };
