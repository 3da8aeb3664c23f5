import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";

export type EntryKind =
  | "filed" // the case was opened by its filing
  | "act" // an act was accepted
  | "phase" // the case, or the subject `about`, entered the phase `name`
  | "clock" // the delay `name` began to run
  | "suspended" // a suspension of the kind `name` began
  | "resumed" // it ended
  | "lapsed" // the delay `name` is over, with the effect that the text gives
  | "overrun" // the delay `name` is over without any effect in the text
  | "notice" // the party is told
  | "task" // the party has something to do
  | "ending" // the case, or the subject `about`, ended
  | "rectified" // an earlier entry no longer holds
  | "refused"; // a signal was refused (a refused Update leaves no trace)

/** One line of the journal, as the story told it. Dates are legal dates, Europe/Paris. */
export interface Entry {
  readonly kind: EntryKind;
  readonly name: string;
  readonly on: CivilDate;
  readonly at?: Instant;
  readonly party?: string;
  readonly about?: string;
  /** The id of the act, or of the clock, by which this was told. */
  readonly cause: string;
  /** Adverse: derived at the expiry, told at this instant, unless a timely act shows up. */
  readonly tellAt?: Instant;
  readonly detail?: { readonly [field: string]: unknown };
}

/** An entry with its number in the case's journal. */
export interface JournalEntry extends Entry {
  readonly number: number;
}

/**
 * What an entry says, whatever its cause: two derivations that mean the same tell nothing twice. The day belongs to
 * the meaning of an ending, which has effects of its own from that day; a notice is told once, even if its cause moves.
 */
export function meaning(entry: Entry): string {
  const subject = `${entry.kind}|${entry.name}|${entry.party ?? ""}|${entry.about ?? ""}`;
  if (entry.kind === "ending") return `${subject}|${entry.on}`;
  if (entry.kind === "act") return `${subject}|${entry.cause}`;
  return subject;
}
