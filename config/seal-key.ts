import { randomBytes } from "node:crypto";
import { drawnOnce } from "./drawn-once.js";

/** The key by which a development installation seals its messages. */
export const developmentSealKey = (home: string): Uint8Array =>
  Buffer.from(
    drawnOnce(home, "development-seal-key", () => randomBytes(32).toString("base64")),
    "base64",
  );
