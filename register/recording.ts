import type { Kysely } from "kysely";
import type pg from "pg";
import type { Burst, EntryRow, Recorded } from "./burst.js";
import { readBursts } from "./burst-reads.js";
import { type BurstToStore, burstToStore } from "./burst-to-store.js";
import { BurstOutOfStep, UnknownCase } from "./refusals.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

interface Answer {
  outcome: "recorded" | "other" | "unknown" | "out of step";
  head: string;
  at_burst: number;
  at_version: number;
}

/** Records a burst, or returns the one that already stands at its number. */
export async function recordBurst(pool: pg.Pool, database: Kysely<Tables>, burst: Burst): Promise<Recorded> {
  const parameters = parametersOf(burst, burstToStore(burst));
  const names = Object.keys(parameters);
  const { rows } = await pool.query<Answer>({
    // Named: prepared once on each connection.
    name: "record-burst",
    text: `select * from record_burst(${names.map((name, index) => `${name} => $${index + 1}`).join(", ")})`,
    values: Object.values(parameters),
  });
  const answer = rows[0]!;
  switch (answer.outcome) {
    case "recorded":
      return { kind: "recorded", digest: burst.digest, head: answer.head };
    case "other": {
      const [stored] = await readBursts(database, burst.case, { after: burst.number - 1, limit: 1 });
      return { kind: "other", burst: stored! };
    }
    case "unknown":
      throw new UnknownCase(burst.case);
    case "out of step":
      throw new BurstOutOfStep(
        `Burst ${burst.number} of ${burst.case}, from entry ${burst.entries[0]?.number ?? "none"}, doesn't follow ` +
          `burst ${answer.at_burst} and entry ${answer.at_version}.`,
      );
  }
}

/** The id of the message that the entry refuses. */
const refusedMessage = ({ kind, payload }: EntryRow): string[] => {
  const { cause } = (kind === "refused" ? payload : {}) as { readonly cause?: unknown };
  return typeof cause === "string" ? [storableText(cause)] : [];
};

const json = (value: unknown): string => JSON.stringify(value ?? null);

/** The parameters of `record_burst`, in any order: they are passed by name. */
function parametersOf(burst: Burst, stored: BurstToStore): Record<string, unknown> {
  const { acts, entries, notices } = stored;
  const { clocks, indications } = burst;
  return {
    p_case: burst.case,
    p_burst: burst.number,
    p_digest: burst.digest,
    p_recorded_at: stored.recordedAt,
    p_view: json(burst.view),
    p_phase: burst.phase,
    p_status: burst.status,
    p_ending: burst.ending,
    p_whose_move: burst.whoseMove,
    p_next_due_on: burst.nextDueOn,

    p_act_ids: acts.map((act) => act.id),
    p_act_names: acts.map((act) => act.act),
    p_act_parties: acts.map((act) => act.by),
    p_act_abouts: acts.map((act) => act.about),
    p_act_days: acts.map((act) => act.on),
    p_act_instants: acts.map((act) => act.at),
    p_act_receptions: acts.map((act) => act.receivedAt),
    p_act_envelopes: acts.map((act) => json(act.envelope)),
    p_act_receipts: acts.map((act) => json(act.receipt)),
    p_answered: [...acts.map((act) => act.id), ...entries.flatMap((entry) => refusedMessage(entry))],

    p_first_entry: entries[0]?.number ?? null,
    p_entry_kinds: entries.map((entry) => entry.kind),
    p_entry_days: entries.map((entry) => entry.on),
    p_entry_instants: entries.map((entry) => entry.at),
    p_entry_tellings: entries.map((entry) => entry.tellAt),
    p_entry_parties: entries.map((entry) => entry.party),
    p_entry_names: entries.map((entry) => entry.name),
    p_entry_abouts: entries.map((entry) => entry.about),
    p_entry_payloads: entries.map((entry) => json(entry.payload)),
    p_entry_contents: stored.contents,
    p_seal: stored.seal,

    p_notice_numbers: notices.map((notice) => notice.number),
    p_notice_parties: notices.map((notice) => notice.party),
    p_notice_names: notices.map((notice) => notice.name),
    p_notice_abouts: notices.map((notice) => notice.about),
    p_notice_channels: notices.map((notice) => notice.channel),
    p_notice_subjects: notices.map((notice) => notice.subject),
    p_notice_texts: notices.map((notice) => notice.text),
    p_notice_legals: notices.map((notice) => notice.legal),
    p_notice_corrections: notices.map((notice) => notice.corrects),
    p_notice_deliveries: burst.notices.map((notice) => notice.deliver ?? true),

    p_clock_ids: clocks.map((clock) => clock.id),
    p_clock_names: clocks.map((clock) => clock.name),
    p_clock_labels: clocks.map((clock) => (clock.label == null ? null : storableText(clock.label))),
    p_clock_states: clocks.map((clock) => clock.state),
    p_clock_origins: clocks.map((clock) => clock.from),
    p_clock_last_days: clocks.map((clock) => clock.lastDay),
    p_clock_expiries: clocks.map((clock) => clock.expiresAt ?? null),
    p_clocks: clocks.map((clock) => json(clock.clock)),

    p_indication_ids: indications.map((indication) => indication.id),
    p_indication_outcomes: indications.map(({ outcome }) => (outcome == null ? null : json(outcome))),
    p_indications_open: indications.map(({ open }) => burst.status === "open" && (open ?? true)),
  };
}
