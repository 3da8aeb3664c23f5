import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { mostRequestBytes } from "../../case/weight.js";
import type { Desk } from "../../desk/desk.js";
import { onBehalfHeader } from "../../desk/directory.js";
import type { Route, RouteSpec } from "../http/route.js";
import { allRoutes } from "../routes/all.js";
import { actPaths } from "./acts.js";
import { operationOf, problemReplies } from "./operation.js";
import { type OpenApi, shared } from "./sharing.js";
import { jsonText } from "./text.js";

const tags = [
  { name: "Procedures", description: "What procedures there are, how each goes, and what would happen if" },
  { name: "Time", description: "Statutory delays: computed, explained, listed" },
  { name: "Cases", description: "Filing, finding and following cases" },
  { name: "Acts", description: "What parties send, each validated, idempotent and answered with a receipt" },
  { name: "Notices", description: "What parties are told" },
  { name: "Directory", description: "Who may speak for whom" },
  { name: "Operators", description: "What runs the installation" },
  { name: "Sandbox", description: "Trial cases, whose time can be moved" },
];

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

/** What says nothing here: that a whole number is one that JavaScript holds, and labels of choices, which `GET /v1/procedures/{procedure}` has. */
function tidied({
  jsonSchema,
}: {
  readonly jsonSchema: { minimum?: number; maximum?: number; labels?: unknown };
}): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  delete jsonSchema.labels;
}

/** The OpenAPI 3.1 document, from the very schemas that validate requests and check replies. */
export function openApiDocument(): object {
  // Specs need no services: nothing is called.
  const routes = allRoutes({} as Desk, () => undefined);
  return shared(
    createDocument(
      {
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
        security: [{ token: [] }, { session: [] }, { token: [], mandate: [] }, { session: [], mandate: [] }],
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
            mandate: {
              type: "apiKey",
              in: "header",
              name: onBehalfHeader,
              description:
                "By which of your mandates you speak, when you have several: its id, its party (`HAS`), or its organisation",
            },
          },
        },
        paths: pathsOf(routes),
      },
      { override: tidied },
    ) as unknown as OpenApi,
  );
}

/** The document as it is kept in `docs/openapi.json`. */
export const openApiText = (): string => jsonText(openApiDocument());
