import { type Fault, faultAt, placed } from "../case/fault.js";
import { type Awaited, type NotAwaited, Refusal, type RefusalType } from "../case/refusal.js";
import {
  CaseNotErasable,
  IdempotencyConflict,
  NotASandboxCase,
  UnknownCase,
  UnknownCursor,
} from "../register/register.js";

export type RefusalKind =
  | RefusalType // the case's own
  | "not-found" // there is none, or none that may be seen
  | "key-reused" // the key was used for another request
  | "open-case-exists" // an open case already covers this indication
  | "not-erasable" // it isn't concluded, or something of it is under way
  | "erased" // what it held was erased
  | "not-a-sandbox-case" // only a sandbox case's time can be moved
  | "time-is-moving" // one advance at a time for a case
  | "simulation-too-long"
  | "ambiguous" // several answer to that name
  | "unknown-cursor" // a place in a list that this desk never gave
  | "too-many" // commands wait already
  | "unavailable"; // the register, Temporal or a worker doesn't answer now

/** What belongs to a refusal, beside its words. */
export interface RefusalParameters {
  /** What could be sent instead. */
  readonly awaited?: readonly Awaited[] | undefined;
  /** Why nothing awaits the act. */
  readonly cause?: NotAwaited | undefined;
  /** The text that forbids it. */
  readonly source?: string | undefined;
  /** Of what is malformed, the first first. */
  readonly faults?: readonly Fault[] | undefined;
  /** The case that stands in the way. */
  readonly case?: string | undefined;
  /** In how many seconds asking again may be worth it. */
  readonly retryAfter?: number | undefined;
}

/** Why the desk doesn't do what it is asked. Its words are for whoever asked: nothing internal in them. Each door answers it its own way. */
export class DeskRefusal extends Error {
  override readonly name = "DeskRefusal";

  constructor(
    readonly kind: RefusalKind,
    words: string,
    readonly parameters: RefusalParameters = {},
  ) {
    super(words);
  }
}

/** Refuses what isn't as expected, each fault at its pointer; three are put into words. @throws DeskRefusal `malformed` */
export function refuseMalformed(faults: readonly Fault[]): never {
  throw new DeskRefusal("malformed", faults.slice(0, 3).map(placed).join(" "), { faults });
}

/** Refuses what a rule of the desk's own forbids there, whatever its form. @throws DeskRefusal `malformed` */
export function refuseByRule(pointer: string, rule: string): never {
  refuseMalformed([faultAt(pointer, "rule", { rule })]);
}

export function refuseUnavailable(words: string, retryAfter: number): never {
  throw new DeskRefusal("unavailable", words, { retryAfter });
}

/** The connection to PostgreSQL or to Temporal is what fails: a matter of waiting. */
function isOutage(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code } = fault as { code?: unknown };
  const outages = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "ETIMEDOUT", "57P01", "57P02", "57P03", "53300"];
  if (typeof code === "string" && outages.includes(code)) return true;
  if (code === 14 || code === 4 || code === 8) return true;
  if (/timeout|Connection terminated|terminating connection|not queryable/i.test(fault.message)) return true;
  return fault instanceof AggregateError ? fault.errors.some(isOutage) : isOutage(fault.cause);
}

/** What a fault of the desk, of a case or of the register says to whoever asked; undefined for what is only for the log. */
export function refusalOf(fault: unknown): DeskRefusal | undefined {
  if (fault instanceof DeskRefusal) return fault;
  if (fault instanceof Refusal) {
    const { type, message, awaited, source, fault: ofForm, notAwaited: cause } = fault;
    const faults = ofForm === undefined ? undefined : [ofForm];
    return new DeskRefusal(type, message, { awaited: awaited.length > 0 ? awaited : undefined, cause, source, faults });
  }
  if (fault instanceof IdempotencyConflict) return new DeskRefusal("key-reused", fault.message, { case: fault.case });
  if (fault instanceof UnknownCase) return new DeskRefusal("not-found", "There is no such case.");
  if (fault instanceof CaseNotErasable) return new DeskRefusal("not-erasable", fault.message);
  if (fault instanceof NotASandboxCase) return new DeskRefusal("not-a-sandbox-case", fault.message);
  if (fault instanceof UnknownCursor) return new DeskRefusal("unknown-cursor", fault.message);
  if (isOutage(fault))
    return new DeskRefusal("unavailable", "The register or Temporal doesn't answer: try again.", { retryAfter: 2 });
  return undefined;
}
