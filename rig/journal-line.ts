import type { JournalEntry } from "../case/entry.js";

/** An entry without what two machines may write differently: its instants. */
export function lineOf({ number, on, kind, name, party, about }: JournalEntry): string {
  return [number, on, kind, name, party, about].join(" ");
}
