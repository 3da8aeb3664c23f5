import { canonicalJson, type Json } from "../law/canonical-json.js";
import type { Instant } from "../law/instant.js";
import { sha256 } from "../law/sha-256.js";
import type { Act } from "./act.js";
import type { Entry, JournalEntry } from "./entry.js";

/** SHA-256 (first 16 hexadecimal digits) of a value's canonical JSON: the same in a workflow, in the register and in an audit. */
export function digest(value: unknown): string {
  return sha256(canonicalJson(value as Json)).slice(0, 16);
}

/**
 * The digest of what a story wrote, whatever its acts weigh: the entry of an act holds its body, which is the act's and not
 * the story's.
 */
export function digestOfStory(entries: readonly Entry[]): string {
  return digest(entries.map((entry) => (entry.kind === "act" ? { ...entry, detail: undefined } : entry)));
}

interface BurstToProve {
  readonly acts: readonly Act[];
  readonly entries: readonly JournalEntry[];
  readonly recordedAt: Instant;
}

/** Proves a burst: a replay that gives other acts or entries finds another digest in the recorded answer. */
export function digestOfBurst({ acts, entries, recordedAt }: BurstToProve): string {
  return digest({ acts, entries, recordedAt });
}
