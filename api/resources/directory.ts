import { z } from "zod";
import { civilDate, instant } from "./common.js";

/** Who speaks, and for whom. */
export const speaker = z
  .strictObject({
    person: z.string(),
    role: z.string(),
    party: z.string(),
    organisation: z.string().nullable().meta({ description: "SIRET" }),
    platform: z.string().nullable(),
  })
  .meta({ id: "Speaker", description: "Who speaks, and for whom" });

export const mandate = speaker
  .extend({
    id: z.string(),
    from: civilDate.meta({ description: "First day" }),
    until: civilDate.nullable().meta({ description: "Last day; null when it has no term" }),
    endedAt: instant.nullable().meta({ description: "When it was ended before its last day" }),
  })
  .meta({ id: "Mandate", description: "For whom a person speaks, as what, and for how long" });

export const person = z
  .strictObject({
    id: z.string(),
    issuer: z.string(),
    subject: z.string(),
    name: z.string(),
    email: z.string().nullable(),
  })
  .meta({ id: "Person", description: "Somebody, or a machine, as an issuer knows them" });
