/** How people sign in: the code flow with PKCE at their OpenID provider. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration as Client,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Identified } from "../register/register.js";
import type { SignInUnderWay } from "./session.js";

/** The provider, and what it has given to this installation. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

/** A person whom the provider has identified. */
export interface SignedIn extends Identified {
  readonly name: string;
  readonly email: string | null;
}

/** The sign-in didn't come to its end: it is to be begun again. */
export class SignInFailed extends Error {
  override readonly name = "SignInFailed";
}

/** A path of this installation; anything else would lead people elsewhere. */
export const localPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && to.length < 500 ? to : "/";

export class SignIn {
  private client: Promise<Client> | undefined;

  /** @param callback the address to which the provider sends people back. */
  constructor(
    private readonly provider: Provider,
    private readonly callback: string,
  ) {}

  private discovered(): Promise<Client> {
    const { issuer, clientId, clientSecret } = this.provider;
    const insecure = issuer.startsWith("http:") ? { execute: [allowInsecureRequests] } : {};
    this.client ??= discovery(new URL(issuer), clientId, clientSecret, undefined, { ...insecure, timeout: 5 }).catch(
      (fault: unknown) => {
        this.client = undefined;
        throw new SignInFailed(`The provider ${issuer} doesn't answer.`, { cause: fault });
      },
    );
    return this.client;
  }

  /** Where to send a person, and what to keep until they are back. @throws SignInFailed */
  async begin(to: string | undefined): Promise<{ readonly address: string; readonly underWay: SignInUnderWay }> {
    const client = await this.discovered();
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const address = buildAuthorizationUrl(client, {
      redirect_uri: this.callback,
      scope: this.provider.scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return { address: address.href, underWay: { state, nonce, verifier, to: localPath(to) } };
  }

  /** Who came back. @throws SignInFailed */
  async end(query: string, { state, nonce, verifier }: SignInUnderWay): Promise<SignedIn> {
    const client = await this.discovered();
    try {
      const tokens = await authorizationCodeGrant(client, new URL(`${this.callback}${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const subject = tokens.claims()?.sub ?? "";
      // ProConnect answers it signed: its signature is then checked.
      const told = await fetchUserInfo(client, tokens.access_token, subject);
      const named = [told.given_name, told.usual_name ?? told.family_name].filter((part) => typeof part === "string");
      const name = told.name ?? (named.length > 0 ? named.join(" ") : subject);
      return {
        issuer: this.provider.issuer,
        subject,
        name,
        email: told.email_verified === false ? null : (told.email ?? null),
      };
    } catch (fault) {
      throw new SignInFailed("The provider's answer couldn't be believed: sign in again.", { cause: fault });
    }
  }
}
