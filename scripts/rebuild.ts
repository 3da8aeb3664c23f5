/** `npm run rebuild`: every open case of the register runs again in Temporal, even an empty one. Safe to run at any time. */
import { Client, Connection } from "@temporalio/client";
import { configuration } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { dataConverter } from "../temporal/data-converter.js";
import { bringBack } from "../worker/reconciler.js";

const { databaseUrl, temporal } = configuration();
if (databaseUrl === undefined || temporal.address === undefined) {
  console.error("Give the servers: DATABASE_URL (the register) and TEMPORAL_ADDRESS (host:port).");
  process.exit(2);
}
const register = openRegister(databaseUrl, { applicationName: "guichet-rebuild" });
const connection = await Connection.connect({ address: temporal.address });
const client = new Client({ connection, namespace: temporal.namespace, dataConverter: dataConverter(register) });
const runs = { register, client, taskQueue: temporal.taskQueue };
const count = await bringBack(runs, (id) => console.log(`${id} runs again.`));
console.log(
  count === 0
    ? "Every open case already runs."
    : `${count} case${count > 1 ? "s" : ""} brought back from the register.`,
);
await connection.close();
await register.close();
