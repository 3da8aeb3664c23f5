/** The worker process: runs the cases, records what they tell, delivers notices, and brings back what Temporal lost. */
import { DefaultLogger, Runtime, type Worker } from "@temporalio/worker";
import { createActivities } from "../activities/index.js";
import { openMailer } from "../activities/mailer.js";
import { configuration, serversOf } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { connect } from "../temporal/connection.js";
import { dispatchNotices } from "../temporal/dispatching.js";
import { connectNatively } from "../temporal/native-connection.js";
import { caseWorker } from "./case-worker.js";
import { reconcile } from "./reconciler.js";

const settings = configuration();
const servers = serversOf(settings);
const { namespace, taskQueue } = settings.temporal;

Runtime.install({
  logger: new DefaultLogger(settings.logLevel === "silent" ? "ERROR" : "WARN"),
  telemetryOptions: {
    ...(settings.worker.metricsPort !== undefined && {
      metrics: { prometheus: { bindAddress: `${settings.host}:${settings.worker.metricsPort}` } },
    }),
  },
  shutdownSignals: ["SIGTERM", "SIGINT"],
});

const register = openRegister(servers.databaseUrl, { applicationName: "guichet-worker" });
const mailer = openMailer(servers.smtpUrl, settings.mail.from);
const connection = await connectNatively(servers.temporal);
const client = await connect(servers.temporal);

const worker: Worker = await caseWorker({
  connection,
  namespace,
  taskQueue,
  bundle: settings.worker.workflowBundle,
  activities: createActivities(register, mailer),
});
const stopDispatching = await dispatchNotices(register, client, taskQueue);
const stopReconciling = reconcile({ register, client, taskQueue }, { everyMs: 30_000 });

const running = worker.run();
process.send?.({ ready: true });
await running;
stopReconciling();
await stopDispatching();
mailer.close();
await register.close();
await client.connection.close();
await connection.close();
process.exit(0);
