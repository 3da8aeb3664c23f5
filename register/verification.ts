import type { Kysely } from "kysely";
import { type CaseRecord, caseRecord } from "./case-record.js";
import { actDigest, contentOf, entryDigest, filingDigest, genesis, linked, noticeDigest, sealOf } from "./chain.js";
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

/** The digest of what was erased. */
interface Erasable {
  digest: string | null;
}

/** All that the chain of a case covers. */
export interface Content {
  record: CaseRecord;
  genesis: string;
  filingSalt: string;
  filingDigest: string | null;
  entries: (EntryRow & Erasable & { hash: string })[];
  acts: (ActRow & Erasable & { burst: number })[];
  notices: (NoticeRow & Erasable)[];
  heads: { number: number; head: string }[];
  /** By burst. */
  salts: Map<number, string>;
}

export async function contentOfCase(snapshot: Kysely<Tables>, caseId: string): Promise<Content> {
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
    .select(["number", "head", "salt"])
    .where("case_id", "=", of)
    .orderBy("number")
    .execute();
  return {
    record: caseRecord(row),
    genesis: row.genesis,
    filingSalt: row.salt,
    filingDigest: row.filing_digest,
    salts: new Map(heads.map(({ number, salt }) => [number, salt])),
    entries,
    acts,
    notices,
    heads,
  };
}

/** The digest of a row's content; of one that was erased, what stands of it. */
const told =
  ({ record, salts }: Content) =>
  <Row extends Erasable & { burst: number }>(row: Row, digest: (salt: string, row: Row) => string): string =>
    (record.erasedAt === null ? null : row.digest) ?? digest(salts.get(row.burst) ?? "", row);

export function verified(content: Content, holding: string | undefined): Verification {
  const { record, entries } = content;
  const digestOf = told(content);
  const differs = (entry: number, reason: string): Verification => ({ valid: false, entry, reason });
  const filing = content.filingDigest ?? filingDigest(content.filingSalt, record.filing);
  if (genesis({ ...record, filing }) !== content.genesis)
    return differs(0, "The filing isn't the one that was recorded.");
  if (
    (record.erasedAt !== null) !== (entries.at(-1)?.kind === "erased") ||
    (content.filingDigest !== null) !== (record.erasedAt !== null)
  )
    return differs(entries.length, "Contents are erased, and the journal doesn't say so, or the other way round.");

  const heads = new Map(content.heads.map(({ number, head }) => [number, head]));
  const sealOfBurst = sealsOf(content);
  let hash = content.genesis;
  let held = holding === undefined || holding === hash;
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    if (entry.number !== number) return differs(number, "This line is missing.");
    hash = linked(hash, contentOf(entry, digestOf(entry, entryDigest)));
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

function sealsOf(content: Content): (burst: number) => string | null {
  const { acts, notices } = content;
  const digestOf = told(content);
  const actsOf = new Map<number, Content["acts"]>();
  for (const act of acts) actsOf.set(act.burst, [...(actsOf.get(act.burst) ?? []), act]);
  const noticesOf = new Map<number, Content["notices"]>();
  for (const notice of notices) noticesOf.set(notice.burst, [...(noticesOf.get(notice.burst) ?? []), notice]);
  return (burst) => {
    const [sent, written] = [actsOf.get(burst) ?? [], noticesOf.get(burst) ?? []];
    if (sent.length + written.length === 0) return null;
    return sealOf(
      sent.map((row) => [row, digestOf(row, actDigest)]),
      written.map((row) => [row, digestOf(row, noticeDigest)]),
    );
  };
}
