import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../rig/history.js";
import { bodies, filing } from "../../rig/samples/pecan.js";
import { dropSparePayloads } from "../../temporal/payload-tidying.js";
import { bringBackAll } from "../../worker/reconciler.js";
import { emptyServer } from "./empty-server.js";
import { type FileInOffice, office, until } from "./office.js";

/** Two hundred documents with long titles: a lawful act of 135 kB. */
const heavy = {
  documents: Array.from({ length: 200 }, (_, nth) => ({
    title: "é".repeat(290) + String(nth).padStart(3, "0"),
    sha256: "a".repeat(64),
  })),
};

const toConvention = async (file: FileInOffice) => {
  await file.act("convergenceDeposited", "applicant", bodies.convergence);
  await file.act("sesameDeposited", "applicant", bodies.documents);
  await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
  await file.act("conventionSent", "ANS");
  await file.act("conventionSigned", "applicant", { signatory: "legal-representative", signature: "S-1" });
};

const about = { about: "securite" };

/** So many of them, eight at a time: the server takes ten. */
const evidence = async (file: FileInOffice, many: number) => {
  for (let sent = 0; sent < many; sent += 8) {
    const some = Array.from({ length: Math.min(8, many - sent) });
    await Promise.all(some.map(() => file.act("evidenceSubmitted", "applicant", heavy, about)));
  }
};

/** What the histories of its present run hold of messages, in bytes. */
const bytesOf = async (client: Client, id: string) =>
  Number((await client.workflow.getHandle(id).describe()).raw.workflowExecutionInfo?.historySizeBytes ?? 0);

describe("a case whose acts weigh more than Temporal takes", () => {
  const open = office();
  const undo: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });
  const runOf = async (id: string) => (await open.client.workflow.getHandle(id).describe()).runId;
  const weight = async (id: string) =>
    (await open.register.acts(id)).reduce((sum, act) => sum + Buffer.byteLength(JSON.stringify(act)), 0);

  it("comes back when it was terminated, and goes on", async () => {
    const file = await open.file(filing());
    await toConvention(file);
    await evidence(file, 16);
    expect(await weight(file.id)).toBeGreaterThan(2 * 1024 * 1024);
    // The messages themselves didn't pass through the history either.
    expect(await bytesOf(open.client, file.id)).toBeLessThan(100_000);
    const [told, run] = [await file.told(), await runOf(file.id)];
    await open.client.workflow.getHandle(file.id).terminate("essai");
    await until(async () => {
      await bringBackAll(open, "test");
      return (await runOf(file.id)) !== run;
    });
    await file.act("evidenceCompleted", "applicant");
    expect((await file.told()).slice(0, told.length)).toEqual(told);
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
  });

  it("continues as new, and is told again from there by a worker that never met it", async () => {
    const file = await open.file(filing(), { longRun: 40 });
    const first = await runOf(file.id);
    await toConvention(file);
    await evidence(file, 20);
    expect(await runOf(file.id)).not.toBe(first);
    const [started] = await eventsOf(open.client, file.id);
    const input = started?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    expect(input?.data?.length).toBeLessThan(1_000);
    await open.stopWorker();
    await open.startWorker();
    await file.act("evidenceCompleted", "applicant");
    await file.act("completenessNotified", "ministers", { admissible: true, complete: true });
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
  });

  it("is rebuilt into an empty Temporal: sixteen acts of 135 kB, and a case of ten megabytes", async () => {
    const files = await Promise.all([open.file(filing()), open.file(filing())]);
    await Promise.all(
      files.map(async (file, index) => {
        await toConvention(file);
        await evidence(file, [16, 80][index] ?? 0);
      }),
    );
    expect(await weight(files[1]?.id ?? "")).toBeGreaterThan(10 * 1024 * 1024);
    const told = await Promise.all(files.map((file) => file.told()));

    const { client, worker } = await emptyServer(open, undo);
    expect(await bringBackAll({ ...open, client }, "test")).toBeGreaterThanOrEqual(files.length);
    await (await worker()).runUntil(async () => {
      for (const [index, { id }] of files.entries()) {
        const file = await open.known(id, client);
        await file.act("evidenceSubmitted", "applicant", heavy, { about: "performance" });
        await file.act("evidenceCompleted", "applicant");
        expect((await file.told()).slice(0, told[index]?.length)).toEqual(told[index]);
        expect(await open.register.verify(id)).toMatchObject({ valid: true });
      }
    });
  }, 180_000);

  it("keeps the payloads that its present run needs, and no other, once Temporal has forgotten the runs before", async () => {
    const file = await open.file(filing(), { longRun: 40 });
    const first = await runOf(file.id);
    await toConvention(file);
    for (let nth = 0; (await runOf(file.id)) === first; nth++) {
      expect(nth).toBeLessThan(30);
      await file.act("evidenceSubmitted", "applicant", { ...heavy, documents: heavy.documents.slice(nth) }, about);
    }
    const held = async () =>
      (await open.register.payloads.heaviest(1_000)).find(({ workflow }) => workflow === file.id);
    const before = await held();
    // All of it is young.
    expect(await dropSparePayloads(open)).toBe(0);
    // Two months later, by the tidier's clock; the run began a moment ago, and a day before it counts as its own.
    const aged = new pg.Client({ connectionString: open.databaseUrl });
    await aged.connect();
    await aged.query("update payloads set kept_at = kept_at - interval '60 days' where workflow_id = $1", [file.id]);
    const start = `select digest from payloads where workflow_id = $1 order by kept_at desc limit 1`;
    const { rows } = await aged.query(start, [file.id]);
    await aged.query("update payloads set kept_at = now() where digest = $1", [rows[0].digest]);
    await aged.end();
    expect(await dropSparePayloads(open)).toBe((before?.count ?? 0) - 1);
    await open.stopWorker();
    await open.startWorker();
    await file.act("evidenceCompleted", "applicant");
    await file.act("withdrawn", "applicant");
    await open.client.workflow.getHandle(file.id).result();
    expect(await dropSparePayloads(open, { olderThanMs: -1_000 })).toBeGreaterThan(0);
    expect(await held()).toBeUndefined();
  });

  it("a reference to a payload that isn't there, or to another storage, is a bad message and no failed task", async () => {
    const file = await open.file(filing());
    const bytes = (text: string) => new TextEncoder().encode(text);
    const reference = (driverName: string) => ({
      metadata: {
        encoding: bytes("json/protobuf"),
        messageType: bytes("temporal.api.sdk.v1.ExternalStorageReference"),
      },
      data: bytes(JSON.stringify({ driverName, claimData: { workflow: "autre", digest: "0".repeat(64) } })),
    });
    for (const driverName of ["register", "ailleurs"]) {
      await open.client.workflowService.signalWorkflowExecution({
        namespace: open.client.options.namespace,
        workflowExecution: { workflowId: file.id },
        signalName: "withdrawn",
        input: { payloads: [reference(driverName)] },
        requestId: randomUUID(),
      });
    }
    await until(async () => (await file.journal()).filter(({ kind }) => kind === "refused").length === 2);
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
  });
});
