import { z } from "zod";
import { owed } from "./case.js";

export const task = z
  .strictObject({
    case: z.string(),
    procedure: z.string(),
    sandbox: z.boolean(),
    product: z.string().nullable().meta({ description: "Name of the product" }),
    ...owed.shape,
    doneBy: z
      .array(z.strictObject({ act: z.string(), about: z.string().nullable() }))
      .meta({ description: "The acts by which it is done, any of them, each with what its `about` names" }),
  })
  .meta({ id: "Task", description: "A due act or an open task of a case" });
