import type { Client } from "@temporalio/client";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import pino, { type Logger } from "pino";
import { mostRequestBytes } from "../case/weight.js";
import type { Configuration } from "../config/index.js";
import { Certificates } from "../desk/certificates.js";
import { openDesk } from "../desk/desk.js";
import { listenToJournal } from "../desk/journal-listener.js";
import { openSimulator } from "../desk/simulations/simulator.js";
import type { Identity } from "../identity/identity.js";
import type { Register } from "../register/register.js";
import { mountDocs } from "./docs.js";
import { mountHealth } from "./health.js";
import { problemOf } from "./http/failures.js";
import { mount } from "./http/mount.js";
import { identifier } from "./identify.js";
import { openMetrics } from "./metrics.js";
import { mountDevelopmentNotices } from "./pages/development-notices.js";
import { mountDevelopmentIssuer } from "./pages/development-sign-in.js";
import { mountSignIn } from "./pages/sign-in.js";
import { Problem } from "./problem.js";
import { allRoutes } from "./routes/all.js";

/** What the API is made from. */
export interface ApiParts {
  readonly register: Register;
  readonly client: Client;
  readonly configuration: Configuration;
  /** Who asks. */
  readonly identity: Identity;
  readonly log?: Logger;
  /** In tests: a reply that isn't what the document says is a fault. */
  readonly checkReplies?: boolean;
  /** How long a command may be waited for, in milliseconds. */
  readonly patience?: number;
}

/** The API, ready to be listened with. */
export interface Api {
  readonly app: Express;
  close(): Promise<void>;
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

/** Makes the Express application of the API. */
export function createApi({
  register,
  client,
  configuration,
  identity,
  log = pino({ level: "silent" }),
  ...options
}: ApiParts): Api {
  const desk = openDesk({
    register,
    client,
    taskQueue: configuration.temporal.taskQueue,
    movesTime: configuration.environment !== "production",
    ...(options.patience !== undefined && { patience: options.patience }),
  });
  const journal = listenToJournal(register);
  const simulator = openSimulator();
  const metrics = openMetrics();
  const certificates = new Certificates(configuration);

  const identify = identifier(identity, register);
  const app = express();
  app.disable("x-powered-by");
  // Ours are the version and the day; a hash of a body that holds the present instant would never be the same.
  app.set("etag", false);
  app.use(metrics.measure);
  app.use(security(configuration));
  mountHealth(app, desk, metrics);
  mountDocs(app);
  if (identity.development !== undefined) mountDevelopmentIssuer(app, identity.development);
  mountSignIn(app, identity, register);
  app.use(express.json({ limit: mostRequestBytes, strict: false, reviver: refuseIllFormed }));
  mount(app, allRoutes({ desk, journal, simulator, certificates, log }), {
    identify,
    checkReplies: options.checkReplies ?? false,
  });
  if (configuration.environment === "development") mountDevelopmentNotices(app, desk, identify);
  app.use((request: Request) => {
    throw new Problem("not-found", `Nothing is served at ${request.method} ${request.path.slice(0, 200)}.`);
  });
  app.use((fault: unknown, request: Request, response: Response, next: NextFunction) => {
    const problem = problemOf(fault);
    const about = { method: request.method, path: request.path };
    // What we say ourselves needs no stack.
    if (fault instanceof Problem) log.debug({ ...about, detail: fault.message }, fault.type);
    else if (problem.status >= 500) log.error({ ...about, err: fault }, problem.type);
    if (response.headersSent) return next(fault);
    response
      .status(problem.status)
      .set({ ...problem.headers, "cache-control": "no-store" })
      .type("application/problem+json")
      .send(JSON.stringify(problem));
  });

  return {
    app,
    async close() {
      await Promise.all([journal.close(), simulator.close()]);
    },
  };
}
