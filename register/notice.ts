/** A notice to send: it leaves with the transaction that writes the entry it belongs to. */
export interface Notice {
  /** Number of the journal entry that tells it; it names the notice within its case. */
  readonly number: number;
  readonly party: string;
  readonly name: string;
  readonly about: string | null;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  /** A legal notification, which no preference can mute. */
  readonly legal: boolean;
  /** Number of the sent notice that this one corrects. */
  readonly corrects: number | null;
}

/** A notice that leaves with a burst. */
export interface LeavingNotice extends Notice {
  /** False when it is only recorded (muted by a preference): it never enters the outbox. */
  readonly deliver: boolean;
}

/** A notice of the register. */
export interface StoredNotice extends Notice {
  readonly case: string;
  readonly burst: number;
  readonly recordedAt: string;
}
