/**
 * `npm run rebuild`: every open case of the register runs again in Temporal, even an empty one, and what is owed
 * in them is made anew. Safe to run at any time.
 */
import { configuration, serversOf } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { connect } from "../temporal/connection.js";
import { bringBackAll } from "../worker/reconciler.js";
import { workflowSourcesDigest } from "../worker/workflow-sources.js";

try {
  const read = configuration();
  const servers = serversOf(read);
  const register = openRegister(servers.databaseUrl, { applicationName: "guichet-rebuild" });
  const client = await connect(servers.temporal, register);
  const runs = { register, client, taskQueue: read.temporal.taskQueue };
  const failing: string[] = [];
  const count = await bringBackAll(runs, workflowSourcesDigest(), {
    restarted: (id) => console.log(`${id} runs again.`),
    failing({ case: id, cause }) {
      failing.push(id);
      console.error(`${id} can't run: ${cause}`);
    },
  });
  console.log(
    count === 0
      ? "Every open case already runs."
      : `${count} case${count > 1 ? "s" : ""} brought back from the register.`,
  );
  console.log(`What is owed was made anew: in ${await register.makeOwedAnew()} cases.`);
  if (failing.length > 0) {
    console.error(`${failing.length} of the register's open cases can't run.`);
    process.exitCode = 1;
  }
  await client.connection.close();
  await register.close();
} catch (fault) {
  console.error((fault as Error).message);
  process.exit(1);
}
