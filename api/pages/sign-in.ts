import type { Request, Response, Router } from "express";
import { CrossSite, type Identity } from "../../identity/identity.js";
import { newSession } from "../../identity/session.js";
import { SignInFailed } from "../../identity/sign-in.js";
import type { Register } from "../../register/register.js";
import { Problem } from "../problem.js";

const asking = (request: Request) => ({ method: request.method, header: (name: string) => request.get(name) });

/** Nothing of a sign-in is kept by whoever passes it on. */
const uncached = (response: Response): Response => response.set("cache-control", "no-store");

/**
 * How people sign in, go on being signed in, and leave. Whoever comes for the first time is entered into the directory, without
 * any mandate: identity comes from the provider, rights from us.
 */
export function mountSignIn(router: Router, identity: Identity, { directory }: Register): void {
  const { signIn, cookies } = identity;
  if (signIn === undefined) return;

  router.get("/sign-in", async (request, response) => {
    const to = typeof request.query.to === "string" ? request.query.to : undefined;
    const { address, underWay } = await signIn.begin(to).catch(asProblem);
    uncached(response)
      .append("set-cookie", await cookies.signIn(underWay))
      .redirect(303, address);
  });

  router.get("/sign-in/callback", async (request, response) => {
    const underWay = await cookies.readSignIn(request.get("cookie"));
    if (underWay === undefined)
      throw new Problem("bad-request", "No sign-in is under way in this browser: begin again.");
    const at = request.originalUrl.indexOf("?");
    const query = at < 0 ? "" : request.originalUrl.slice(at);
    const person = await signIn.end(query, underWay).catch(asProblem);
    await directory.enter(person, "sign-in");
    uncached(response)
      .append("set-cookie", cookies.none("sign-in"))
      .append("set-cookie", await cookies.session(newSession(person)))
      .redirect(303, underWay.to);
  });

  router.post("/sign-out", async (request, response) => {
    await identity.signOut(asking(request)).catch((fault: unknown) => {
      throw fault instanceof CrossSite ? new Problem("not-allowed", fault.message) : fault;
    });
    uncached(response).append("set-cookie", cookies.none("session")).redirect(303, "/");
  });

  // A session lasts as long as it is used: each answer begins its idle limit anew.
  router.use(async (request, response, next) => {
    const session = await identity.session(asking(request));
    if (session !== undefined) response.append("set-cookie", await cookies.session(session));
    next();
  });
}

function asProblem(fault: unknown): never {
  if (fault instanceof SignInFailed)
    throw new Problem(
      fault.message.startsWith("The provider's answer") ? "unidentified" : "unavailable",
      fault.message,
    );
  throw fault;
}
