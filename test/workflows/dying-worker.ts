/** A worker that kills itself between the register's commit and Temporal's, at the act that it is told. */
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { createActivities } from "../../activities/index.js";
import { openRegister } from "../../register/register.js";
import { rigEncryption } from "../../rig/payload-keys.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { caseWorker } from "../../worker/case-worker.js";

export interface Doomed {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly databaseUrl: string;
  readonly bundle: string | undefined;
  /** The name of the act whose burst is its last. */
  readonly lastAct: string;
}

const doomed = JSON.parse(process.argv[2] ?? "") as Doomed;
Runtime.install({ logger: new DefaultLogger("ERROR") });
const register = openRegister(doomed.databaseUrl);
const activities = createActivities(register);
const worker = await caseWorker({
  connection: await connectNatively(doomed),
  namespace: doomed.namespace,
  taskQueue: doomed.taskQueue,
  bundle: doomed.bundle,
  register,
  encryption: rigEncryption,
  activities: {
    ...activities,
    async recordBurst(burst) {
      const recorded = await activities.recordBurst(burst);
      if (burst.acts.some(({ act }) => act === doomed.lastAct)) process.kill(process.pid, "SIGKILL");
      return recorded;
    },
  },
});
const running = worker.run();
process.send?.("ready");
await running;
