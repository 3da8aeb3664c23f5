import type { Selectable } from "kysely";
import type { StoredAct, StoredEntry, StoredNotice } from "./burst.js";
import type { Tables } from "./schema.js";

/** The act of a row of `acts`. */
export function storedAct(row: Selectable<Tables["acts"]>): StoredAct {
  return {
    id: row.id,
    act: row.act,
    by: row.party,
    about: row.about,
    on: row.legal_day,
    at: row.legal_at,
    receivedAt: row.received_at,
    envelope: row.envelope,
    receipt: row.receipt,
  };
}

/** The line of a row of `journal`. */
export function storedEntry(row: Omit<Selectable<Tables["journal"]>, "position">): StoredEntry {
  return {
    case: row.case_id,
    number: row.number,
    burst: row.burst,
    kind: row.kind,
    on: row.legal_day,
    at: row.legal_at,
    tellAt: row.tell_at,
    party: row.party,
    name: row.name,
    about: row.about,
    payload: row.payload,
    recordedAt: row.recorded_at,
    seal: row.seal,
    hash: row.hash,
  };
}

/** The notice of a row of `notices`. */
export function storedNotice(row: Omit<Selectable<Tables["notices"]>, "position">): StoredNotice {
  return {
    case: row.case_id,
    number: row.number,
    burst: row.burst,
    party: row.party,
    name: row.name,
    about: row.about,
    channel: row.channel,
    subject: row.subject,
    text: row.text,
    legal: row.legal,
    corrects: row.corrects,
    recordedAt: row.recorded_at,
  };
}
