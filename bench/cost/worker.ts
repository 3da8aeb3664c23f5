/** A worker of its own process, so that its CPU can be told from the driver's: of the cases, or of the bare workflow. */
import { fileURLToPath } from "node:url";
import { BroadcastChannel } from "node:worker_threads";
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from "@temporalio/worker";
import { createActivities } from "../../activities/index.js";
import { openRegister } from "../../register/register.js";
import { rigInClear } from "../../rig/payload-keys.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { caseWorker } from "../../worker/case-worker.js";

export interface CostWorker {
  readonly kind: "guichet" | "bare";
  readonly address: string;
  readonly databaseUrl: string;
}

const { kind, address, databaseUrl } = JSON.parse(process.argv[2] ?? "") as CostWorker;
const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };
Runtime.install({ logger: new DefaultLogger("ERROR") });
const connection = await connectNatively({ address, namespace: "default" });
const register = openRegister(databaseUrl);
const worker =
  kind === "guichet"
    ? await caseWorker({
        connection,
        namespace: "default",
        taskQueue: kind,
        bundle: undefined,
        register,
        encryption: rigInClear,
        activities: createActivities(register),
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
/** A thread that runs workflows answers at once when it is at rest. */
const settleMs = 500;

/** How many promises this worker's workflow threads have made, where `promises.mjs` was preloaded. */
async function promisesMade(): Promise<number> {
  const made = new Map<number, number>();
  const [asked, told] = [new BroadcastChannel("promises-asked"), new BroadcastChannel("promises-told")];
  told.onmessage = (event) => {
    const { data } = event as { readonly data: { readonly thread: number; readonly made: number } };
    made.set(data.thread, data.made);
  };
  asked.postMessage("how many?");
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  asked.close();
  told.close();
  return [...made.values()].reduce((sum, count) => sum + count, 0);
}

// A bench that is killed leaves nobody behind, who would take the tasks of the next one.
process.on("disconnect", () => process.exit());
process.on("message", () => void promisesMade().then((made) => process.send?.(made)));
process.send?.("ready");
await running;
