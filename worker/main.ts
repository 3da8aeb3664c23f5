/** The worker process: runs the cases, records what they tell, delivers notices, and brings back what Temporal lost. */
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime, type Worker } from "@temporalio/worker";
import { createActivities } from "../activities/index.js";
import { openMailer } from "../activities/mailer.js";
import { configuration } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { caseWorker } from "./case-worker.js";
import { dispatchNotices } from "./dispatch.js";
import { reconcile } from "./reconciler.js";

const settings = configuration();
const { address = "127.0.0.1:7233", namespace, taskQueue } = settings.temporal;
if (settings.databaseUrl === undefined) {
  console.error("The worker needs DATABASE_URL: `npm start` gives it one of its own.");
  process.exit(1);
}

Runtime.install({
  logger: new DefaultLogger(settings.logLevel === "silent" ? "ERROR" : "WARN"),
  telemetryOptions: {
    ...(settings.worker.metricsPort !== undefined && {
      metrics: { prometheus: { bindAddress: `${settings.host}:${settings.worker.metricsPort}` } },
    }),
  },
  shutdownSignals: ["SIGTERM", "SIGINT"],
});

const register = openRegister(settings.databaseUrl, { applicationName: "guichet-worker" });
const mailer = openMailer(settings.mail.smtpUrl ?? "smtp://127.0.0.1:1025", settings.mail.from);
const connection = await NativeConnection.connect({ address });
const client = new Client({ connection: await Connection.connect({ address }), namespace });

const worker: Worker = await caseWorker({
  connection,
  namespace,
  taskQueue,
  bundle: settings.worker.workflowBundle,
  activities: createActivities(register, mailer),
});
const stopDispatching = await dispatchNotices(register, client, taskQueue);
const stopReconciling = reconcile(register, client, taskQueue, { everyMs: 30_000 });

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
