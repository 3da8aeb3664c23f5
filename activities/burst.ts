import type { Opening } from "../case/kernel.js";
import type { RecordedBurst } from "../case/rebuild.js";
import type { Receipt } from "../case/receipt.js";
import type { CaseView } from "../case/view.js";

/** All that one wake of a case told: what the journal activity records, in one transaction. */
export interface Burst extends RecordedBurst {
  /** 1, 2, 3… in its case. */
  readonly number: number;
  readonly opening: Opening;
  /** By act id: what each act is answered, but for the head of the chain. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly view: CaseView;
}

/** A burst that the register holds, with the head of the journal's chain after it. */
export interface HeldBurst extends RecordedBurst {
  readonly digest: string;
  readonly head: string;
}

/**
 * What the register answers: the burst is recorded, under the digest of what was given, or another one already stands at its
 * number (*the register wins*), to be read apart. Small: the history keeps it.
 */
export type Recorded =
  | { readonly kind: "recorded"; readonly digest: string; readonly head: string }
  | { readonly kind: "other" };

/** Which burst of which case. */
export interface BurstReference {
  readonly case: string;
  readonly number: number;
}
