import { canonicalJson, type Json } from "../law/canonical-json.js";
import { sha256 } from "../law/sha-256.js";
import type { RecordedBurst } from "./burst.js";
import type { Entry } from "./entry.js";

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

/** Proves a burst: a replay that gives other acts or entries finds another digest in the recorded answer. */
export function digestOfBurst({ acts, entries, recordedAt }: RecordedBurst): string {
  return digest({ acts, entries, recordedAt });
}
