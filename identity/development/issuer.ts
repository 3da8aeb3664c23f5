/**
 * The issuer of a development installation: a certified OpenID provider in the API's own process, at `/dev/issuer`. It signs in
 * whoever one says to be, so it refuses to exist in production.
 */
import { randomBytes } from "node:crypto";
import { createLocalJWKSet, type JWK } from "jose";
import Provider, { type ClientMetadata, type Configuration as ProviderConfiguration } from "oidc-provider";
import type { Configuration } from "../../config/index.js";
import type { TrustedIssuer } from "../issuers.js";
import { developmentIssuerKey } from "./keys.js";
import { developmentClient, developmentIssuerPath, developmentSecret, signInPagePath } from "./names.js";
import { developmentPeople } from "./people.js";

const scope = "guichet";
/** Seconds: a day's work. */
const tokenLife = 12 * 3_600;

export interface DevelopmentIssuer extends TrustedIssuer {
  readonly provider: Provider;
}

/** @throws Error in production */
export async function openDevelopmentIssuer({
  environment,
  home,
  api: { publicUrl },
}: Pick<Configuration, "environment" | "home" | "api">): Promise<DevelopmentIssuer> {
  if (environment === "production") throw new Error("The issuer of development doesn't exist in production.");
  const key = developmentIssuerKey(home);
  const issuer = `${publicUrl}${developmentIssuerPath}`;
  const provider = new Provider(issuer, settings(key, publicUrl));
  return { issuer, audience: publicUrl, keys: createLocalJWKSet({ keys: [publicPart(key)] }), provider };
}

const publicPart = ({ d: _secret, ...shown }: JWK): JWK => shown;

/** Each person is a client too, so that a command line has a token without a page. */
const clients = (publicUrl: string): ClientMetadata[] => [
  {
    client_id: developmentClient,
    client_secret: developmentSecret,
    redirect_uris: [`${publicUrl}/sign-in/callback`],
    post_logout_redirect_uris: [publicUrl],
    grant_types: ["authorization_code"],
    response_types: ["code"],
    // As ProConnect answers it: signed.
    id_token_signed_response_alg: "ES256",
    userinfo_signed_response_alg: "ES256",
  },
  ...developmentPeople.map(
    ({ name }): ClientMetadata => ({
      client_id: name,
      client_secret: developmentSecret,
      grant_types: ["client_credentials"],
      redirect_uris: [],
      response_types: [],
      id_token_signed_response_alg: "ES256",
    }),
  ),
];

function settings(key: JWK, audience: string): ProviderConfiguration {
  return {
    clients: clients(audience),
    jwks: { keys: [key] } as NonNullable<ProviderConfiguration["jwks"]>,
    scopes: ["openid", scope],
    claims: { openid: ["sub", "name"] },
    cookies: { keys: [randomBytes(32).toString("base64url")] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      jwtUserinfo: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // A person who signs in asks who they are; a command line asks for a token of the API.
        defaultResource: (_context, client) => (client?.clientId === developmentClient ? [] : audience),
        getResourceServerInfo: () => ({
          scope,
          audience,
          accessTokenTTL: tokenLife,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
    enabledJWA: {
      idTokenSigningAlgValues: ["ES256"],
      userinfoSigningAlgValues: ["ES256"],
    },
    ttl: { ClientCredentials: tokenLife, Interaction: 600, Session: 3_600, Grant: 3_600 },
    interactions: { url: (_context, { uid }) => `${signInPagePath}/${uid}` },
    findAccount: (_context, id) =>
      developmentPeople.some(({ name }) => name === id)
        ? { accountId: id, claims: () => ({ sub: id, name: id }) }
        : undefined,
    // Whoever signs in here consents to nothing: the only client is this installation.
    async loadExistingGrant(context) {
      const { client, session, provider } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  };
}
