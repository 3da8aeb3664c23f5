import type { Kysely } from "kysely";
import type { Tables } from "./schema.js";

/** The first time that a person opened a notice (CRPA R. 112-20). */
export interface Consultation {
  readonly case: string;
  readonly number: number;
  readonly person: string;
  /** The day in the time of the case. */
  readonly on: string;
  readonly at: string;
}

/** Who opened what. Never changed: the first time is what counts. */
export interface Consultations {
  of(caseId: string): Promise<Consultation[]>;
  record(consulted: readonly Omit<Consultation, "at">[]): Promise<void>;
}

export function consultations(database: Kysely<Tables>): Consultations {
  return {
    async of(caseId) {
      const rows = await database
        .selectFrom("consultations")
        .selectAll()
        .where("case_id", "=", caseId)
        .orderBy("at")
        .orderBy("person")
        .execute();
      return rows.map(({ case_id, number, person, on_day, at }) => ({ case: case_id, number, person, on: on_day, at }));
    },
    async record(consulted) {
      if (consulted.length === 0) return;
      await database
        .insertInto("consultations")
        .values(consulted.map(({ case: case_id, number, person, on }) => ({ case_id, number, person, on_day: on })))
        .onConflict((conflict) => conflict.columns(["case_id", "number", "person"]).doNothing())
        .execute();
    },
  };
}
