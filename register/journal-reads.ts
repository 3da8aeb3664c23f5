import { type Kysely, sql } from "kysely";
import type { Act } from "../case/act.js";
import type { Author } from "../case/author.js";
import { actOf, type EntryRow, entryOf, type RecordedEntry, recordedEntry } from "./rows.js";
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
  return withSenders(database, rows.map(recordedEntry), rows);
}

/** What stands in a feed of all cases: `position` is where to read on from. */
export type InFeed<Row> = Row & { position: number };

/** The lines, those of acts and filings with who sent them: the act itself says so, and the case of its filing. */
async function withSenders<Entry extends RecordedEntry>(
  database: Kysely<Tables>,
  entries: readonly Entry[],
  rows: readonly EntryRow[],
): Promise<Entry[]> {
  const acts = rows.flatMap((row) => (row.kind === "act" ? [{ of: row.case_id, id: entryOf(row).cause }] : []));
  const filed = rows.flatMap((row) => (row.kind === "filed" ? [row.case_id] : []));
  const [sent, authors] = await Promise.all([sendersOf(database, acts), filersOf(database, filed)]);
  return entries.map((entry) => {
    if (entry.kind === "act") return { ...entry, ...sent.get(`${entry.case} ${entry.cause}`) };
    const author = entry.kind === "filed" ? authors.get(entry.case) : undefined;
    return author === undefined ? entry : { ...entry, author };
  });
}

type Sender = Pick<RecordedEntry, "author" | "via">;

async function sendersOf(
  database: Kysely<Tables>,
  acts: readonly { readonly of: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Sender>> {
  if (acts.length === 0) return new Map();
  const { rows } = await sql<{ case_id: string; id: string; envelope: unknown }>`
    select a.case_id, a.id, a.envelope from acts a
    join unnest(${acts.map(({ of }) => of)}::text[], ${acts.map(({ id }) => id)}::text[]) as w (case_id, id)
      on w.case_id = a.case_id and w.id = a.id`.execute(database);
  return new Map(rows.map((row) => [`${row.case_id} ${row.id}`, senderOf(actOf(row))]));
}

const senderOf = ({ author, via }: Act): Sender => ({ ...(author && { author }), ...(via && { via }) });

async function filersOf(database: Kysely<Tables>, cases: readonly string[]): Promise<ReadonlyMap<string, Author>> {
  if (cases.length === 0) return new Map();
  const rows = await database
    .selectFrom("cases")
    .select(["id", "author"])
    .where("id", "in", [...cases])
    .execute();
  return new Map(rows.flatMap(({ id, author }) => (author === null ? [] : [[id, author as Author] as const])));
}
