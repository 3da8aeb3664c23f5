import type { Kysely } from "kysely";
import type { Act } from "../case/act.js";
import type { HeldBurst } from "../case/burst.js";
import type { Receipt } from "../case/receipt.js";
import type { Instant } from "../law/instant.js";
import { type CaseRecord, caseRecord } from "./case-record.js";
import type { KeptMessage } from "./messages.js";
import { actOf, entryOf } from "./rows.js";
import type { Tables } from "./schema.js";

/** The bursts of a case in order, each with its acts and entries. */
export async function readBursts(
  database: Kysely<Tables>,
  caseId: string,
  { after = 0, limit = 100 }: { after?: number; limit?: number } = {},
): Promise<HeldBurst[]> {
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
    number: row.number,
    digest: row.digest,
    recordedAt: row.recorded_at as Instant,
    head: row.head,
    acts: acts.filter((act) => act.burst === row.number).map(actOf),
    entries: entries.filter((entry) => entry.burst === row.number).map(entryOf),
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
    .select(["burst", "envelope"])
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
    .select(["burst", "payload"])
    .where("case_id", "=", caseId)
    .where("burst", ">", after)
    .where("burst", "<=", last)
    .orderBy("number")
    .execute();
}

/** Every accepted act of a case, in the order in which they were recorded. */
export async function readActs(database: Kysely<Tables>, caseId: string): Promise<Act[]> {
  const rows = await database
    .selectFrom("acts")
    .select("envelope")
    .where("case_id", "=", caseId)
    .orderBy("burst")
    .orderBy("ordinal")
    .execute();
  return rows.map(actOf);
}

/** An accepted act, with what was answered to whoever sent it. */
export interface RecordedAct {
  readonly act: Act;
  /** Null for one that came by a road without an answer. */
  readonly receipt: Receipt | null;
  readonly burst: number;
  /** Hash of the journal's last line once the act was recorded. */
  readonly head: string;
  readonly recordedAt: Instant;
}

/** A case, and an act of it: as it stands, or as it was last sent. */
export interface CaseWithAct {
  readonly record: CaseRecord;
  readonly act: RecordedAct | undefined;
  /** What was sent under the act's id and isn't answered yet. */
  readonly kept: (KeptMessage & { readonly promised: boolean }) | undefined;
}

/** Both in one round trip: what a command asks before it sends an act, and again once it was sent. */
export async function readCaseWithAct(
  database: Kysely<Tables>,
  caseId: string,
  actId: string,
): Promise<CaseWithAct | undefined> {
  const row = await database
    .selectFrom("cases as c")
    .leftJoin("acts as a", (join) => join.onRef("a.case_id", "=", "c.id").on("a.id", "=", actId))
    .leftJoin("bursts as b", (join) => join.onRef("b.case_id", "=", "a.case_id").onRef("b.number", "=", "a.burst"))
    .leftJoin("messages as m", (join) => join.onRef("m.case_id", "=", "c.id").on("m.id", "=", actId))
    .selectAll("c")
    .select(["a.envelope", "a.receipt", "b.number as burst", "b.head as act_head", "b.recorded_at"])
    .select(["m.act as kept_act", "m.update_id", "m.message", "m.promised"])
    .where("c.id", "=", caseId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { burst, act_head: head, recorded_at, envelope, receipt, kept_act, update_id, message, promised } = row;
  return {
    record: caseRecord(row),
    act:
      burst === null || head === null
        ? undefined
        : {
            act: actOf({ envelope }),
            receipt: receipt as Receipt | null,
            burst,
            head,
            recordedAt: recorded_at as Instant,
          },
    kept:
      kept_act === null || update_id === null
        ? undefined
        : { id: actId, act: kept_act, updateId: update_id, message, promised: promised === true },
  };
}
