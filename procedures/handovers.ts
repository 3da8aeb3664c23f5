import type { ActMessage } from "../case/act.js";
import type { CivilDate } from "../law/civil-date.js";

/** What a case has told the cases linked with it, as one of them receives it. */
export interface Handover {
  /** The case that tells. */
  readonly from: string;
  readonly name: string;
  readonly on: CivilDate;
  readonly about?: string | undefined;
  readonly facts: { readonly [fact: string]: unknown };
}

/** The act that it is here: its name, whose it is, its subject and its body. Its day and its id come with it. */
export interface TakenAct extends Pick<ActMessage, "about" | "body"> {
  readonly act: string;
  readonly by: string;
}

/** What a procedure takes of linked cases, by the name of what they hand over; what has no name here isn't its business. */
export type Takes = Readonly<Record<string, (handover: Handover) => TakenAct>>;
