import { today } from "../../desk/directory.js";
import type { Register } from "../../register/register.js";
import { developmentMailboxes, developmentPeople } from "./people.js";

/**
 * Enters the people of development into the directory, each with its one mandate, and the mailboxes of authorities; what is there
 * already stays as it is.
 */
export async function enrolDevelopmentPeople({ directory, addresses }: Register, issuer: string): Promise<void> {
  const given = new Set((await addresses.mailboxes()).map(({ party }) => party));
  for (const { party, address } of developmentMailboxes)
    if (!given.has(party)) await addresses.giveMailbox(party, address, "installation");
  for (const { name, email, ...mandate } of developmentPeople) {
    const known = await directory.lookUp({ issuer, subject: name });
    if (known !== undefined) continue;
    const person = await directory.enter({ issuer, subject: name, name, email }, "installation");
    await directory.give({ ...mandate, person: person.id, from: today(), until: null }, "installation");
  }
}
