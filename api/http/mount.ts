import type { NextFunction, Request, Response, Router } from "express";
import { z } from "zod";
import { refuseUnruled } from "../../desk/rules.js";
import type { Identify } from "../identify.js";
import { Problem } from "../problem.js";
import type { EventStreams } from "./event-stream.js";
import { readBy } from "./failures.js";
import type { Answer, Asked, Route, RouteSpec } from "./route.js";

/** How routes are mounted on this installation. */
export interface Mounting {
  /** Says who speaks. */
  readonly identify: Identify;
  /** In tests: a reply that isn't what the document says is a fault. */
  readonly checkReplies: boolean;
  readonly streams: EventStreams;
}

const nothing = z.strictObject({});

/** `/v1/cases/{id}` as Express writes it. */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

function keyOf(request: Request, spec: RouteSpec): string {
  const key = request.get("Idempotency-Key")?.trim() ?? "";
  // A dry run does nothing that could be done twice.
  if (key === "" && spec.command && request.query.dryRun !== "true") {
    throw new Problem(
      "idempotency-key-missing",
      "Send an Idempotency-Key header of your choice: sent again with the same key, the command is done once.",
    );
  }
  if (key.length > 200) throw new Problem("bad-request", "An Idempotency-Key holds at most 200 characters.");
  return key;
}

function bodyOf(request: Request, spec: RouteSpec): unknown {
  if (spec.body === undefined) return undefined;
  if (request.body === undefined) {
    const type = request.get("Content-Type");
    if (type !== undefined && !request.is("json"))
      throw new Problem("unsupported-media-type", "Send the body as application/json.");
    throw new Problem("bad-request", "A JSON body is expected.");
  }
  return readBy(spec.body, request.body, "malformed");
}

/** PostgreSQL holds no NUL: nothing that is named with one exists. */
function refuseNul(request: Request): void {
  if (Object.values(request.params).some((value) => String(value).includes("\0")))
    throw new Problem("not-found", "There is no such thing.");
  if (request.originalUrl.includes("%00")) throw new Problem("bad-request", "An address holds no NUL character.");
}

async function askedOf(
  request: Request,
  spec: RouteSpec,
  { identify }: Mounting,
): Promise<Asked<unknown, unknown, unknown>> {
  refuseNul(request);
  const principal = await identify(request, spec.asks);
  const idempotencyKey = keyOf(request, spec);
  const at = request.originalUrl.indexOf("?");
  return {
    principal,
    idempotencyKey,
    params: readBy(spec.params ?? nothing, request.params, "bad-request"),
    query: spec.uncheckedQuery ? {} : readBy(spec.query ?? nothing, { ...request.query }, "bad-request"),
    body: bodyOf(request, spec),
    search: new URLSearchParams(at < 0 ? "" : request.originalUrl.slice(at + 1)),
    header: (name) => request.get(name),
    accepts: (...types) => request.accepts(types),
  };
}

function check(spec: RouteSpec, answer: Answer): void {
  if ("stream" in answer) return;
  const reply = spec.replies[answer.status];
  if (reply === undefined) throw new Error(`${spec.path} answers ${answer.status}, which its document doesn't tell.`);
  if ("text" in answer) {
    if (!reply.texts?.some((type) => answer.type.startsWith(type)))
      throw new Error(`${spec.path} answers ${answer.type}, which its document doesn't tell.`);
    return;
  }
  // As it is read on the other side: undefined members are gone.
  const read = reply.schema?.safeParse(JSON.parse(JSON.stringify(answer.body)));
  if (read === undefined || !read.success)
    throw new Error(`${spec.method} ${spec.path} ${answer.status}: ${read?.error.message ?? "no schema"}`);
}

/** Is what the one who asks holds still what there is? `fetch` adds a Cache-Control that Express would obey. */
function isHeld(request: Request, etag: string | undefined): boolean {
  const held = request.get("If-None-Match");
  if (etag === undefined || held === undefined || request.method !== "GET") return false;
  return held.split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*");
}

async function send(request: Request, response: Response, answer: Answer, streams: EventStreams): Promise<void> {
  if ("stream" in answer) return streams.answer(response, answer.stream);
  response.status(answer.status).set({ ...answer.headers });
  if (isHeld(request, answer.headers?.etag)) response.status(304).end();
  else if ("text" in answer) response.type(answer.type).send(answer.text);
  else response.json(answer.body);
}

/** Mounts routes on Express: what comes in is validated by the same schemas that the document shows. */
export function mount(router: Router, routes: readonly Route[], mounting: Mounting): void {
  for (const { spec, run } of routes) {
    refuseUnruled(`${spec.method.toUpperCase()} ${spec.path}`, spec.asks);
    router[spec.method](expressPath(spec.path), (request: Request, response: Response, next: NextFunction) => {
      response.locals.route = spec.path;
      Promise.resolve()
        .then(() => askedOf(request, spec, mounting))
        .then((asked) => run(asked as never))
        .then(async (answer) => {
          if (mounting.checkReplies) check(spec, answer);
          await send(request, response, answer, mounting.streams);
        })
        .catch(next);
    });
  }
}

/** What is served at an address by another method than that of the request is said (405), with those that there are. */
export function refuseOtherMethods(router: Router, served: readonly Pick<RouteSpec, "method" | "path">[]): void {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of served) {
    const those = methods.get(path) ?? new Set();
    methods.set(path, those.add(method.toUpperCase()));
    if (method === "get") those.add("HEAD");
  }
  for (const [path, those] of methods) {
    const allow = [...those, "OPTIONS"].join(", ");
    router.all(expressPath(path), (request: Request, response: Response) => {
      if (request.method !== "OPTIONS")
        throw new Problem("method-not-allowed", `This address takes ${allow}.`, {}, { allow });
      response.status(204).set({ allow }).end();
    });
  }
}
