import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ActMessage } from "../../case/act.js";
import { counted, eventsOf } from "../../rig/history.js";
import { filing } from "../../rig/samples/pecan.js";
import { simulated } from "../../rig/teller.js";
import { twentyActs } from "../../rig/ways/pecan.js";
import { type FileInOffice, office, until } from "./office.js";

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

  it("leave no event when they are refused, were they there before the case's first task", async () => {
    const file = await open.file(filing());
    const handle = open.client.workflow.getHandle(file.id);
    const outcomes: Promise<string | undefined>[] = [];
    for (const [name, by, body] of [
      ["orderPublished", "ministers", { journal: "JORF n° 1" }],
      ["sesameDeposited", "applicant", { documents: [{ title: "Pièce" }] }],
      ["inconnu", "applicant", {}],
    ] as const) {
      const updateId = randomUUID();
      const message: ActMessage = { id: updateId, at: await file.now(), by, body };
      const answer = handle.executeUpdate(name, { args: [message], updateId });
      outcomes.push(
        answer.then(
          () => "Accepted",
          (fault: { cause?: { type?: string } }) => fault.cause?.type,
        ),
      );
      await until(() => admitted(file.id, updateId));
    }
    await open.startWorker();
    expect(await Promise.all(outcomes)).toEqual(["Refused", "Accepted", "Refused"]);
    await file.settled();
    await open.stopWorker();
    const { WorkflowExecutionUpdateAccepted, WorkflowExecutionUpdateCompleted } = counted(
      await eventsOf(open.client, file.id),
    );
    expect([WorkflowExecutionUpdateAccepted, WorkflowExecutionUpdateCompleted]).toEqual([1, 1]);
  });

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
