import { type NativeConnection, Worker } from "@temporalio/worker";
import type { Activities } from "../activities/index.js";
import type { Encryption } from "../config/index.js";
import type { Register } from "../register/register.js";
import { dataConverter } from "../temporal/data-converter.js";
import { loadBundle } from "./bundle.js";

/** Cached cases: about 90 kB each; the others are replayed when they wake. */
const cachedCases = 1_000;

/**
 * Tasks of cases at once. One thread tells them, one after the other: more would only wait here, where their time runs, and be given
 * to somebody else when it is over; in the server's queue none runs (a thousand cases that wake at once, none of them cached).
 */
const tasksAtOnce = 8;

/** How long a case waits for the worker that has it in its cache: a killed one costs its cases that long, once (ten seconds by default). */
const stickyFor = "3s";

/**
 * A worker of the cases: workflows from the bundle (and with it the payload converter that never throws), activities as
 * given.
 */
export async function caseWorker(options: {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  /** A bundle built beforehand. */
  bundle: string | undefined;
  activities: Activities;
  /** Where what is too heavy for Temporal waits. */
  register: Register;
  /** How what goes to Temporal is encrypted and sealed. */
  encryption: Encryption;
}): Promise<Worker> {
  return Worker.create({
    connection: options.connection,
    namespace: options.namespace,
    taskQueue: options.taskQueue,
    dataConverter: dataConverter(options.register, options.encryption),
    workflowBundle: await loadBundle(options.bundle),
    activities: options.activities,
    maxCachedWorkflows: cachedCases,
    maxConcurrentWorkflowTaskExecutions: tasksAtOnce,
    stickyQueueScheduleToStartTimeout: stickyFor,
    shutdownGraceTime: "10s",
    shutdownForceTime: "20s",
  });
}
