/** Who did it: a person by id alone, for names stand in the directory. */

/** By which door it came: a page, the API, or a platform's relay, whose reference the act's `via` holds. */
export const channels = ["page", "api", "platform"] as const;
export type Channel = (typeof channels)[number];

/** The person, or the machine, by whom an act was sent for its party. */
export interface Author {
  readonly person: string;
  /** As what they spoke: `officer`, `manager`, `consultant`… */
  readonly role: string;
  /** SIRET of the establishment on whose behalf, where the party is a company. */
  readonly organisation?: string;
  readonly channel: Channel;
}
