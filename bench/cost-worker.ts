/** A worker of its own process, so that its CPU can be told from the driver's: of the cases, or of the bare workflow. */
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import { createActivities } from "../activities/index.js";
import { openRegister } from "../register/register.js";
import { caseWorker } from "../worker/case-worker.js";

export interface CostWorker {
  readonly kind: "guichet" | "bare";
  readonly address: string;
  readonly databaseUrl: string;
}

const { kind, address, databaseUrl } = JSON.parse(process.argv[2] ?? "") as CostWorker;
const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };
Runtime.install({ logger: new DefaultLogger("ERROR") });
const connection = await NativeConnection.connect({ address });
const worker =
  kind === "guichet"
    ? await caseWorker({
        connection,
        namespace: "default",
        taskQueue: kind,
        bundle: undefined,
        activities: createActivities(openRegister(databaseUrl), {
          send: async () => undefined,
          close: () => undefined,
        }),
      })
    : await Worker.create({
        connection,
        namespace: "default",
        taskQueue: kind,
        maxCachedWorkflows: 1_000,
        workflowBundle: await bundleWorkflowCode({
          workflowsPath: fileURLToPath(new URL("./bare-workflow.ts", import.meta.url)),
          logger: silent,
        }),
      });
const running = worker.run();
process.send?.("ready");
await running;
