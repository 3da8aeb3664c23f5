import { z } from "zod";
import { type RegisteredProcedure, procedures as registeredProcedures } from "../procedures/index.js";
import { DeskRefusal } from "./refusal.js";

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

/** The procedure of that name. @throws DeskRefusal `not-found` naming those that there are. */
export function servedOf(name: string): ServedProcedure {
  const served = procedures.get(name);
  if (served === undefined)
    throw new DeskRefusal(
      "not-found",
      `No procedure is called "${name.slice(0, 60)}"; there are ${[...procedures.keys()].join(", ")}.`,
    );
  return served;
}

/** The name of a case's procedure, from its number: `PREDEPOT-MED-S-2026-0001`. */
export const procedureOfNumber = (number: string): string | undefined =>
  [...procedures.values()].find(({ procedure }) =>
    new RegExp(`^${procedure.shape.prefix}(-S)?-\\d{4}-\\d+$`).test(number),
  )?.procedure.shape.name;

/** Every party of every procedure. */
export const parties: ReadonlySet<string> = new Set(
  [...procedures.values()].flatMap(({ procedure }) => Object.keys(procedure.shape.parties)),
);

/** The body of a strike, an act that every procedure has. */
export const strikeBody = z.strictObject({
  reason: z.string().min(1).max(4000).meta({ description: "Why the act is struck" }),
});
