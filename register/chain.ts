import { createHash } from "node:crypto";
import type { Author } from "../case/author.js";
import { canonicalJson } from "./canonical-json.js";
import { type ActRow, type EntryRow, type NoticeRow, storedNotice } from "./rows.js";

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The first link: it binds the chain to its case to what was filed, and by whom. */
export function genesis(filed: {
  id: string;
  procedure: string;
  ruleset: string;
  filedAt: string;
  filing: unknown;
  author?: Author | undefined;
}): string {
  const { id, procedure, ruleset, filedAt, filing, author } = filed;
  return sha256(canonicalJson({ case: id, procedure, ruleset, filedAt, filing, ...(author && { author }) }));
}

/** Hash of a burst's acts and notices, which its last entry carries: they are chained with the journal. */
export function sealOf(acts: readonly ActRow[], notices: readonly NoticeRow[]): string {
  return sha256(
    canonicalJson({
      acts: acts.map((row) => ({
        id: row.id,
        act: row.act,
        by: row.party,
        about: row.about,
        on: row.legal_day,
        at: row.legal_at,
        receivedAt: row.received_at,
        envelope: row.envelope,
        receipt: row.receipt,
      })),
      notices: notices.map(storedNotice),
    }),
  );
}

/** The content of a line that its hash covers: all of it but the hash itself. */
export function contentOf(row: EntryRow): string {
  const { number, burst, kind, party, name, about, payload, seal } = row;
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
    about,
    payload,
    recordedAt: row.recorded_at,
    seal,
  });
}

/** The next hash of the chain. PostgreSQL computes the same in `record_burst`. */
export function linked(previous: string, content: string): string {
  return sha256(previous + content);
}
