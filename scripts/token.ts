/** `npm run --silent token -- --as <person>`: a token of the development installation that runs here. */
import { parseArgs } from "node:util";
import { configuration, runningApi } from "../config/index.js";
import { developmentPeople } from "../identity/development/people.js";
import { developmentToken } from "../rig/development-token.js";

const names = developmentPeople.map(({ name }) => name);
const { as: person = "developer" } = parseArgs({ options: { as: { type: "string" } } }).values;

if (names.includes(person)) {
  try {
    console.log(await developmentToken(person, runningApi(configuration())));
  } catch (fault) {
    console.error((fault as Error).message);
    process.exitCode = 1;
  }
} else {
  console.error(`Nobody is called ${person} here: expected one of ${names.join(", ")}.`);
  process.exitCode = 2;
}
