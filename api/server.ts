import { isUtf8 } from "node:buffer";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import pino, { type Logger } from "pino";
import type { Shape } from "../case/definition.js";
import { mostRequestBytes } from "../case/weight.js";
import type { Configuration } from "../config/index.js";
import { mountConsole } from "../console/mount.js";
import type { Desk } from "../desk/desk.js";
import { DeskRefusal } from "../desk/refusal.js";
import type { Identity } from "../identity/identity.js";
import { procedures } from "../procedures/all.js";
import { mountDocs } from "./docs.js";
import { mountHealth } from "./health.js";
import { EventStreams } from "./http/event-stream.js";
import { ambiguous, problemOf } from "./http/failures.js";
import { ambiguityOf } from "./http/interoperable-json.js";
import { mount, refuseOtherMethods } from "./http/mount.js";
import { allowWebUi } from "./http/web-ui-origin.js";
import { identifier } from "./identify.js";
import { openLimits } from "./limits.js";
import { openMetrics } from "./metrics.js";
import { mountDevelopmentNotices } from "./pages/development-notices.js";
import { mountDevelopmentIssuer } from "./pages/development-sign-in.js";
import { mountSignIn } from "./pages/sign-in.js";
import { Problem } from "./problem.js";
import { allRoutes } from "./routes/all.js";
import { codecPath } from "./routes/codec.js";

export interface ApiOptions {
  /** Who asks. */
  readonly identity: Identity;
  readonly log?: Logger;
  /** In tests: a reply that isn't what the document says is a fault. */
  readonly checkReplies?: boolean;
}

/** The API, ready to be listened with, and its replies that last. */
export interface Api {
  readonly app: Express;
  readonly streams: EventStreams;
}

/** Plain HTTP under another name than localhost: browsers mustn't be told to insist on HTTPS. */
function security({ api }: Configuration) {
  const secure = api.publicUrl.startsWith("https:");
  return helmet({
    strictTransportSecurity: secure,
    contentSecurityPolicy: { directives: secure ? {} : { "upgrade-insecure-requests": null } },
  });
}

/** Half of a surrogate pair is no character: no digest, no database and no mail could hold it. */
function refuseIllFormed(key: string, value: unknown): unknown {
  const illFormed = /\p{Surrogate}/u;
  if (illFormed.test(key) || (typeof value === "string" && illFormed.test(value)))
    throw new SyntaxError("ill-formed Unicode");
  return value;
}

/** What is served beside the routes of the contract. */
const apart = [
  "/",
  "/livez",
  "/readyz",
  "/metrics",
  "/openapi.json",
  "/docs",
  "/docs/start.js",
  "/problems/{type}",
].map((path) => ({ method: "get", path }) as const);

/** JSON is UTF-8 (RFC 8259): what isn't would be kept with letters that nobody wrote; what is said twice, with what nobody meant. */
function refuseMisreadable(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding !== "utf-8") throw Object.assign(new Error("not UTF-8"), { type: "charset.unsupported" });
  if (!isUtf8(body)) throw Object.assign(new Error("not UTF-8"), { type: "entity.parse.failed" });
  const ambiguity = ambiguityOf(body.toString("utf8"));
  if (ambiguity !== undefined) throw Object.assign(new Error(ambiguity), { type: ambiguous });
}

/** The procedure that a command is about, by the number of its case or by its body: one of those that there are, or none. */
function procedureIn({ path, body }: Request): string {
  const named: unknown = (body as { procedure?: unknown } | undefined)?.procedure;
  const isMeant = ({ name, prefix }: Shape) => name === named || new RegExp(`^/v1/cases/${prefix}-(S-)?\\d`).test(path);
  return [...procedures.values()].find(({ shape }) => isMeant(shape))?.shape.name ?? "none";
}

/** A page sends whoever isn't signed in to sign in. */
function unlessNobody(fault: unknown): undefined {
  if (!(fault instanceof Problem && fault.type === "unidentified")) throw fault;
}

/** Makes the Express application of the API: a door of the desk. */
export function createApi(
  desk: Desk,
  configuration: Configuration,
  { identity, log = pino({ level: "silent" }), checkReplies = false }: ApiOptions,
): Api {
  const streams = new EventStreams();
  const identify = identifier(identity, desk.register, openLimits(configuration.api.rateLimit));
  const metrics = openMetrics(desk.leftAside);
  const app = express();
  app.disable("x-powered-by");
  // Ours are the version and the day; a hash of a body that holds the present instant would never be the same.
  app.set("etag", false);
  app.use(metrics.measure);
  app.use(security(configuration));
  mountHealth(app, desk, metrics);
  mountDocs(app);
  if (identity.development !== undefined) mountDevelopmentIssuer(app, identity.development);
  mountSignIn(app, identity, desk.register);
  mountConsole(app, desk, {
    principalOf: (request, ask) => identify(request, ask).catch(unlessNobody),
    onFault: (fault, { method, path }) => log.error({ method, path, err: fault }, "page"),
    stream: (response, begin) => streams.answer(response, begin),
  });
  allowWebUi(app, codecPath, configuration.temporal.uiOrigins);
  app.use(
    express.json({ limit: mostRequestBytes, strict: false, reviver: refuseIllFormed, verify: refuseMisreadable }),
  );
  const routes = allRoutes(desk, (decoding) => log.info(decoding, "decoded"));
  mount(app, routes, { identify, checkReplies, streams });
  if (configuration.environment === "development") mountDevelopmentNotices(app, desk, identify);
  refuseOtherMethods(app, [...routes.map(({ spec }) => spec), ...apart]);
  app.use((request: Request) => {
    throw new Problem("not-found", `Nothing is served at ${request.method} ${request.path.slice(0, 200)}.`);
  });
  app.use((fault: unknown, request: Request, response: Response, next: NextFunction) => {
    const problem = problemOf(fault);
    const about = { method: request.method, path: request.path };
    // What we say ourselves needs no stack, and what somebody sent is no matter for a log: its path names the case and the act.
    if (problem.status >= 500 && !(fault instanceof Problem || fault instanceof DeskRefusal))
      log.error({ ...about, err: fault }, problem.type);
    else {
      metrics.refused(procedureIn(request), problem.type);
      // What is only read and refused is counted, and fills no log: whoever guesses asks often.
      if (request.method !== "GET" && request.method !== "HEAD")
        log.info({ ...about, status: problem.status }, problem.type);
    }
    if (response.headersSent) return next(fault);
    response
      .status(problem.status)
      .set({ ...problem.headers, "cache-control": "no-store" })
      .type("application/problem+json")
      .send(JSON.stringify(problem));
  });

  return { app, streams };
}
