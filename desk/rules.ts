/** Nothing is served without a rule: what has none keeps the process from starting. */
import type { Shape } from "../case/definition.js";
import { roles } from "./principal.js";
import { asks } from "./rights-table.js";

/** A route, a page, an act or a party that no rule tells of. */
export class Unruled extends Error {
  override readonly name = "Unruled";
}

/** @throws Unruled for a route or a page that asks for what the table of rights doesn't have. */
export function refuseUnruled(what: string, ask: string): void {
  if (!Object.hasOwn(asks, ask))
    throw new Unruled(`${what} asks for "${ask}", which the table of rights doesn't have.`);
}

/** Each act is somebody's: parties of the procedure, and a role that there is. @throws Unruled */
export function refuseUnruledActs(shapes: Iterable<Shape>): void {
  for (const { name, acts, parties } of shapes)
    for (const [act, { by, struckBy = [], as }] of Object.entries(acts)) {
      const foreign = [...by, ...struckBy].filter((party) => !Object.hasOwn(parties, party));
      if (by.length === 0) throw new Unruled(`${name}: nobody may send ${act}.`);
      if (foreign.length > 0) throw new Unruled(`${name}: ${act} is given to ${foreign.join(", ")}, no party of it.`);
      if (as !== undefined && !(roles as readonly string[]).includes(as))
        throw new Unruled(`${name}: ${act} is given to the role ${as}, which there isn't.`);
    }
}
