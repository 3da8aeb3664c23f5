import type pg from "pg";
import type { Burst, Recorded } from "../case/burst.js";
import type { JournalEntry } from "../case/entry.js";
import type { CivilDate } from "../law/civil-date.js";
import { type AccountState, writeAccount } from "./accounts.js";
import { actDigest, contentOf, entryDigest, newSalt, noticeDigest, sealOf } from "./chain.js";
import { storedInstant } from "./instant.js";
import type { LeavingNotice } from "./notice.js";
import { BurstOutOfStep, UnknownCase } from "./refusals.js";
import { actRow, entryRow, noticeRow, type Place } from "./rows.js";
import { storableText } from "./storable-text.js";

/** What is recorded in one transaction: a burst, what is computed of it, and the notices that leave with it. */
export interface LeavingBurst extends Burst {
  /** The same burst always has the same. */
  readonly digest: string;
  /** The first of the case's open delays to be over, or that is overdue. */
  readonly nextDueOn: CivilDate | null;
  readonly notices: readonly LeavingNotice[];
  /** What its case says of a company's account, where it is one. */
  readonly account?: AccountState | undefined;
}

interface Answer {
  outcome: "recorded" | "other" | "unknown" | "out of step";
  head: string;
  at_burst: number;
  at_version: number;
}

/** Records a burst, unless another one already stands at its number. */
export async function recordBurst(pool: pg.Pool, burst: LeavingBurst): Promise<Recorded> {
  checkNumbers(burst);
  const { opening, number, digest, entries, recordedAt, view } = burst;
  const answer = burst.account === undefined ? await write(pool, burst) : await writeWithAccount(pool, burst);
  switch (answer.outcome) {
    case "recorded":
      return { kind: "recorded", digest, head: answer.head, recordedAt, version: view.version };
    case "other":
      return { kind: "other" };
    case "unknown":
      throw new UnknownCase(opening.id);
    case "out of step":
      throw new BurstOutOfStep(
        `Burst ${number} of ${opening.id}, from entry ${entries[0]?.number ?? "none"}, doesn't follow ` +
          `burst ${answer.at_burst} and entry ${answer.at_version}.`,
      );
  }
}

async function write(database: pg.Pool | pg.PoolClient, burst: LeavingBurst): Promise<Answer> {
  const parameters = parametersOf(burst);
  const names = Object.keys(parameters);
  const { rows } = await database.query<Answer>({
    // Named: prepared once on each connection.
    name: "record-burst",
    text: `select * from record_burst(${names.map((name, index) => `${name} => $${index + 1}`).join(", ")})`,
    values: Object.values(parameters),
  });
  return rows[0]!;
}

/** What an account's case says of its company holds from the instant at which its burst does. */
async function writeWithAccount(pool: pg.Pool, burst: LeavingBurst): Promise<Answer> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const answer = await write(client, burst);
    if (answer.outcome === "recorded") await writeAccount(client, burst.opening.id, burst.account!);
    await client.query("commit");
    return answer;
  } catch (fault) {
    await client.query("rollback").catch(() => undefined);
    throw fault;
  } finally {
    client.release();
  }
}

function checkNumbers({ opening, number, acts, entries, notices, view }: LeavingBurst): void {
  const fault = (sentence: string) => new BurstOutOfStep(`Burst ${number} of ${opening.id}: ${sentence}`);
  const first = entries[0]?.number ?? 1;
  if (entries.some((entry, index) => entry.number !== first + index)) {
    throw fault("its entries aren't numbered one after the other.");
  }
  if (entries.length === 0 && (acts.length > 0 || notices.length > 0)) {
    throw fault("an act or a notice without a journal entry would escape the chain.");
  }
  if (entries.length > 0 && view.version !== entries.at(-1)?.number) {
    throw fault(`version ${view.version} isn't the number of its last entry.`);
  }
  if (notices.some((notice) => notice.number < first || notice.number >= first + entries.length)) {
    throw fault("a notice belongs to none of its entries.");
  }
}

/** The ids of the messages that entries refuse. A signal may bear anything for an id: it is refused for that, too. */
const refusedMessages = (entries: readonly JournalEntry[]): string[] =>
  entries.flatMap(({ kind, cause }: { readonly kind: string; readonly cause: unknown }) =>
    kind === "refused" && typeof cause === "string" ? [storableText(cause)] : [],
  );

const json = (value: unknown): string => JSON.stringify(value ?? null);

/** The parameters of `record_burst`, in any order: they are passed by name. */
function parametersOf(burst: LeavingBurst): Record<string, unknown> {
  const { view } = burst;
  const { clocks, indications } = view;
  const place: Place = {
    case_id: burst.opening.id,
    burst: burst.number,
    recorded_at: storedInstant(burst.recordedAt),
  };
  const acts = burst.acts.map((act) => actRow(act, burst.receipts[act.id]));
  const notices = burst.notices.map((notice) => noticeRow(notice, place));
  // Another attempt at the same burst has another salt, and changes nothing.
  const salt = newSalt();
  const seal =
    acts.length > 0 || notices.length > 0
      ? sealOf(
          acts.map((row) => [row, actDigest(salt, row)]),
          notices.map((row) => [row, noticeDigest(salt, row)]),
        )
      : null;
  const last = burst.entries.length - 1;
  const entries = burst.entries.map((entry, index) => entryRow(entry, place, index === last ? seal : null));
  return {
    p_case: place.case_id,
    p_burst: place.burst,
    p_digest: burst.digest,
    p_salt: salt,
    p_recorded_at: place.recorded_at,
    p_view: json(view),
    p_phase: view.phase ?? "",
    p_status: view.status,
    p_ending: view.ending?.name ?? null,
    p_whose_move: view.whoseMove,
    p_next_due_on: burst.nextDueOn,

    p_act_ids: acts.map((row) => row.id),
    p_act_names: acts.map((row) => row.act),
    p_act_parties: acts.map((row) => row.party),
    p_act_abouts: acts.map((row) => row.about),
    p_act_days: acts.map((row) => row.legal_day),
    p_act_instants: acts.map((row) => row.legal_at),
    p_act_receptions: acts.map((row) => row.received_at),
    p_act_envelopes: acts.map((row) => json(row.envelope)),
    p_act_receipts: acts.map((row) => json(row.receipt)),
    p_answered: [...acts.map((row) => row.id), ...refusedMessages(burst.entries)],

    p_first_entry: entries[0]?.number ?? null,
    p_entry_kinds: entries.map((row) => row.kind),
    p_entry_days: entries.map((row) => row.legal_day),
    p_entry_instants: entries.map((row) => row.legal_at),
    p_entry_tellings: entries.map((row) => row.tell_at),
    p_entry_parties: entries.map((row) => row.party),
    p_entry_names: entries.map((row) => row.name),
    p_entry_abouts: entries.map((row) => row.about),
    p_entry_payloads: entries.map((row) => json(row.payload)),
    p_entry_contents: entries.map((row) => contentOf(row, entryDigest(salt, row))),
    p_seal: seal,

    p_notice_numbers: notices.map((row) => row.number),
    p_notice_parties: notices.map((row) => row.party),
    p_notice_names: notices.map((row) => row.name),
    p_notice_abouts: notices.map((row) => row.about),
    p_notice_channels: notices.map((row) => row.channel),
    p_notice_subjects: notices.map((row) => row.subject),
    p_notice_texts: notices.map((row) => row.text),
    p_notice_legals: notices.map((row) => row.legal),
    p_notice_corrections: notices.map((row) => row.corrects),
    p_notice_deliveries: burst.notices.map(({ deliver }) => deliver),

    p_clock_ids: clocks.map((clock) => clock.id),
    p_clock_names: clocks.map((clock) => clock.name),
    p_clock_labels: clocks.map((clock) => storableText(clock.label)),
    p_clock_states: clocks.map((clock) => clock.state),
    p_clock_origins: clocks.map((clock) => clock.from),
    p_clock_last_days: clocks.map((clock) => clock.lastDay),
    p_clock_expiries: clocks.map((clock) => clock.expiresAt),
    p_clocks: clocks.map(json),

    p_indication_ids: indications.map(({ id }) => id),
    p_indication_outcomes: indications.map(({ outcome, facts }) =>
      outcome === null ? null : json({ outcome, ...facts }),
    ),
    p_indications_open: indications.map(({ outcome }) => view.status === "open" && outcome === null),
  };
}
