import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ActMessage } from "../../case/act.js";
import { type FileInOffice, office, until } from "./office.js";
import { bodies, filing } from "./pecan-file.js";
import { type Scenario, simulated } from "./teller.js";

/** Twenty lawful acts, each of which is lawful only after the one before. */
const twenty: Scenario = async (file) => {
  await file.act("convergenceDeposited", "applicant", bodies.convergence);
  await file.act("sesameDeposited", "applicant", bodies.documents);
  await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
  await file.act("conventionSent", "ANS");
  await file.act("conventionSigned", "applicant", { signatory: "legal-representative", signature: "S-1" });
  await file.act("evidenceSubmitted", "applicant", bodies.documents, { about: "securite" });
  await file.act("evidenceSubmitted", "applicant", bodies.documents, { about: "hebergement" });
  await file.act("evidenceCompleted", "applicant");
  await file.act("completenessNotified", "ministers", { admissible: true, complete: true });
  await file.act("applicationAcknowledged", "ministers");
  await file.act("expertNamed", "HAS", { role: "rapporteur", expert: "E-1" });
  await file.act("supplementProposed", "ANS", { items: ["Journal d'audit"] });
  await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
  await file.act("furtherInformationReceived", "applicant", { items: ["Journal d'audit"] }, { about: "R1" });
  await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
  await file.act("ansOpinionRendered", "ANS", { sense: "favourable", certificate: "C-1" });
  await file.act("cnedimtsOpinionRendered", "CNEDiMTS", { opinions: [{ indication: "A", sense: "favourable" }] });
  await file.act("decisionNotified", "ministers", bodies.grant(file.filedOn));
  await file.act("orderPublished", "ministers", { journal: "JORF n° 1" });
  await file.act("listingRequested", "applicant", { list: "latm" }, { about: "A" });
};

describe("twenty acts in one workflow task", () => {
  const open = office({ idle: true });

  /** Sends the acts in their order, the first ten as signals, the last ten (the server takes ten at once) as updates. */
  async function sendAll(file: FileInOffice): Promise<Promise<unknown>[]> {
    const { client } = open;
    const handle = client.workflow.getHandle(file.id);
    const answers: Promise<unknown>[] = [];
    let sent = 0;
    await twenty({
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

    const told = await simulated(first.opening, twenty);
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
