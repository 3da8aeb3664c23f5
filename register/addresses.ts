import { type Kysely, sql } from "kysely";
import { changed } from "./directory-journal.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** Somebody to whom a notice may go. */
export interface Recipient {
  /** A person's id, or the authority whose mailbox it is. */
  readonly who: string;
  readonly address: string | null;
  /** Whether they chose to receive such a notice, themselves or by their company's account. */
  readonly chosen: boolean;
}

/** What a person receives of a company's mails. */
export type Mails = "all" | "legal" | "none";

export interface Mailbox {
  readonly party: string;
  readonly address: string;
}

/** Where notices go. Addresses are the directory's: its journal says that one was given, never which. */
export interface Addresses {
  mailboxes(): Promise<Mailbox[]>;
  /** Gives an authority its mailbox, or takes it away. */
  giveMailbox(party: string, address: string | null, by: string): Promise<void>;
  /** What a person chose, by company (SIREN). */
  preferences(person: string): Promise<{ company: string; mails: Mails }[]>;
  prefer(person: string, company: string, mails: Mails): Promise<void>;
  /** To whom a notice of that case to that party goes today. */
  recipients(caseId: string, party: string, legal: boolean): Promise<Recipient[]>;
}

export function addresses(database: Kysely<Tables>): Addresses {
  return {
    mailboxes: () => database.selectFrom("mailboxes").selectAll().orderBy("party").execute(),
    giveMailbox: (party, address, by) =>
      changed(database, async (transaction, journal) => {
        await transaction.deleteFrom("mailboxes").where("party", "=", party).execute();
        if (address !== null)
          await transaction
            .insertInto("mailboxes")
            .values({ party, address: storableText(address) })
            .execute();
        await journal(address === null ? "mailbox taken away" : "mailbox given", by, { party });
      }),
    preferences: (person) =>
      database
        .selectFrom("preferences")
        .select(["company", "mails"])
        .where("person", "=", person)
        .orderBy("company")
        .execute(),
    prefer: (person, company, mails) =>
      changed(database, async (transaction, journal) => {
        await transaction
          .insertInto("preferences")
          .values({ person, company, mails })
          .onConflict((conflict) => conflict.columns(["person", "company"]).doUpdateSet({ mails }))
          .execute();
        await journal("preferred", person, { company, mails });
      }),
    async recipients(caseId, party, legal) {
      const { rows } = await sql<{ recipients: Recipient[] }>`
        select recipients_of(${caseId}, ${party}, ${legal}) as recipients`.execute(database);
      return rows[0]?.recipients ?? [];
    },
  };
}
