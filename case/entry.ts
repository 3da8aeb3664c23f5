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
  | "handover" // the cases linked with this one are told
  | "ending" // the case, or the subject `about`, ended
  | "rectified" // an earlier entry no longer holds
  | "erased" // what a concluded case held was erased: written by the register, and by no story
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
 * What an entry says, whatever its cause: two derivations that mean the same tell nothing twice. A party is told once, even
 * if the cause moves; what the journal says of dates (an ending, a delay, a suspension) means those dates too, and what another case
 * is handed means all that it was handed.
 */
export function meaning(entry: Entry): string {
  const subject = `${entry.kind}|${entry.name}|${entry.party ?? ""}|${entry.about ?? ""}`;
  switch (entry.kind) {
    case "act":
      return `${subject}|${entry.cause}`;
    case "ending":
    case "lapsed":
    case "overrun":
      return `${subject}|${entry.on}`;
    case "handover":
      return `${subject}|${entry.on}|${JSON.stringify(entry.detail?.facts)}`;
    case "suspended":
    case "resumed":
      return `${subject}|${entry.detail?.addressedOn}|${entry.detail?.completedOn}`;
    case "clock":
      return `${subject}|${entry.detail?.from}|${entry.detail?.to}|${entry.detail?.lastDay}`;
    default:
      return subject;
  }
}
