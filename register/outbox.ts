import { type Kysely, sql } from "kysely";
import type { Recipient } from "./addresses.js";
import type { StoredNotice } from "./notice.js";
import { storedNotice } from "./rows.js";
import type { Outcome, Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Which notice of which case: the number of its journal entry. */
export interface NoticeReference {
  readonly case: string;
  readonly number: number;
}

/** What came of one attempt to deliver a notice. */
export interface Attempt extends NoticeReference {
  /**
   * `failed` leaves the notice in the outbox; `abandoned` says that nobody will try again. `unaddressed`: nobody has an address to
   * which it may go, and one with a legal effect waits until somebody has. `muted`: those who would receive it chose not to.
   */
  readonly outcome: Outcome;
  /** Who has it by this attempt: ids of persons, or the authority. */
  readonly recipients?: readonly string[];
  readonly detail?: string | undefined;
}

/** A notice to send: to whom it may go today, and who has it already. */
export interface NoticeToSend extends StoredNotice {
  readonly recipients: readonly Recipient[];
  readonly reached: readonly string[];
}

/** What whoever asks for one notice finds: it, that another is sending it, or that it has left the outbox. */
export type Held = { readonly notice: NoticeToSend; readonly triedForMs: number } | "held by another" | "gone";

/**
 * The notices that nobody has delivered yet. One who sends a notice *holds* it, for half a minute at a time: nobody else
 * sends it meanwhile, and a holder that dies lets it go by saying nothing. A notice whose hold is over is free.
 */
export interface Outbox {
  /** Whether a notice is free. Costs one look at an index, however many wait. */
  anyFree(): Promise<boolean>;
  /** Takes free notices, the longest free first, and holds them. */
  take(holder: string, limit: number): Promise<NoticeToSend[]>;
  /** Takes this notice, when it is free or set apart for a delivery of its own. `triedForMs`: since its first attempt. */
  hold(holder: string, reference: NoticeReference): Promise<Held>;
  /** Holds them for longer. */
  keep(holder: string, references: readonly NoticeReference[]): Promise<void>;
  /** Lets them go: free at once. */
  release(holder: string, references: readonly NoticeReference[]): Promise<void>;
  /**
   * Writes attempts down. What is delivered or abandoned leaves the outbox; what failed is set apart for a delivery of its own,
   * and free again when that one hasn't been heard of for two hours.
   */
  settle(holder: string, attempts: readonly Attempt[]): Promise<void>;
}

/** How long a notice is held. */
export const holdMs = 30_000;
/** Longer than a delivery of its own ever waits between two attempts. */
const apartMs = 2 * 3_600_000;
/** Who holds a notice that waits for a delivery of its own. */
const apart = "apart";
/** Who holds a notice that nobody has an address for; the directory's triggers let it go. */
const unaddressed = "unaddressed";
/** Looked at again all the same: a mandate may begin by itself, on its first day. */
const unaddressedMs = 86_400_000;

const inMs = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`;

const columns = (references: readonly NoticeReference[]) => ({
  cases: references.map((reference) => reference.case),
  numbers: references.map(({ number }) => number),
});

/** The outbox on a database. */
export function outbox(database: Kysely<Tables>): Outbox {
  const notices = sql`n.case_id, n.number, n.burst, n.party, n.name, n.about, n.channel, n.subject, n.text, n.legal, n.corrects, n.recorded_at,
    recipients_of(n.case_id, n.party, n.legal) as recipients,
    coalesce((select array_agg(who) from deliveries d, unnest(d.recipients) as who
              where d.case_id = n.case_id and d.number = n.number), '{}') as reached`;
  type Row = Parameters<typeof storedNotice>[0] & Pick<NoticeToSend, "recipients" | "reached">;
  const toSend = ({ recipients, reached, ...row }: Row): NoticeToSend => ({
    ...storedNotice(row),
    recipients,
    reached,
  });

  const change = async (to: ReturnType<typeof inMs>, holder: string, references: readonly NoticeReference[]) => {
    if (references.length === 0) return;
    const { cases, numbers } = columns(references);
    await sql`
      update outbox o set ${to}
      from unnest(${cases}::text[], ${numbers}::integer[]) as r (case_id, number)
      where o.case_id = r.case_id and o.number = r.number and o.held_by = ${holder}`.execute(database);
  };

  return {
    async anyFree() {
      const { rows } = await sql<{ free: boolean }>`
        select exists (select from outbox where held_until <= now()) as free`.execute(database);
      return rows[0]?.free ?? false;
    },
    async take(holder, limit) {
      const { rows } = await sql<Row>`
        with free as (
          select case_id, number from outbox where held_until <= now()
          order by held_until limit ${limit} for update skip locked
        ), taken as (
          update outbox o set held_by = ${holder}, held_until = ${inMs(holdMs)}
          from free where o.case_id = free.case_id and o.number = free.number
          returning o.case_id, o.number
        )
        select ${notices} from taken join notices n on n.case_id = taken.case_id and n.number = taken.number
        order by n.position`.execute(database);
      return rows.map(toSend);
    },
    async hold(holder, reference) {
      const { rows } = await sql<Row & { tried_for_ms: number }>`
        with taken as (
          update outbox set held_by = ${holder}, held_until = ${inMs(holdMs)}
          where case_id = ${reference.case} and number = ${reference.number}
            and (held_until <= now() or held_by = ${apart})
          returning case_id, number
        )
        select ${notices},
          coalesce((select extract(epoch from now() - min(d.at)) * 1000 from deliveries d
                    where d.case_id = n.case_id and d.number = n.number), 0)::float8 as tried_for_ms
        from taken join notices n on n.case_id = taken.case_id and n.number = taken.number`.execute(database);
      const [row] = rows;
      if (row !== undefined) {
        const { tried_for_ms, ...notice } = row;
        return { notice: toSend(notice), triedForMs: tried_for_ms };
      }
      const waiting = await database
        .selectFrom("outbox")
        .select("number")
        .where("case_id", "=", reference.case)
        .where("number", "=", reference.number)
        .executeTakeFirst();
      return waiting === undefined ? "gone" : "held by another";
    },
    keep: (holder, references) => change(sql`held_until = ${inMs(holdMs)}`, holder, references),
    release: (holder, references) => change(sql`held_by = null, held_until = now()`, holder, references),
    async settle(holder, attempts) {
      if (attempts.length === 0) return;
      const { cases, numbers } = columns(attempts);
      const outcomes = attempts.map(({ outcome }) => outcome);
      const details = attempts.map(({ detail }) => (detail === undefined ? null : storableText(detail)));
      const recipients = attempts.map((attempt) => JSON.stringify(attempt.recipients ?? []));
      // One statement, so one commit for them all. A notice that waits for an address is said to once.
      await sql`
        with attempt as (
          select a.case_id, a.number, a.outcome, a.detail, array(select json_array_elements_text(a.recipients)) as recipients,
                 case when a.outcome = 'failed' then ${apart}
                      when a.outcome = 'unaddressed' and n.legal then ${unaddressed} end as held_by
          from unnest(${cases}::text[], ${numbers}::integer[], ${outcomes}::text[], ${details}::text[], ${recipients}::json[])
            as a (case_id, number, outcome, detail, recipients)
          join notices n on n.case_id = a.case_id and n.number = a.number
        ), gone as (
          delete from outbox o using attempt a
          where o.case_id = a.case_id and o.number = a.number and a.held_by is null
        ), kept as (
          update outbox o
          set held_by = a.held_by,
              held_until = case a.held_by when ${unaddressed} then ${inMs(unaddressedMs)} else ${inMs(apartMs)} end
          from attempt a
          where o.case_id = a.case_id and o.number = a.number and a.held_by is not null and o.held_by = ${holder}
        )
        insert into deliveries (case_id, number, at, outcome, detail, recipients)
        select case_id, number, now(), outcome, detail, recipients from attempt a
        where outcome <> 'unaddressed' or not exists (
          select from deliveries d where d.case_id = a.case_id and d.number = a.number and d.outcome = 'unaddressed')`.execute(
        database,
      );
    },
  };
}
