/** Who asks: a machine by its token, a person by their session. What they may do is the desk's to decide. */
import { randomBytes } from "node:crypto";
import type { Configuration } from "../config/index.js";
import type { EndedSessions, Identified } from "../register/register.js";
import type { DevelopmentIssuer } from "./development/issuer.js";
import { developmentClient, developmentSecret } from "./development/names.js";
import { believed, Disbelieved, publishedKeys, type TrustedIssuer } from "./issuers.js";
import { Cookies, type Session, sessionLimits } from "./session.js";
import { SignIn } from "./sign-in.js";

/** What of a request says who asks, and from where. */
export interface Asking {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
}

/** A request that another site's page may have sent in a person's name. */
export class CrossSite extends Error {
  override readonly name = "CrossSite";
}

export interface Identity {
  /** Who asks; undefined when nobody says. @throws Disbelieved, IssuerAway, CrossSite */
  who(asking: Asking): Promise<Identified | undefined>;
  /** The session of a browser, unless it was ended. */
  session(asking: Asking): Promise<Session | undefined>;
  /** Ends the session of a browser, and every copy of its cookie. @throws CrossSite */
  signOut(asking: Asking): Promise<void>;
  readonly cookies: Cookies;
  /** How people sign in; undefined where they don't. */
  readonly signIn: SignIn | undefined;
  /** The issuer of development, where there is no other. */
  readonly development: DevelopmentIssuer | undefined;
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** Opens the identity of an installation. The issuer of development is loaded only where nobody else identifies anybody. */
export async function openIdentity(
  configuration: Configuration,
  { endedSessions }: { readonly endedSessions: EndedSessions },
): Promise<Identity> {
  const { identity, api } = configuration;
  const audience = identity.tokenAudience ?? api.publicUrl;
  const alone = identity.tokenIssuers.length === 0 && identity.signIn === undefined;
  const development = alone ? await developmentOf(configuration) : undefined;
  const issuers: TrustedIssuer[] = [
    ...identity.tokenIssuers.map((issuer) => ({ issuer, audience, keys: publishedKeys(issuer) })),
    ...(development === undefined ? [] : [development]),
  ];
  const provider =
    identity.signIn ??
    (development && {
      issuer: development.issuer,
      clientId: developmentClient,
      clientSecret: developmentSecret,
      scope: "openid",
    });
  const keys = identity.sessionKeys.length > 0 ? identity.sessionKeys : [randomBytes(32)];
  const cookies = new Cookies(keys, api.publicUrl.startsWith("https:"));
  const session = async (asking: Asking): Promise<Session | undefined> => {
    const found = await cookies.readSession(asking.header("cookie"));
    return found === undefined || (await endedSessions.has(found.id)) ? undefined : found;
  };
  const own = new URL(api.publicUrl).origin;
  return {
    cookies,
    session,
    signIn: provider && new SignIn(provider, `${api.publicUrl}/sign-in/callback`),
    development,
    async who(asking) {
      const authorization = asking.header("authorization");
      if (authorization !== undefined) return believed(tokenOf(authorization), issuers);
      const found = await session(asking);
      if (found !== undefined) refuseCrossSite(asking, own);
      return found;
    },
    async signOut(asking) {
      // First: another site's form comes without the cookie, and its answer would take it away all the same.
      refuseCrossSite(asking, own);
      const found = await session(asking);
      if (found !== undefined) await endedSessions.end(found.id, found.signedInAt + sessionLimits.absolute);
    },
  };
}

async function developmentOf(configuration: Configuration): Promise<DevelopmentIssuer> {
  const { openDevelopmentIssuer } = await import("./development/issuer.js");
  return openDevelopmentIssuer(configuration);
}

function tokenOf(authorization: string): string {
  const [, token] = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new Disbelieved("Expected Authorization: Bearer <token>.");
  return token;
}

/** A browser sends the cookie with whatever a page asks: a command must come from a page of ours. */
function refuseCrossSite({ method, header }: Asking, own: string): void {
  if (safe.has(method)) return;
  const site = header("sec-fetch-site");
  const ours = site === undefined ? header("origin") === own : site === "same-origin";
  if (!ours) throw new CrossSite("A command with a session comes from a page of this installation.");
}
