import { randomBytes } from "node:crypto";
import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import { describe, expect, it } from "vitest";
import { SealCodec } from "../../temporal/seal-codec.js";
import { isSealed, sealed, sealedFor, sealsRequired } from "../../workflows/seals.js";

const [old, current] = [randomBytes(32), randomBytes(32)];
const codecOf = (keys: readonly Uint8Array[], required = false) => new SealCodec({ keys, required });
const codec = codecOf([current]);
const act = { by: "ministers", body: { journal: "JORF n° 1" } };

const sent = async (by = codec): Promise<Payload> =>
  (await by.encode([sealed(act, "PECAN-2026-0001", "orderPublished").payload]))[0] as Payload;
const received = async (payload: Payload, by = codec): Promise<Payload> => (await by.decode([payload]))[0] as Payload;
const holds = (payload: Payload, caseId = "PECAN-2026-0001", name = "orderPublished") =>
  isSealed(payload, caseId, name);
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a sealed message", () => {
  it("is for one message of one case, and says what was sent", async () => {
    const payload = await received(await sent());
    expect(defaultPayloadConverter.fromPayload(payload)).toEqual(act);
    expect(holds(payload)).toBe(true);
    expect(holds(payload, "PECAN-2026-0002")).toBe(false);
    expect(holds(payload, "PECAN-2026-0001", "strike")).toBe(false);
  });

  it("is known under every key of the ring, and under no other", async () => {
    const before = await sent(codecOf([old]));
    expect(holds(await received(before, codecOf([current, old])))).toBe(true);
    expect(holds(await received(before, codecOf([current])))).toBe(false);
  });

  it("isn't one any more once anything of it was changed", async () => {
    const payload = await sent();
    const another = bytes("PECAN-2026-0002/orderPublished");
    const moved = { ...payload, metadata: { ...payload.metadata, [sealedFor]: another } };
    expect(holds(await received(moved), "PECAN-2026-0002")).toBe(false);
    const told = { ...payload, data: bytes(JSON.stringify({ ...act, by: "ANS" })) };
    expect(holds(await received(told))).toBe(false);
    const otherwise = { ...payload, metadata: { ...payload.metadata, encoding: bytes("binary/plain") } };
    expect(holds(await received(otherwise))).toBe(false);
  });
});

describe("whoever has no key", () => {
  it("can't mark a message as the codec does, whichever marks are forged", async () => {
    const { metadata, data } = sealed(act, "PECAN-2026-0001", "orderPublished").payload;
    const forged = { ...metadata, [sealsRequired]: bytes("1") };
    for (const seal of [undefined, new Uint8Array(16), new Uint8Array(0), randomBytes(16), randomBytes(32)]) {
      const payload = await received({ metadata: { ...forged, ...(seal && { seal }) }, data: data ?? null });
      expect(Object.keys(payload.metadata ?? {})).toEqual(["encoding"]);
      expect(defaultPayloadConverter.fromPayload(payload)).toEqual(act);
    }
  });

  it("sends what is read as it is, unsealed", async () => {
    for (const payload of [defaultPayloadConverter.toPayload(act), { data: bytes("{}") }, {}])
      expect(await received(payload)).toEqual(payload);
  });
});

it("in production, a seal says that nothing is taken without one", async () => {
  const production = codecOf([current], true);
  expect((await received(await sent(production), production)).metadata).toHaveProperty(sealsRequired);
  expect((await received(await sent())).metadata).not.toHaveProperty(sealsRequired);
});
