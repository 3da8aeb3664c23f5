import { z } from "zod";
import type { Schemas } from "../case/definition.js";
import type { JsonSchema } from "../case/schema.js";
import * as defined from "./index.js";
import { moduleOf } from "./modules.js";

/** What is sent to a procedure, as its `bodies.ts` writes it. */
export interface ZodBodies {
  readonly filing: z.ZodType;
  readonly bodies: Readonly<Record<string, z.ZodType>>;
}

/** Each shape that has a name of its own, at each of its places: the checker follows no reference. */
function inPlace(schema: unknown, shapes: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => inPlace(one, shapes));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref } = schema as { readonly $ref?: unknown };
  const named = typeof $ref === "string" ? (inPlace(shapes[$ref.slice("#/$defs/".length)], shapes) as object) : {};
  const own = Object.entries(schema).filter(
    ([key, value]) => !["$ref", "id"].includes(key) || typeof value !== "string",
  );
  return { ...named, ...Object.fromEntries(own.map(([key, value]) => [key, inPlace(value, shapes)])) };
}

function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, $defs = {}, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return inPlace(rest, $defs) as JsonSchema;
}

async function schemasOf(name: string): Promise<Schemas> {
  const { filing, bodies } = await moduleOf<ZodBodies>(name, "bodies");
  return {
    filing: jsonSchema(filing),
    bodies: Object.fromEntries(Object.entries(bodies).map(([act, body]) => [act, jsonSchema(body)])),
  };
}

/**
 * The JSON Schemas of every procedure's messages, by its name, made from its bodies when they are loaded. In the workflow
 * bundle this module is replaced by its value (`worker/bundle.ts`): no zod enters a workflow.
 */
export const schemas: Readonly<Record<string, Schemas>> = Object.fromEntries(
  await Promise.all(Object.values(defined).map(async ({ shape: { name } }) => [name, await schemasOf(name)] as const)),
);
