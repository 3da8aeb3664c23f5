import type { Kysely } from "kysely";
import type { Json, StoredAct, StoredBurst } from "./burst.js";
import { type CaseRecord, caseRecord } from "./case-record.js";
import type { KeptMessage } from "./messages.js";
import type { Tables } from "./schema.js";
import { storedAct, storedEntry } from "./stored-rows.js";

/** The bursts of a case in order, each with its acts and entries. */
export async function readBursts(
  database: Kysely<Tables>,
  caseId: string,
  { after = 0, limit = 100 }: { after?: number; limit?: number } = {},
): Promise<StoredBurst[]> {
  const heads = await database
    .selectFrom("bursts")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
  const last = heads.at(-1)?.number ?? after;
  const within = { caseId, after, last };
  const [acts, entries] = await Promise.all([actRows(database, within), entryRows(database, within)]);
  return heads.map((row) => ({
    case: row.case_id,
    number: row.number,
    digest: row.digest,
    recordedAt: row.recorded_at,
    head: row.head,
    acts: acts.filter((act) => act.burst === row.number).map(storedAct),
    entries: entries.filter((entry) => entry.burst === row.number).map(storedEntry),
  }));
}

interface Within {
  caseId: string;
  after: number;
  last: number;
}

function actRows(database: Kysely<Tables>, { caseId, after, last }: Within) {
  return database
    .selectFrom("acts")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("burst", ">", after)
    .where("burst", "<=", last)
    .orderBy("burst")
    .orderBy("ordinal")
    .execute();
}

function entryRows(database: Kysely<Tables>, { caseId, after, last }: Within) {
  return database
    .selectFrom("journal")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("burst", ">", after)
    .where("burst", "<=", last)
    .orderBy("number")
    .execute();
}

/** Every accepted act of a case, in the order in which they were recorded. */
export async function readActs(
  database: Kysely<Tables>,
  caseId: string,
): Promise<(StoredAct & { burst: number; recordedAt: string })[]> {
  const rows = await database
    .selectFrom("acts as a")
    .innerJoin("bursts as b", (join) => join.onRef("b.case_id", "=", "a.case_id").onRef("b.number", "=", "a.burst"))
    .selectAll("a")
    .select("b.recorded_at")
    .where("a.case_id", "=", caseId)
    .orderBy("a.burst")
    .orderBy("a.ordinal")
    .execute();
  return rows.map((row) => ({ ...storedAct(row), burst: row.burst, recordedAt: row.recorded_at }));
}

/** A case, and an act of it: as it stands, with the head of the chain once it was recorded, or as it was last sent. */
export interface CaseWithAct {
  record: CaseRecord;
  act: (StoredAct & { burst: number; head: string; recordedAt: string }) | undefined;
  /** What was sent under the act's id and isn't answered yet. */
  kept: (KeptMessage & { promised: boolean }) | undefined;
}

/** Both in one round trip: what a command asks before it sends an act, and again once it was told. */
export async function readCaseWithAct(
  database: Kysely<Tables>,
  caseId: string,
  actId: string,
): Promise<CaseWithAct | undefined> {
  const row = await database
    .selectFrom("cases as c")
    .leftJoin("acts as a", (join) => join.onRef("a.case_id", "=", "c.id").on("a.id", "=", actId))
    .leftJoin("bursts as b", (join) => join.onRef("b.case_id", "=", "a.case_id").onRef("b.number", "=", "a.burst"))
    .selectAll("c")
    .select(["a.id as act_id", "a.act", "a.party", "a.about", "a.legal_day", "a.legal_at", "a.received_at"])
    .leftJoin("messages as m", (join) => join.onRef("m.case_id", "=", "c.id").on("m.id", "=", actId))
    .select(["a.envelope", "a.receipt", "a.burst", "b.head as act_head", "b.recorded_at"])
    .select(["m.act as kept_act", "m.update_id", "m.message", "m.promised"])
    .where("c.id", "=", caseId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { act_id: id, act, legal_day, burst, act_head: head, recorded_at: recordedAt, party, about } = row;
  const record = caseRecord(row);
  const { kept_act, update_id, message, promised } = row;
  const kept =
    kept_act === null || update_id === null
      ? undefined
      : { id: actId, act: kept_act, updateId: update_id, message, promised: promised === true };
  if (id === null || act === null || legal_day === null || burst === null || head === null || recordedAt === null)
    return { record, act: undefined, kept };
  const { legal_at, received_at, envelope, receipt } = row;
  const stored = { id, act, by: party, about, on: legal_day, at: legal_at, receivedAt: received_at, envelope, receipt };
  return { record, act: { ...stored, burst, head, recordedAt }, kept };
}

/** What was answered to an accepted act. */
export interface StoredReceipt {
  receipt: Json;
  /** Hash of the journal's last line once the act was recorded. */
  head: string;
  burst: number;
  recordedAt: string;
}

/** The receipt of an accepted act, if the case holds that act. */
export async function readReceipt(
  database: Kysely<Tables>,
  caseId: string,
  actId: string,
): Promise<StoredReceipt | undefined> {
  const row = await database
    .selectFrom("acts as a")
    .innerJoin("bursts as b", (join) => join.onRef("b.case_id", "=", "a.case_id").onRef("b.number", "=", "a.burst"))
    .select(["a.receipt", "a.burst", "b.head", "b.recorded_at"])
    .where("a.case_id", "=", caseId)
    .where("a.id", "=", actId)
    .executeTakeFirst();
  return row && { receipt: row.receipt, head: row.head, burst: row.burst, recordedAt: row.recorded_at };
}
