import type { Kysely } from "kysely";
import type { InFeed, Reading } from "./journal-reads.js";
import type { StoredNotice } from "./notice.js";
import { storedNotice } from "./rows.js";
import type { Tables } from "./schema.js";

/** The notices of a case, in order. */
export async function readNotices(database: Kysely<Tables>, caseId: string): Promise<StoredNotice[]> {
  const rows = await database
    .selectFrom("notices")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("number")
    .execute();
  return rows.map(storedNotice);
}

/** The notice that belongs to an entry. */
export async function readNotice(
  database: Kysely<Tables>,
  caseId: string,
  number: number,
): Promise<StoredNotice | undefined> {
  const row = await database
    .selectFrom("notices")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && storedNotice(row);
}

/** Which notices of the feed to read. */
export interface NoticeReading extends Reading {
  party?: string | undefined;
  /** Of trial cases alone, or of real ones. */
  sandbox?: boolean | undefined;
  /** Of cases of this company (SIREN). */
  company?: string | undefined;
  /** Of cases that this principal filed. */
  principal?: string | undefined;
  /** Procedures whose cases don't exist for whoever asks. */
  except?: readonly string[] | undefined;
  /** Only those that wait for their delivery, of which nobody tries any more, or that nobody has an address for. */
  delivery?: "waiting" | "abandoned" | "unaddressed" | undefined;
}

/** The notices of all cases, in order of commit, after a given position. */
export async function readNoticeFeed(
  database: Kysely<Tables>,
  { after = 0, limit = 100, party, company, principal, except = [], delivery, sandbox }: NoticeReading = {},
): Promise<InFeed<StoredNotice>[]> {
  let query = database
    .selectFrom("notices as n")
    .innerJoin("cases as c", "c.id", "n.case_id")
    .selectAll("n")
    .where("n.position", ">", after);
  if (party !== undefined) query = query.where("n.party", "=", party);
  if (sandbox !== undefined) query = query.where("c.sandbox", "=", sandbox);
  if (company !== undefined) query = query.where("c.company", "=", company);
  if (principal !== undefined) query = query.where("c.principal", "=", principal);
  if (except.length > 0) query = query.where("c.procedure", "not in", except);
  if (delivery === "waiting") {
    query = query.innerJoin("outbox as o", (join) =>
      join.onRef("o.case_id", "=", "n.case_id").onRef("o.number", "=", "n.number"),
    );
  }
  if (delivery === "abandoned" || delivery === "unaddressed") {
    query = query.where(({ exists, not, selectFrom, and }) => {
      const attempts = selectFrom("deliveries as d")
        .select("d.number")
        .whereRef("d.case_id", "=", "n.case_id")
        .whereRef("d.number", "=", "n.number");
      // Once somebody has an address, it is tried, and told apart by what came of it.
      const tried = exists(attempts.where("d.outcome", "<>", "unaddressed"));
      const such = exists(attempts.where("d.outcome", "=", delivery));
      return delivery === "unaddressed" ? and([such, not(tried)]) : such;
    });
  }
  const rows = await query.orderBy("n.position").limit(limit).execute();
  return rows.map((row) => ({ ...storedNotice(row), position: row.position }));
}
