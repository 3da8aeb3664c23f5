import { type Kysely, sql, type Transaction } from "kysely";
import { canonicalJson } from "./canonical-json.js";
import { linked } from "./chain.js";
import type { Tables } from "./schema.js";

type Line = Pick<Tables["directory_journal"], "number" | "kind" | "by_person"> & {
  readonly content: unknown;
  readonly recorded_at: string;
};

const contentOf = ({ number, kind, by_person, content, recorded_at }: Line): string =>
  canonicalJson({ number, kind, by: by_person, content, recordedAt: recorded_at });

/** Writes a line of the directory's journal: what was changed, and by whom. Persons by their id, never by their name. */
export type Journal = (kind: string, by: string, content: Readonly<Record<string, unknown>>) => Promise<void>;

/** One change at a time: each line of the journal covers the one before it. */
export async function changed<T>(
  database: Kysely<Tables>,
  change: (transaction: Transaction<Tables>, journal: Journal) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('directory', 0))`.execute(transaction);
    return change(transaction, async (kind, by, content) => {
      const last = await transaction
        .selectFrom("directory_journal")
        .select(["number", "hash"])
        .orderBy("number", "desc")
        .limit(1)
        .executeTakeFirst();
      const { rows } = await sql<{ now: string }>`
        select date_trunc('milliseconds', clock_timestamp()) as now`.execute(transaction);
      const line = {
        number: (last?.number ?? 0) + 1,
        kind,
        by_person: by,
        content,
        recorded_at: rows[0]?.now ?? "",
      };
      const hash = linked(last?.hash ?? "", contentOf(line));
      await transaction
        .insertInto("directory_journal")
        .values({ ...line, content: JSON.stringify(content), hash })
        .execute();
    });
  });
}

/** Whether the journal's chain holds, and up to which line. */
export async function verifyDirectory(database: Kysely<Tables>): Promise<{ valid: boolean; lines: number }> {
  const lines = await database.selectFrom("directory_journal").selectAll().orderBy("number").execute();
  let head = "";
  for (const [index, line] of lines.entries()) {
    head = linked(head, contentOf(line));
    if (line.number !== index + 1 || line.hash !== head) return { valid: false, lines: index };
  }
  return { valid: true, lines: lines.length };
}
