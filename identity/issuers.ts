/** Which issuers are believed, and how a token of theirs is checked. */
import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Identified } from "../register/register.js";

/** An issuer whose tokens are believed, for one audience. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** A token that isn't believed. Its message is for whoever sent it: it says what is wrong, and nothing of ours. */
export class Disbelieved extends Error {
  override readonly name = "Disbelieved";
}

/** The keys of an issuer don't answer: nothing can be said of the token. */
export class IssuerAway extends Error {
  override readonly name = "IssuerAway";
}

/** Asymmetric alone: a public key can't be taken for a shared secret, nor `none` for a signature. */
const algorithms = ["ES256", "ES384", "PS256", "RS256", "EdDSA"];
/** Seconds by which two machines' clocks may differ. */
const clockTolerance = 5;
const mostTokenLength = 8_192;

/** How long an issuer may take to tell its keys, in milliseconds. */
const patience = 3_000;

/** The keys that an issuer publishes, found by its metadata, kept, and asked again when a token names one that isn't known. */
export function publishedKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discovered(issuer).catch((fault: unknown) => {
      // Asked again by the next token.
      found = undefined;
      throw fault;
    });
    return (await found)(header, token);
  };
}

async function discovered(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: "error" }).catch(() => {
    throw new IssuerAway(`${issuer} doesn't answer.`);
  });
  const metadata = answer.ok ? ((await answer.json()) as { issuer?: unknown; jwks_uri?: unknown }) : {};
  if (metadata.issuer !== issuer || typeof metadata.jwks_uri !== "string")
    throw new IssuerAway(`${issuer} doesn't tell its keys.`);
  return createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: patience });
}

/** Who the token says, when it is believed. @throws Disbelieved, IssuerAway */
export async function believed(token: string, issuers: readonly TrustedIssuer[]): Promise<Identified> {
  if (token.length > mostTokenLength) throw new Disbelieved("The token is too long.");
  const trusted = issuers.find(({ issuer }) => issuer === issuerOf(token));
  if (trusted === undefined) throw new Disbelieved("The token's issuer isn't one that is believed here.");
  try {
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms,
      // RFC 9068: an identity token, which any client holds, opens nothing.
      typ: "at+jwt",
      requiredClaims: ["exp", "sub"],
      clockTolerance,
    });
    if (typeof payload.sub !== "string" || payload.sub === "") throw new Disbelieved("The token names nobody.");
    return { issuer: trusted.issuer, subject: payload.sub };
  } catch (fault) {
    if (fault instanceof errors.JWKSTimeout || (fault instanceof Error && fault.name === "TypeError"))
      throw new IssuerAway(`The keys of ${trusted.issuer} don't answer.`);
    if (fault instanceof errors.JOSEError) throw new Disbelieved(sentenceOf(fault));
    throw fault;
  }
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new Disbelieved("This is no token.");
  }
}

function sentenceOf(fault: errors.JOSEError): string {
  if (fault instanceof errors.JWTExpired) return "The token has expired.";
  if (fault instanceof errors.JWTClaimValidationFailed)
    return `The token's ${fault.claim} isn't what is expected here.`;
  return "The token's signature isn't one that is believed.";
}
