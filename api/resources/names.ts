import { z } from "zod";
import { procedures } from "../../procedures/all.js";

/** The names that the procedures give: another is a 400, never an empty list. */

const shapes = [...procedures.values()].map(({ shape }) => shape);
const unique = (names: readonly string[]): [string, ...string[]] => [...new Set(names)].sort() as [string, ...string[]];

export const procedureName = z.enum(unique([...procedures.keys()])).meta({ id: "ProcedureName" });
export const partyName = z
  .enum(unique(shapes.flatMap(({ parties }) => Object.keys(parties))))
  .meta({ id: "PartyName" });
export const phaseName = z
  .enum(unique(["opening", ...shapes.flatMap(({ phases }) => Object.keys(phases))]))
  .meta({ id: "PhaseName" });
