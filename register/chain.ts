import { createHash, randomBytes } from "node:crypto";
import type { Author } from "../case/author.js";
import { canonicalJson } from "./canonical-json.js";
import { type ActRow, type EntryRow, type NoticeRow, storedNotice } from "./rows.js";

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * What people wrote, and what was written to them, enters the chain as a salted digest (ADR 27): without its salt a digest tells nothing,
 * so that content and salt can be erased and the chain still holds. A burst has one salt, a filing its own.
 */
export const newSalt = (): string => randomBytes(16).toString("hex");

/** The digest of a content under its salt. */
const digestOf = (salt: string, content: object): string => sha256(salt + canonicalJson(content));

export const filingDigest = (salt: string, filing: unknown): string => digestOf(salt, { filing });
export const actDigest = (salt: string, { about, envelope, receipt }: ActRow): string =>
  digestOf(salt, { about, envelope, receipt });
export const noticeDigest = (salt: string, { about, subject, text }: NoticeRow): string =>
  digestOf(salt, { about, subject, text });
export const entryDigest = (salt: string, { about, payload }: EntryRow): string => digestOf(salt, { about, payload });

/** The first link: it binds the chain to its case, to what was filed, and by whom. */
export function genesis(filed: {
  id: string;
  procedure: string;
  ruleset: string;
  filedAt: string;
  /** The digest of what was filed. */
  filing: string;
  author?: Author | undefined;
}): string {
  const { id, procedure, ruleset, filedAt, filing, author } = filed;
  return sha256(canonicalJson({ case: id, procedure, ruleset, filedAt, filing, ...(author && { author }) }));
}

/** A row with the digest of its content. */
type Digested<Row> = readonly [row: Row, digest: string];

/** Hash of a burst's acts and notices, which its last entry carries: they are chained with the journal. */
export function sealOf(acts: readonly Digested<ActRow>[], notices: readonly Digested<NoticeRow>[]): string {
  return sha256(
    canonicalJson({
      acts: acts.map(([row, content]) => ({
        id: row.id,
        act: row.act,
        by: row.party,
        on: row.legal_day,
        at: row.legal_at,
        receivedAt: row.received_at,
        content,
      })),
      notices: notices.map(([row, content]) => {
        const { about: _about, subject: _subject, text: _text, ...told } = storedNotice(row);
        return { ...told, content };
      }),
    }),
  );
}

/** The content of a line that its hash covers: all of it but the hash itself. */
export function contentOf(row: EntryRow, content: string): string {
  const { number, burst, kind, party, name, seal } = row;
  return canonicalJson({
    case: row.case_id,
    number,
    burst,
    kind,
    on: row.legal_day,
    at: row.legal_at,
    tellAt: row.tell_at,
    party,
    name,
    content,
    recordedAt: row.recorded_at,
    seal,
  });
}

/** The next hash of the chain. PostgreSQL computes the same in `record_burst`. */
export function linked(previous: string, content: string): string {
  return sha256(previous + content);
}
