/** An issuer of tokens that publishes its keys, as a real one does, and may be asked for any token. */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { today } from "../../desk/directory.js";
import type { Role } from "../../desk/principal.js";
import type { Register } from "../../register/register.js";

export const audience = "https://guichet.test";

/** What a token may say otherwise. */
export interface Odd {
  readonly typ?: string;
  readonly audience?: string;
  readonly issuer?: string;
  readonly expiresIn?: number;
}

export interface TestIssuer {
  readonly issuer: string;
  /** The token of a subject. */
  token(subject: string, odd?: Odd): Promise<string>;
  close(): void;
}

export async function testIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const kid = randomUUID();
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" }] };
  const server = createServer((request, response) => {
    const metadata = { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url === "/jwks" ? jwks : metadata));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    token: (subject, { typ = "at+jwt", expiresIn = 3_600, ...odd } = {}) =>
      new SignJWT()
        .setProtectedHeader({ alg: "ES256", kid, typ })
        .setIssuer(odd.issuer ?? issuer)
        .setAudience(odd.audience ?? audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(privateKey),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const roleOf = (party: string, fields: ReadonlyMap<string, string>): Role => {
  if (party === "developer" || party === "operator") return party;
  if (fields.has("platform")) return "platform";
  if (fields.has("consultant")) return "consultant";
  if (fields.has("legal-representative")) return "legal-representative";
  return party === "applicant" ? "manager" : "officer";
};

/**
 * Enters whoever the words say, with their one mandate: `HAS`, `operator`, `developer`, `applicant;organisation=<siret>`, and
 * `;consultant=<name>`, `;legal-representative=<name>` or `;platform=<name>`.
 */
export async function enrol({ directory }: Register, issuer: string, words: string): Promise<void> {
  const [party = "", ...rest] = words.split(";");
  const fields = new Map(rest.map((field) => field.split("=") as [string, string]));
  const { id } = await directory.enter({ issuer, subject: words, name: words, email: null }, "test");
  await directory.give(
    {
      person: id,
      role: roleOf(party, fields),
      party: party === "developer" ? "operator" : party,
      organisation: fields.get("organisation") ?? null,
      platform: fields.get("platform") ?? null,
      from: today(),
      until: null,
    },
    "test",
  );
}
