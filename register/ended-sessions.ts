import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** The sessions that were ended by signing out: a browser's cookie may have been copied, and stays readable. */
export interface EndedSessions {
  /** @param until seconds since the epoch, after which no such session is read anyway */
  end(id: string, until: number): Promise<void>;
  has(id: string): Promise<boolean>;
}

export function endedSessions(database: Kysely<Tables>): EndedSessions {
  return {
    async end(id, until) {
      await database.deleteFrom("ended_sessions").where("until", "<", sql<string>`now()`).execute();
      await database
        .insertInto("ended_sessions")
        .values({ id: storableText(id), until: sql`to_timestamp(${until})` })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },
    async has(id) {
      const found = database.selectFrom("ended_sessions").select("id").where("id", "=", storableText(id));
      return (await found.executeTakeFirst()) !== undefined;
    },
  };
}
