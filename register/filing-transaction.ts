import { type Kysely, sql, type Transaction } from "kysely";
import { type CaseRecord, caseRecord } from "./case-record.js";
import { filingDigest, genesis, newSalt } from "./chain.js";
import { companyOf } from "./company.js";
import { earlierCases } from "./earlier-cases.js";
import type { CompletedFiling, EarlierCase, NewFiling } from "./filing.js";
import { storedInstant } from "./instant.js";
import { IdempotencyConflict, OpenCaseExists } from "./refusals.js";
import type { Tables } from "./schema.js";
import { searchText } from "./search-text.js";
import { storableText } from "./storable-text.js";

/** Records a filing in one transaction, or finds the case that the same request has already opened. */
export async function fileCase(
  database: Kysely<Tables>,
  filing: NewFiling,
): Promise<{ record: CaseRecord; repeated: boolean }> {
  return database.transaction().execute(async (transaction) => {
    if (!(await takeKey(transaction, filing))) {
      return { record: await caseOfKey(transaction, filing), repeated: true };
    }
    await lockProduct(transaction, filing);
    const earlier = await earlierCases(transaction, filing);
    const same = earlier.filter(({ procedure, own }) => own && procedure === filing.procedure);
    refuseOpenIndication(same, filing);
    const number = await nextNumber(transaction, filing);
    const completed = filing.complete(number, earlier);
    return { record: await insertCase(transaction, filing, completed), repeated: false };
  });
}

/** False when the key is already taken; waits for a filing that is taking it at this moment. */
async function takeKey(transaction: Transaction<Tables>, filing: NewFiling): Promise<boolean> {
  const taken = await transaction
    .insertInto("idempotency_keys")
    .values({
      principal: filing.principal,
      key: filing.idempotencyKey,
      request_hash: filing.requestHash,
      case_id: null,
    })
    .onConflict((conflict) => conflict.columns(["principal", "key"]).doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

async function caseOfKey(transaction: Transaction<Tables>, filing: NewFiling): Promise<CaseRecord> {
  const row = await transaction
    .selectFrom("idempotency_keys as k")
    .innerJoin("cases as c", "c.id", "k.case_id")
    .selectAll("c")
    .select("k.request_hash")
    .where("k.principal", "=", filing.principal)
    .where("k.key", "=", filing.idempotencyKey)
    .executeTakeFirstOrThrow();
  if (row.request_hash !== filing.requestHash) throw new IdempotencyConflict(row.id);
  return caseRecord(row);
}

/** One filing at a time for a product: indications need no lock of their own, and no order in which to take them. */
async function lockProduct(transaction: Transaction<Tables>, filing: NewFiling): Promise<void> {
  const locked = `filing ${filing.procedure} ${companyOf(filing.organisation)} ${filing.product}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${locked}, 0))`.execute(transaction);
}

function refuseOpenIndication(earlier: readonly EarlierCase[], filing: NewFiling): void {
  for (const { case: id, indications } of earlier) {
    const open = indications.find((held) => held.open && filing.indications.some((filed) => filed.id === held.id));
    if (open) throw new OpenCaseExists(id, open.id);
  }
}

async function nextNumber(transaction: Transaction<Tables>, filing: NewFiling): Promise<string> {
  const series = filing.sandbox ? `${filing.series}-S` : filing.series;
  const { last } = await transaction
    .insertInto("case_numbers")
    .values({ series, year: filing.year, last: 1 })
    .onConflict((conflict) => conflict.columns(["series", "year"]).doUpdateSet({ last: sql`case_numbers.last + 1` }))
    .returning("last")
    .executeTakeFirstOrThrow();
  return `${series}-${filing.year}-${String(last).padStart(4, "0")}`;
}

async function insertCase(
  transaction: Transaction<Tables>,
  filing: NewFiling,
  completed: CompletedFiling,
): Promise<CaseRecord> {
  const filedAt = storedInstant(filing.filedAt);
  const { procedure, ruleset, author } = filing;
  const salt = newSalt();
  const digest = filingDigest(salt, completed.filing);
  const first = genesis({ id: completed.id, procedure, ruleset, filedAt, filing: digest, author });
  const row = await transaction
    .insertInto("cases")
    .values({
      id: completed.id,
      procedure,
      ruleset,
      sandbox: filing.sandbox,
      organisation: filing.organisation,
      product: filing.product,
      principal: filing.principal,
      author: author === undefined ? null : JSON.stringify(author),
      filing: JSON.stringify(completed.filing),
      filed_on: filing.filedOn,
      filed_at: filedAt,
      salt,
      genesis: first,
      head: first,
      search_text: storableText(searchText(wordsOf(filing, completed.id))),
      status: "opening",
      phase: completed.view?.phase ?? "opening",
      ending: null,
      whose_move: [...(completed.view?.whoseMove ?? [])],
      next_due_on: null,
      view: JSON.stringify(completed.view ?? null),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (filing.indications.length > 0) await lockIndications(transaction, filing, completed.id);
  await transaction
    .updateTable("idempotency_keys")
    .set({ case_id: completed.id })
    .where("principal", "=", filing.principal)
    .where("key", "=", filing.idempotencyKey)
    .execute();
  return caseRecord(row);
}

async function lockIndications(transaction: Transaction<Tables>, filing: NewFiling, caseId: string): Promise<void> {
  await transaction
    .insertInto("indications")
    .values(
      filing.indications.map(({ id, label }, index) => ({
        case_id: caseId,
        id,
        ordinal: index + 1,
        label: label === undefined ? null : storableText(label),
        outcome: null,
        open: true,
      })),
    )
    .execute();
}

function wordsOf(filing: NewFiling, id: string): string {
  const labels = filing.indications.map((indication) => indication.label ?? indication.id);
  return [id, filing.product, ...labels, filing.text ?? ""].join(" ");
}
