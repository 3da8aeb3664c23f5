/**
 * Seals (ADR 26): what the desk sends is signed for the message and the case for which it is meant. What somebody else wrote, or copied from elsewhere,
 * has none that holds, and can't pass for a party's.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Payload, PayloadCodec } from "@temporalio/common";
import type { Encryption } from "../config/index.js";
import { sealedFor, sealsRequired } from "../workflows/seals.js";

const sealBytes = 16;
/** In the metadata, on the way alone. */
const seal = "seal";

/** A key of its own, from one of the ring. */
const sealingKey = (key: Uint8Array): Buffer => createHmac("sha256", key).update("guichet seal").digest();

/** Signs with the first key of the ring, and knows what any of them signed. */
export class SealCodec implements PayloadCodec {
  private readonly keys: readonly Buffer[];
  private readonly required: boolean;

  constructor({ keys, required }: Encryption) {
    this.keys = keys.map(sealingKey);
    this.required = required;
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.signed(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.checked(payload));
  }

  private signed(payload: Payload): Payload {
    const [first] = this.keys;
    if (first === undefined || payload.metadata?.[sealedFor] === undefined) return payload;
    return { ...payload, metadata: { ...payload.metadata, [seal]: signatureOf(payload, first) } };
  }

  /** Without its signature; without its seal either, where the signature isn't ours. */
  private checked(payload: Payload): Payload {
    const { metadata } = payload;
    if (
      metadata?.[sealedFor] === undefined &&
      metadata?.[seal] === undefined &&
      metadata?.[sealsRequired] === undefined
    )
      return payload;
    const { [seal]: given, [sealedFor]: place, [sealsRequired]: _, ...rest } = metadata;
    const holds =
      place !== undefined &&
      given?.length === sealBytes &&
      this.keys.some((key) => timingSafeEqual(signatureOf(payload, key), given));
    return {
      ...payload,
      metadata: {
        ...rest,
        ...(holds && { [sealedFor]: place, ...(this.required && { [sealsRequired]: new Uint8Array([1]) }) }),
      },
    };
  }
}

/** Of what the payload is for, how it is written, and what it says. */
function signatureOf({ metadata, data }: Payload, key: Buffer): Buffer {
  const texts = [metadata?.[sealedFor], metadata?.encoding].map((one) => Buffer.from(one ?? []).toString("base64"));
  const digest = createHmac("sha256", key)
    .update(JSON.stringify(texts))
    .update(data ?? new Uint8Array());
  return digest.digest().subarray(0, sealBytes);
}
