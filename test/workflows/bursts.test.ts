import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ActMessage } from "../../case/act.js";
import { type FileInOffice, office, until } from "./office.js";
import { filing } from "./pecan-file.js";
import { twentyActs } from "./scenarios.js";
import { simulated } from "./teller.js";

describe("twenty acts in one workflow task", () => {
  const open = office({ idle: true });

  /** Sends the acts in their order, the first ten as signals, the last ten (the server takes ten at once) as updates. */
  async function sendAll(file: FileInOffice): Promise<Promise<unknown>[]> {
    const { client } = open;
    const handle = client.workflow.getHandle(file.id);
    const answers: Promise<unknown>[] = [];
    let sent = 0;
    await twentyActs({
      ...file,
      async act(name, by, body = {}, more = {}) {
        if (sent++ < 10) return file.signal(name, by, body, more);
        const message: ActMessage = { id: randomUUID(), at: await file.now(), by, body, ...more };
        const updateId = message.id ?? "";
        const answer = handle.executeUpdate(name, { args: [message], updateId });
        // Refused or not is told below, all together.
        answer.catch(() => undefined);
        answers.push(answer);
        await until(() => admitted(file.id, updateId));
      },
    });
    return answers;
  }

  /** The server holds the update, though nobody has looked at it. */
  async function admitted(workflowId: string, updateId: string): Promise<boolean> {
    try {
      await open.client.workflowService.pollWorkflowExecutionUpdate({
        namespace: open.client.options.namespace,
        updateRef: { workflowExecution: { workflowId }, updateId },
      });
      return true;
    } catch {
      return false;
    }
  }

  it("are all taken, in their order, the same in every run: before the case's first task, and in a task of their own", async () => {
    const [first, second, running] = [await open.file(filing()), await open.file(filing()), await open.file(filing())];
    const answers = [...(await sendAll(first)), ...(await sendAll(second))];
    await open.startWorker();
    await Promise.all(answers);

    await running.settled();
    await open.stopWorker();
    const later = await sendAll(running);
    await open.startWorker();
    await Promise.all(later);

    const told = await simulated(first.opening, twentyActs);
    for (const file of [first, second, running]) {
      expect(await file.told()).toEqual(told);
      expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    }
    const bursts = (file: FileInOffice) =>
      open.register.bursts(file.id).then((all) => all.map(({ acts }) => acts.length));
    expect(await bursts(first)).toEqual([20]);
    expect(await bursts(second)).toEqual([20]);
    expect(await bursts(running)).toEqual([0, 20]);
  });
});
