/** What goes to Temporal, encrypted with AES-256-GCM (ADR 26): whoever reads its database, its API or its Web UI reads none of it. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { defaultPayloadConverter, type Payload, type PayloadCodec } from "@temporalio/common";
import proto from "@temporalio/proto";
import type { Encryption } from "../config/index.js";
import { markedEncrypted } from "../workflows/came-encrypted.js";
import { isInProcess, keptInProcess } from "../workflows/in-process.js";

const { Payload: PayloadBytes } = proto.temporal.api.common.v1;

/** As Temporal's own samples name it. */
const encrypted = "binary/encrypted";
const cipher = "aes-256-gcm";
const [nonceBytes, tagBytes] = [12, 16];

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");
const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

/** Whether the payload is as this codec writes it, whoever wrote it. */
export const isEncrypted = ({ metadata }: Payload): boolean => textOf(metadata?.encoding) === encrypted;

/** A key's name is made from the key: none can be given to another key by mistake. It reveals nothing of it. */
export const keyIdOf = (key: Uint8Array): string =>
  createHmac("sha256", key).update("guichet payload key").digest("hex").slice(0, 16);

/** What no schema accepts: a payload that isn't ours is a bad message, refused like any other, and never a failed task. */
const unreadable = (why: string): Payload => defaultPayloadConverter.toPayload({ unreadable: why });

/** Names the key that wrote it, which this process hasn't: what needs it is tried again until it has. */
export class MissingKey extends Error {
  override readonly name = "MissingKey";

  constructor(readonly keyId: string) {
    super(`Something was encrypted with the key ${keyId}, which PAYLOAD_KEYS doesn't have.`);
  }
}

/** Whether a failure that Temporal kept, which has lost its class, told of a missing key. */
export const tellsMissingKey = (message: string): boolean =>
  /^Something was encrypted with the key \w+, which/.test(message);

/** Encrypts with the first key of the ring, and reads what any of them wrote. */
export class EncryptionCodec implements PayloadCodec {
  private readonly ring: ReadonlyMap<string, Uint8Array>;
  private readonly first: string;
  private readonly required: boolean;

  constructor({ keys, required }: Encryption) {
    this.ring = new Map(keys.map((key) => [keyIdOf(key), key]));
    const [first] = this.ring.keys();
    if (first === undefined) throw new Error("A key ring has at least one key.");
    [this.first, this.required] = [first, required];
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.encrypted(payload));
  }

  /** @throws MissingKey */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.decrypted(payload));
  }

  private encrypted(payload: Payload): Payload {
    const nonce = randomBytes(nonceBytes);
    const encryption = createCipheriv(cipher, this.keyOf(this.first), nonce);
    const text = [encryption.update(PayloadBytes.encode(payload).finish()), encryption.final()];
    const outside: Payload = {
      metadata: { encoding: bytesOf(encrypted), "encryption-key-id": bytesOf(this.first) },
      data: Buffer.concat([nonce, ...text, encryption.getAuthTag()]),
    };
    return isInProcess(payload) ? keptInProcess(outside) : outside;
  }

  private decrypted(payload: Payload): Payload {
    const { metadata, data } = payload;
    if (!isEncrypted(payload)) return this.required ? unreadable("This isn't encrypted.") : payload;
    const key = this.keyOf(textOf(metadata?.["encryption-key-id"]));
    const bytes = data ?? new Uint8Array();
    try {
      const decryption = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes));
      decryption.setAuthTag(bytes.subarray(-tagBytes));
      const text = decryption.update(bytes.subarray(nonceBytes, -tagBytes));
      return markedEncrypted(PayloadBytes.decode(Buffer.concat([text, decryption.final()])));
    } catch {
      // Somebody wrote it who hasn't the key, or changed what we wrote.
      return unreadable("This wasn't encrypted by Guichet, or it was changed since.");
    }
  }

  private keyOf(id: string): Uint8Array {
    const key = this.ring.get(id);
    if (key === undefined) throw new MissingKey(id);
    return key;
  }
}
