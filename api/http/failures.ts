import type { z } from "zod";
import { Refusal, type RefusalProblem } from "../../case/refusal.js";
import { mostRequestBytes } from "../../case/weight.js";
import { IdempotencyConflict, NotASandboxCase, UnknownCase, UnknownCursor } from "../../register/register.js";
import { type Fault, Problem } from "../problem.js";

/** The problem that says what a case refused, and what it awaits instead. */
export function problemOfRefusal({ type, detail, awaited, source, pointer, cause }: RefusalProblem): Problem {
  return new Problem(type, detail, {
    ...(awaited.length > 0 && { awaited }),
    ...(source !== undefined && { source }),
    ...(pointer !== undefined && { pointer, errors: [{ pointer, detail }] }),
    ...(cause !== undefined && { cause }),
  });
}

const escaped = (part: PropertyKey): string => String(part).replaceAll("~", "~0").replaceAll("/", "~1");

/** What zod says, as a person would: a missing field is missing. */
const sentence = ({ message }: z.core.$ZodIssue): string =>
  message.endsWith("received undefined") ? "This field is required." : message.replace(/^Invalid input: /, "");

/** Zod's issues as faults, each at the pointer of what is wrong: an unknown field has its own. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], prefix = ""): Fault[] {
  return issues.flatMap((issue) => {
    const at = [prefix, ...issue.path.map(escaped)].join("/");
    if (issue.code !== "unrecognized_keys") return [{ pointer: at || "/", detail: sentence(issue) }];
    return issue.keys.map((key) => ({ pointer: `${at}/${escaped(key)}`, detail: "No such field." }));
  });
}

const sentenceOf = (faults: readonly Fault[]): string =>
  faults
    .slice(0, 3)
    .map(({ pointer, detail }) => `${pointer}: ${detail}`)
    .join(" ");

/** Reads a value by its schema. @throws Problem of that type naming each fault. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  type: "malformed" | "bad-request",
  prefix = "",
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = faultsOf(read.error.issues, prefix).slice(0, 50);
  throw new Problem(type, sentenceOf(errors), { errors });
}

/** The connection to PostgreSQL or to Temporal is what fails: a matter of waiting. */
function isOutage(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code } = fault as { code?: unknown };
  const outages = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "ETIMEDOUT", "57P01", "57P02", "57P03", "53300"];
  if (typeof code === "string" && outages.includes(code)) return true;
  if (code === 14 || code === 4 || code === 8) return true;
  if (/timeout|Connection terminated|terminating connection/i.test(fault.message)) return true;
  return fault instanceof AggregateError ? fault.errors.some(isOutage) : isOutage(fault.cause);
}

interface BodyParserFault {
  readonly type?: unknown;
  readonly status?: unknown;
}

/** What any fault is answered with. Only our own sentences are shown; the rest is for the log. */
export function problemOf(fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  if (fault instanceof Refusal) return problemOfRefusal(fault.toJSON());
  if (fault instanceof IdempotencyConflict)
    return new Problem("idempotency-key-reused", fault.message, { case: fault.case });
  if (fault instanceof UnknownCase) return new Problem("not-found", "There is no such case.");
  if (fault instanceof NotASandboxCase) return new Problem("not-a-sandbox-case", fault.message);
  if (fault instanceof UnknownCursor) return new Problem("bad-request", fault.message);
  const { type, status } = fault as BodyParserFault;
  if (type === "entity.too.large")
    return new Problem("too-large", `A request holds at most ${mostRequestBytes} bytes.`);
  if (type === "entity.parse.failed") return new Problem("bad-request", "The body isn't JSON of well-formed Unicode.");
  if (type === "encoding.unsupported" || type === "charset.unsupported")
    return new Problem("unsupported-media-type", "The body is JSON in UTF-8, compressed with gzip at most.");
  if (typeof status === "number" && status >= 400 && status < 500)
    return new Problem("bad-request", "The request can't be read.");
  if (isOutage(fault))
    return new Problem(
      "unavailable",
      "The register or Temporal doesn't answer: try again.",
      {},
      { "retry-after": "2" },
    );
  return new Problem("internal", "The fault was logged; trying again with the same Idempotency-Key is safe.");
}
