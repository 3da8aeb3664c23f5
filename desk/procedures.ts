import { z } from "zod";
import { type RegisteredProcedure, procedures as registeredProcedures } from "../procedures/index.js";

/** A procedure as the API serves it: what runs it, and the zod schemas of what is sent to it. */
export interface ServedProcedure extends Pick<RegisteredProcedure, "procedure" | "render" | "frozen" | "carryOver"> {
  readonly filing: z.ZodType;
  readonly bodies: Readonly<Record<string, z.ZodType>>;
}

/** Sources when run from sources, compiled files when run from them. */
const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";

/** The folder of a procedure, by its name: `earlyAccess` lives in `early-access`. */
const folderOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Each procedure keeps its zod schemas beside its definition: a new one is served without a line here. */
async function load(
  name: string,
  { renderRectification: _, ...registered }: RegisteredProcedure,
): Promise<ServedProcedure> {
  const file = new URL(`../procedures/${folderOf(name)}/schemas.${extension}`, import.meta.url);
  const { filing, bodies } = (await import(file.href)) as Pick<ServedProcedure, "filing" | "bodies">;
  return { ...registered, filing, bodies };
}

/** The procedures by name. */
export const procedures: ReadonlyMap<string, ServedProcedure> = new Map(
  await Promise.all(
    Object.entries(registeredProcedures).map(async ([name, one]) => [name, await load(name, one)] as const),
  ),
);

/** Every party of every procedure. */
export const parties: ReadonlySet<string> = new Set(
  [...procedures.values()].flatMap(({ procedure }) => Object.keys(procedure.shape.parties)),
);

/** The body of a strike, an act that every procedure has. */
export const strikeBody = z.strictObject({
  reason: z.string().min(1).max(4000).meta({ description: "Why the act is struck" }),
});
