import { generateKeyPairSync } from "node:crypto";
import type { JWK } from "jose";
import { drawnOnce } from "../../config/drawn-once.js";

/** The signing key of this home's issuer. */
export const developmentIssuerKey = (home: string): JWK =>
  JSON.parse(drawnOnce(home, "development-issuer-key.json", drawn)) as JWK;

function drawn(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return JSON.stringify({ ...privateKey.export({ format: "jwk" }), alg: "ES256", use: "sig", kid: "development" });
}
