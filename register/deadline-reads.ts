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
  /** The whole clock, as the last burst showed it. */
  clock: ClockView;
}

/** Suspended clocks have no last day: they come last. */
const day = sql<string>`coalesce(k.last_day, date 'infinity')`;

/** The clocks of open cases, next due first. */
export async function readDeadlines(database: Kysely<Tables>, filter: DeadlineFilter): Promise<Page<StoredDeadline>> {
  const limit = filter.limit ?? 200;
  // Inside coalesce: PostgreSQL guesses that a bare comparison of a text made on the way keeps one row in a hundred, and
  // would then sort all the clocks there are rather than walk along the index to the end of the page.
  const among = (delays: readonly string[]) =>
    sql<boolean>`coalesce(c.procedure || '/' || k.name = any (${[...delays]}), false)`;
  let query = database
    .selectFrom("clocks as k")
    .innerJoin("cases as c", "c.id", "k.case_id")
    .select(["k.case_id", "c.procedure", "k.id", "k.state", "k.last_day", "k.clock"])
    .where("c.status", "=", "open")
    .where("k.state", "in", ["running", "suspended", "overdue"])
    .where(among(filter.delays));
  if (filter.before !== undefined) query = query.where("k.last_day", "<", filter.before);
  if (filter.sandbox !== undefined) query = query.where("c.sandbox", "=", filter.sandbox);
  if (filter.company !== undefined) query = query.where("c.company", "=", filter.company);
  if (filter.principal !== undefined) query = query.where("c.principal", "=", filter.principal);
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
    rows: page.map((row) => ({
      case: row.case_id,
      procedure: row.procedure,
      id: row.id,
      state: row.state,
      lastDay: row.last_day,
      clock: row.clock as ClockView,
    })),
    next: last && rows.length > limit ? cursorAfter([last.last_day ?? "infinity", last.case_id, last.id]) : null,
  };
}

function deadlineKey(cursor: string): [lastDay: string, caseId: string, id: string] {
  const [lastDay, caseId, id] = keyOfCursor(cursor, 3) as [string, string, string];
  if (lastDay !== "infinity" && !isCivilDate(lastDay)) throw new UnknownCursor();
  return [lastDay, storableText(caseId), storableText(id)];
}
