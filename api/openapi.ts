import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { strikeAct } from "../case/act.js";
import { mostRequestBytes } from "../case/weight.js";
import type { Desk } from "../desk/desk.js";
import { onBehalfHeader } from "../desk/directory.js";
import { strikeBody } from "../desk/procedures.js";
import { served } from "../procedures/served.js";
import type { Route, RouteSpec } from "./http/route.js";
import { problemTypes } from "./problem-types.js";
import { problem } from "./resources/common.js";
import { envelope } from "./routes/acts.js";
import { allRoutes } from "./routes/all.js";

const tags = [
  { name: "Procedures", description: "What procedures there are, how each goes, and what would happen if" },
  { name: "Time", description: "Statutory delays: computed, explained, listed" },
  { name: "Cases", description: "Filing, finding and following cases" },
  { name: "Acts", description: "What parties send, each validated, idempotent and answered with a receipt" },
  { name: "Notices", description: "What parties are told" },
  { name: "Directory", description: "Who may speak for whom" },
  { name: "Sandbox", description: "Trial cases, whose time can be moved" },
];

function problemsOf(spec: RouteSpec): number[] {
  const statuses = new Set([400, 405, 500, 503, ...(spec.problems ?? [])]);
  if (spec.access === "identified") statuses.add(401);
  if (spec.body !== undefined) for (const status of [413, 415, 422]) statuses.add(status);
  return [...statuses].filter((status) => spec.replies[status] === undefined).sort();
}

const titleOf = (status: number): string =>
  Object.entries(problemTypes)
    .filter(([, type]) => type.status === status)
    .map(([name]) => name)
    .join(", ");

const headerParameters = (spec: RouteSpec) =>
  z.object({
    ...(spec.access === "identified" && {
      [onBehalfHeader]: z
        .string()
        .optional()
        .meta({ description: "By which of your mandates you speak, when you have several", example: "HAS" }),
    }),
    ...(spec.command && {
      "Idempotency-Key": z
        .string()
        .min(1)
        .max(200)
        .meta({ description: "Of your choice: sent again with the same key, the command is done once" }),
    }),
  });

function operationOf(spec: RouteSpec, body = spec.body): ZodOpenApiOperationObject {
  const replies = Object.entries(spec.replies).map(([status, { description, schema, texts }]) => [
    status,
    {
      description,
      content: {
        ...(schema && { "application/json": { schema } }),
        ...Object.fromEntries((texts ?? []).map((type) => [type, { schema: z.string() }])),
      },
    },
  ]);
  const problems = problemsOf(spec).map((status) => [
    String(status),
    { $ref: `#/components/responses/problem${status}` },
  ]);
  return {
    tags: [spec.tag],
    summary: spec.summary,
    security: spec.access === "identified" ? [{ token: [] }, { session: [] }] : [],
    ...(spec.description !== undefined && { description: spec.description }),
    requestParams: {
      ...(spec.params && { path: spec.params }),
      ...(spec.query && { query: spec.query }),
      header: headerParameters(spec),
    },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: Object.fromEntries([...replies, ...problems]),
  };
}

/** A problem of each status, told once. */
const problemReplies = Object.fromEntries(
  [...new Set(Object.values(problemTypes).map(({ status }) => status))].map((status) => [
    `problem${status}`,
    { description: `Problem: ${titleOf(status)}`, content: { "application/problem+json": { schema: problem } } },
  ]),
);

/** Each act is told on an address of its own, with its body: the route is one, the contract is precise. */
function actPaths(sending: RouteSpec): ZodOpenApiPathsObject {
  const bodies = new Map<
    string,
    { readonly schema: z.ZodType; readonly summary: string; readonly description: string }
  >();
  for (const { procedure, bodies: schemas } of served.values()) {
    const { shape } = procedure;
    for (const [name, act] of Object.entries(shape.acts)) {
      const schema = schemas[name];
      if (schema === undefined) continue;
      const senders = act.by.map((party) => shape.parties[party]?.label ?? party).join(", ");
      const known = bodies.get(name);
      bodies.set(name, {
        schema: known === undefined ? schema : z.union([known.schema, schema]),
        summary: act.label,
        description: `${act.description} Par : ${senders}. Source : ${act.source.ref}.`,
      });
    }
  }
  bodies.set(strikeAct, {
    schema: strikeBody,
    summary: "Acte annulé",
    description: "Une autorité annule un acte enregistré à tort ; `about` le nomme par son numéro.",
  });
  return Object.fromEntries(
    [...bodies].map(([name, { schema, summary, description }]) => {
      const body = envelope.extend({ body: schema.optional() }).meta({ id: `Act_${name}` });
      const operation = operationOf({ ...sending, summary, description }, body);
      const path = sending.params?.omit({ act: true });
      return [
        sending.path.replace("{act}", name),
        {
          post: {
            ...operation,
            operationId: name,
            requestParams: { ...operation.requestParams, ...(path && { path }) },
          },
        },
      ];
    }),
  );
}

const operationIdOf = ({ method, path }: RouteSpec): string =>
  `${method}${path.replaceAll(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/[^A-Za-z]/g, "")}`;

function pathsOf(routes: readonly Route[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const { spec } of routes) {
    paths[spec.path] = {
      ...paths[spec.path],
      [spec.method]: { operationId: operationIdOf(spec), ...operationOf(spec) },
    };
    if (spec.path.endsWith("/acts/{act}")) Object.assign(paths, actPaths(spec));
  }
  return paths;
}

/** The OpenAPI 3.1 document, from the very schemas that validate requests and check replies. */
export function openApiDocument(): object {
  // Specs need no services: nothing is called.
  const routes = allRoutes({} as Desk);
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Guichet",
      version: "1",
      license: { name: "MIT", identifier: "MIT" },
      description:
        "The French access procedures for health innovations. Every date comes with its source; every command is idempotent; a refused one writes nothing and says what is awaited instead. " +
        `A request holds at most ${mostRequestBytes} bytes of JSON in UTF-8 (413 beyond); a case has no limit.`,
    },
    servers: [{ url: "/" }],
    tags,
    security: [],
    components: {
      responses: problemReplies,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "An access token (RFC 9068) of an issuer that this installation believes",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-guichet-session",
          description: "A person who signed in",
        },
      },
    },
    paths: pathsOf(routes),
  });
}

/** The document as it is kept in `docs/openapi.json`. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
