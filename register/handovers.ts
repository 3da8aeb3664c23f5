import { type Kysely, sql } from "kysely";
import type { JournalEntry } from "../case/entry.js";
import { entryOf } from "./rows.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Which line of which case's journal is handed over, and to which case. */
export interface HandoverReference {
  readonly case: string;
  readonly number: number;
  readonly to: string;
}

/** A line of a case's journal on its way to a linked case: what is handed over, or what of it no longer holds. */
export interface LeavingHandover extends HandoverReference {
  readonly entry: JournalEntry;
}

/** What became of it: an act of the other case, nothing that concerns it, or an act that it refused (`detail` says why). */
export interface HandoverOutcome {
  readonly outcome: "taken" | "not concerned" | "refused";
  readonly detail?: string | undefined;
}

export interface StoredHandover extends LeavingHandover {
  readonly outcome: HandoverOutcome["outcome"] | null;
  readonly detail: string | null;
}

/**
 * What cases hand over to each other and hasn't arrived. Between two cases it goes in the order of the journal: one at a time, the
 * next once this one is settled. Who carries one *holds* it for a minute: one that dies lets it go by saying nothing.
 */
export interface Handovers {
  /** Whether one is free. Costs one look at an index, however many wait. */
  anyFree(): Promise<boolean>;
  /** Takes free ones, the longest free first, and holds them. */
  take(holder: string, limit: number): Promise<LeavingHandover[]>;
  /** Writes down what became of one. */
  settle(holder: string, reference: HandoverReference, outcome: HandoverOutcome): Promise<void>;
  /** Lets one go until later: the other case can't be reached, or its time isn't there yet. */
  postpone(holder: string, reference: HandoverReference, ms: number): Promise<void>;
  /** All that a case has handed over and was handed, in the order of the journal. */
  of(caseId: string): Promise<StoredHandover[]>;
}

const holdMs = 60_000;

/** Nothing that was handed over before to the same case still waits. */
const isNext = sql`not exists (
  select from handovers e
  where e.case_id = h.case_id and e.to_case = h.to_case and e.number < h.number and e.outcome is null)`;

/** The handovers on a database. */
export function handovers(database: Kysely<Tables>): Handovers {
  const held = (holder: string, { case: id, number, to }: HandoverReference) =>
    sql`case_id = ${id} and number = ${number} and to_case = ${to} and held_by = ${holder}`;
  return {
    async anyFree() {
      const { rows } = await sql<{ free: boolean }>`
        select exists (
          select from handovers h where h.outcome is null and h.held_until <= now() and ${isNext}
        ) as free`.execute(database);
      return rows[0]?.free ?? false;
    },
    async take(holder, limit) {
      const { rows } = await sql<{ case_id: string; number: number; to_case: string; payload: unknown }>`
        with free as (
          select h.case_id, h.number, h.to_case from handovers h
          where h.outcome is null and h.held_until <= now() and ${isNext}
          order by h.held_until limit ${limit} for update skip locked
        ), taken as (
          update handovers h set held_by = ${holder}, held_until = now() + ${holdMs} * interval '1 millisecond'
          from free where h.case_id = free.case_id and h.number = free.number and h.to_case = free.to_case
          returning h.case_id, h.number, h.to_case
        )
        select taken.case_id, taken.number, taken.to_case, j.payload
        from taken join journal j on j.case_id = taken.case_id and j.number = taken.number
        order by j.position`.execute(database);
      return rows.map((row) => ({ case: row.case_id, number: row.number, to: row.to_case, entry: entryOf(row) }));
    },
    async settle(holder, reference, { outcome, detail }) {
      await sql`
        update handovers set outcome = ${outcome}, detail = ${detail === undefined ? null : storableText(detail)},
          settled_at = now(), held_by = null
        where ${held(holder, reference)} and outcome is null`.execute(database);
    },
    async postpone(holder, reference, ms) {
      await sql`
        update handovers set held_by = null, held_until = now() + ${ms} * interval '1 millisecond'
        where ${held(holder, reference)}`.execute(database);
    },
    async of(caseId) {
      const { rows } = await sql<{
        case_id: string;
        number: number;
        to_case: string;
        payload: unknown;
        outcome: StoredHandover["outcome"];
        detail: string | null;
      }>`
        select h.case_id, h.number, h.to_case, h.outcome, h.detail, j.payload
        from handovers h join journal j on j.case_id = h.case_id and j.number = h.number
        where h.case_id = ${caseId} or h.to_case = ${caseId}
        order by j.position, h.to_case`.execute(database);
      return rows.map(({ outcome, detail, ...row }) => ({
        ...{ case: row.case_id, number: row.number, to: row.to_case, entry: entryOf(row) },
        ...{ outcome, detail },
      }));
    },
  };
}
