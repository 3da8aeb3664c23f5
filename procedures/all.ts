import type { Procedure } from "../case/procedure.js";
import * as defined from "./index.js";
import { schemas } from "./schemas.js";

/** The procedures by name, which is their folder's. Ready to run, in a workflow as elsewhere: neither zod nor letters. */
export const procedures: ReadonlyMap<string, Procedure> = new Map(
  Object.values(defined).map((procedure): [string, Procedure] => {
    const { name } = procedure.shape;
    const own = schemas[name];
    if (own === undefined) throw new RangeError(`${name} has no schemas: its bodies weren't read.`);
    return [name, { ...procedure, schemas: own }];
  }),
);

/** @throws RangeError when no procedure has that name. */
export function procedureOf(name: string): Procedure {
  const found = procedures.get(name);
  if (found === undefined)
    throw new RangeError(`No procedure is called "${name}"; the procedures are ${[...procedures.keys()].join(", ")}.`);
  return found;
}
