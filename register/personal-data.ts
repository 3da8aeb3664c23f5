import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { changed } from "./directory-journal.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Something that a person did in a case, by their id: their name isn't there. */
export interface Deed {
  readonly case: string;
  readonly act: string;
  readonly on: string;
}

/** What is kept of a person beside the directory's own line: asked for by whoever exports it. */
export interface Kept {
  readonly preferences: readonly { readonly company: string; readonly mails: string }[];
  readonly consultations: readonly { readonly case: string; readonly number: number; readonly on: string }[];
  readonly filings: readonly { readonly case: string; readonly on: string }[];
  readonly acts: readonly Deed[];
}

/** A person's own data: what is kept, put right, and gone. */
export interface PersonalData {
  kept(person: string): Promise<Kept>;
  /** Puts a name or an address right; false when nobody has that id. */
  correct(person: string, right: { name?: string; email?: string | null }, by: string): Promise<boolean>;
  /**
   * Takes from the directory who it was: name, address, and how an issuer calls them; what they chose goes, their mandates end. What
   * they did keeps an id that leads to nobody. False when nobody has that id.
   */
  erase(person: string, by: string): Promise<boolean>;
}

/** Nobody's acts are more than that; a number that is told, not hidden. */
const most = 10_000;

export function personalData(database: Kysely<Tables>): PersonalData {
  return {
    async kept(person) {
      const [preferences, consulted, filed, acts] = await Promise.all([
        database.selectFrom("preferences").select(["company", "mails"]).where("person", "=", person).execute(),
        database
          .selectFrom("consultations")
          .select(["case_id as case", "number", "on_day as on"])
          .where("person", "=", person)
          .orderBy("at")
          .execute(),
        database
          .selectFrom("cases")
          .select(["id as case", "filed_on as on"])
          .where(sql<boolean>`starts_with(principal, ${`${person};`})`)
          .orderBy("created_at")
          .execute(),
        // As text: an act that holds NUL can't be unpacked. An id is random, and nobody's words hold it by chance.
        database
          .selectFrom("acts")
          .select(["case_id as case", "act", "legal_day as on"])
          .where(sql<boolean>`position(${`"author":{"person":"${person}"`} in envelope::text) > 0`)
          .orderBy("case_id")
          .orderBy("burst")
          .orderBy("ordinal")
          .limit(most)
          .execute(),
      ]);
      return { preferences, consultations: consulted, filings: filed, acts };
    },
    correct: (person, { name, email }, by) =>
      changed(database, async (transaction, journal) => {
        const { numUpdatedRows } = await transaction
          .updateTable("people")
          .set({
            ...(name !== undefined && { name: storableText(name) }),
            ...(email !== undefined && { email: email === null ? null : storableText(email) }),
          })
          .where("id", "=", person)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await journal("corrected", by, { person });
        return true;
      }),
    erase: (person, by) =>
      changed(database, async (transaction, journal) => {
        const nobody = `erased:${randomUUID()}`;
        const { numUpdatedRows } = await transaction
          .updateTable("people")
          .set({ issuer: nobody, subject: nobody, name: "", email: null })
          .where("id", "=", person)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction.deleteFrom("preferences").where("person", "=", person).execute();
        const ended = await transaction
          .updateTable("mandates")
          .set({ ended_at: sql`now()` })
          .where("person", "=", person)
          .where("ended_at", "is", null)
          .returning("id")
          .execute();
        for (const { id } of ended) await journal("ended", by, { mandate: id });
        await journal("erased", by, { person });
        return true;
      }),
  };
}
