/** JSON that the register stores and returns without reading it. */
export type Json = unknown;

/** An accepted act, as it is kept for ever. */
export interface ActRow {
  /** Unique per case: a repeated act is known by it. */
  id: string;
  /** The act's name. */
  act: string;
  by?: string | null;
  about?: string | null;
  /** Legal day (`YYYY-MM-DD`). */
  on: string;
  /** Legal instant, when known. */
  at?: string | null;
  /** Instant at which the desk or a platform received it. */
  receivedAt?: string | null;
  /** The whole act: all that the case needs to be derived again. */
  envelope: Json;
  /** What was answered to the one who sent it. */
  receipt: Json;
}

/** One line of the journal. */
export interface EntryRow {
  /** Per case, contiguous, from 1. */
  number: number;
  kind: string;
  /** Legal day on which it has effect. */
  on: string | null;
  /** Legal instant at which it has effect, when known. */
  at: string | null;
  /** Until then an adverse ending is derived but not told. */
  tellAt?: string | null;
  party?: string | null;
  name?: string | null;
  about?: string | null;
  payload: Json;
}

/** A notice to send: it leaves with the transaction that writes the entry it belongs to. */
export interface NoticeRow {
  /** Number of the journal entry that tells it; it names the notice within its case. */
  number: number;
  party: string;
  name: string;
  about?: string | null;
  channel: string;
  subject: string;
  text: string;
  /** A legal notification, which no preference can mute. */
  legal: boolean;
  /** Number of the sent notice that this one corrects. */
  corrects?: number | null;
  /** False when it is only recorded (muted by a preference): it never enters the outbox. True by default. */
  deliver?: boolean;
}

/** The state of one clock after the burst. */
export interface ClockRow {
  id: string;
  /** Name of the delay. */
  name: string;
  label?: string | null;
  state: string;
  from: string | null;
  lastDay: string | null;
  expiresAt?: string | null;
  /** The whole clock, its suspensions and citation among it. */
  clock: Json;
}

/** What became of one indication. */
export interface IndicationRow {
  id: string;
  outcome: Json | null;
  /** Whether it still bars another filing for it; by default, as long as the case is open. */
  open?: boolean;
}

/** All that one wake of a case changed, recorded in one transaction. */
export interface Burst {
  case: string;
  /** Number of the burst in this case: 1, 2, 3… */
  number: number;
  acts: readonly ActRow[];
  entries: readonly EntryRow[];
  notices: readonly NoticeRow[];
  /** The case's public view. */
  view: Json;
  phase: string;
  status: "open" | "concluded";
  /** Name of the ending. */
  ending: string | null;
  whoseMove: readonly string[];
  nextDueOn: string | null;
  /** Number of entries after the burst; checked when given. */
  version?: number;
  /** Every clock of the case: one that is no longer listed no longer exists. */
  clocks: readonly ClockRow[];
  indications: readonly IndicationRow[];
  /** Digest of the burst, computed by the caller: the same burst always has the same. */
  digest: string;
  /** Execution instant, given by the caller. */
  recordedAt: string;
}

/** An accepted act as stored. */
export type StoredAct = Required<ActRow>;

/** A journal line as stored. */
export interface StoredEntry extends Required<EntryRow> {
  case: string;
  burst: number;
  recordedAt: string;
  /** Hash of the acts and notices of the burst; carried by the burst's last entry. */
  seal: string | null;
  hash: string;
}

/** A notice as stored. */
export interface StoredNotice extends Required<Omit<NoticeRow, "deliver">> {
  case: string;
  burst: number;
  recordedAt: string;
}

/** A burst as it was recorded. */
export interface StoredBurst {
  case: string;
  number: number;
  digest: string;
  recordedAt: string;
  /** Hash of the journal's last line once this burst was recorded. */
  head: string;
  acts: StoredAct[];
  entries: StoredEntry[];
}

/** What `record` answers. */
export type Recorded =
  /** It is in the register, now or already. `head` is the hash of its last journal line. */
  | { kind: "recorded"; digest: string; head: string }
  /** *The register wins*: another burst stands at that number; nothing was written. */
  | { kind: "other"; burst: StoredBurst };
