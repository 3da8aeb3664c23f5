import { z } from "zod";
import { strikeAct } from "../case/act.js";
import { settleAct } from "../case/tasks.js";
import { procedures } from "../procedures/all.js";
import { text } from "../procedures/common-bodies.js";
import { type ServedProcedure, served } from "../procedures/served.js";
import { DeskRefusal } from "./refusal.js";

/** The procedure of that name. @throws DeskRefusal `not-found` naming those that there are. */
export function servedOf(name: string): ServedProcedure {
  const found = served.get(name);
  if (found === undefined)
    throw new DeskRefusal(
      "not-found",
      `No procedure is called "${name.slice(0, 60)}"; there are ${[...served.keys()].join(", ")}.`,
    );
  return found;
}

/** The name of a case's procedure, from its number: `PREDEPOT-MED-S-2026-0001`. */
export const procedureOfNumber = (number: string): string | undefined =>
  [...procedures.values()].find(({ shape }) => new RegExp(`^${shape.prefix}(-S)?-\\d{4}-\\d+$`).test(number))?.shape
    .name;

/** Every party of every procedure. */
export const parties: ReadonlySet<string> = new Set(
  [...procedures.values()].flatMap(({ shape }) => Object.keys(shape.parties)),
);

/** The bodies of the acts that every procedure has. */
export const commonBodies: Readonly<Record<string, z.ZodObject>> = {
  [strikeAct]: z.strictObject({
    reason: text("Pourquoi l'acte est écarté"),
  }),
  [settleAct]: z.strictObject({
    note: text("Comment la tâche a été faite").optional(),
  }),
};
