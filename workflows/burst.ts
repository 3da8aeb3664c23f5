import type { Act } from "../case/act.js";
import { digest } from "../case/digest.js";
import type { JournalEntry } from "../case/entry.js";
import type { Instant } from "../law/instant.js";

/** Proves what is told: a replay whose story tells otherwise finds another digest in the recorded answer. */
export function digestOf(acts: readonly Act[], entries: readonly JournalEntry[], recordedAt: Instant): string {
  return digest({ acts, entries, recordedAt });
}
