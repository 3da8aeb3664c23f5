import { createPrivateKey, type KeyObject } from "node:crypto";

/** An Ed25519 private key (PKCS#8), from PEM (its line ends may be written `\n`) or the base64 of its DER; null when it is none. */
export function ed25519Key(text: string): KeyObject | null {
  try {
    const key = text.includes("-----BEGIN")
      ? createPrivateKey(text.replaceAll("\\n", "\n"))
      : createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}
