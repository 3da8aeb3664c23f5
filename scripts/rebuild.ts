/** `npm run rebuild`: every open case of the register runs again in Temporal, even an empty one. Safe to run at any time. */
import { configuration, serversOf } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { connect } from "../temporal/connection.js";
import { bringBack } from "../worker/reconciler.js";

try {
  const read = configuration();
  const servers = serversOf(read);
  const register = openRegister(servers.databaseUrl, { applicationName: "guichet-rebuild" });
  const client = await connect(servers.temporal, register);
  const runs = { register, client, taskQueue: read.temporal.taskQueue };
  const count = await bringBack(runs, (id) => console.log(`${id} runs again.`));
  console.log(
    count === 0
      ? "Every open case already runs."
      : `${count} case${count > 1 ? "s" : ""} brought back from the register.`,
  );
  await client.connection.close();
  await register.close();
} catch (fault) {
  console.error((fault as Error).message);
  process.exit(1);
}
