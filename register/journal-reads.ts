import type { Kysely } from "kysely";
import type { Act } from "../case/act.js";
import type { Author } from "../case/author.js";
import { actOf, type RecordedEntry, recordedEntry } from "./rows.js";
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
  return withSenders(database, caseId, rows.map(recordedEntry));
}

/** What stands in a feed of all cases: `position` is where to read on from. */
export type InFeed<Row> = Row & { position: number };

/** The lines of a case, those of acts and of its filing with who sent them: the act itself says so, and the case of its filing. */
async function withSenders(
  database: Kysely<Tables>,
  caseId: string,
  entries: readonly RecordedEntry[],
): Promise<RecordedEntry[]> {
  const acts = entries.flatMap(({ kind, cause }) => (kind === "act" && cause !== undefined ? [cause] : []));
  const wasFiled = entries.some(({ kind }) => kind === "filed");
  const [sent, author] = await Promise.all([
    sendersOf(database, caseId, acts),
    wasFiled ? filerOf(database, caseId) : null,
  ]);
  return entries.map((entry) => {
    if (entry.kind === "act") return { ...entry, ...sent.get(entry.cause ?? "") };
    return entry.kind === "filed" && author !== null ? { ...entry, author } : entry;
  });
}

type Sender = Pick<RecordedEntry, "author" | "via">;

async function sendersOf(
  database: Kysely<Tables>,
  caseId: string,
  acts: readonly string[],
): Promise<ReadonlyMap<string, Sender>> {
  if (acts.length === 0) return new Map();
  const rows = await database
    .selectFrom("acts")
    .select(["id", "envelope"])
    .where("case_id", "=", caseId)
    .where("id", "in", acts)
    .execute();
  return new Map(rows.map((row) => [row.id, senderOf(actOf(row))]));
}

const senderOf = ({ author, via }: Act): Sender => ({ ...(author && { author }), ...(via && { via }) });

async function filerOf(database: Kysely<Tables>, caseId: string): Promise<Author | null> {
  const row = await database.selectFrom("cases").select("author").where("id", "=", caseId).executeTakeFirst();
  return (row?.author ?? null) as Author | null;
}
