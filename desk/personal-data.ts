/** A person's own data: they read it, and operators put it right or erase it when they ask. */
import type { Kept, Mandate, Person, Register } from "../register/register.js";
import type { Principal } from "./principal.js";
import { DeskRefusal } from "./refusal.js";
import { refuseToAsk } from "./rights.js";
import { mayAsk } from "./rights-table.js";

/** All that is kept of somebody. */
export interface PersonExport extends Kept {
  readonly person: Person;
  readonly mandates: readonly Mandate[];
}

const unknown = (id: string): never => {
  throw new DeskRefusal("not-found", `There is nobody of the id ${id.slice(0, 60)} whose data you may have.`);
};

/** What is kept of a person: one's own, or anybody's for an operator. @throws DeskRefusal `not-found` */
export async function exportPerson(register: Register, principal: Principal, id: string): Promise<PersonExport> {
  if (principal.person !== id && !mayAsk(principal.role, "people")) unknown(id);
  const person = (await register.directory.person(id)) ?? unknown(id);
  const [kept, mandates] = await Promise.all([register.personalData.kept(id), register.directory.mandatesOf(id)]);
  return { person, mandates, ...kept };
}

/** Puts a name or an address right. @throws DeskRefusal `not-found` */
export async function correctPerson(
  register: Register,
  principal: Principal,
  id: string,
  right: { name?: string; email?: string | null },
): Promise<Person> {
  refuseToAsk(principal, "people");
  if (!(await register.personalData.correct(id, right, principal.person))) unknown(id);
  return (await register.directory.person(id)) ?? unknown(id);
}

/** Erases who somebody was: what they did keeps an id that leads to nobody. @throws DeskRefusal `not-found` */
export async function erasePerson(register: Register, principal: Principal, id: string): Promise<void> {
  refuseToAsk(principal, "people");
  if (!(await register.personalData.erase(id, principal.person))) unknown(id);
}
