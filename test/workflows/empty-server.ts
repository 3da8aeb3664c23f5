import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@temporalio/client";
import type { Worker } from "@temporalio/worker";
import { inject } from "vitest";
import { createActivities } from "../../activities/index.js";
import { startTemporal } from "../../installation/servers/temporal.js";
import { rigEncryption } from "../../rig/payload-keys.js";
import { connect } from "../../temporal/connection.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { caseWorker } from "../../worker/case-worker.js";
import type { Office } from "./office.js";

/** A Temporal in which nothing runs yet, for the cases of an office's register. */
export interface EmptyServer {
  readonly client: Client;
  /** A worker of the office's queue there, made once its cases have been brought back. */
  worker(): Promise<Worker>;
}

/** Starts one; `undo` takes the steps that end it, in the order in which they were taken. */
export async function emptyServer(
  { register, taskQueue }: Office,
  undo: (() => Promise<unknown>)[],
): Promise<EmptyServer> {
  const home = await mkdtemp(join(tmpdir(), "guichet-empty-"));
  undo.push(() => rm(home, { recursive: true, force: true }));
  const server = await startTemporal({ cli: inject("temporalCli"), databaseFile: join(home, "temporal.db") });
  undo.push(() => server.stop());
  const access = { address: server.address, namespace: "default", encryption: rigEncryption };
  const client = await connect(access, register);
  const native = await connectNatively(access);
  undo.push(
    () => client.connection.close(),
    () => native.close(),
  );
  return {
    client,
    worker: () =>
      caseWorker({
        connection: native,
        namespace: access.namespace,
        taskQueue,
        bundle: inject("workflowBundle") ?? undefined,
        register,
        encryption: rigEncryption,
        activities: createActivities(register),
      }),
  };
}
