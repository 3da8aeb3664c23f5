import { type Act, inLegalOrder, struckAmong } from "../case/act.js";
import type { FilingBase } from "../case/definition.js";
import type { CaseView } from "../case/view.js";

/** What an account gives to somebody: who bears that id in the directory, or else that address. */
export interface AccountPerson {
  readonly person: string;
  readonly email: string | null;
  readonly role: "legal-representative" | "manager" | "contributor" | "consultant";
  /** SIRET. */
  readonly organisation: string;
  readonly from: string;
  readonly until: string | null;
}

/** What a company's account says today, everywhere: it is written with each burst of the account's case. */
export interface Account {
  /** Sésame's option: no mail tells of a change of status; what has a legal effect is sent all the same. */
  readonly mutesStatusMails: boolean;
  readonly people: readonly AccountPerson[];
}

/** An account's case: its acts that stand, in legal order, and what the story makes of them. */
export interface AccountCase {
  readonly filing: FilingBase;
  readonly acts: readonly Act[];
  readonly view: CaseView;
}

/** Reads what a case that is an account's says. */
export type ReadAccount = (account: AccountCase) => Account;

/** An account that isn't open, or isn't any more, gives nothing and mutes nothing. */
export const closedAccount: Account = { mutesStatusMails: false, people: [] };

/** The acts that stand, in legal order. */
export function standingActs(acts: readonly Act[]): Act[] {
  const struck = struckAmong(acts);
  return inLegalOrder(acts.filter(({ id }) => !struck.has(id)));
}
