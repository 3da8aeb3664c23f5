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

function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return rest as JsonSchema;
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
