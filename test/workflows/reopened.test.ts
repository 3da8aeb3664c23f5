import { describe, it } from "vitest";
import { filing } from "../../rig/samples/pecan.js";
import { startFromRegister } from "../../temporal/starting.js";
import { office, until } from "./office.js";

describe("a concluded case that runs again", () => {
  const open = office();

  it("whose act is there before its first task completes at its next end, without waiting for another", async () => {
    const file = await open.file(filing());
    await file.act("withdrawn", "applicant");
    const handle = open.client.workflow.getHandle(file.id);
    await handle.result();
    const struck = (await file.journal()).find(({ kind, name }) => kind === "act" && name === "withdrawn");

    await open.stopWorker();
    const record = await open.register.case(file.id);
    if (record === undefined) throw new Error(`${file.id} isn't in the register.`);
    await startFromRegister(open, record);
    const strike = { about: String(struck?.number), body: { reason: "Retrait d'un autre dossier." } };
    await handle.signal("strike", { id: "strike-1", by: "ministers", at: await file.now(), ...strike });
    await open.startWorker();
    await until(async () => (await file.view()).ending === null);

    await file.act("withdrawn", "applicant");
    // Half a minute at most: it would wait a whole one for an act.
    await until(async () => (await handle.describe()).status.name === "COMPLETED");
  });
});
