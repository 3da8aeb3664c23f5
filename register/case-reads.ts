import { type Kysely, sql } from "kysely";
import { knownInstant } from "../law/known-days.js";
import { type CaseRecord, caseRecord } from "./case-record.js";
import { cursorAfter, keyOfCursor, UnknownCursor } from "./cursor.js";
import type { Tables } from "./schema.js";
import { searchText } from "./search-text.js";
import { storableText } from "./storable-text.js";

/** The case of that number. */
export async function readCase(database: Kysely<Tables>, id: string): Promise<CaseRecord | undefined> {
  const row = await database.selectFrom("cases").selectAll().where("id", "=", id).executeTakeFirst();
  return row && caseRecord(row);
}

/** Which cases to list; all the conditions given hold together. */
export interface CaseFilter {
  procedure?: string | undefined;
  /** Procedures whose cases don't exist for whoever asks. */
  except?: readonly string[] | undefined;
  /** Key of the product. */
  product?: string | undefined;
  phase?: string | undefined;
  /** A party whose move it is. */
  whoseMove?: string | undefined;
  /** Next due before this day (that day excluded). */
  dueBefore?: string | undefined;
  /** Words found in the number, the product, the indications or the text given at the filing, without case or accents. */
  text?: string | undefined;
  status?: CaseRecord["status"] | undefined;
  sandbox?: boolean | undefined;
  /** SIRET of the establishment. */
  organisation?: string | undefined;
  /** SIREN of the company, whichever of its establishments filed. */
  company?: string | undefined;
  /** The one who filed it. */
  principal?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

/** A page of a list; `next` is the cursor of the page that follows, null on the last. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** The cases that answer a filter, page and cursor apart. */
function filtered(database: Kysely<Tables>, filter: CaseFilter) {
  let query = database.selectFrom("cases");
  if (filter.procedure !== undefined) query = query.where("procedure", "=", filter.procedure);
  if (filter.except !== undefined && filter.except.length > 0)
    query = query.where("procedure", "not in", filter.except);
  if (filter.product !== undefined) query = query.where("product", "=", storableText(filter.product));
  if (filter.phase !== undefined) query = query.where("phase", "=", filter.phase);
  if (filter.status !== undefined) query = query.where("status", "=", filter.status);
  if (filter.sandbox !== undefined) query = query.where("sandbox", "=", filter.sandbox);
  if (filter.organisation !== undefined) query = query.where("organisation", "=", storableText(filter.organisation));
  if (filter.company !== undefined) query = query.where("company", "=", filter.company);
  if (filter.principal !== undefined) query = query.where("principal", "=", filter.principal);
  if (filter.dueBefore !== undefined) query = query.where("next_due_on", "<", filter.dueBefore);
  if (filter.whoseMove !== undefined) query = query.where(sql<boolean>`${filter.whoseMove} = any (whose_move)`);
  for (const word of storableText(searchText(filter.text ?? ""))
    .split(/\s+/)
    .filter(Boolean)) {
    query = query.where(sql<boolean>`strpos(search_text, ${word}) > 0`);
  }
  return query;
}

/** The cases that answer a filter, last filed first. */
export async function readCases(database: Kysely<Tables>, filter: CaseFilter): Promise<Page<CaseRecord>> {
  const limit = filter.limit ?? 50;
  let query = filtered(database, filter).selectAll();
  if (filter.after !== undefined) {
    const [filedAt, id] = caseKey(filter.after);
    query = query.where(sql<boolean>`(filed_at, id) < (${filedAt}::timestamptz, ${id})`);
  }
  // One more than asked: it tells whether there is a next page.
  const rows = await query
    .orderBy("filed_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(caseRecord),
    next: last && rows.length > limit ? cursorAfter([last.filed_at, last.id]) : null,
  };
}

/** The companies (SIREN) of the cases that answer a filter, a few at most. */
export async function readCompanies(database: Kysely<Tables>, filter: CaseFilter): Promise<string[]> {
  const rows = await filtered(database, filter).select("company").distinct().orderBy("company").limit(10).execute();
  return rows.map(({ company }) => company);
}

function caseKey(cursor: string): [filedAt: string, id: string] {
  const [filedAt, id] = keyOfCursor(cursor, 2) as [string, string];
  const at = knownInstant(filedAt);
  if (at === null) throw new UnknownCursor();
  return [at, storableText(id)];
}

/** A case that should be running; *opening* until its workflow was seen to start. */
export type OpenCase = Pick<CaseRecord, "id" | "status" | "createdAt">;

/** Cases that aren't concluded, by id, after a given one. */
export async function readOpenCases(database: Kysely<Tables>, after = "", limit = 100): Promise<OpenCase[]> {
  return database
    .selectFrom("cases")
    .select(["id", "status", "created_at as createdAt"])
    .where("status", "<>", "concluded")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Cases that nobody has seen start yet, those filed first before the others. */
export async function readOpeningCases(database: Kysely<Tables>, limit = 100): Promise<OpenCase[]> {
  return database
    .selectFrom("cases")
    .select(["id", "status", "created_at as createdAt"])
    .where("status", "=", "opening")
    .orderBy("created_at")
    .limit(limit)
    .execute();
}

/** How many cases stand in a phase. */
export interface CaseCount {
  procedure: string;
  sandbox: boolean;
  status: CaseRecord["status"];
  phase: string;
  cases: number;
}

/** How many cases stand where, from counts kept up as cases move: its cost doesn't grow with the number of cases. */
export async function readCounts(database: Kysely<Tables>): Promise<CaseCount[]> {
  return database
    .selectFrom("case_counts")
    .select(["procedure", "sandbox", "status", "phase"])
    .select(sql<number>`sum(cases)::bigint`.as("cases"))
    .groupBy(["procedure", "sandbox", "status", "phase"])
    .having(sql<number>`sum(cases)`, ">", 0)
    .orderBy("procedure")
    .orderBy("sandbox")
    .orderBy("status")
    .orderBy("phase")
    .execute();
}
