import { createHash } from "node:crypto";
import type { Encryption } from "../config/index.js";

/** What goes to the rig's servers is encrypted, as in production; what comes in clear is read, as in development. */
export const rigEncryption: Encryption = {
  keys: [createHash("sha256").update("the key of tests and benches").digest()],
  required: false,
};

/** Sealed, and in clear: as in development without keys. */
export const rigInClear: Encryption = { ...rigEncryption, inClear: true };

/** The same keys, as a process reads it from its environment. */
export const payloadKeys = rigEncryption.keys.map((key) => Buffer.from(key).toString("base64")).join(",");
