import type { ActRow, Burst, EntryRow, NoticeRow, StoredAct, StoredEntry, StoredNotice } from "./burst.js";
import { contentOf, sealOf } from "./chain.js";
import { storedInstant } from "./instant.js";
import { BurstOutOfStep } from "./refusals.js";
import { storableText } from "./storable-text.js";

/** A burst in exactly the form in which it will be stored, with the content of each line as its hash will cover it. */
export interface BurstToStore {
  acts: StoredAct[];
  entries: Omit<StoredEntry, "hash">[];
  notices: StoredNotice[];
  contents: string[];
  seal: string | null;
  recordedAt: string;
}

/** Puts a burst in the form in which it is stored. */
export function burstToStore(burst: Burst): BurstToStore {
  checkNumbers(burst);
  const recordedAt = storedInstant(burst.recordedAt);
  const acts = burst.acts.map(actToStore);
  const notices = burst.notices.map((notice) => noticeToStore(notice, burst, recordedAt));
  const seal = acts.length > 0 || notices.length > 0 ? sealOf(acts, notices) : null;
  const last = burst.entries.length - 1;
  const entries = burst.entries.map((entry, index) =>
    entryToStore(entry, burst, recordedAt, index === last ? seal : null),
  );
  return { acts, entries, notices, contents: entries.map(contentOf), seal, recordedAt };
}

function checkNumbers(burst: Burst): void {
  const fault = (sentence: string) => new BurstOutOfStep(`Burst ${burst.number} of ${burst.case}: ${sentence}`);
  const first = burst.entries[0]?.number ?? 1;
  if (burst.entries.some((entry, index) => entry.number !== first + index)) {
    throw fault("its entries aren't numbered one after the other.");
  }
  if (burst.entries.length === 0 && (burst.acts.length > 0 || burst.notices.length > 0)) {
    throw fault("an act or a notice without a journal entry would escape the chain.");
  }
  if (burst.version !== undefined && burst.entries.length > 0 && burst.version !== burst.entries.at(-1)?.number) {
    throw fault(`version ${burst.version} isn't the number of its last entry.`);
  }
  if (burst.notices.some(({ number }) => number < first || number >= first + burst.entries.length)) {
    throw fault("a notice belongs to none of its entries.");
  }
}

const text = (value: string | null | undefined): string | null => (value == null ? null : storableText(value));
const instant = (value: string | null | undefined): string | null => (value == null ? null : storedInstant(value));

function actToStore(act: ActRow): StoredAct {
  return {
    id: act.id,
    act: act.act,
    by: text(act.by),
    about: text(act.about),
    on: act.on,
    at: instant(act.at),
    receivedAt: instant(act.receivedAt),
    envelope: act.envelope ?? null,
    receipt: act.receipt ?? null,
  };
}

function entryToStore(
  entry: EntryRow,
  burst: Burst,
  recordedAt: string,
  seal: string | null,
): Omit<StoredEntry, "hash"> {
  return {
    case: burst.case,
    number: entry.number,
    burst: burst.number,
    kind: entry.kind,
    on: entry.on,
    at: instant(entry.at),
    tellAt: instant(entry.tellAt),
    party: text(entry.party),
    name: text(entry.name),
    about: text(entry.about),
    payload: entry.payload ?? null,
    recordedAt,
    seal,
  };
}

function noticeToStore(notice: NoticeRow, burst: Burst, recordedAt: string): StoredNotice {
  return {
    case: burst.case,
    number: notice.number,
    burst: burst.number,
    party: storableText(notice.party),
    name: storableText(notice.name),
    about: text(notice.about),
    channel: notice.channel,
    subject: storableText(notice.subject),
    text: storableText(notice.text),
    legal: notice.legal,
    corrects: notice.corrects ?? null,
    recordedAt,
  };
}
