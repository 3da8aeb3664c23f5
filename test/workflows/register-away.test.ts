import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { createActivities } from "../../activities/index.js";
import type { ActMessage } from "../../case/act.js";
import { openRegister, type Register } from "../../register/register.js";
import { eventsOf } from "../../rig/history.js";
import { bodies, filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import type { ActReceipt } from "../../workflows/messages.js";
import { type CuttableWay, cuttableWay } from "./cuttable.js";
import { type FileInOffice, office, until } from "./office.js";

describe("while the register is away", () => {
  let way: CuttableWay;
  let register: Register;
  const open = office({
    async activities(databaseUrl) {
      way = await cuttableWay(databaseUrl);
      register = openRegister(way.url);
      return createActivities(register);
    },
  });
  afterAll(async () => {
    await register.close();
    await way.close();
  });

  const accepted = async (file: FileInOffice) =>
    (await eventsOf(open.client, file.id)).flatMap(
      ({ workflowExecutionUpdateAcceptedEventAttributes: update }) => update?.acceptedRequest?.meta?.updateId ?? [],
    );

  it("acts are accepted, and all of them recorded, once, when it is back", async () => {
    const files = await Promise.all([open.file(filing()), open.file(filing())]);
    for (const file of files) await toAcknowledgement(file);
    const before = await Promise.all(files.map((file) => file.told()));

    way.cut();
    const sent: { file: FileInOffice; id: string; answer: Promise<ActReceipt> }[] = [];
    // Ten at once are what the server takes for a case: ten for each of the two.
    for (let nth = 1; nth <= 20; nth++) {
      const file = files[nth % 2] ?? files[0]!;
      const message: ActMessage = {
        id: randomUUID(),
        by: "HAS",
        at: await file.now(),
        body: { role: "expert", expert: `E-${nth}` },
      };
      const id = message.id ?? "";
      const answer = open.client.workflow
        .getHandle(file.id)
        .executeUpdate<ActReceipt, [ActMessage]>("expertNamed", { args: [message], updateId: id });
      answer.catch(() => undefined);
      sent.push({ file, id, answer });
    }
    for (const file of files) {
      await until(async () => (await accepted(file)).length === 9 + 10);
    }
    expect(await Promise.all(files.map((file) => file.told()))).toEqual(before);
    // Sent again meanwhile, by another way: answered with the first, when it is recorded.
    const [again] = sent;
    if (again === undefined) throw new Error("Nothing was sent.");
    await open.client.workflow.getHandle(again.file.id).signal("expertNamed", {
      id: again.id,
      by: "HAS",
      body: { role: "expert", expert: "E-1" },
    });

    way.mend();
    const receipts = await Promise.all(sent.map(({ answer }) => answer));
    for (const [index, { file, id }] of sent.entries()) {
      expect(await open.register.caseWithAct(file.id, id)).toMatchObject({
        act: { receipt: { number: receipts[index]?.receipt } },
      });
    }
    for (const file of files) {
      const journal = await file.journal();
      expect(journal.map(({ number }) => number)).toEqual(journal.map((_entry, index) => index + 1));
      expect(journal.filter(({ kind, name }) => kind === "act" && name === "expertNamed")).toHaveLength(10);
      expect(journal.filter(({ kind }) => kind === "refused")).toEqual([]);
      expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    }
  });

  it("an act sent again is not answered before its burst stands in the register", async () => {
    const file = await open.file(filing());
    await file.settled();
    way.cut();
    const message: ActMessage = { id: randomUUID(), by: "applicant", at: await file.now(), body: bodies.convergence };
    const handle = open.client.workflow.getHandle(file.id);
    let answered = 0;
    const answers = ["first", "second"].map(async (updateId) => {
      const receipt = await handle.executeUpdate<ActReceipt, [ActMessage]>("convergenceDeposited", {
        args: [message],
        updateId: `${message.id}-${updateId}`,
      });
      answered++;
      return receipt;
    });
    await until(async () => (await accepted(file)).length === 2);
    // Something that the case does answer, after it: neither of the two was.
    await file.refused("orderPublished", "ministers", { journal: "JORF n° 1" });
    expect(answered).toBe(0);
    way.mend();
    const [first, second] = await Promise.all(answers);
    expect(second?.receipt).toBe(first?.receipt);
    expect((await open.register.caseWithAct(file.id, message.id ?? ""))?.act).toBeDefined();
  });
});
