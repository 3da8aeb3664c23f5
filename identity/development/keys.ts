import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";

/** The signing key of this home's issuer; drawn by the first process that asks, and read by the others. */
export async function developmentIssuerKey(home: string): Promise<JWK> {
  const path = join(home, "development-issuer-key.json");
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const drawn = { ...(await exportJWK(privateKey)), alg: "ES256", use: "sig", kid: "development" };
  const draft = `${path}.${process.pid}`;
  mkdirSync(home, { recursive: true });
  writeFileSync(draft, JSON.stringify(drawn), { mode: 0o600 });
  try {
    // A link is all or nothing: two processes that draw at once then read one and the same key.
    linkSync(draft, path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  } finally {
    unlinkSync(draft);
  }
  return JSON.parse(readFileSync(path, "utf8")) as JWK;
}
