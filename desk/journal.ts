import type { RecordedEntry, Verification } from "../register/register.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { readsAuthorOf } from "./rights.js";
import { recordFor } from "./shown-case.js";

/** A line of the journal as it is shown. */
export interface ShownEntry {
  readonly number: number;
  readonly kind: string;
  readonly name: string;
  /** Legal day, and instant where it is known. */
  readonly on: string;
  readonly at: string | null;
  readonly party: string | null;
  readonly about: string | null;
  /** The id of the act, or of the clock, that brought it. */
  readonly cause: string;
  readonly detail: { readonly [field: string]: unknown } | null;
  /** Who sent it, of an act and of a filing; null where no person did. */
  readonly author: ShownAuthor | null;
  /** Execution instant. */
  readonly recordedAt: string;
  readonly hash: string;
}

/** Who sent something, as whoever reads may know it. */
export interface ShownAuthor {
  /** Null for whoever may not know which person it was; the name, too, for one who was erased. */
  readonly person: string | null;
  readonly name: string | null;
  readonly role: string;
  /** The party, and the establishment (SIRET), on whose behalf. */
  readonly onBehalfOf: string | null;
  readonly organisation: string | null;
  readonly channel: string;
  /** Under which the platform relayed it. */
  readonly reference: string | null;
}

/** The lines as the principal may read them, each person by their present name in the directory. */
async function shownEntries(
  { register }: Desk,
  principal: Principal,
  entries: readonly RecordedEntry[],
): Promise<ShownEntry[]> {
  const authors = [...new Set(entries.flatMap(({ author }) => (author === undefined ? [] : [author.person])))];
  const named = (await register.directory.people(authors)).filter(({ name }) => name !== "");
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return entries.map((entry) => shownEntry(entry, authorShown(principal, entry, names)));
}

function authorShown(
  principal: Principal,
  { kind, party: sender, author, via }: RecordedEntry,
  names: ReadonlyMap<string, string>,
): ShownAuthor | null {
  if (author === undefined) return null;
  const party = sender ?? (kind === "filed" ? "applicant" : null);
  const known = readsAuthorOf(principal, party);
  return {
    person: known ? author.person : null,
    name: known ? (names.get(author.person) ?? null) : null,
    role: author.role,
    onBehalfOf: party,
    organisation: author.organisation ?? null,
    channel: author.channel,
    reference: via?.reference ?? null,
  };
}

function shownEntry(entry: RecordedEntry, author: ShownAuthor | null): ShownEntry {
  const {
    number,
    kind,
    name,
    on,
    at = null,
    party = null,
    about = null,
    cause,
    detail = null,
    recordedAt,
    hash,
  } = entry;
  return { number, kind, name, on, at, party, about, cause, detail, author, recordedAt, hash };
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
  return { journal: await shownEntries(desk, principal, entries), next: more ? last : null };
}

/** Who follows a case's journal. */
export interface Follower {
  entry(entry: ShownEntry): void;
  /** The journal can't be heard, or read: what was passed on may not be all, until `resumed`. */
  interrupted(): void;
  /** All that was missed has been passed on. */
  resumed(): void;
  /** Asked to go on after a line that the journal doesn't hold (a register restored from a backup): it goes on after its last. */
  ahead(version: number): void;
}

const atOnce = 200;
const readAgainMs = 2_000;

/**
 * Follows a case's journal from after a number, line by line, until stopped. What is returned begins to tell; what that
 * returns stops. @throws DeskRefusal `not-found`
 */
export async function followJournal(
  desk: Desk,
  principal: Principal,
  caseId: string,
  after: number,
): Promise<(follower: Follower) => Promise<() => void>> {
  const { id, version } = await recordFor(desk, principal, caseId);
  return async (follower) => {
    let last = Math.min(after, version);
    if (after > version) follower.ahead(version);
    let [hears, interrupted, stopped] = [true, false, false];
    let again: NodeJS.Timeout | undefined;
    let reading: Promise<void> = Promise.resolve();
    const interrupt = (): void => {
      if (!interrupted && !stopped) follower.interrupted();
      interrupted = true;
    };
    const readOn = async (): Promise<void> => {
      for (;;) {
        const page = await desk.register.journal(id, { after: last, limit: atOnce });
        for (const entry of await shownEntries(desk, principal, page)) {
          follower.entry(entry);
          last = entry.number;
        }
        if (page.length < atOnce) break;
      }
      if (interrupted && hears && !stopped) {
        interrupted = false;
        follower.resumed();
      }
    };
    const readLater = (): void => {
      interrupt();
      clearTimeout(again);
      if (!stopped) again = setTimeout(read, readAgainMs).unref();
    };
    const read = (): void => {
      reading = reading.then(readOn).catch(readLater);
    };
    const leave = await desk.journal.watch(id, {
      grown() {
        hears = true;
        read();
      },
      deaf() {
        hears = false;
        interrupt();
      },
    });
    read();
    return () => {
      stopped = true;
      clearTimeout(again);
      leave();
    };
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
