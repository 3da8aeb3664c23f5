import { type NativeConnection, Worker } from "@temporalio/worker";
import type { Deliveries } from "../activities/deliveries.js";
import type { HandingOver } from "../activities/handovers.js";
import type { Encryption } from "../config/index.js";
import type { Register } from "../register/register.js";
import { dataConverter } from "../temporal/data-converter.js";
import { deliveriesQueue } from "../temporal/dispatching.js";

/** Sockets that wait for a mail server, more than single deliveries ever take. */
const places = 60;

/** A worker of the deliveries, of notices and of what cases hand over: activities alone, on a queue of their own. */
export function deliveryWorker(options: {
  connection: NativeConnection;
  namespace: string;
  /** The task queue of the cases. */
  taskQueue: string;
  activities: Partial<Deliveries & HandingOver>;
  /** Where what is too heavy for Temporal waits. */
  register: Register;
  /** How what goes to Temporal is encrypted and sealed. */
  encryption: Encryption;
}): Promise<Worker> {
  return Worker.create({
    connection: options.connection,
    namespace: options.namespace,
    taskQueue: deliveriesQueue(options.taskQueue),
    dataConverter: dataConverter(options.register, options.encryption),
    activities: options.activities,
    maxConcurrentActivityTaskExecutions: places,
    maxConcurrentActivityTaskPolls: 2,
    shutdownGraceTime: "5s",
    shutdownForceTime: "20s",
  });
}
