import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bodies, filing } from "../../rig/samples/pecan.js";
import { type FileInOffice, office, until } from "./office.js";

type RawPayload = { readonly metadata?: Record<string, Uint8Array>; readonly data?: Uint8Array };

const bytes = (text: string) => new TextEncoder().encode(text);
const json = (text: string): RawPayload => ({ metadata: { encoding: bytes("json/plain") }, data: bytes(text) });
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** Whatever somebody may type, paste or send by mistake: what it is, and the payloads of its signal. */
const nonsense: [what: string, payloads: RawPayload[]][] = [
  ["nothing", []],
  ["null", [json("null")]],
  ["a text", [json('"bonjour"')]],
  ["a number", [json("42")]],
  ["a list", [json('[{"by":"applicant"}]')]],
  ["an empty object", [json("{}")]],
  ["JSON cut short", [json('{"by":"applicant"')]],
  ["an unknown encoding", [{ metadata: { encoding: bytes("json/chiffré") }, data: bytes("{}") }]],
  ["no encoding", [{ data: bytes("{}") }]],
  ["no metadata and no data", [{}]],
  ["protobuf that isn't", [{ metadata: { encoding: bytes("json/protobuf") }, data: bytes("{}") }]],
  ["bytes", [{ metadata: { encoding: bytes("binary/plain") }, data: new Uint8Array(300_000).fill(7) }]],
  ["no date", [json('{"by":"applicant","body":{}}')]],
  ["a day that doesn't exist", [json('{"by":"applicant","on":"2026-02-30","body":{}}')]],
  ["a future day", [json('{"by":"applicant","on":"2099-01-01","body":{}}')]],
  ["an instant before Paris midnights are exact", [json('{"by":"applicant","at":"1970-01-01T00:00:00Z","body":{}}')]],
  ["received then", [json('{"by":"applicant","receivedAt":"1970-01-01T00:00:00Z","body":{}}')]],
  ["an instant whose day in Paris no year writes", [json('{"by":"applicant","at":"9999-12-31T23:30:00Z","body":{}}')]],
  ["a year of five digits", [json('{"by":"applicant","at":"+010000-01-01T00:00:00Z","body":{}}')]],
  ["an offset of a day", [json('{"by":"applicant","at":"2026-11-01T00:00:00+24:00","body":{}}')]],
  ["a party that isn't one", [json('{"by":"toString","on":"2026-11-01","body":{}}')]],
  ["the wrong party", [json('{"by":"ANSM","on":"2026-11-01","body":{}}')]],
  ["fields of a prototype", [json('{"__proto__":{"by":"applicant"},"constructor":1,"on":"2026-11-01"}')]],
  ["an id that isn't a text", [json('{"id":{"a":1},"by":"applicant","body":{}}')]],
  ["an id of a page", [json(`{"id":"${"x".repeat(5_000)}","by":"applicant","body":{}}`)]],
  ["half of a character", [json('{"by":"\\ud800","on":"2026-11-01","body":{}}')]],
  ["half of a character in a name", [json('{"\\udc00":1,"by":"applicant"}')]],
  ["half of a character in a body", [json('{"by":"applicant","on":"2026-11-01","body":{"reason":"\\ud800"}}')]],
  ["an infinite number", [json('{"by":"applicant","on":"2026-11-01","body":{"n":1e999}}')]],
  ["a body deeper than a stack", [json(`{"by":"applicant","body":${deep(200_000)}}`)]],
  [
    "more than a message may weigh",
    [json(`{"by":"applicant","on":"2026-11-01","body":{"reason":"${"é".repeat(600_000)}"}}`)],
  ],
  ["a name of a megabyte", [json(`{"${"n".repeat(1_000_000)}":1,"id":"n1"}`)]],
  ["a NUL", [json('{"by":"applicant\\u0000","on":"2026-11-01","body":{}}')]],
];

describe("a workflow of a type that no procedure has", () => {
  const open = office();

  it.each(["accesPrecoce", "unknown"])("%s fails at once, with a sentence", async (type) => {
    const started = open.client.workflow.execute(type, {
      workflowId: `unknown-${randomUUID()}`,
      taskQueue: open.taskQueue,
      args: [{}],
    });
    await expect(started).rejects.toMatchObject({
      cause: { type: "UnknownProcedure", nonRetryable: true, message: expect.stringContaining(`"${type}"`) },
    });
  });
});

describe("whatever is sent to a case", () => {
  const open = office();

  async function signalled(file: FileInOffice, name: string, payloads: readonly RawPayload[]): Promise<void> {
    await open.client.workflowService.signalWorkflowExecution({
      namespace: open.client.options.namespace,
      workflowExecution: { workflowId: file.id },
      signalName: name,
      input: { payloads: payloads.map((payload) => ({ ...payload })) },
      requestId: randomUUID(),
    });
  }

  async function refusals(file: FileInOffice) {
    return (await file.journal()).filter(({ kind }) => kind === "refused");
  }

  it.concurrent("a signal that makes no sense is journaled as refused, and the case goes on", async () => {
    const file = await open.file(filing());
    for (const [index, [what, payloads]] of nonsense.entries()) {
      await signalled(file, "withdrawn", payloads);
      await until(async () => (await refusals(file)).length === index + 1).catch(() => expect.fail(what));
    }
    for (const refused of await refusals(file)) {
      expect(refused).toMatchObject({ name: "withdrawn", detail: { problem: { detail: expect.any(String) } } });
      expect(JSON.stringify(refused).length).toBeLessThan(8_000);
    }
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
  });

  it.concurrent("an update that makes no sense is refused: no event, no row", async () => {
    const file = await open.file(filing());
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
    const handle = open.client.workflow.getHandle(file.id);
    const before = [(await handle.describe()).historyLength, await file.told()];
    for (const [what, payloads] of nonsense) {
      if (payloads.length === 0) continue;
      const { outcome } = await open.client.workflowService.updateWorkflowExecution({
        namespace: open.client.options.namespace,
        workflowExecution: { workflowId: file.id },
        waitPolicy: { lifecycleStage: 3 },
        request: { meta: { updateId: randomUUID() }, input: { name: "withdrawn", args: { payloads } } },
      });
      expect(outcome?.failure?.applicationFailureInfo?.type, what).toBe("Refused");
    }
    expect([(await handle.describe()).historyLength, await file.told()]).toEqual(before);
    await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
  });

  it.concurrent("a signal of an unknown name is journaled as refused", async () => {
    const file = await open.file(filing());
    const names = ["inconnu", "toString", "__proto__", "__temporal_inconnu", "é".repeat(400)];
    for (const name of names) await signalled(file, name, [json('{"by":"applicant","on":"2026-11-01","body":{}}')]);
    await until(async () => (await refusals(file)).length === names.length);
    expect((await refusals(file)).map(({ detail }) => detail?.problem)).toEqual(
      names.map(() => expect.objectContaining({ type: "unknown" })),
    );
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
  });

  it.concurrent("an update of an unknown name is refused, saying which acts there are", async () => {
    const file = await open.file(filing());
    await file.act("sesameDeposited", "applicant", { documents: [{ title: "Pièce" }] });
    const handle = open.client.workflow.getHandle(file.id);
    const before = (await handle.describe()).historyLength;
    for (const name of ["inconnu", "toString", "unknown", "__temporal_inconnu"]) {
      const refused = await file.refused(name, "applicant");
      expect(refused).toMatchObject({ type: "unknown", detail: expect.stringContaining("convergenceDeposited") });
      expect(refused.detail).toContain(`"${name}"`);
    }
    expect((await handle.describe()).historyLength).toBe(before);
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
    expect(await refusals(file)).toEqual([]);
  });

  it.concurrent("a strike that makes no sense is refused", async () => {
    const file = await open.file(filing());
    const { receipt } = await file.act("convergenceDeposited", "applicant", bodies.convergence);
    const wrongs = [
      { id: { a: 1 } },
      { by: ["ANS"] },
      { extra: 1 },
      { body: { reason: "\ud800" } },
      { body: { reason: "x".repeat(100_000) } },
      { body: null },
      { confirm: 1 },
    ];
    for (const [index, wrong] of wrongs.entries()) {
      const strike = { id: randomUUID(), by: "ANS", about: String(receipt), body: { reason: "Erreur." }, ...wrong };
      await open.client.workflow.getHandle(file.id).signal("strike", strike);
      await until(async () => (await refusals(file)).length === index + 1).catch(() =>
        expect.fail(JSON.stringify(wrong)),
      );
    }
    await file.act("strike", "ANS", { reason: "Erreur." }, { about: String(receipt) });
  });
});
