import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import { forAnyone } from "../../desk/rights-table.js";
import type { RouteSpec } from "../http/route.js";
import { problemTypes } from "../problem-types.js";
import { problem } from "../resources/common.js";

/** The key that stands in the document: its page sends a new one in its place each time. */
export const exampleKey = "a-new-key-each-time";

/** Problems of any request, which each operation's `default` stands for. */
const ofAnyRequest = [400, 401, 405, 408, 413, 415, 429, 431, 500, 503];

/** The problems of a route's own. */
function problemsOf(spec: RouteSpec): number[] {
  const statuses = new Set((spec.problems ?? []).filter((status) => !ofAnyRequest.includes(status)));
  if (spec.body !== undefined) statuses.add(422);
  if (!forAnyone(spec.asks)) statuses.add(403);
  return [...statuses].filter((status) => spec.replies[status] === undefined).sort();
}

const titleOf = (status: number): string =>
  Object.entries(problemTypes)
    .filter(([, type]) => type.status === status)
    .map(([name]) => name)
    .join(", ");

const headerParameters = (spec: RouteSpec) =>
  z.object({
    ...(spec.command && {
      "Idempotency-Key": z.string().min(1).max(200).meta({
        description: "Of your choice: sent again with the same key, the command is done once",
        example: exampleKey,
      }),
    }),
  });

const referenceTo = (status: string) => ({
  $ref: `#/components/responses/${status === "default" ? "problem" : status}`,
});

/** Each problem of a route's own at its status, and those of any request as its `default`. */
const problemsApart = (spec: RouteSpec) =>
  Object.fromEntries([...problemsOf(spec).map(String), "default"].map((status) => [status, referenceTo(status)]));

/** Every problem under one reply: there are too many acts to list the same statuses at each. */
export const anyProblem = { default: { $ref: "#/components/responses/any" } };

/** One example stands alone; several are chosen from, by name. */
function prefilled(examples: RouteSpec["examples"] = {}) {
  const [only, ...others] = Object.values(examples);
  if (only === undefined || others.length === 0) return only && { example: only };
  return { examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])) };
}

/** What OpenAPI says of a route. */
export function operationOf(
  spec: RouteSpec,
  body = spec.body,
  problems: Record<string, { $ref: string }> = problemsApart(spec),
): ZodOpenApiOperationObject {
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
  return {
    tags: [spec.tag],
    summary: spec.summary,
    ...(forAnyone(spec.asks) && { security: [] }),
    ...(spec.description !== undefined && { description: spec.description }),
    requestParams: {
      ...(spec.params && { path: spec.params }),
      ...(spec.query && { query: spec.query }),
      header: headerParameters(spec),
    },
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: body, ...prefilled(spec.examples) } } },
    }),
    responses: { ...Object.fromEntries(replies), ...problems },
  };
}

const statuses = [...new Set(Object.values(problemTypes).map(({ status }) => status))];

const reply = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problem } },
});

const replyOf = (...some: number[]) =>
  reply(`Problem: ${some.map((status) => `${status} ${titleOf(status)}`).join("; ")}`);

/** A problem of each status, described once. */
export const problemReplies = Object.fromEntries([
  ...statuses.filter((status) => !ofAnyRequest.includes(status)).map((status) => [String(status), replyOf(status)]),
  ["problem", replyOf(...ofAnyRequest)],
  ["any", reply("A problem of any kind, as the other replies say them")],
]);
