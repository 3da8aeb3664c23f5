import { createHash } from "node:crypto";
import type { StoredAct, StoredEntry, StoredNotice } from "./burst.js";
import { canonicalJson } from "./canonical-json.js";

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The first link: it binds the chain to its case and to what was filed. */
export function genesis(filed: {
  id: string;
  procedure: string;
  ruleset: string;
  filedAt: string;
  filing: unknown;
}): string {
  const { id, procedure, ruleset, filedAt, filing } = filed;
  return sha256(canonicalJson({ case: id, procedure, ruleset, filedAt, filing }));
}

/** Hash of a burst's acts and notices, which its last entry carries: they are chained with the journal. */
export function sealOf(acts: readonly StoredAct[], notices: readonly StoredNotice[]): string {
  return sha256(canonicalJson({ acts, notices }));
}

/** The content of a line that its hash covers: all of it but the hash itself. */
export function contentOf(entry: Omit<StoredEntry, "hash">): string {
  const { number, burst, kind, on, at, tellAt, party, name, about, payload, recordedAt, seal } = entry;
  return canonicalJson({
    case: entry.case,
    number,
    burst,
    kind,
    on,
    at,
    tellAt,
    party,
    name,
    about,
    payload,
    recordedAt,
    seal,
  });
}

/** The next hash of the chain. PostgreSQL computes the same in `record_burst`. */
export function linked(previous: string, content: string): string {
  return sha256(previous + content);
}
