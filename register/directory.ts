import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { companyOf } from "./company.js";
import { changed, verifyDirectory } from "./directory-journal.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Somebody, or a machine, as an issuer knows them. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
}

export interface Person extends Identified {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** For whom a person speaks, as what, and from which day to which (both included). */
export interface GivenMandate {
  readonly person: string;
  readonly role: string;
  readonly party: string;
  /** SIRET of the establishment for which an applicant speaks. */
  readonly organisation: string | null;
  readonly platform: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface Mandate extends GivenMandate {
  readonly id: string;
  /** When it was ended before its last day. */
  readonly endedAt: string | null;
}

/** The people of this installation and what each may speak for. Every change is journaled, chained, and names who made it. */
export interface Directory {
  /** The person that an issuer calls so, with every mandate that they were given, by accounts too; undefined when nobody is. */
  lookUp(identified: Identified): Promise<{ person: Person; mandates: Mandate[] } | undefined>;
  /** The person of that id. */
  person(id: string): Promise<Person | undefined>;
  /** Those of these ids. */
  people(ids: readonly string[]): Promise<Person[]>;
  /** Enters a person, or finds the one that is there already. */
  enter(person: Omit<Person, "id">, by: string): Promise<Person>;
  /** @throws UnknownPerson */
  give(mandate: GivenMandate, by: string): Promise<Mandate>;
  /** Ends a mandate at once. The mandate as it then is; undefined when there is none of that id. */
  end(id: string, by: string): Promise<Mandate | undefined>;
  mandate(id: string): Promise<Mandate | undefined>;
  /** The mandates given, the last first; of a company only (SIREN), when one is named. */
  mandates(company?: string): Promise<Mandate[]>;
  /** Every mandate of a person. */
  mandatesOf(person: string): Promise<Mandate[]>;
  /** Whether the journal's chain holds, and up to which line. */
  verify(): Promise<{ valid: boolean; lines: number }>;
}

/** Nobody of that id is in the directory. */
export class UnknownPerson extends Error {
  override readonly name = "UnknownPerson";
}

const newId = (prefix: string): string => `${prefix}-${randomBytes(9).toString("base64url")}`;

export function directory(database: Kysely<Tables>): Directory {
  return {
    async lookUp({ issuer, subject }) {
      const rows = await database
        .selectFrom("people as p")
        .leftJoin("given_mandates as m", "m.person", "p.id")
        .select(["p.id as person_id", "p.issuer", "p.subject", "p.name", "p.email"])
        .selectAll("m")
        .where("p.issuer", "=", storableText(issuer))
        .where("p.subject", "=", storableText(subject))
        .orderBy("m.created_at")
        .execute();
      const [first] = rows;
      if (first === undefined) return undefined;
      const person = { id: first.person_id, issuer, subject, name: first.name, email: first.email };
      return { person, mandates: rows.flatMap((row) => (row.id === null ? [] : [mandateOf(row as MandateRow)])) };
    },
    async person(id) {
      return database
        .selectFrom("people")
        .select(["id", "issuer", "subject", "name", "email"])
        .where("id", "=", id)
        .executeTakeFirst();
    },
    people: async (ids) =>
      ids.length === 0
        ? []
        : database
            .selectFrom("people")
            .select(["id", "issuer", "subject", "name", "email"])
            .where("id", "in", ids)
            .execute(),
    enter: ({ issuer, subject, name, email }, by) =>
      changed(database, async (transaction, journal) => {
        const person = {
          issuer: storableText(issuer),
          subject: storableText(subject),
          name: storableText(name),
          email: email === null ? null : storableText(email),
        };
        const entered = await transaction
          .insertInto("people")
          .values({ id: newId("person"), ...person })
          .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doNothing())
          .returning(["id", "issuer", "subject", "name", "email"])
          .executeTakeFirst();
        // Names stand in the directory alone: its journal says which person, not who it is.
        if (entered !== undefined) await journal("entered", by, { person: entered.id });
        return (
          entered ??
          transaction
            .selectFrom("people")
            .select(["id", "issuer", "subject", "name", "email"])
            .where("issuer", "=", person.issuer)
            .where("subject", "=", person.subject)
            .executeTakeFirstOrThrow()
        );
      }),
    give: (given, by) =>
      changed(database, async (transaction, journal) => {
        const person = await transaction
          .selectFrom("people")
          .select("id")
          .where("id", "=", given.person)
          .executeTakeFirst();
        if (person === undefined) throw new UnknownPerson(`There is nobody of the id ${given.person}.`);
        const row = await transaction
          .insertInto("mandates")
          .values({
            id: newId("mandate"),
            person: given.person,
            role: given.role,
            party: given.party,
            organisation: given.organisation,
            platform: given.platform,
            from_day: given.from,
            until_day: given.until,
            ended_at: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        const mandate = mandateOf(row);
        await journal("given", by, { ...mandate });
        return mandate;
      }),
    end: (id, by) =>
      changed(database, async (transaction, journal) => {
        const row = await transaction
          .updateTable("mandates")
          .set({ ended_at: sql`now()` })
          .where("id", "=", id)
          .where("ended_at", "is", null)
          .returningAll()
          .executeTakeFirst();
        if (row !== undefined) await journal("ended", by, { mandate: id });
        return row === undefined ? readMandate(transaction, id) : mandateOf(row);
      }),
    mandate: (id) => readMandate(database, id),
    async mandates(company) {
      let query = database.selectFrom("given_mandates").selectAll();
      if (company !== undefined) query = query.where(sql<boolean>`left(organisation, 9) = ${companyOf(company)}`);
      return (await query.orderBy("created_at", "desc").orderBy("id").limit(1_000).execute()).map(mandateOf);
    },
    async mandatesOf(person) {
      const rows = await database
        .selectFrom("given_mandates")
        .selectAll()
        .where("person", "=", person)
        .orderBy("created_at", "desc")
        .execute();
      return rows.map(mandateOf);
    },
    verify: () => verifyDirectory(database),
  };
}

async function readMandate(database: Kysely<Tables>, id: string): Promise<Mandate | undefined> {
  const row = await database.selectFrom("mandates").selectAll().where("id", "=", id).executeTakeFirst();
  return row && mandateOf(row);
}

interface MandateRow {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly party: string;
  readonly organisation: string | null;
  readonly platform: string | null;
  readonly from_day: string;
  readonly until_day: string | null;
  readonly ended_at: string | null;
}

const mandateOf = (row: MandateRow): Mandate => ({
  id: row.id,
  person: row.person,
  role: row.role,
  party: row.party,
  organisation: row.organisation,
  platform: row.platform,
  from: row.from_day,
  until: row.until_day,
  endedAt: row.ended_at,
});
