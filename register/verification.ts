import type { Kysely } from "kysely";
import { type CaseRecord, caseRecord } from "./case-record.js";
import { contentOf, genesis, linked, sealOf } from "./chain.js";
import { UnknownCase } from "./refusals.js";
import type { ActRow, EntryRow, NoticeRow } from "./rows.js";
import type { Tables } from "./schema.js";

/** What a verification found. */
export type Verification =
  | { valid: true; entries: number; head: string }
  /** `entry`: number of the first line that differs; 0 is the filing itself. */
  | { valid: false; entry: number; reason: string };

/**
 * Computes the whole chain of a case again from what is stored. `holding`: a head that a receipt once gave; the chain must
 * have passed by it, which a register rewritten from end to end couldn't fake.
 */
export async function verifyChain(
  database: Kysely<Tables>,
  caseId: string,
  { holding }: { holding?: string | undefined } = {},
): Promise<Verification> {
  const content = await database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((snapshot) => contentOfCase(snapshot, caseId));
  return verified(content, holding);
}

interface Content {
  record: CaseRecord;
  genesis: string;
  entries: (EntryRow & { hash: string })[];
  acts: (ActRow & { burst: number })[];
  notices: NoticeRow[];
  heads: { number: number; head: string }[];
}

async function contentOfCase(snapshot: Kysely<Tables>, caseId: string): Promise<Content> {
  const row = await snapshot.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirst();
  if (!row) throw new UnknownCase(caseId);
  const of = caseId;
  const entries = await snapshot
    .selectFrom("journal")
    .selectAll()
    .where("case_id", "=", of)
    .orderBy("number")
    .execute();
  const acts = await snapshot
    .selectFrom("acts")
    .selectAll()
    .where("case_id", "=", of)
    .orderBy("burst")
    .orderBy("ordinal")
    .execute();
  const notices = await snapshot
    .selectFrom("notices")
    .selectAll()
    .where("case_id", "=", of)
    .orderBy("position")
    .execute();
  const heads = await snapshot
    .selectFrom("bursts")
    .select(["number", "head"])
    .where("case_id", "=", of)
    .orderBy("number")
    .execute();
  return {
    record: caseRecord(row),
    genesis: row.genesis,
    entries,
    acts,
    notices,
    heads,
  };
}

function verified(content: Content, holding: string | undefined): Verification {
  const { record, entries } = content;
  const differs = (entry: number, reason: string): Verification => ({ valid: false, entry, reason });
  if (genesis(record) !== content.genesis) return differs(0, "The filing isn't the one that was recorded.");

  const heads = new Map(content.heads.map(({ number, head }) => [number, head]));
  const sealOfBurst = sealsOf(content);
  let hash = content.genesis;
  let held = holding === undefined || holding === hash;
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    if (entry.number !== number) return differs(number, "This line is missing.");
    hash = linked(hash, contentOf(entry));
    if (entry.hash !== hash) return differs(number, "This line's content isn't the one that was hashed.");
    held ||= holding === hash;
    if (entries[index + 1]?.burst === entry.burst) continue;
    if (entry.seal !== sealOfBurst(entry.burst)) {
      return differs(number, "An act or a notice of this line's burst isn't the one that was recorded.");
    }
    if (heads.get(entry.burst) !== hash) return differs(number, "This line's burst was recorded with another head.");
  }
  if (record.version !== entries.length || record.head !== hash) {
    return differs(entries.length + 1, "The case was left with another last line.");
  }
  if (!held) return differs(entries.length + 1, "The chain never passed by the given head.");
  return { valid: true, entries: entries.length, head: hash };
}

function sealsOf({ acts, notices }: Content): (burst: number) => string | null {
  const actsOf = new Map<number, ActRow[]>();
  for (const act of acts) actsOf.set(act.burst, [...(actsOf.get(act.burst) ?? []), act]);
  const noticesOf = new Map<number, NoticeRow[]>();
  for (const notice of notices) noticesOf.set(notice.burst, [...(noticesOf.get(notice.burst) ?? []), notice]);
  return (burst) => {
    const sealed = [actsOf.get(burst) ?? [], noticesOf.get(burst) ?? []] as const;
    return sealed[0].length + sealed[1].length === 0 ? null : sealOf(...sealed);
  };
}
