/** The worker process: runs the cases, records what they tell, delivers notices, and brings back what Temporal lost. */
import { DefaultLogger, Runtime, type Worker } from "@temporalio/worker";
import { createDeliveries } from "../activities/deliveries.js";
import { createHandingOver } from "../activities/handovers.js";
import { createActivities } from "../activities/index.js";
import { openMailer } from "../activities/mailer.js";
import { configuration, orLeave, serversOf } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { connect } from "../temporal/connection.js";
import { deliverApart, dispatchHandovers, dispatchNotices } from "../temporal/dispatching.js";
import { carryTo } from "../temporal/handing-over.js";
import { connectNatively } from "../temporal/native-connection.js";
import { tidyPayloads } from "../temporal/payload-tidying.js";
import { regainTimes } from "../temporal/regaining-time.js";
import { caseWorker } from "./case-worker.js";
import { deliveryWorker } from "./delivery-worker.js";
import { reconcile } from "./reconciler.js";
import { workflowSourcesDigest } from "./workflow-sources.js";

const settings = orLeave(configuration);
const servers = orLeave(() => serversOf(settings));
const { taskQueue } = settings.temporal;
const { namespace, encryption } = servers.temporal;

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
  encryption,
});

/** The mails of notices, where there is a mail server to give them to. */
const mailer = servers.smtpUrl === undefined ? undefined : openMailer(servers.smtpUrl, settings.mail.from);
if (mailer === undefined) console.warn("No mail server is given (SMTP_URL): notices wait in the register's outbox.");
const delivering = await deliveryWorker({
  connection,
  namespace,
  taskQueue,
  register,
  encryption,
  activities: {
    ...createHandingOver(register, carryTo({ register, client, taskQueue })),
    ...(mailer && createDeliveries(register, mailer, deliverApart(client, taskQueue))),
  },
});
const stopHandingOver = await dispatchHandovers(register, client, taskQueue);
const stopDispatching = mailer && (await dispatchNotices(register, client, taskQueue));
const stopReconciling = reconcile({ register, client, taskQueue }, workflowSourcesDigest(), { everyMs: 10_000 });
const stopTidying = tidyPayloads({ register, client, taskQueue });
const stopRegaining = regainTimes({ register, client, taskQueue });

const running = worker.run();
process.send?.({ ready: true });
await Promise.all([running, delivering.run()]);
stopReconciling();
stopTidying();
stopRegaining();
await stopHandingOver();
await stopDispatching?.();
mailer?.close();
await register.close();
await client.connection.close();
await connection.close();
process.exit(0);
