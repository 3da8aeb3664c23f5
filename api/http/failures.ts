import type { z } from "zod";
import { mostRequestBytes } from "../../case/weight.js";
import { faultsOf } from "../../desk/form.js";
import { type DeskRefusal, type RefusalKind, refusalOf } from "../../desk/refusal.js";
import { type Fault, Problem } from "../problem.js";
import type { ProblemType } from "../problem-types.js";

/** The problem that each of the desk's refusals is. */
const typeOf: Readonly<Record<RefusalKind, ProblemType>> = {
  malformed: "malformed",
  "not-allowed": "not-allowed",
  "not-awaited": "not-awaited",
  "not-lawful": "not-lawful",
  confirm: "confirm",
  conflict: "conflict",
  unknown: "unknown",
  "not-found": "not-found",
  "key-reused": "idempotency-key-reused",
  moved: "precondition-failed",
  "open-case-exists": "open-case-exists",
  "not-erasable": "not-erasable",
  erased: "erased",
  "not-a-sandbox-case": "not-a-sandbox-case",
  "time-is-moving": "time-is-moving",
  "simulation-too-long": "simulation-too-long",
  ambiguous: "bad-request",
  "unknown-cursor": "bad-request",
  "too-many": "too-many-commands",
  unavailable: "unavailable",
};

/** A refusal of the desk as RFC 9457 writes it. */
export function problemOfRefusal({ kind, message, parameters }: DeskRefusal): Problem {
  const { awaited, cause, source, faults, case: standing, retryAfter } = parameters;
  const pointer = faults?.[0]?.pointer;
  return new Problem(
    typeOf[kind],
    message,
    {
      ...(awaited !== undefined && { awaited }),
      ...(cause !== undefined && { cause }),
      ...(source !== undefined && { source }),
      ...(pointer !== undefined && { pointer }),
      ...(faults !== undefined && { errors: faults }),
      ...(standing !== undefined && { case: standing }),
    },
    retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
  );
}

const sentenceOf = (faults: readonly Fault[]): string =>
  faults
    .slice(0, 3)
    .map(({ pointer, detail }) => `${pointer}: ${detail}`)
    .join(" ");

/** Reads a part of a request by its schema. @throws Problem of that type naming each fault. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  type: "malformed" | "bad-request",
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = faultsOf(read.error.issues);
  throw new Problem(type, sentenceOf(errors), { errors });
}

interface BodyParserFault {
  readonly type?: unknown;
  readonly status?: unknown;
}

/** What any fault is answered with. Only our own sentences are shown; the rest is for the log. */
export function problemOf(fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  const { type, status } = fault as BodyParserFault;
  if (type === "entity.too.large")
    return new Problem("too-large", `A request holds at most ${mostRequestBytes} bytes.`);
  if (type === "entity.parse.failed")
    return new Problem("bad-request", "The body isn't JSON of well-formed Unicode, in UTF-8.");
  if (type === "encoding.unsupported" || type === "charset.unsupported")
    return new Problem("unsupported-media-type", "The body is JSON in UTF-8, compressed with gzip at most.");
  if (typeof status === "number" && status >= 400 && status < 500)
    return new Problem("bad-request", "The request can't be read.");
  const refusal = refusalOf(fault);
  if (refusal !== undefined) return problemOfRefusal(refusal);
  return new Problem("internal", "The fault was logged; trying again with the same Idempotency-Key is safe.");
}
