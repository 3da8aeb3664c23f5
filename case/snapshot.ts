import type { Instant } from "../law/instant.js";
import type { Act } from "./act.js";
import type { Opening } from "./kernel.js";

/** What a case must be given so as to go on elsewhere: its opening, its acts, and the numbers of what was journaled. */
export interface Snapshot {
  readonly opening: Opening;
  /** In order of recording, strikes among them. */
  readonly acts: readonly Act[];
  /** Number of each act's entry in the journal. */
  readonly actNumbers: readonly number[];
  /** Number of each derived entry in the journal; 0 while it is held back. */
  readonly numbers: readonly number[];
  /** Number of the journal's last entry. */
  readonly version: number;
  /** Until when time has been derived. */
  readonly toldAt: Instant;
  /** Answers of the gates (`changed`) that the story has asked. */
  readonly gates: Readonly<Record<string, boolean>>;
  /** Of the derived entries: proves that the story tells the same again. */
  readonly digest: string;
}

/** Where a case stands, within one process: a snapshot that needn't prove itself. */
export type Mark = Omit<Snapshot, "digest">;
