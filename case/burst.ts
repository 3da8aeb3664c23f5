import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";
import type { Act } from "./act.js";
import { digest } from "./digest.js";
import type { JournalEntry } from "./entry.js";
import type { Opening } from "./kernel.js";
import type { Receipt } from "./receipt.js";
import type { CaseView } from "./view.js";

/** What the case is told again from: the acts that were accepted together, and what was written in the journal with them. */
export interface RecordedBurst {
  readonly acts: readonly Act[];
  readonly entries: readonly JournalEntry[];
  /** Execution instant, and until when time was told. */
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
  /** The first of its open delays to be over, or that is overdue. */
  readonly nextDueOn: CivilDate | null;
  /** The same burst always has the same. */
  readonly digest: string;
}

/** A burst that the register holds. */
export interface HeldBurst extends RecordedBurst {
  readonly number: number;
  readonly digest: string;
  /** Hash of the journal's last line once it was recorded. */
  readonly head: string;
}

/** What the register answers: the burst is recorded, now or already, or another one stands at its number (*the register wins*). */
export type Recorded =
  | { readonly kind: "recorded"; readonly digest: string; readonly head: string }
  | { readonly kind: "other"; readonly burst: HeldBurst };

/** Proves what is told: a replay whose story tells otherwise finds another digest in the recorded answer. */
export const digestOf = (acts: readonly Act[], entries: readonly JournalEntry[], recordedAt: Instant): string =>
  digest({ acts, entries, recordedAt });
