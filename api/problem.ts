import type { Fault, FaultCode } from "../case/fault.js";
import type { Awaited, NotAwaited } from "../case/refusal.js";
import { type ProblemType, problemTypes } from "./problem-types.js";

/** One fault of a request, at a JSON pointer; those of form by their code. */
export interface ProblemError {
  readonly pointer: string;
  readonly detail: string;
  readonly code?: FaultCode;
  readonly parameters?: Fault["parameters"];
}

/** What a problem says beyond its type: members of RFC 9457 and ours. */
export interface ProblemMembers {
  /** What could be sent instead. */
  readonly awaited?: readonly Awaited[];
  /** Why nothing awaits the act. */
  readonly cause?: NotAwaited;
  /** The text that forbids it. */
  readonly source?: string;
  readonly pointer?: string;
  readonly errors?: readonly ProblemError[];
  readonly case?: string;
}

/** A problem as RFC 9457 writes it. */
export interface ProblemBody extends ProblemMembers {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** What a request is refused with. Its detail is written for the one who asked: nothing internal in it. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;

  constructor(
    readonly type: ProblemType,
    detail: string,
    readonly members: ProblemMembers = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.status = problemTypes[type].status;
  }

  toJSON(): ProblemBody {
    const { title, status } = problemTypes[this.type];
    return { type: `/problems/${this.type}`, title, status, detail: this.message, ...this.members };
  }
}
