import { z } from "zod";
import { citation, civilDate } from "./common.js";

const jsonSchema = z.record(z.string(), z.unknown()).meta({ id: "JsonSchema", description: "JSON Schema 2020-12" });

export const procedureSummary = z
  .strictObject({ name: z.string(), title: z.string(), source: citation, rulesets: z.array(z.string()) })
  .meta({ id: "ProcedureSummary" });

const act = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    description: z.string(),
    by: z.array(z.string()).meta({ description: "Parties that may send it" }),
    struckBy: z.array(z.string()).meta({ description: "Parties that may strike it, once sent" }),
    about: z.string().nullable().meta({ description: "What `about` names; null when it is about the case" }),
    step: z.string().nullable().meta({ description: "Step of the official text" }),
    source: citation,
    body: jsonSchema,
  })
  .meta({ id: "ActKind" });

const delay = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    bearer: z.string(),
    onExpiry: z.enum(["lapse", "overrun"]),
    adverse: z.boolean(),
    informative: z.boolean(),
    suspendedBy: z.array(z.string()),
    rolls: z.boolean(),
    reminders: z.array(z.int()),
    rulesets: z.array(
      z.strictObject({
        ruleset: z.string(),
        length: z.string().meta({ example: "P60D" }),
        counted: z.string(),
        inFrench: z.string(),
        source: citation,
        otherReadings: z.array(
          z.strictObject({ length: z.string().nullable(), note: z.string().nullable(), source: citation }),
        ),
      }),
    ),
  })
  .meta({ id: "DelayKind" });

export const procedureResource = z
  .strictObject({
    name: z.string(),
    prefix: z.string(),
    title: z.string(),
    source: citation,
    confidential: z.boolean().meta({ description: "Its cases are known to their parties alone" }),
    silent: z.array(z.string()).meta({ description: "What the texts leave silent, and what is done about it" }),
    parties: z.array(z.strictObject({ name: z.string(), label: z.string() })),
    steps: z.array(z.strictObject({ step: z.string(), acts: z.array(z.string()) })),
    acts: z.array(act),
    delays: z.array(delay),
    suspensions: z.array(z.strictObject({ name: z.string(), label: z.string(), source: citation })),
    phases: z.record(z.string(), z.string()),
    tasks: z
      .array(z.strictObject({ name: z.string(), label: z.string(), settledBy: z.array(z.string()) }))
      .meta({ description: "What a party may be asked to do, and the acts that settle it, any of them" }),
    endings: z.array(z.strictObject({ name: z.string(), label: z.string(), adverse: z.boolean(), source: citation })),
    notices: z.array(z.strictObject({ name: z.string(), label: z.string(), kind: z.enum(["status", "legal"]) })),
    rulesets: z.array(
      z.strictObject({ id: z.string(), name: z.string(), from: civilDate, label: z.string(), default: z.boolean() }),
    ),
    filing: jsonSchema,
  })
  .meta({ id: "Procedure" });
