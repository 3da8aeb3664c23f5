import { today } from "../../desk/directory.js";
import type { Register } from "../../register/register.js";
import { developmentPeople } from "./people.js";

/** Enters the people of development into the directory, each with its one mandate; what is there already stays as it is. */
export async function enrolDevelopmentPeople({ directory }: Register, issuer: string): Promise<void> {
  for (const { name, ...mandate } of developmentPeople) {
    const known = await directory.lookUp({ issuer, subject: name }, today());
    if (known !== undefined) continue;
    const person = await directory.enter({ issuer, subject: name, name, email: null }, "installation");
    await directory.give({ ...mandate, person: person.id, from: today(), until: null }, "installation");
  }
}
