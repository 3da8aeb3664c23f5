import { z } from "zod";
import { clock } from "./case.js";
import { citation, civilDate, clockState, instant } from "./common.js";

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

const readings = {
  readings: z
    .array(
      z.strictObject({
        name: z.string().meta({ description: "As people cite it" }),
        length: z.string(),
        lastDay: civilDate.nullable(),
        begun: z.boolean().meta({ description: "False while nothing tells from when this reading counts" }),
        note: z.string().nullable(),
        source: citation,
      }),
    )
    .meta({ description: "The last day under each reading of the texts, the enforced one first" }),
  enforced: z.string().meta({ description: "Name of the reading that the case follows" }),
  enforces: citation
    .nullable()
    .meta({ description: "Why the ruleset enforces it although another reading would end later" }),
  safest: z.strictObject({
    toAct: z.string().meta({ description: "The reading that ends first: who must act is safe under all of them" }),
    toPronounce: z
      .string()
      .nullable()
      .meta({ description: "The one that ends last: an adverse effect is then safe; null when expiry has none" }),
  }),
  disputed: z.boolean().meta({ description: "Over under one reading today, and not under another" }),
  remarks: z.array(z.strictObject({ note: z.string(), source: citation })),
};

export const explanation = z
  .strictObject({
    case: z.string(),
    ruleset: z.string(),
    digests: z.strictObject({
      ruleset: z
        .string()
        .nullable()
        .meta({ description: "Of the ruleset's canonical JSON; null when it is no more served" }),
      calendar: z.string(),
    }),
    clock,
    delay: z.strictObject({
      length: z.string(),
      start: z.string().nullable().meta({ description: "The event from which the text counts" }),
      source: citation,
    }),
    suspensions: z.array(
      z.strictObject({
        kind: z.string(),
        from: civilDate,
        to: civilDate.nullable(),
        about: z.string().nullable(),
        by: z.string(),
        why: z.string(),
        source: citation.nullable(),
      }),
    ),
    walk: z.array(step),
    ...readings,
  })
  .meta({ id: "Explanation" });

/** A clock with what each reading of the texts gives. */
export const clockWithReadings = z.strictObject({ ...clock.shape, ...readings }).meta({ id: "ClockWithReadings" });

const certified = z
  .strictObject({
    lastDay: civilDate.nullable(),
    unrolledLastDay: civilDate.nullable(),
    effectiveOn: civilDate.nullable(),
    expiresAt: instant.nullable(),
    suspendedDays: z.int(),
  })
  .meta({ id: "CertifiedResult" });

export const certificate = z
  .strictObject({
    certificate: z.literal("guichet-deadline/1"),
    about: z.strictObject({
      case: z.string(),
      clock: z.string(),
      delay: z.string(),
      label: z.string(),
      source: citation,
      on: civilDate.meta({ description: "The case's day of issue: a later act may move the date" }),
    }),
    key: z
      .string()
      .optional()
      .meta({ description: "Present when the key proves nothing to a third party: it says why" }),
    query: z.record(z.string(), z.unknown()).meta({ description: "The calculator's query that gives the same date" }),
    calendar: z.string().meta({ description: "Digest of the calendar" }),
    ruleset: z
      .strictObject({ name: z.string().meta({ example: "pecan/parcours@2023-04-01" }), digest: z.string() })
      .nullable(),
    result: certified,
    walk: z.array(step),
    signature: z.strictObject({
      algorithm: z.literal("Ed25519"),
      publicKey: z.string().meta({ description: "32 bytes, hexadecimal" }),
      value: z
        .string()
        .meta({ description: "Of the canonical JSON (RFC 8785) of all the rest; 64 bytes, hexadecimal" }),
    }),
  })
  .meta({ id: "Certificate", description: "What anybody needs to compute the date again: `verify/verify.py` does" });

export const signingKey = z
  .strictObject({
    algorithm: z.literal("Ed25519"),
    publicKey: z.string(),
    note: z.string().nullable().meta({ description: "Not null: the key proves nothing to a third party" }),
  })
  .meta({ id: "SigningKey" });

export const deadlineEntry = z
  .strictObject({
    case: z.string(),
    procedure: z.string(),
    clock: z.string(),
    label: z.string(),
    about: z.string().nullable(),
    bearer: z.string(),
    state: clockState,
    lastDay: civilDate.nullable(),
    source: z.string(),
    sandbox: z.boolean(),
    product: z.string().nullable().meta({ description: "Name of the product" }),
  })
  .meta({ id: "Deadline" });
