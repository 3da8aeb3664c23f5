import { type Kysely, sql } from "kysely";
import type { Owed } from "../case/owed.js";
import { isCivilDate } from "../law/civil-date.js";
import type { Page } from "./case-reads.js";
import { cursorAfter, keyOfCursor, UnknownCursor } from "./cursor.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** What to list of what is owed in open cases; all the conditions given hold together. */
export interface OwedFilter {
  /** Procedures whose cases don't exist for whoever asks. */
  except: readonly string[];
  procedure?: string | undefined;
  /** Who owes it. */
  party?: string | undefined;
  /** In time until a day before this one. */
  before?: string | undefined;
  overdue?: boolean | undefined;
  sandbox?: boolean | undefined;
  /** SIREN of the company that holds the case. */
  company?: string | undefined;
  /** The one who filed the case. */
  principal?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

/** What is owed in a case, as its last burst showed it. */
export interface StoredOwed extends Owed {
  case: string;
  procedure: string;
  sandbox: boolean;
  /** Name of the product. */
  product: string | null;
  /** Name of the company that filed. */
  company: string | null;
  phase: string | null;
  /** By how much the case's time was moved, in milliseconds. */
  offsetMs: number;
}

const order = sql`not o.overdue, coalesce(o.last_day, date 'infinity'), o.since, o.case_id, o.ordinal`;

/** What is owed, overdue first, then next due, then what has waited longest. */
export async function readOwed(database: Kysely<Tables>, filter: OwedFilter): Promise<Page<StoredOwed>> {
  const limit = filter.limit ?? 50;
  let query = database
    .selectFrom("owed as o")
    .innerJoin("cases as c", "c.id", "o.case_id")
    .select(["o.case_id", "o.ordinal", "o.since", "o.last_day", "o.overdue", "o.item", "c.procedure", "c.sandbox"])
    .select(["c.phase", "c.offset_ms"])
    .select(sql<string | null>`c.filing -> 'product' ->> 'name'`.as("product"))
    .select(sql<string | null>`c.filing -> 'applicant' ->> 'name'`.as("company"));
  if (filter.except.length > 0) query = query.where("c.procedure", "not in", filter.except);
  if (filter.procedure !== undefined) query = query.where("c.procedure", "=", filter.procedure);
  if (filter.party !== undefined) query = query.where("o.party", "=", filter.party);
  if (filter.before !== undefined) query = query.where("o.last_day", "<", filter.before);
  if (filter.overdue !== undefined) query = query.where("o.overdue", "=", filter.overdue);
  if (filter.sandbox !== undefined) query = query.where("c.sandbox", "=", filter.sandbox);
  if (filter.company !== undefined) query = query.where("c.company", "=", filter.company);
  if (filter.principal !== undefined) query = query.where("c.principal", "=", filter.principal);
  if (filter.after !== undefined) query = query.where(sql<boolean>`(${order}) > (${sql.join(keyOf(filter.after))})`);
  // One more than asked: it tells whether there is a next page.
  const rows = await query
    .orderBy(order)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ case_id, procedure, sandbox, product, company, phase, offset_ms, item }) => ({
      case: case_id,
      procedure,
      sandbox,
      product,
      company,
      phase: phase || null,
      offsetMs: Number(offset_ms),
      ...(item as Owed),
    })),
    next: last && rows.length > limit ? cursorOf(last) : null,
  };
}

interface Place {
  readonly overdue: boolean;
  readonly last_day: string | null;
  readonly since: string;
  readonly case_id: string;
  readonly ordinal: number;
}

const cursorOf = ({ overdue, last_day, since, case_id, ordinal }: Place): string =>
  cursorAfter([overdue ? "overdue" : "", last_day ?? "infinity", since, case_id, String(ordinal)]);

function keyOf(cursor: string) {
  const [late, lastDay, since, caseId, ordinal] = keyOfCursor(cursor, 5) as [string, string, string, string, string];
  const known = ["overdue", ""].includes(late) && (lastDay === "infinity" || isCivilDate(lastDay));
  if (!known || !isCivilDate(since) || !/^\d{1,6}$/.test(ordinal)) throw new UnknownCursor();
  return [
    sql`${late === ""}::boolean`,
    sql`${lastDay}::date`,
    sql`${since}::date`,
    sql`${storableText(caseId)}`,
    sql`${Number(ordinal)}::integer`,
  ];
}

/** Makes it anew from the views of open cases, one at a time so that no case waits. Returns how many cases owe something. */
export async function makeOwedAnew(database: Kysely<Tables>): Promise<number> {
  let after = "";
  for (;;) {
    const { rows } = await sql<{ id: string | null }>`
      with page as (select id from cases where status <> 'opening' and id > ${after} order by id limit 100),
      locked as (select c.id, c.view from cases c join page using (id) order by c.id for update of c)
      select max(id) as id from (select id, owe(id, owed_in(view)) from locked) as made`.execute(database);
    const last = rows[0]?.id ?? null;
    if (last === null) break;
    after = last;
  }
  const counted = await database
    .selectFrom("owed")
    .select(sql<number>`count(distinct case_id)::integer`.as("cases"))
    .executeTakeFirstOrThrow();
  return counted.cases;
}
