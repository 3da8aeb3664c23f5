import { civilDate } from "../law/civil-date.js";
import { instant } from "../law/instant.js";
import type { Act } from "./act.js";
import type { JournalEntry } from "./entry.js";
import type { Opening } from "./kernel.js";
import type { RecordedBurst } from "./rebuild.js";

/** A burst as the register stores it: each act and each entry whole. */
export interface StoredWhole {
  readonly acts: readonly { readonly envelope: unknown }[];
  readonly entries: readonly { readonly payload: unknown }[];
  readonly recordedAt: string;
}

/** The burst as the case told it. */
export function toldBurst(stored: StoredWhole): RecordedBurst {
  return {
    acts: stored.acts.map(({ envelope }) => envelope as Act),
    entries: stored.entries.map(({ payload }) => payload as JournalEntry),
    recordedAt: instant(stored.recordedAt),
  };
}

/** The opening of a case as the register keeps its filing. */
export function toldOpening(filed: {
  readonly id: string;
  readonly filedAt: string;
  readonly filedOn: string;
  readonly ruleset: string;
  readonly filing: unknown;
}): Opening {
  return {
    id: filed.id,
    filedAt: instant(filed.filedAt),
    filedOn: civilDate(filed.filedOn),
    ruleset: filed.ruleset,
    filing: filed.filing as Opening["filing"],
  };
}
