import { readdirSync } from "node:fs";
import { z } from "zod";
import type { Procedure } from "../case/case.js";

/** A procedure as the API serves it: what runs it, and the zod schemas of what is sent to it. */
export interface ServedProcedure {
  readonly procedure: Procedure;
  readonly filing: z.ZodType;
  readonly bodies: Readonly<Record<string, z.ZodType>>;
}

const home = new URL("../procedures/", import.meta.url);
/** Sources when run from sources, compiled files when run from them. */
const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";

const isProcedure = (value: unknown): value is Procedure =>
  typeof value === "object" && value !== null && "shape" in value && "story" in value && "schemas" in value;

async function load(folder: string): Promise<ServedProcedure[]> {
  const [index, schemas] = (await Promise.all([
    import(new URL(`${folder}/index.${extension}`, home).href),
    import(new URL(`${folder}/schemas.${extension}`, home).href),
  ])) as [Record<string, unknown>, { filing: z.ZodType; bodies: Record<string, z.ZodType> }];
  const { filing, bodies } = schemas;
  return Object.values(index)
    .filter(isProcedure)
    .map((procedure) => ({ procedure, filing, bodies }));
}

/** Every folder of `procedures/` is a procedure: a new one is served without a line here. */
const served = await Promise.all(
  readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(load),
);

/** The procedures by name. */
export const procedures: ReadonlyMap<string, ServedProcedure> = new Map(
  served.flat().map((one) => [one.procedure.shape.name, one]),
);

/** Every party of every procedure. */
export const parties: ReadonlySet<string> = new Set(
  [...procedures.values()].flatMap(({ procedure }) => Object.keys(procedure.shape.parties)),
);

/** The body of a strike, an act that every procedure has. */
export const strikeBody = z.strictObject({
  reason: z.string().min(1).max(4000).meta({ description: "Why the act is struck" }),
});
