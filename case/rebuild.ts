import type { Act, ActMessage } from "./act.js";
import type { RecordedBurst } from "./burst.js";
import { Case } from "./case.js";
import type { Opening } from "./kernel.js";
import type { Gates, Procedure } from "./procedure.js";
import { StoryFault } from "./refusal.js";

/** An accepted act, as the message that would be accepted again. Whoever confirmed it then confirms it now. */
export function messageOf({ act: _act, receivedOn: _day, recordedAt: _at, ...sent }: Act): ActMessage {
  return { ...sent, confirm: true };
}

/**
 * The case of the register: opened, given its acts one by one as they were recorded, up to its last burst.
 * @throws StoryFault when the story doesn't tell what the register holds.
 */
export function rebuild(
  procedure: Procedure,
  opening: Opening,
  bursts: readonly RecordedBurst[],
  gates: Gates = () => true,
): Case {
  const rebuilt = Case.open(procedure, opening, opening.filedAt, gates);
  for (const { acts, entries, recordedAt } of bursts) {
    for (const entry of entries) {
      if (entry.kind === "refused") rebuilt.noteRefusedAgain(entry);
      if (entry.kind !== "act") continue;
      const act = acts.find(({ id }) => id === entry.cause);
      if (act === undefined)
        throw new StoryFault(`${opening.id}: the register holds no act ${entry.cause} with entry ${entry.number}.`);
      rebuilt.accept(act.act, messageOf(act), act.recordedAt);
    }
    rebuilt.advance(recordedAt);
    const last = entries.at(-1)?.number ?? rebuilt.version;
    if (rebuilt.version !== last)
      throw new StoryFault(`${opening.id}: ${rebuilt.version} entries are derived again, the register holds ${last}.`);
  }
  return rebuilt;
}
