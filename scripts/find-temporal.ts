/** Finds the Temporal CLI, or fetches it, and prints where it is: what `npm start` and the tests do by themselves. */
import { configuration } from "../config/index.js";
import { findTemporalCli } from "../installation/servers/temporal-cli.js";

try {
  const { home, temporal } = configuration();
  const tell = (sentence: string) => console.error(sentence);
  console.log(await findTemporalCli({ home, imposed: temporal.cli, tell }));
} catch (fault) {
  console.error((fault as Error).message);
  process.exit(1);
}
