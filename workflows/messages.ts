/** What the API and the workflows say to each other. One Update and one Signal per act, both named after it. */
import type { ActMessage } from "../case/act.js";
import type { JournalEntry } from "../case/entry.js";
import type { Opening } from "../case/kernel.js";
import type { RefusalProblem } from "../case/refusal.js";
import type { Snapshot } from "../case/snapshot.js";
import type { CaseView } from "../case/view.js";

/** The argument of a case's workflow. The workflow id is the case number, its type the procedure's name. */
export interface CaseStart {
  readonly opening: Opening;
  /** After continue-as-new, on reopening and on rebuilding: where the case stands. */
  readonly snapshot?: Snapshot;
  /** Number of the last burst that the register holds; 0 for a new case. */
  readonly bursts?: number;
  /** Head of the journal's chain after that burst. */
  readonly head?: string;
  /** By how much a sandbox case restarted in a new run is ahead of Temporal's time, in milliseconds. */
  readonly aheadMs?: number;
  /** Events after which the run continues as new; the host's own bound when absent. */
  readonly longRun?: number;
}

/**
 * What an accepted act is answered with, once it stands in the register. What it changed isn't said here: the register keeps it
 * for the API's receipt, and each byte of an answer is written, kept and read again by Temporal (ADR 8).
 */
export interface ActReceipt {
  /** Number of the act's entry in the journal. */
  readonly receipt: number;
  readonly act: string;
  /** Head of the journal's hash chain when it was recorded. */
  readonly head: string;
  /** The act had been accepted before: nothing was done again. Its first receipt is in the register, by its id. */
  readonly repeated?: true;
}

/** The name of the query that every case answers with its view. */
export const caseQuery = "case";

/**
 * The Update that tells a run which burst is the register's last: behind it, the run takes what it lacks; else it refuses,
 * which costs nothing.
 */
export const catchUpUpdate = "catchUp";

/** `type` of the ApplicationFailure that refuses an Update; its first detail is the problem. */
export const refusedType = "Refused";

export type { ActMessage, CaseView, JournalEntry, RefusalProblem, Snapshot };
