/** `npm run enrol -- --issuer <issuer> --subject <subject> [--name <name>]`: enters the first operator of an installation. */
import { parseArgs } from "node:util";
import { configuration, serversOf } from "../config/index.js";
import { today } from "../desk/directory.js";
import { operator } from "../desk/principal.js";
import { openRegister } from "../register/register.js";

const {
  issuer,
  subject,
  name = subject,
} = parseArgs({
  options: { issuer: { type: "string" }, subject: { type: "string" }, name: { type: "string" } },
}).values;

if (issuer === undefined || subject === undefined || name === undefined) {
  console.error("Expected --issuer <issuer> --subject <subject>: who the operator is, as the issuer calls them.");
  process.exitCode = 2;
} else {
  const { databaseUrl } = serversOf(configuration());
  const register = openRegister(databaseUrl, { applicationName: "guichet-enrol" });
  try {
    const { directory } = register;
    const given = (await directory.mandates()).filter(({ role, endedAt }) => role === operator && endedAt === null);
    if (given.length > 0) {
      console.error("There is an operator already: operators give mandates, with POST /v1/people/{person}/mandates.");
      process.exitCode = 1;
    } else {
      const { id } = await directory.enter({ issuer, subject, name, email: null }, "installation");
      const mandate = { person: id, role: operator, party: operator, organisation: null, platform: null };
      await directory.give({ ...mandate, from: today(), until: null }, "installation");
      console.log(`${id} is an operator from today on.`);
    }
  } finally {
    await register.close();
  }
}
