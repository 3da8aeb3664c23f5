import type { JournalEntry } from "../case/entry.js";
import type { StoredEntry, Verification } from "../register/register.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { recordFor } from "./shown-case.js";

/** A line of the journal as it is shown. */
export interface ShownEntry {
  readonly number: number;
  readonly kind: string;
  readonly name: string | null;
  /** Legal day, and instant where it is known. */
  readonly on: string | null;
  readonly at: string | null;
  readonly party: string | null;
  readonly about: string | null;
  /** The id of the act, or of the clock, that brought it. */
  readonly cause: string | null;
  readonly detail: { readonly [field: string]: unknown } | null;
  /** Execution instant. */
  readonly recordedAt: string;
  readonly hash: string;
}

function shownEntry(stored: StoredEntry): ShownEntry {
  const { number, kind, name, on, at, party, about, recordedAt, hash } = stored;
  const { cause = null, detail = null } = (stored.payload ?? {}) as Partial<JournalEntry>;
  return { number, kind, name, on, at, party, about, cause, detail, recordedAt, hash };
}

/** Lines of a case's journal after a number, in order; `next` is the number to read on after, null at the end. */
export async function journalOf(
  desk: Desk,
  principal: Principal,
  caseId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly journal: ShownEntry[]; readonly next: number | null }> {
  const { id, version } = await recordFor(desk, principal, caseId);
  const entries = await desk.register.journal(id, { after, limit });
  const last = entries.at(-1)?.number ?? 0;
  const more = entries.length === limit && last < version;
  return { journal: entries.map(shownEntry), next: more ? last : null };
}

const atOnce = 200;

/**
 * Follows a case's journal from after a number, line by line, until told to stop. What is returned begins to tell; what that
 * returns stops. @throws DeskRefusal `not-found`
 */
export async function followJournal(
  desk: Desk,
  principal: Principal,
  caseId: string,
  after: number,
): Promise<(tell: (entry: ShownEntry) => void) => Promise<() => void>> {
  const { id } = await recordFor(desk, principal, caseId);
  return async (tell) => {
    let last = after;
    let reading: Promise<void> = Promise.resolve();
    const readOn = async (): Promise<void> => {
      for (;;) {
        const page = await desk.register.journal(id, { after: last, limit: atOnce });
        for (const entry of page) {
          tell(shownEntry(entry));
          last = entry.number;
        }
        if (page.length < atOnce) return;
      }
    };
    const grown = (): void => {
      // The register is away: what was missed is read at the next burst, or when it is back.
      reading = reading.then(readOn).catch(() => undefined);
    };
    const stop = await desk.journal.watch(id, grown);
    grown();
    return stop;
  };
}

/** Computes the journal's chain again; `holding` is the head that a receipt once gave. @throws DeskRefusal `not-found` */
export async function verificationOf(
  desk: Desk,
  principal: Principal,
  caseId: string,
  holding: string | undefined,
): Promise<Verification> {
  const { id } = await recordFor(desk, principal, caseId);
  return desk.register.verify(id, { holding });
}
