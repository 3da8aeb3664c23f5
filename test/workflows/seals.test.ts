/** Messages that came by another road than the desk: the Web UI, the CLI, a client that has the address of Temporal. */
import { randomUUID } from "node:crypto";
import type { Payload } from "@temporalio/common";
import { describe, expect, it } from "vitest";
import { eventsOf } from "../../rig/history.js";
import { rigEncryption } from "../../rig/payload-keys.js";
import { bodies, filing } from "../../rig/samples/pecan.js";
import { latestRun, restart } from "../../temporal/restarting.js";
import { type FileInOffice, type Office, office, until } from "./office.js";

const bytes = (text: string) => new TextEncoder().encode(text);
/** As the Web UI and the CLI write it, with marks that only the codec gives. */
const written = (message: object, file: FileInOffice, name: string): Payload => ({
  metadata: {
    encoding: bytes("json/plain"),
    "came-encrypted": bytes("1"),
    "sealed-for": bytes(`${file.id}/${name}`),
    seal: new Uint8Array(16),
  },
  data: bytes(JSON.stringify(message)),
});

const signalled = ({ client }: Office, file: FileInOffice, name: string, payload: Payload) =>
  client.workflowService.signalWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: file.id },
    signalName: name,
    input: { payloads: [{ ...payload }] },
    requestId: randomUUID(),
  });

const entriesOf = async (file: FileInOffice, name: string, wanted: string) =>
  (await file.journal()).filter((entry) => entry.kind === wanted && entry.name === name);

const depositOf = async (file: FileInOffice) => ({ by: "applicant", at: await file.now(), body: bodies.convergence });

describe("in development, a message that nobody sealed", () => {
  const open = office();

  it("is an act whose author is unverified, in the journal, in the act, and in the case told again", async () => {
    const file = await open.file(filing());
    await signalled(open, file, "convergenceDeposited", written(await depositOf(file), file, "convergenceDeposited"));
    await until(async () => (await entriesOf(file, "convergenceDeposited", "act")).length === 1);
    await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
    const [deposited] = await entriesOf(file, "convergenceDeposited", "act");
    const [notified] = await entriesOf(file, "ansAdmissibilityNotified", "act");
    expect([deposited?.detail?.unverified, notified?.detail?.unverified]).toEqual([true, undefined]);
    expect((await open.register.bursts(file.id)).flatMap(({ acts }) => acts).map((act) => act.unverified)).toEqual([
      true,
      undefined,
    ]);
    // A strike too.
    const strike = { by: "ANS", at: await file.now(), about: String(notified?.number), body: { reason: "Erreur." } };
    await signalled(open, file, "strike", written(strike, file, "strike"));
    await until(async () => (await entriesOf(file, "strike", "act")).length === 1);
    expect((await entriesOf(file, "strike", "act"))[0]?.detail?.unverified).toBe(true);
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    // Told again from the register: the same, or the run wouldn't take the next act.
    const [record, run] = [await open.register.case(file.id), await latestRun(open.client, file.id)];
    if (record === undefined || run === null) throw new Error("It doesn't run.");
    await restart({ ...open, taskQueue: open.taskQueue, register: open.register, client: open.client }, record, {
      runId: run.runId,
      cause: "essai",
      build: null,
    });
    const version = (await file.journal()).length;
    await file.act("withdrawn", "applicant");
    expect((await file.journal()).length).toBeGreaterThan(version);
    expect(await entriesOf(file, "convergenceDeposited", "act")).toHaveLength(1);
  });
});

describe("in production, a message that nobody sealed for this case", () => {
  const open = office({ encryption: { ...rigEncryption, required: true } });

  it("is refused: in clear, encrypted by who has a key, or copied from another case", async () => {
    const [file, other] = [await open.file(filing()), await open.file(filing())];
    const handle = open.client.workflow.getHandle(file.id);
    await other.act("convergenceDeposited", "applicant", bodies.convergence);
    const copied = (await eventsIn(other)).find((payload) => payload !== undefined);
    await signalled(open, file, "convergenceDeposited", written(await depositOf(file), file, "convergenceDeposited"));
    await handle.signal("convergenceDeposited", await depositOf(file));
    await signalled(open, file, "convergenceDeposited", copied ?? {});
    await until(async () => (await entriesOf(file, "convergenceDeposited", "refused")).length === 3);
    const problems = (await entriesOf(file, "convergenceDeposited", "refused")).map(({ detail }) => detail?.problem);
    expect(problems.slice(1)).toEqual([1, 2].map(() => expect.objectContaining({ type: "not-allowed" })));
    // A signal's last task still adds events: what is counted is a run at rest.
    await until(async () => {
      const { pendingWorkflowTask, pendingActivities } = (await handle.describe()).raw;
      return (pendingWorkflowTask ?? null) === null && (pendingActivities ?? []).length === 0;
    });
    const before = (await handle.describe()).historyLength;
    await expect(
      handle.executeUpdate("convergenceDeposited", { args: [await depositOf(file)], updateId: randomUUID() }),
    ).rejects.toMatchObject({ cause: { type: "Refused" } });
    expect((await handle.describe()).historyLength).toBe(before);
    expect(await entriesOf(file, "convergenceDeposited", "act")).toEqual([]);
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
  });

  /** The messages of a case as Temporal keeps them. */
  const eventsIn = async (file: FileInOffice): Promise<(Payload | undefined)[]> => {
    const { history } = await open.client.workflowService.getWorkflowExecutionHistory({
      namespace: open.client.options.namespace,
      execution: { workflowId: file.id },
    });
    return (history?.events ?? []).map(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads?.[0],
    );
  };
});

describe("a run that somebody else starts", () => {
  const open = office();

  it("fails at once, and the register isn't written to", async () => {
    const file = await open.file(filing());
    await file.settled();
    await open.client.workflow.getHandle(file.id).terminate("essai");
    const [before, events] = [await file.told(), await eventsOf(open.client, file.id)];
    // What started the case, as it is in clear; then copied for another case.
    const { opening } = file;
    for (const workflowId of [file.id, `${file.id}-other`]) {
      const started = open.client.workflow.execute("pecan", {
        workflowId,
        taskQueue: open.taskQueue,
        args: [{ opening: { ...opening, filing: { ...opening.filing, indications: [] } }, bursts: 1 }],
      });
      await expect(started).rejects.toMatchObject({ cause: { type: "Unsealed" } });
    }
    expect(events.length).toBeGreaterThan(0);
    expect(await file.told()).toEqual(before);
  });
});
