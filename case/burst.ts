import type { Instant } from "../law/instant.js";
import type { Act } from "./act.js";
import type { JournalEntry } from "./entry.js";
import type { Opening } from "./kernel.js";
import type { Receipt } from "./receipt.js";
import type { CaseView } from "./view.js";

/** What the case is derived again from: the acts that were accepted together, and what was written in the journal with them. */
export interface RecordedBurst {
  readonly acts: readonly Act[];
  readonly entries: readonly JournalEntry[];
  /** Execution instant, and until when time was derived. */
  readonly recordedAt: Instant;
}

/** All that one wake of a case changed, from its workflow to the register: one transaction. */
export interface Burst extends RecordedBurst {
  /** 1, 2, 3… in its case. */
  readonly number: number;
  readonly opening: Opening;
  /** By act id: what each act is answered, but for the head of the chain. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  /** The case as the burst leaves it. */
  readonly view: CaseView;
}

/** A burst that the register holds. */
export interface HeldBurst extends RecordedBurst {
  readonly number: number;
  readonly digest: string;
  /** Hash of the journal's last line once it was recorded. */
  readonly head: string;
}

/**
 * What the register answers: the burst is recorded, under the digest of what was given, or another one already stands at its
 * number (*the register wins*), to be read apart. Small: the history keeps it, with when the burst was recorded and up to which
 * entry, which a replay may not find again (ADR 18).
 */
export type Recorded =
  | {
      readonly kind: "recorded";
      readonly digest: string;
      readonly head: string;
      readonly recordedAt: Instant;
      /** Number of the journal's last entry. */
      readonly version: number;
    }
  | { readonly kind: "other" };
