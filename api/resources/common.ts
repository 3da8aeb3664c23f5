import { z } from "zod";
import { faultCodes } from "../../case/fault.js";

/** The vocabulary of all resources. Strict everywhere: one component for requests and replies, unknown fields refused. */

export const civilDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day, as YYYY-MM-DD")
  .meta({ id: "CivilDate", description: "A civil day, Europe/Paris" });

export const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i,
    "expected an RFC 3339 instant with its offset",
  )
  .meta({ id: "Instant", description: "An RFC 3339 instant with its offset", example: "2026-05-01T22:00:00.000Z" });

export const citation = z
  .strictObject({
    kind: z.enum(["law", "guide", "case-law", "reading"]),
    ref: z.string().meta({ description: "As people cite it", example: "CSS R. 162-114, V" }),
    legiarti: z.string().optional().meta({ description: "Légifrance identifier of the article's version" }),
    inForceSince: civilDate.optional(),
    earlier: z
      .array(z.strictObject({ legiarti: z.string(), inForceSince: civilDate }))
      .readonly()
      .optional()
      .meta({ description: "Versions before it, for earlier days: their words weren't obtained" }),
    quote: z.string().optional().meta({ description: "The words relied upon" }),
    url: z.string().optional(),
  })
  .meta({ id: "Citation", description: "A source: a text, an official guide, a decision, or a reading of a conflict" });

/** States of a clock, as a case shows them. */
export const clockState = z.enum(["running", "suspended", "overdue", "expired", "met", "stopped"]).meta({
  description:
    "overdue: over without any effect in its text, and still awaited; expired: over, with the effect of its text; met by the act that it awaited; stopped with its passage or its case",
});

export const awaited = z
  .strictObject({
    act: z.string(),
    label: z.string().meta({ description: "Its French name" }),
    by: z.array(z.string()),
    about: z.string().optional(),
    due: z.boolean().meta({ description: "Somebody owes it; false where it is merely possible" }),
    clock: z.string().optional().meta({ description: "The clock that bounds it" }),
    lastDay: civilDate.nullable().optional().meta({ description: "Null while that clock is suspended" }),
    source: z.string().meta({ description: "The text by which it is awaited" }),
  })
  .meta({ id: "AwaitedAct", description: "An act that may be sent now, by whom, about what" });

const faultCode = z.string().meta({ description: `One of ${faultCodes.join(", ")}`, example: "too-long" });
const faultParameters = z
  .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
  .meta({ description: "What the code says more precisely", example: { most: 200 } });

/** A fault of form, as a refusal has it. */
export const fault = z.strictObject({ pointer: z.string(), code: faultCode, parameters: faultParameters });

/** Why nothing awaits an act. */
export const notAwaitedCause = z.enum(["ended", "done", "not-yet", "other-subject", "not-now"]).meta({
  description:
    "Why nothing awaits the act: the case is over; it was recorded and comes once; what it follows hasn't come; it is awaited about something else; the procedure isn't there",
});

export const problem = z
  .strictObject({
    type: z.string().meta({ description: "Its address says what it means: /problems/…" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    awaited: z.array(awaited).optional(),
    cause: notAwaitedCause.optional(),
    source: z.string().optional().meta({ description: "The text that forbids it" }),
    pointer: z.string().optional(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string(),
          detail: z.string().meta({ description: "In English" }),
          code: faultCode.optional(),
          parameters: faultParameters.optional(),
        }),
      )
      .optional()
      .meta({ description: "Faults of form, each at its JSON pointer" }),
    case: z.string().optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

/** The first trial case of a procedure in the year that the document is of: what the example of a filing opens. */
export const exampleCase = (prefix: string): string => `${prefix}-S-2026-0001`;

export const caseId = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: "Number of the case", example: exampleCase("PECAN") });

export const caseParams = z.strictObject({ id: caseId });

/** A page of a list: how many, after what. Texts, since they come in an address. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^([1-9]\d?|1\d\d|200)$/, "expected a whole number from 1 to 200")
    .optional()
    .meta({ description: "How many at most, 1 to 200 (50)" }),
  after: z.string().max(500).optional().meta({ description: "The `next` of the page before" }),
};

/** A yes or no, as it comes in an address. */
export const yesOrNo = z.enum(["true", "false"]);

/** Trial cases are among the real ones nowhere, unless asked for. */
export const sandboxQuery = z
  .enum(["false", "true", "any"])
  .optional()
  .meta({ description: "Trial cases are left out, unless `true` (they alone) or `any` (with the real ones)" });

/** What the register is asked for by it. */
export const sandboxOf = (asked: z.output<typeof sandboxQuery>): boolean | undefined =>
  asked === "any" ? undefined : asked === "true";
