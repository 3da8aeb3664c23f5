import type { Request } from "express";
import type { Channel } from "../case/author.js";
import { onBehalfHeader, speaking } from "../desk/directory.js";
import { anyone, type Principal } from "../desk/principal.js";
import { refuseToAsk } from "../desk/rights.js";
import { type Ask, forAnyone } from "../desk/rights-table.js";
import { CrossSite, type Identity } from "../identity/identity.js";
import { Disbelieved, IssuerAway } from "../identity/issuers.js";
import type { Identified, Register } from "../register/register.js";
import type { Limits } from "./limits.js";
import { Problem } from "./problem.js";

/** Says who speaks, from what a request shows. */
export type Identify = (request: Request, ask: Ask) => Promise<Principal>;

/** What an answer varies by, when it depends on who asks. */
export const varyByWho = `Authorization, Cookie, ${onBehalfHeader}`;

/** RFC 6750: how one is to identify oneself, and what was wrong. */
const challenge = (error?: string) => ({
  "www-authenticate": `Bearer realm="guichet"${error === undefined ? "" : `, error="${error}"`}`,
});

/** Who asks; undefined when nobody says. @throws Problem */
export async function identified(identity: Identity, request: Request): Promise<Identified | undefined> {
  try {
    return await identity.who({ method: request.method, header: (name) => request.get(name) });
  } catch (fault) {
    if (fault instanceof Disbelieved) throw new Problem("unidentified", fault.message, {}, challenge("invalid_token"));
    if (fault instanceof CrossSite) throw new Problem("not-allowed", fault.message);
    if (fault instanceof IssuerAway) throw new Problem("unavailable", fault.message, {}, { "retry-after": "5" });
    throw fault;
  }
}

/** A person's browser has a session, a machine a token. */
const channelOf = (request: Request): Channel => (request.get("authorization") === undefined ? "page" : "api");

/** A token that is shown is checked even where none is needed: nobody is quietly taken for nobody. */
export function identifier(identity: Identity, register: Register, limits: Limits): Identify {
  return async (request, ask) => {
    const who = await identified(identity, request).catch(async (fault: unknown) => {
      if (fault instanceof Problem && fault.type === "unidentified") await limits.disbelieve(request, request.res!);
      throw fault;
    });
    if (forAnyone(ask)) return anyone;
    if (who === undefined)
      throw new Problem("unidentified", "Show an access token (Authorization: Bearer …), or sign in.", {}, challenge());
    const principal = await speaking(register, who, request.get(onBehalfHeader));
    await limits.admit(request, request.res!, principal);
    refuseToAsk(principal, ask);
    return { ...principal, channel: channelOf(request) };
  };
}
