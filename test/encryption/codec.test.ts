import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { ApplicationFailure, defaultPayloadConverter, type Payload } from "@temporalio/common";
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
} from "@temporalio/common/lib/internal-non-workflow/index.js";
import proto from "@temporalio/proto";
import { describe, expect, it } from "vitest";
import { failureConverterPath } from "../../temporal/data-converter.js";
import { EncryptionCodec, keyIdOf, MissingKey } from "../../temporal/encryption-codec.js";
import { inProcess, isInProcess } from "../../workflows/in-process.js";
import { payloadConverter } from "../../workflows/payload-converter.js";

const [old, current] = [randomBytes(32), randomBytes(32)];
const codecOf = (keys: readonly Uint8Array[], required = false) => new EncryptionCodec({ keys, required });
const secret = { product: "Suivi", person: "the qualified person" };
const clear = defaultPayloadConverter.toPayload(secret);

const written = (payload: Payload): string =>
  Buffer.from(proto.temporal.api.common.v1.Payload.encode(payload).finish()).toString("latin1");
const read = async (codec: EncryptionCodec, payload: Payload): Promise<unknown> => {
  const [back] = await codec.decode([payload]);
  return payloadConverter.fromPayload(back as Payload);
};
const encrypted = async (codec: EncryptionCodec, payload = clear): Promise<Payload> =>
  (await codec.encode([payload]))[0] as Payload;

describe("what goes to Temporal", () => {
  it("can't be read, and comes back whole; the same value is never written twice alike", async () => {
    const codec = codecOf([current]);
    const [one, other] = [await encrypted(codec), await encrypted(codec)];
    for (const text of ["Suivi", "qualified", "product", "json/plain"]) expect(written(one)).not.toContain(text);
    expect(written(one)).not.toBe(written(other));
    expect(await read(codec, one)).toEqual(secret);
  });

  it("is written under the first key and read under all: a key is replaced while both are known", async () => {
    const before = await encrypted(codecOf([old]));
    const between = codecOf([current, old]);
    expect(await read(between, before)).toEqual(secret);
    expect(await read(codecOf([current]), await encrypted(between))).toEqual(secret);
  });

  it("says which key is missing, and shows none", async () => {
    const fault = await codecOf([current])
      .decode([await encrypted(codecOf([old]))])
      .catch((one: unknown) => one);
    expect(fault).toBeInstanceOf(MissingKey);
    expect((fault as MissingKey).message).toContain(keyIdOf(old));
    for (const form of ["base64", "hex"] as const)
      expect((fault as MissingKey).message).not.toContain(old.toString(form).slice(0, 8));
  });

  it("is a bad message, and no fault, once somebody has changed it", async () => {
    const codec = codecOf([current]);
    const payload = await encrypted(codec);
    for (let at = 0; at < (payload.data?.length ?? 0); at += 7) {
      const data = Uint8Array.from(payload.data ?? []);
      data[at] = (data[at] ?? 0) ^ 1;
      expect(await read(codec, { ...payload, data })).toHaveProperty("unreadable");
    }
    for (const length of [0, 5, 27]) {
      const data = payload.data?.subarray(0, length) ?? null;
      expect(await read(codec, { ...payload, data })).toHaveProperty("unreadable");
    }
  });

  it("may come in clear where encryption isn't required, and nowhere else", async () => {
    expect(await read(codecOf([current]), clear)).toEqual(secret);
    expect(await read(codecOf([current], true), clear)).toHaveProperty("unreadable");
  });

  it("is encrypted even where it never leaves the process, and still says that it doesn't", async () => {
    const payload = await encrypted(codecOf([current]), payloadConverter.toPayload(inProcess({ ...secret })));
    expect(isInProcess(payload)).toBe(true);
    expect(written(payload)).not.toContain("Suivi");
  });

  it("hides the message, the stack and the details of a failure, and of its cause", async () => {
    const { failureConverter } = createRequire(import.meta.url)(failureConverterPath);
    const converter = { payloadConverter, failureConverter, payloadCodecs: [codecOf([current])] };
    const cause = new Error("Suivi failed inside");
    const fault = ApplicationFailure.create({ message: "Suivi failed", details: [secret], type: "Refused", cause });
    const failure = await encodeErrorToFailure(converter, fault);
    const bytes = proto.temporal.api.failure.v1.Failure.encode(failure).finish();
    for (const text of ["Suivi", "codec.test", "qualified"])
      expect(Buffer.from(bytes).toString("latin1")).not.toContain(text);
    const back = (await decodeOptionalFailureToOptionalError(converter, failure)) as ApplicationFailure;
    expect([back.message, back.type, back.cause?.message]).toEqual(["Suivi failed", "Refused", "Suivi failed inside"]);
    expect(back.details).toEqual([secret]);
  });
});
