/** `npm run migrate`: brings the register's database to this version's tables, once, whoever else is migrating. */
import { configuration, serversOf } from "../config/index.js";
import { migrate } from "../register/migrate.js";

try {
  await migrate(serversOf(configuration()).databaseUrl);
  console.log("The register has this version's tables.");
} catch (fault) {
  console.error((fault as Error).message);
  process.exit(1);
}
