/** The codec server of Temporal's Web UI: who may have what decoded, from where, and what is kept of it. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { EncryptionCodec } from "../../temporal/encryption-codec.js";
import { testApi } from "./open.js";
import { applicant, filing } from "./samples.js";

const webUi = "https://temporal.example.org";
const logged: object[] = [];
const api = testApi({
  worker: true,
  env: { TEMPORAL_UI_ORIGIN: webUi },
  onLog: (level, about, what) => level === "info" && what === "decoded" && logged.push(about),
});

interface Written {
  readonly metadata: Record<string, string>;
  readonly data: string;
}

const base64 = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString("base64");
const written = ({ metadata, data }: Payload): Written => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)])),
  data: base64(data),
});
const saidBy = ({ metadata, data }: Written): unknown =>
  defaultPayloadConverter.fromPayload({
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, one]) => [name, Buffer.from(one, "base64")])),
    data: Buffer.from(data, "base64"),
  });
const decode = (payloads: readonly Written[], as = "operator", headers: Record<string, string> = {}) =>
  api.post("/codec/decode", { payloads }, { as, headers: { "x-namespace": "default", ...headers }, key: null });

/** A product that is nowhere else, heavy enough for its start to wait in the register. */
const secret = `Suivi-${randomBytes(6).toString("hex")}`;
let id: string;
let start: Written;

beforeAll(async () => {
  const label = `Indication ${secret} ${"€".repeat(460)}`;
  const indications = Array.from({ length: 50 }, (_, nth) => ({ id: `I${nth}`, label, list: "lppr" }));
  const filed = await api.post("/v1/cases", { procedure: "pecan", filing: filing({ indications }) }, { as: applicant });
  expect(filed.status, JSON.stringify(filed.body).slice(0, 500)).toBe(201);
  id = filed.body.id;
  const { history } = await api.client.workflowService.getWorkflowExecutionHistory({
    namespace: inject("temporalNamespace"),
    execution: { workflowId: id },
  });
  start = written(history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0] ?? {});
});

describe("what Temporal holds", () => {
  it("is read by an operator: the start of a case, which waits in the register, and what is in clear as it was", async () => {
    const clear = written(defaultPayloadConverter.toPayload("clear"));
    expect(JSON.stringify(start)).not.toContain(secret);
    const { status, body } = await decode([start, clear]);
    expect(status).toBe(200);
    expect(JSON.stringify(saidBy(body.payloads[0]))).toContain(secret);
    expect(body.payloads[1]).toEqual(clear);
  });

  it("is shown by Temporal's own CLI to whom has an operator's token", async () => {
    const shown = async (): Promise<string> => {
      const token = await api.tokenFor("operator");
      const codec = ["--codec-endpoint", `${api.url}/codec`, "--codec-auth", `Bearer ${token}`];
      const history = [
        "workflow",
        "show",
        "--workflow-id",
        id,
        "--address",
        inject("temporalAddress"),
        "--output",
        "json",
      ];
      const done = await promisify(execFile)(inject("temporalCli"), [...history, ...codec], { maxBuffer: 1e8 }).catch(
        (fault: { stdout: string }) => fault,
      );
      return done.stdout.replaceAll(/"data": "([^"]*)"/g, (_all, data) => Buffer.from(data, "base64").toString());
    };
    expect(await shown()).toContain(secret);
  });

  it("comes back as it was where no key here wrote it, beside what is read", async () => {
    const foreign = new EncryptionCodec({ keys: [randomBytes(32)], required: true });
    const [payload = {}] = await foreign.encode([defaultPayloadConverter.toPayload("theirs")]);
    const { status, body } = await decode([written(payload), start]);
    expect([status, body.payloads[0]]).toEqual([200, written(payload)]);
    expect(JSON.stringify(saidBy(body.payloads[1]))).toContain(secret);
  });

  it.each(["HAS", applicant, "ministers", "sesame"])("isn't read by %s, nor by nobody", async (as) => {
    expect((await decode([start], as)).status).toBe(403);
    expect((await decode([start], "nobody")).status).toBe(401);
  });

  it("leaves in the log who had what decoded, and nothing of what it says", async () => {
    logged.length = 0;
    await decode([start], "HAS");
    expect(logged).toEqual([]);
    await decode([start]);
    expect(logged).toEqual([{ person: expect.stringMatching(/./), payloads: 1, read: 1, messages: [`${id}/(start)`] }]);
    expect(JSON.stringify(logged)).not.toContain(secret);
  });

  it("is asked by the pages of the configured Web UI alone, with a token and no cookie", async () => {
    const preflight = (origin: string) =>
      fetch(`${api.url}/codec/decode`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const allowed = await preflight(webUi);
    expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([204, webUi]);
    expect(allowed.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
    const answered = await decode([start], "operator", { origin: webUi });
    expect(answered.headers.get("access-control-allow-origin")).toBe(webUi);
    for (const origin of ["https://temporal.example.org.evil.example", "null", "http://temporal.example.org"]) {
      expect((await preflight(origin)).headers.get("access-control-allow-origin")).toBeNull();
      expect((await decode([start], "operator", { origin })).headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("is never written here: nothing encodes", async () => {
    expect((await api.post("/codec/encode", { payloads: [] }, { as: "operator", key: null })).status).toBe(404);
  });
});
