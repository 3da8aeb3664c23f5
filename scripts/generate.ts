/** Writes what is generated from the sources: the JSON Schemas that workflows check messages with. `npm run generate`. */
import { readdirSync, writeFileSync } from "node:fs";
import { z } from "zod";

const jsonSchema = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" }) as Record<
    string,
    unknown
  >;
  return rest;
};

/** The generated module of one procedure, as text. */
export function schemasModule(filing: z.ZodType, bodies: Readonly<Record<string, z.ZodType>>): string {
  const schemas = {
    filing: jsonSchema(filing),
    bodies: Object.fromEntries(Object.entries(bodies).map(([act, body]) => [act, jsonSchema(body)])),
  };
  return [
    "// Generated from schemas.ts by `npm run generate`; a test checks that it is fresh.",
    'import type { Schemas } from "../../case/definition.js";',
    "",
    `export const schemas: Schemas = ${JSON.stringify(schemas, null, 2)};`,
    "",
  ].join("\n");
}

interface Zod {
  readonly filing: z.ZodType;
  readonly bodies: Readonly<Record<string, z.ZodType>>;
}

const root = new URL("..", import.meta.url);

/** Every folder of `procedures/` is a procedure: a new one needs no line here. */
const folders = readdirSync(new URL("procedures/", root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const moduleOf = async (folder: string): Promise<[string, () => string]> => {
  const { filing, bodies } = (await import(new URL(`procedures/${folder}/schemas.ts`, root).href)) as Zod;
  return [`procedures/${folder}/schemas.generated.ts`, () => schemasModule(filing, bodies)];
};

/** What should stand in which file, by path from the root. */
export const generated: Readonly<Record<string, () => string>> = Object.fromEntries(
  await Promise.all(folders.map(moduleOf)),
);

if (process.argv[1]?.endsWith("generate.ts")) {
  if (!readdirSync(root).includes("package.json")) throw new Error("Run from the project.");
  for (const [path, text] of Object.entries(generated)) writeFileSync(new URL(path, root), text());
}
