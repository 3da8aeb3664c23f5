import type { Act } from "../../case/act.js";
import type { JournalEntry } from "../../case/entry.js";
import type { Opening } from "../../case/kernel.js";
import type { RecordedBurst } from "../../case/rebuild.js";
import type { CivilDate } from "../../law/civil-date.js";
import type { Instant } from "../../law/instant.js";
import type { CaseRecord, StoredBurst } from "../../register/register.js";

/** The opening of a case, as its filing left it in the register. */
export function openingOfRecord(record: CaseRecord): Opening {
  const { id, ruleset } = record;
  return {
    id,
    ruleset,
    filedAt: record.filedAt as Instant,
    filedOn: record.filedOn as CivilDate,
    filing: record.filing as Opening["filing"],
  };
}

/** What the register keeps of one burst, as the case takes it again: it stores each act and each entry whole. */
export function recordedBurst({ acts, entries, recordedAt }: StoredBurst): RecordedBurst {
  return {
    acts: acts.map(({ envelope }) => envelope as Act),
    entries: entries.map(({ payload }) => payload as JournalEntry),
    recordedAt: recordedAt as Instant,
  };
}
