import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { drawnOnce } from "../config/drawn-once.js";
import type { Configuration } from "../config/index.js";
import { type Certificate, type SignedCertificate, signedText } from "../law/certificate.js";
import { DeskRefusal } from "./refusal.js";

/** Whose signature a certificate bears. */
export interface SigningKey {
  readonly algorithm: "Ed25519";
  /** 32 bytes in hexadecimal, as `verify/verify.py --key` reads them. */
  readonly publicKey: string;
  /** What is to be known of this key; null for the configured key of an installation. */
  readonly note: string | null;
}

const developmentNote =
  "Clé de développement, tirée par cette installation : cette signature ne prouve rien à un tiers.";

/** Signs certificates. The key of development is only drawn when the first certificate is asked for. */
export class Signer {
  private readonly read: () => { readonly secret: KeyObject; readonly note: string | null };

  constructor(configuration: Pick<Configuration, "environment" | "home" | "certificates">) {
    const { environment, home, certificates } = configuration;
    let kept: ReturnType<typeof this.read> | undefined;
    this.read = () => {
      if (certificates.key !== undefined) return { secret: certificates.key, note: null };
      if (environment === "production")
        throw new DeskRefusal(
          "unavailable",
          "No key signs certificates here: the operator sets CERTIFICATE_KEY. A certificate is never signed by a key of development in production.",
        );
      kept ??= { secret: developmentKey(home), note: developmentNote };
      return kept;
    };
  }

  /** @throws DeskRefusal `unavailable` in production without a configured key. */
  get key(): SigningKey {
    const { secret, note } = this.read();
    const raw = createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32);
    return { algorithm: "Ed25519", publicKey: raw.toString("hex"), note };
  }

  /** Signs a certificate, the note on its key included. @throws DeskRefusal as `key` does. */
  sign(content: Certificate): SignedCertificate {
    const { algorithm, publicKey, note } = this.key;
    const certificate: Certificate = { ...content, ...(note !== null && { key: note }) };
    const value = sign(null, Buffer.from(signedText(certificate)), this.read().secret).toString("hex");
    return { ...certificate, signature: { algorithm, publicKey, value } };
  }
}

/** The key of this home. */
const developmentKey = (home: string): KeyObject =>
  createPrivateKey(
    drawnOnce(home, "development-certificate-key.pem", () =>
      generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    ),
  );
