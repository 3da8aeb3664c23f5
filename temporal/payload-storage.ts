/**
 * What is too heavy to travel through Temporal waits in the register, and Temporal holds a reference (ADR 16). The SDK calls it
 * outside the workflow: what a task brings is whole again before the workflow sees it.
 */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  defaultPayloadConverter,
  ExternalStorage,
  type Payload,
  type StorageDriver,
  StorageDriverClaim,
} from "@temporalio/common";
import proto from "@temporalio/proto";
import type { Payloads } from "../register/register.js";
import { isInProcess } from "../workflows/in-process.js";

const { Payload: PayloadBytes } = proto.temporal.api.common.v1;

/** Bytes above which a payload waits in the register: ten updates in one task then stay far below the 4 MB of a gRPC message. */
export const heavyBytes = 64 * 1024;

/** Bytes above which an operator is warned: nothing bounds a case, but a worker holds it whole in its memory. */
export const warnedBytes = 16 * 1024 * 1024;

/** A register that restarts is waited for; one that is away longer fails the task, which the server tries again. */
const patience = [100, 300, 1_000];

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of patience) {
    try {
      return await attempt();
    } catch {
      await pause(wait);
    }
  }
  return attempt();
}

/** Something that no schema accepts: a reference to nothing is a bad message, refused like any other, and never a failed task. */
const unreadable = (why: string): Payload => defaultPayloadConverter.toPayload({ unreadable: why });

class RegisterDriver implements StorageDriver {
  readonly name = "register";
  readonly type = "guichet.register";

  constructor(private readonly payloads: Payloads) {}

  async store({ target }: Parameters<StorageDriver["store"]>[0], heavy: Payload[]): Promise<StorageDriverClaim[]> {
    const workflow = target?.id ?? "";
    const kept = heavy.map((payload) => {
      const bytes = PayloadBytes.encode(payload).finish();
      if (bytes.length > warnedBytes)
        console.warn(`${workflow} weighs ${Math.round(bytes.length / 1024 / 1024)} MiB: its worker holds it whole.`);
      return { digest: createHash("sha256").update(bytes).digest("hex"), bytes };
    });
    // The same text twice in one message is one row.
    const once = [...new Map(kept.map((one) => [one.digest, one])).values()];
    await patiently(() => this.payloads.keep(workflow, once));
    return kept.map(({ digest }) => new StorageDriverClaim({ workflow, digest }));
  }

  async retrieve(_context: object, claims: StorageDriverClaim[]): Promise<Payload[]> {
    const digests = new Map<string, string[]>();
    for (const { workflow = "", digest = "" } of claims.map(({ claimData }) => claimData))
      digests.set(workflow, [...(digests.get(workflow) ?? []), digest]);
    const found = new Map<string, Uint8Array>();
    for (const [workflow, wanted] of digests) {
      const read = await patiently(() => this.payloads.read(workflow, wanted));
      for (const [digest, bytes] of read) found.set(`${workflow}/${digest}`, bytes);
    }
    return claims.map(({ claimData: { workflow, digest } }) => {
      const bytes = found.get(`${workflow}/${digest}`);
      return bytes === undefined ? unreadable("The register holds no such payload.") : PayloadBytes.decode(bytes);
    });
  }
}

/** References that somebody wrote by hand, to a storage that isn't ours. */
const nowhere: StorageDriver = {
  name: "nowhere",
  type: "guichet.nowhere",
  store: () => Promise.reject(new Error("Nothing is stored nowhere.")),
  retrieve: (_context, claims) => Promise.resolve(claims.map(() => unreadable("No such storage is known here."))),
};

class RegisterStorage extends ExternalStorage {
  constructor(payloads: Payloads) {
    const driver = new RegisterDriver(payloads);
    super({
      drivers: [driver],
      payloadSizeThreshold: heavyBytes,
      driverSelector: (_context, payload) => (isInProcess(payload) ? null : driver),
    });
  }

  override getDriver(name: string): StorageDriver {
    return super.getDriver(name) ?? nowhere;
  }
}

export const payloadStorage = (payloads: Payloads): ExternalStorage => new RegisterStorage(payloads);
