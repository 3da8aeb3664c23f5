import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { bodies, filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { type Scenario, simulated } from "../../rig/teller.js";
import { sealed, startMessage } from "../../workflows/seals.js";
import type { Doomed } from "./dying-worker.js";
import { addDays, type FileInOffice, office, until } from "./office.js";

const answered: Scenario = async (file) => {
  await file.act("furtherInformationReceived", "applicant", bodies.answer, { about: "R1" });
};

describe("a worker killed between the register's commit and Temporal's", () => {
  const open = office({ idle: true });

  /** A worker that records the burst of that act, and is killed before Temporal hears of it. */
  async function doomedAt(lastAct: string) {
    const doomed: Doomed = {
      address: inject("temporalAddress"),
      namespace: inject("temporalNamespace"),
      taskQueue: open.taskQueue,
      databaseUrl: open.databaseUrl,
      bundle: inject("workflowBundle") ?? undefined,
      lastAct,
    };
    const child = fork(fileURLToPath(new URL("./dying-worker.ts", import.meta.url)), [JSON.stringify(doomed)], {
      execArgv: ["--import", "tsx"],
    });
    const gone = once(child, "exit");
    await once(child, "message");
    return { gone };
  }

  it("loses nothing and doubles nothing: the register's burst is taken first, then what came meanwhile", async () => {
    const asked: Scenario = async (file) => {
      await toAcknowledgement(file);
      await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
    };
    const { gone } = await doomedAt("furtherInformationReceived");
    // Two cases: the message of one is sent again by the server, the message of the other is another one.
    const [same, other] = await Promise.all([open.file(filing()), open.file(filing())]);
    await Promise.all([asked(same), asked(other)]);
    const versions = await Promise.all([same, other].map(async (file) => (await file.told()).length));

    const signalled = answered({ ...other, act: (name, by, body, more) => other.signal(name, by, body, more) });
    const lost = answered(same);
    lost.catch(() => undefined);
    await Promise.all([gone, signalled]);
    const held = await Promise.all([same, other].map(async (file) => (await file.told()).length));
    // It died of the first of the two bursts, which the register holds, and Temporal doesn't.
    expect(held.filter((version, index) => version > (versions[index] ?? 0)).length).toBeGreaterThan(0);

    await open.startWorker();
    await lost;
    await until(async () => (await recorded(other, "furtherInformationReceived")).length === 1);
    for (const file of [same, other]) {
      await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
      expect(await recorded(file, "furtherInformationReceived")).toHaveLength(1);
      // Time goes on from there: the clocks stand where the acts have put them.
      await file.until(addDays(await file.lastDay("ansOpinion"), 1));
      const told = await simulated(file.opening, async (teller) => {
        await asked(teller);
        await answered(teller);
        await teller.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
        await teller.until(addDays(await teller.lastDay("ansOpinion"), 1));
      });
      expect(await file.told()).toEqual(told);
      expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    }
  });

  it("takes the register's burst even when its message never comes again", async () => {
    await open.stopWorker();
    const { gone } = await doomedAt("convergenceDeposited");
    const file = await open.file(filing());
    await file.settled();
    const handle = open.client.workflow.getHandle(file.id);
    const lost = file.act("convergenceDeposited", "applicant", bodies.convergence);
    lost.catch(() => undefined);
    await gone;
    // The case itself is lost too, with the message that it was given: terminated, and brought back one burst behind.
    await handle.terminate("essai");
    const [opened] = await open.register.bursts(file.id);
    await open.client.workflow.start("pecan", {
      workflowId: file.id,
      taskQueue: open.taskQueue,
      args: [sealed(await behind(file, opened?.head ?? ""), file.id, startMessage)],
    });
    await open.startWorker();
    // It doesn't know the deposit yet, and so accepts another; the register's comes first, and this one is then refused.
    const refused = await file.refused("convergenceDeposited", "applicant", bodies.convergence);
    expect(refused).toMatchObject({ type: "not-awaited" });
    await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
    expect(await recorded(file, "convergenceDeposited")).toHaveLength(1);
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
  });

  const recorded = async (file: FileInOffice, act: string) =>
    (await file.journal()).filter(({ kind, name }) => kind === "act" && name === act);

  /** The argument of a run that knows the opening and nothing more. */
  async function behind({ opening }: FileInOffice, head: string) {
    const { Case } = await import("../../case/case.js");
    const { procedureOf } = await import("../../procedures/all.js");
    return { opening, snapshot: Case.open(procedureOf("pecan"), opening, opening.filedAt).snapshot(), bursts: 1, head };
  }
});
