/** Erasing what was filed, sent and told in a concluded case; the chain still holds (ADR 27). */
import { type Kysely, sql, type Transaction } from "kysely";
import type { CivilDate } from "../law/civil-date.js";
import { actDigest, contentOf, entryDigest, filingDigest, linked, newSalt, noticeDigest } from "./chain.js";
import { storedInstant } from "./instant.js";
import { CaseNotErasable, UnknownCase } from "./refusals.js";
import { actOf, type EntryRow, entryOf } from "./rows.js";
import type { Tables } from "./schema.js";
import { type Content, contentOfCase, verified } from "./verification.js";

/** What is asked: by whom (the id of a person), why, and on which day. */
export interface Erasure {
  readonly by: string;
  readonly reason: string;
  readonly on: CivilDate;
  readonly at: string;
}

/** What stands where people's words stood. */
export const erased = "Contenu effacé";

/** The kind, and the name, of the line of the journal that says so. */
export const erasureKind = "erased";

const json = (value: unknown): string => JSON.stringify(value);

/**
 * Erases the case's contents and their salts, in one transaction, and writes so in its journal. Erased already, it stays as it is.
 * @throws UnknownCase, CaseNotErasable
 */
export async function eraseCase(database: Kysely<Tables>, caseId: string, erasure: Erasure): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom("cases")
      .selectAll()
      .where("id", "=", caseId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new UnknownCase(caseId);
    if (row.erased_at !== null) return;
    if (row.status !== "concluded") throw new CaseNotErasable(`${caseId} isn't concluded.`);
    await refuseUnderWay(transaction, caseId);
    const content = await contentOfCase(transaction, caseId);
    const found = verified(content, undefined);
    if (!found.valid)
      throw new CaseNotErasable(`The chain of ${caseId} doesn't hold, at line ${found.entry}: ${found.reason}`);
    await erase(transaction, content, erasure);
  });
}

/** A notice that has nobody to go to. */
const unaddressed = "unaddressed";

/** What is on its way still needs what would be erased; what nobody can be sent is sent to nobody any more. */
async function refuseUnderWay(transaction: Transaction<Tables>, caseId: string): Promise<void> {
  const { rows } = await sql<{ under_way: boolean }>`
    select exists (select from outbox where case_id = ${caseId} and held_by is distinct from ${unaddressed})
        or exists (select from handovers where case_id = ${caseId} and outcome is null) as under_way`.execute(
    transaction,
  );
  if (rows[0]?.under_way)
    throw new CaseNotErasable(`A notice of ${caseId}, or what it tells another case, is still on its way.`);
}

async function erase(
  transaction: Transaction<Tables>,
  { record, entries, acts, notices, salts, filingSalt }: Content,
  { by, reason, on, at }: Erasure,
): Promise<void> {
  const saltOf = (burst: number): string => salts.get(burst) ?? "";
  const [number, burst, salt] = [record.version + 1, record.bursts + 1, newSalt()];
  const recordedAt = storedInstant(at);
  const line: EntryRow = {
    ...{ case_id: record.id, number, burst, kind: erasureKind, name: erasureKind, legal_day: on, legal_at: recordedAt },
    ...{ tell_at: null, party: null, about: null, recorded_at: recordedAt, seal: null },
    payload: { number, kind: erasureKind, name: erasureKind, on, at: recordedAt, cause: by, detail: { by, reason } },
  };
  const hash = linked(record.head, contentOf(line, entryDigest(salt, line)));
  // Who sent it stays, by id: a name stands in the directory alone.
  const skeletons = acts.map(({ id, act, party, legal_day, received_at, envelope }) => ({
    ...{ id, act, by: party, on: legal_day, receivedOn: received_at?.slice(0, 10) ?? legal_day, body: {} },
    ...(actOf({ envelope }).author !== undefined && { author: actOf({ envelope }).author }),
    recordedAt: record.filedAt,
  }));
  const view = record.view && { ...record.view, awaited: [], owed: [], clocks: [], indications: [], version: number };
  const filing = {
    applicant: { siret: record.organisation, name: erased },
    product: { id: record.product, name: erased },
    indications: [],
  };
  const parameters: Record<string, unknown> = {
    p_case: record.id,
    p_filing: json(filing),
    p_filing_digest: filingDigest(filingSalt, record.filing),
    p_view: json(view),
    p_act_ids: acts.map(({ id }) => id),
    p_act_digests: acts.map((row) => actDigest(saltOf(row.burst), row)),
    p_act_envelopes: skeletons.map(json),
    p_entry_numbers: entries.map((row) => row.number),
    p_entry_digests: entries.map((row) => entryDigest(saltOf(row.burst), row)),
    p_entry_payloads: entries.map((row) => json(skeletonOf(row))),
    p_notice_numbers: notices.map((row) => row.number),
    p_notice_digests: notices.map((row) => noticeDigest(saltOf(row.burst), row)),
    p_erased: erased,
    ...{ p_burst: burst, p_number: number, p_salt: salt, p_digest: "", p_kind: erasureKind, p_day: on },
    ...{ p_payload: json(line.payload), p_recorded_at: recordedAt, p_hash: hash },
  };
  const given = Object.entries(parameters).map(([name, value]) => sql`${sql.raw(name)} => ${value}`);
  await sql`select erase_case(${sql.join(given)})`.execute(transaction);
}

/** What a line of the journal is without what it says: its kind, its dates, its party. */
function skeletonOf(row: EntryRow): object {
  const { number, kind, name, on, at, party, tellAt, cause } = entryOf(row);
  return { number, kind, name, on, ...(at && { at }), ...(party && { party }), ...(tellAt && { tellAt }), cause };
}
