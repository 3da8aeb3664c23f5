/** The worker process: runs the cases, records what they tell, delivers notices, and brings back what Temporal lost. */
import { DefaultLogger, Runtime, type Worker } from "@temporalio/worker";
import { createDeliveries } from "../activities/deliveries.js";
import { createActivities } from "../activities/index.js";
import { openMailer } from "../activities/mailer.js";
import { configuration, orLeave, serversOf } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { connect } from "../temporal/connection.js";
import { deliverApart, dispatchNotices } from "../temporal/dispatching.js";
import { connectNatively } from "../temporal/native-connection.js";
import { tidyPayloads } from "../temporal/payload-tidying.js";
import { regainTimes } from "../temporal/regaining-time.js";
import { caseWorker } from "./case-worker.js";
import { deliveryWorker } from "./delivery-worker.js";
import { reconcile } from "./reconciler.js";
import { workflowSourcesDigest } from "./workflow-sources.js";

const settings = orLeave(configuration);
const servers = orLeave(() => serversOf(settings));
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
const connection = await connectNatively(servers.temporal);
const client = await connect(servers.temporal, register);

const worker: Worker = await caseWorker({
  connection,
  namespace,
  taskQueue,
  bundle: settings.worker.workflowBundle,
  activities: createActivities(register),
  register,
});

/** Delivers notices, where there is a mail server to give them to. */
async function delivering(smtpUrl: string): Promise<{ readonly run: Promise<void>; stop(): Promise<void> }> {
  const mailer = openMailer(smtpUrl, settings.mail.from);
  const activities = createDeliveries(register, mailer, deliverApart(client, taskQueue));
  const run = (await deliveryWorker({ connection, namespace, taskQueue, activities, register })).run();
  const stopDispatching = await dispatchNotices(register, client, taskQueue);
  return {
    run,
    async stop() {
      await stopDispatching();
      mailer.close();
    },
  };
}

const deliveries = servers.smtpUrl === undefined ? undefined : await delivering(servers.smtpUrl);
if (deliveries === undefined)
  console.warn("No mail server is given (SMTP_URL): notices wait in the register's outbox.");
const stopReconciling = reconcile({ register, client, taskQueue }, workflowSourcesDigest(), { everyMs: 10_000 });
const stopTidying = tidyPayloads({ register, client, taskQueue });
const stopRegaining = regainTimes({ register, client, taskQueue });

const running = worker.run();
process.send?.({ ready: true });
await Promise.all([running, deliveries?.run]);
stopReconciling();
stopTidying();
stopRegaining();
await deliveries?.stop();
await register.close();
await client.connection.close();
await connection.close();
process.exit(0);
