/** A worker that lacks a key, and one that has it: the case waits, and goes on. */
import { randomBytes } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import { createActivities } from "../../activities/index.js";
import { filing } from "../../rig/samples/pecan.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { latestRun, whyStuck } from "../../temporal/restarting.js";
import { lastProblem } from "../../temporal/run-history.js";
import { caseWorker } from "../../worker/case-worker.js";
import { office, until } from "./office.js";

describe("a case whose worker lacks a key", () => {
  const open = office({ idle: true });

  it("waits, its run left as it is, and goes on once a worker has the key", async () => {
    const file = await open.file(filing());
    const connection = await connectNatively({
      address: inject("temporalAddress"),
      namespace: inject("temporalNamespace"),
    });
    const worker = await caseWorker({
      connection,
      namespace: inject("temporalNamespace"),
      taskQueue: open.taskQueue,
      bundle: inject("workflowBundle") ?? undefined,
      register: open.register,
      activities: createActivities(open.register),
      encryption: { keys: [randomBytes(32)], required: true },
    });
    const running = worker.run();
    const run = async () => {
      const latest = await latestRun(open.client, file.id);
      if (latest === null) throw new Error("It doesn't run.");
      return latest;
    };
    await until(async () => (await run()).setbacks > 0);
    // The other key encrypted why: nobody here can read it, and it is known to pass.
    const { runId } = await run();
    expect(await lastProblem(open.client, file.id, runId)).toMatchObject({ passes: true });
    expect(await whyStuck(open.client, file.id, { ...(await run()), setbacks: 20 })).toBeUndefined();
    worker.shutdown();
    await running;
    await connection.close();
    await open.startWorker();
    await until(async () => (await run()).setbacks === 0);
    await file.act("withdrawn", "applicant");
    expect((await run()).runId).toBe(runId);
    expect((await file.view()).ending?.name).toBe("withdrawn");
  });
});
