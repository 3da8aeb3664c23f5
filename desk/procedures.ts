import { z } from "zod";
import { procedures } from "../procedures/all.js";

/** Every party of every procedure. */
export const parties: ReadonlySet<string> = new Set(
  [...procedures.values()].flatMap(({ shape }) => Object.keys(shape.parties)),
);

/** The body of a strike, an act that every procedure has. */
export const strikeBody = z.strictObject({
  reason: z.string().min(1).max(4000).meta({ description: "Why the act is struck" }),
});
