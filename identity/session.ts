/** What a browser holds of a person who signed in: an encrypted cookie. The server knows only which sessions were ended. */
import { randomUUID } from "node:crypto";
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import type { Identified } from "../register/register.js";

/** A person who signed in, and when. */
export interface Session extends Identified {
  /** The same as long as it lasts: what signing out ends. */
  readonly id: string;
  /** Seconds since the epoch. */
  readonly signedInAt: number;
}

/** Seconds without a request after which one signs in again, and from the sign-in whatever happens. */
export const sessionLimits = { idle: 30 * 60, absolute: 8 * 3_600 };
/** The session of somebody who signs in now: one of its own, whatever the browser held before. */
export const newSession = ({ issuer, subject }: Identified): Session => ({
  id: randomUUID(),
  issuer,
  subject,
  signedInAt: Math.floor(Date.now() / 1000),
});

/** Seconds that a sign-in under way may take. */
const signInLimit = 600;

/** A sign-in under way: what the answer of the provider is checked against. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go then: a path of this installation. */
  readonly to: string;
}

/** Encrypts and reads cookies. Two keys let one be replaced while sessions under the other go on. */
export class Cookies {
  /** @param secure whether people reach us by https: the cookie is then bound to this host, and never sent in clear. */
  constructor(
    private readonly keys: readonly Uint8Array[],
    private readonly secure: boolean,
    private readonly now: () => number = Date.now,
  ) {}

  private get seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  name(kind: "session" | "sign-in"): string {
    return `${this.secure ? "__Host-" : ""}guichet-${kind}`;
  }

  /** The header that sets a session; it lasts as long as it is used, and no longer than the absolute limit. */
  async session({ signedInAt, ...who }: Session): Promise<string> {
    const left = Math.min(sessionLimits.idle, signedInAt + sessionLimits.absolute - this.seconds);
    return this.written("session", { ...who, signedInAt }, left);
  }

  signIn(underWay: SignInUnderWay): Promise<string> {
    return this.written("sign-in", { ...underWay }, signInLimit);
  }

  /** The header that takes a cookie away. */
  none(kind: "session" | "sign-in"): string {
    return this.header(kind, "", 0);
  }

  async readSession(header: string | undefined): Promise<Session | undefined> {
    const read = await this.read("session", header);
    if (read === undefined) return undefined;
    const { id, issuer, subject, signedInAt } = read as unknown as Session;
    return signedInAt + sessionLimits.absolute <= this.seconds ? undefined : { id, issuer, subject, signedInAt };
  }

  async readSignIn(header: string | undefined): Promise<SignInUnderWay | undefined> {
    return (await this.read("sign-in", header)) as SignInUnderWay | undefined;
  }

  private async written(kind: "session" | "sign-in", content: Record<string, unknown>, life: number): Promise<string> {
    const [key] = this.keys;
    if (key === undefined) throw new Error("No key encrypts sessions here.");
    const value = await new EncryptJWT(content)
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setAudience(kind)
      .setIssuedAt(this.seconds)
      .setExpirationTime(this.seconds + life)
      .encrypt(key);
    return this.header(kind, value, life);
  }

  private header(kind: "session" | "sign-in", value: string, life: number): string {
    const parts = [`${this.name(kind)}=${value}`, "Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${Math.max(0, life)}`];
    return [...parts, ...(this.secure ? ["Secure"] : [])].join("; ");
  }

  private async read(kind: "session" | "sign-in", header: string | undefined): Promise<object | undefined> {
    const value = cookieOf(header, this.name(kind));
    if (value === undefined) return undefined;
    for (const key of this.keys) {
      try {
        const { payload } = await jwtDecrypt(value, key, {
          audience: kind,
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
          requiredClaims: ["exp"],
          currentDate: new Date(this.now()),
        });
        return payload;
      } catch (fault) {
        // Of another key, over, or forged: nobody is signed in.
        if (!(fault instanceof errors.JOSEError)) throw fault;
      }
    }
    return undefined;
  }
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const found = header
    ?.split(";")
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`));
  // Two of one name: somebody planted one.
  return found?.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
}
