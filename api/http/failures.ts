import type { z } from "zod";
import { type Fault, inEnglish, placed } from "../../case/fault.js";
import { mostRequestBytes } from "../../case/weight.js";
import { readOrFaults } from "../../desk/form.js";
import { type DeskRefusal, type RefusalKind, refusalOf } from "../../desk/refusal.js";
import { Problem, type ProblemError } from "../problem.js";
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
      ...(faults !== undefined && { errors: faults.map(errorOf) }),
      ...(standing !== undefined && { case: standing }),
    },
    retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
  );
}

/** A fault of form, in English: `code` and `parameters` let a client word it in its own language. */
const errorOf = (fault: Fault): ProblemError => ({ ...fault, detail: inEnglish(fault) });

/** Reads a part of a request by its schema. @throws Problem of that type naming each fault. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  type: "malformed" | "bad-request",
): z.output<Schema> {
  const read = readOrFaults(schema, value);
  if ("data" in read) return read.data;
  throw new Problem(type, read.faults.slice(0, 3).map(placed).join(" "), { errors: read.faults.map(errorOf) });
}

/** The type of a body parser's fault whose message is ours. */
export const ambiguous = "entity.ambiguous";

interface BodyParserFault {
  readonly type?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
}

/** What any fault is answered with. Only our own sentences are shown; the rest is for the log. */
export function problemOf(fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  const { type, status, message } = fault as BodyParserFault;
  if (type === ambiguous) return new Problem("bad-request", String(message));
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
