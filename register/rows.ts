/**
 * The rows of a burst: made once on its way in, read once on its way out. Acts and entries are kept whole, as JSON; their columns
 * are what is searched, and what the chain covers beside them.
 */
import type { Selectable } from "kysely";
import type { Act } from "../case/act.js";
import type { Author } from "../case/author.js";
import type { JournalEntry } from "../case/entry.js";
import type { Receipt } from "../case/receipt.js";
import type { Instant } from "../law/instant.js";
import { storedInstant } from "./instant.js";
import type { LeavingNotice, StoredNotice } from "./notice.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Without the digest of what was erased. */
export type ActRow = Omit<Selectable<Tables["acts"]>, "case_id" | "burst" | "ordinal" | "digest">;
export type EntryRow = Omit<Selectable<Tables["journal"]>, "hash" | "position" | "digest">;
export type NoticeRow = Omit<Selectable<Tables["notices"]>, "position" | "digest">;

/** Which burst of which case, and when it is recorded. */
export type Place = Pick<EntryRow, "case_id" | "burst" | "recorded_at">;

const text = (value: string | undefined): string | null => (value === undefined ? null : storableText(value));
const instant = (value: string | undefined): string | null => (value === undefined ? null : storedInstant(value));

export const actRow = (act: Act, receipt: Receipt | undefined): ActRow => ({
  id: act.id,
  act: act.act,
  party: text(act.by),
  about: text(act.about),
  legal_day: act.on,
  legal_at: instant(act.at),
  received_at: instant(act.receivedAt),
  envelope: act,
  receipt: receipt ?? null,
});

export const entryRow = (entry: JournalEntry, place: Place, seal: string | null): EntryRow => ({
  ...place,
  number: entry.number,
  kind: entry.kind,
  legal_day: entry.on,
  legal_at: instant(entry.at),
  tell_at: instant(entry.tellAt),
  party: text(entry.party),
  name: text(entry.name),
  about: text(entry.about),
  payload: entry,
  seal,
});

export const noticeRow = ({ deliver: _, ...notice }: LeavingNotice, place: Place): NoticeRow => ({
  ...place,
  ...notice,
  party: storableText(notice.party),
  name: storableText(notice.name),
  about: text(notice.about ?? undefined),
  subject: storableText(notice.subject),
  text: storableText(notice.text),
});

/** An entry of the journal, with what the register adds. */
export interface RecordedEntry extends JournalEntry {
  readonly case: string;
  readonly recordedAt: Instant;
  readonly hash: string;
  /** Of an act and of a filing: who sent it, and by which platform under which reference. */
  readonly author?: Author;
  readonly via?: Act["via"];
}

/** The act of a row. */
export const actOf = ({ envelope }: Pick<ActRow, "envelope">): Act => envelope as Act;

/** The entry of a row, as its case wrote it. */
export const entryOf = ({ payload }: Pick<EntryRow, "payload">): JournalEntry => payload as JournalEntry;

export const recordedEntry = (row: EntryRow & { hash: string }): RecordedEntry => ({
  ...entryOf(row),
  case: row.case_id,
  recordedAt: row.recorded_at as Instant,
  hash: row.hash,
});

export const storedNotice = ({
  case_id,
  recorded_at,
  position: _,
  digest: _digest,
  ...notice
}: NoticeRow & { position?: number; digest?: string | null }): StoredNotice => ({
  ...notice,
  case: case_id,
  recordedAt: recorded_at,
});
