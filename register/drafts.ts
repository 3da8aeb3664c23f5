import { randomUUID } from "node:crypto";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Whose a draft is: a person's, speaking for a company (its SIREN; nothing for who speaks for none). */
export interface DraftOwner {
  readonly person: string;
  readonly company: string;
}

/** What stands in the fields: the values of each field's name. */
export type Typing = Readonly<Record<string, readonly string[]>>;

/** A filing that somebody is typing. */
export interface Draft {
  readonly id: string;
  readonly procedure: string;
  readonly sandbox: boolean;
  readonly typed: Typing;
  /** The case that it has become; what was typed is then the case's alone. */
  readonly case: string | null;
  readonly savedAt: string;
}

/** Each owner reads and writes their own drafts, and no other. */
export interface Drafts {
  /** Undefined when the owner has `most` already that aren't filed. */
  begin(
    owner: DraftOwner,
    draft: Pick<Draft, "procedure" | "sandbox" | "typed">,
    most: number,
  ): Promise<Draft | undefined>;
  /** Those that aren't filed, the last saved first. */
  of(owner: DraftOwner): Promise<Draft[]>;
  find(owner: DraftOwner, id: string): Promise<Draft | undefined>;
  /** False when it is there no more, or is filed. */
  save(owner: DraftOwner, id: string, typed: Typing): Promise<boolean>;
  filed(owner: DraftOwner, id: string, caseId: string): Promise<void>;
  remove(owner: DraftOwner, id: string): Promise<void>;
}

const draftOf = ({
  id,
  procedure,
  sandbox,
  typed,
  case_id: filed,
  saved_at: savedAt,
}: Selectable<Tables["drafts"]>): Draft => ({ id, procedure, sandbox, typed: typed as Typing, case: filed, savedAt });

export function drafts(database: Kysely<Tables>): Drafts {
  const now = sql<string>`now()`;
  const owned = ({ person, company }: DraftOwner, id: string) => ({ id: storableText(id), person, company });
  return {
    async begin({ person, company }, { procedure, sandbox, typed }, most) {
      const { count } = await database
        .selectFrom("drafts")
        .select(sql<number>`count(*)::int`.as("count"))
        .where("person", "=", person)
        .where("case_id", "is", null)
        .executeTakeFirstOrThrow();
      if (count >= most) return undefined;
      const row = await database
        .insertInto("drafts")
        .values({ id: randomUUID(), person, company, procedure, sandbox, typed: JSON.stringify(typed), case_id: null })
        .returningAll()
        .executeTakeFirstOrThrow();
      return draftOf(row);
    },
    async of({ person, company }) {
      const rows = await database
        .selectFrom("drafts")
        .selectAll()
        .where((each) => each.and({ person, company }))
        .where("case_id", "is", null)
        .orderBy("saved_at", "desc")
        .execute();
      return rows.map(draftOf);
    },
    async find(owner, id) {
      const row = await database
        .selectFrom("drafts")
        .selectAll()
        .where((each) => each.and(owned(owner, id)))
        .executeTakeFirst();
      return row && draftOf(row);
    },
    async save(owner, id, typed) {
      const saved = await database
        .updateTable("drafts")
        .set({ typed: JSON.stringify(typed), saved_at: now })
        .where((each) => each.and(owned(owner, id)))
        .where("case_id", "is", null)
        .executeTakeFirst();
      return saved.numUpdatedRows === 1n;
    },
    async filed(owner, id, caseId) {
      await database
        .updateTable("drafts")
        .set({ typed: "{}", case_id: caseId, saved_at: now })
        .where((each) => each.and(owned(owner, id)))
        .execute();
    },
    async remove(owner, id) {
      await database
        .deleteFrom("drafts")
        .where((each) => each.and(owned(owner, id)))
        .execute();
    },
  };
}
