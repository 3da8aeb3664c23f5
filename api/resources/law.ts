import { z } from "zod";
import { clock } from "./case.js";
import { citation, civilDate, instant } from "./common.js";

const step = z
  .strictObject({
    kind: z.string(),
    rule: z.string(),
    source: citation,
    from: civilDate,
    to: civilDate.nullable(),
    days: z.int(),
    by: z.string().optional(),
    why: z.string().optional(),
    skipped: z.array(z.strictObject({ on: civilDate, why: z.string() })).optional(),
    digest: z.string().optional(),
    sentence: z.string(),
  })
  .meta({ id: "Step", description: "One step from the origin to the last day, with its rule and source" });

export const answer = z
  .strictObject({
    lastDay: civilDate.nullable(),
    unrolledLastDay: civilDate.nullable(),
    effectiveOn: civilDate.nullable(),
    expiresAt: instant.nullable(),
    suspendedDays: z.int(),
    state: z.enum(["running", "suspended", "expired"]).optional(),
    remainingDays: z.int().optional(),
    walk: z.array(step),
  })
  .meta({ id: "Calculation" });

export const badQuery = z
  .strictObject({
    problem: z.strictObject({ type: z.string(), title: z.string(), detail: z.string(), field: z.string() }),
  })
  .meta({ id: "BadQuery" });

export const explanation = z
  .strictObject({
    case: z.string(),
    ruleset: z.string(),
    clock,
    delay: z.strictObject({ length: z.string(), source: citation }),
    suspensions: z.array(
      z.strictObject({
        kind: z.string(),
        from: civilDate,
        to: civilDate.nullable(),
        about: z.string().nullable(),
        by: z.string(),
        why: z.string(),
      }),
    ),
    walk: z.array(step),
    otherReadings: z.array(
      z.strictObject({
        length: z.string().nullable(),
        lastDay: civilDate.nullable(),
        note: z.string().nullable(),
        source: citation,
      }),
    ),
  })
  .meta({ id: "Explanation" });

export const deadlineEntry = z
  .strictObject({
    case: z.string(),
    procedure: z.string(),
    clock: z.string(),
    label: z.string(),
    about: z.string().nullable(),
    bearer: z.string(),
    state: z.enum(["running", "suspended", "expired", "stopped"]),
    lastDay: civilDate.nullable(),
    source: z.string(),
  })
  .meta({ id: "Deadline" });
