import { z } from "zod";
import { owed } from "./case.js";
import { civilDate } from "./common.js";

export const task = z
  .strictObject({
    case: z.string(),
    procedure: z.string(),
    sandbox: z.boolean(),
    product: z.string().nullable().meta({ description: "Name of the product" }),
    company: z.string().nullable().meta({ description: "Name of the company that filed" }),
    phase: z.string().nullable(),
    today: civilDate.meta({ description: "The day that it is in the case: a trial's time may be moved" }),
    ...owed.shape,
    doneBy: z
      .array(z.strictObject({ act: z.string(), about: z.string().nullable() }))
      .meta({ description: "The acts by which it is done, any of them, each with what its `about` names" }),
  })
  .meta({ id: "Task", description: "A due act or an open task of a case" });
