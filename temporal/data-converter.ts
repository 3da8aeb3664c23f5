import { fileURLToPath } from "node:url";
import type { DataConverter } from "@temporalio/common";
import type { Encryption } from "../config/index.js";
import type { Register } from "../register/register.js";
import { EncryptionCodec } from "./encryption-codec.js";
import { payloadStorage } from "./payload-storage.js";
import { SealCodec } from "./seal-codec.js";

/** Makes the message and the stack of a failure a payload, which the codec then encrypts. */
export const failureConverterPath = fileURLToPath(new URL("./failure-converter.cjs", import.meta.url));

/**
 * How values travel through Temporal: the same for every client and every worker, or one couldn't read what another wrote.
 * A seal is inside what is encrypted. The codecs come first, and are undone last: what is kept apart in the register is encrypted too.
 */
export function dataConverter(register: Register, encryption: Encryption): DataConverter {
  const seals = new SealCodec(encryption);
  return {
    payloadCodecs: encryption.inClear === true ? [seals] : [seals, new EncryptionCodec(encryption)],
    ...(encryption.inClear !== true && { failureConverterPath }),
    externalStorage: payloadStorage(register.payloads),
  };
}
