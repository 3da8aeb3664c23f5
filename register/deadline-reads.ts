import { type Kysely, sql } from "kysely";
import type { ClockView } from "../case/view.js";
import { isCivilDate } from "../law/civil-date.js";
import type { Page } from "./case-reads.js";
import { cursorAfter, keyOfCursor, UnknownCursor } from "./cursor.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Which clocks of open cases to list; all the conditions given hold together. Delays are named `procedure/delay`. */
export interface DeadlineFilter {
  delays: readonly string[];
  /** Ends before this day (that day excluded). */
  before?: string | undefined;
  sandbox?: boolean | undefined;
  /** SIREN of the company that holds the case. */
  company?: string | undefined;
  /** The one who filed the case. */
  principal?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

/** A clock of an open case. */
export interface StoredDeadline {
  case: string;
  procedure: string;
  id: string;
  state: string;
  lastDay: string | null;
  sandbox: boolean;
  /** Name of the product. */
  product: string | null;
  /** The last day that it ever had: a suspended clock has none now. */
  lastKnownDay: string | null;
  /** How often its day has moved, or has come to stand or fall; since when it is so. */
  sequence: number;
  movedAt: string;
  /** The whole clock, as the last burst showed it. */
  clock: ClockView;
}

/** Suspended clocks have no last day: they come last. */
const day = sql<string>`coalesce(k.last_day, date 'infinity')`;

/** The clocks that a filter concerns, whatever their state. */
function clocksOf(database: Kysely<Tables>, filter: DeadlineFilter) {
  // Inside coalesce: PostgreSQL guesses that a bare comparison of a text made on the way keeps one row in a hundred, and
  // would then sort all the clocks there are rather than walk along the index to the end of the page.
  const among = sql<boolean>`coalesce(c.procedure || '/' || k.name = any (${[...filter.delays]}), false)`;
  let query = database
    .selectFrom("clocks as k")
    .innerJoin("cases as c", "c.id", "k.case_id")
    .select(["k.case_id", "c.procedure", "k.id", "k.state", "k.last_day", "k.clock"])
    .select(["c.sandbox", "k.last_known_day", "k.sequence", "k.moved_at"])
    .select(sql<string | null>`c.filing -> 'product' ->> 'name'`.as("product"))
    .where(among);
  if (filter.before !== undefined) query = query.where("k.last_known_day", "<", filter.before);
  if (filter.sandbox !== undefined) query = query.where("c.sandbox", "=", filter.sandbox);
  if (filter.company !== undefined) query = query.where("c.company", "=", filter.company);
  if (filter.principal !== undefined) query = query.where("c.principal", "=", filter.principal);
  return query;
}

type Row = Awaited<ReturnType<ReturnType<typeof clocksOf>["execute"]>>[number];

const storedDeadline = (row: Row): StoredDeadline => ({
  case: row.case_id,
  procedure: row.procedure,
  id: row.id,
  state: row.state,
  lastDay: row.last_day,
  sandbox: row.sandbox,
  product: row.product,
  lastKnownDay: row.last_known_day,
  sequence: row.sequence,
  movedAt: row.moved_at,
  clock: row.clock as ClockView,
});

/** Clocks that ended within so many days, the last first: what calendars still have to take back. */
export async function readEndedDeadlines(
  database: Kysely<Tables>,
  filter: DeadlineFilter,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<StoredDeadline[]> {
  const rows = await clocksOf(database, filter)
    .where("k.state", "not in", ["running", "suspended", "overdue"])
    .where("k.last_known_day", "is not", null)
    .where(sql<boolean>`k.moved_at > now() - ${days} * interval '1 day'`)
    .orderBy("k.moved_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(storedDeadline);
}

/** The clocks of open cases, next due first. */
export async function readDeadlines(database: Kysely<Tables>, filter: DeadlineFilter): Promise<Page<StoredDeadline>> {
  const limit = filter.limit ?? 200;
  let query = clocksOf(database, filter)
    .where("c.status", "=", "open")
    .where("k.state", "in", ["running", "suspended", "overdue"]);
  if (filter.before !== undefined) query = query.where("k.last_day", "<", filter.before);
  if (filter.after !== undefined) {
    const [lastDay, caseId, id] = deadlineKey(filter.after);
    query = query.where(sql<boolean>`(${day}, k.case_id, k.id) > (${lastDay}::date, ${caseId}, ${id})`);
  }
  // One more than asked: it tells whether there is a next page.
  const rows = await query
    .orderBy(day)
    .orderBy("k.case_id")
    .orderBy("k.id")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(storedDeadline),
    next: last && rows.length > limit ? cursorAfter([last.last_day ?? "infinity", last.case_id, last.id]) : null,
  };
}

function deadlineKey(cursor: string): [lastDay: string, caseId: string, id: string] {
  const [lastDay, caseId, id] = keyOfCursor(cursor, 3) as [string, string, string];
  if (lastDay !== "infinity" && !isCivilDate(lastDay)) throw new UnknownCursor();
  return [lastDay, storableText(caseId), storableText(id)];
}
