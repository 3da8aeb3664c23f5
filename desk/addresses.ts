/** Where notices go: whoever asks gives the mailboxes of authorities, and chooses what they receive themselves. */
import { companyOf, type Mailbox, type Mails, type Register } from "../register/register.js";
import type { Principal } from "./principal.js";
import { parties } from "./procedures.js";
import { DeskRefusal, refuseByRule } from "./refusal.js";
import { refuseToAsk } from "./rights.js";

const refuse = (words: string): never => {
  throw new DeskRefusal("not-allowed", words);
};

/** @throws DeskRefusal `not-allowed` */
export async function mailboxesFor({ addresses }: Register, principal: Principal): Promise<Mailbox[]> {
  refuseToAsk(principal, "mailboxes");
  return addresses.mailboxes();
}

/** Gives an authority its mailbox, or takes it away. @throws DeskRefusal `not-allowed`, `malformed` */
export async function giveMailbox(
  { addresses }: Register,
  principal: Principal,
  party: string,
  address: string | null,
): Promise<void> {
  refuseToAsk(principal, "mailboxes");
  if (party === "applicant" || !parties.has(party))
    refuseByRule("/party", "expected an authority of a procedure: a company's people have addresses");
  await addresses.giveMailbox(party, address, principal.person);
}

/** The company for which a person receives mails. @throws DeskRefusal `not-allowed` */
function ownCompany({ party, organisation, platform }: Principal): string {
  if (party !== "applicant" || organisation === undefined || platform !== undefined)
    return refuse("Preferences are those of a company's people; an authority has its mailbox.");
  return companyOf(organisation);
}

/** What the principal chose to receive of the company for which they speak; null while they haven't chosen. */
export async function preferenceOf({ addresses }: Register, principal: Principal): Promise<Mails | null> {
  const company = ownCompany(principal);
  const all = await addresses.preferences(principal.person);
  return all.find((one) => one.company === company)?.mails ?? null;
}

/** Chooses it. */
export async function prefer({ addresses }: Register, principal: Principal, mails: Mails): Promise<void> {
  await addresses.prefer(principal.person, ownCompany(principal), mails);
}
