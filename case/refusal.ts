import type { Citation } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { type Fault, placed } from "./fault.js";

export type RefusalType =
  | "malformed" // the message isn't what the act's schema says
  | "not-allowed" // this party doesn't send this act
  | "not-awaited" // nothing in the case waits for it now
  | "not-lawful" // a rule of the text forbids it
  | "confirm" // it would newly end the case adversely: a person must confirm
  | "moved" // it was meant for the case as it stood before
  | "conflict" // a later accepted act would no longer fit
  | "unknown"; // no such act in this procedure

/** Why nothing awaits an act: which of these it is, for who has to word it otherwise. */
export type NotAwaited =
  | "ended" // the case is over
  | "done" // it was recorded already, and comes once
  | "not-yet" // what it follows hasn't come
  | "other-subject" // it is awaited, about something else
  | "not-now"; // the procedure isn't there

/** An act that may be sent now, by whom, about what. */
export interface Awaited {
  readonly act: string;
  readonly label: string;
  readonly by: readonly string[];
  readonly about?: string;
  /** Somebody owes it; false where it is merely possible. */
  readonly due: boolean;
  /** The clock that bounds it, and its last day; null while suspended. */
  readonly clock?: string;
  readonly lastDay?: CivilDate | null;
  /** The text by which it is awaited. */
  readonly source: string;
}

/** Why an act isn't accepted: says what was expected instead, and by which text. Nothing has been written. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly awaited: readonly Awaited[];
  readonly source: string | undefined;
  /** What is wrong with the form of a malformed message. */
  readonly fault: Fault | undefined;
  /** Which kind of "not awaited" it is. */
  readonly notAwaited: NotAwaited | undefined;

  constructor(
    readonly type: RefusalType,
    message: string,
    more: {
      awaited?: readonly Awaited[];
      source?: Pick<Citation, "ref"> | undefined;
      fault?: Fault | undefined;
      cause?: NotAwaited | undefined;
    } = {},
  ) {
    super(message);
    this.awaited = more.awaited ?? [];
    this.source = more.source?.ref;
    this.fault = more.fault;
    this.notAwaited = more.cause;
  }

  /** Of a message that isn't written as it should. */
  static ofForm(fault: Fault): Refusal {
    return new Refusal("malformed", placed(fault), { fault });
  }

  /** The refusal that was written as JSON, elsewhere. */
  static from({ type, detail, awaited, source, fault, cause }: RefusalProblem): Refusal {
    const ref = source === undefined ? undefined : { ref: source };
    return new Refusal(type, detail, { awaited, source: ref, fault, cause });
  }

  toJSON(): RefusalProblem {
    return {
      type: this.type,
      detail: this.message,
      awaited: this.awaited,
      ...(this.source !== undefined && { source: this.source }),
      ...(this.fault !== undefined && { fault: this.fault }),
      ...(this.notAwaited !== undefined && { cause: this.notAwaited }),
    };
  }
}

export interface RefusalProblem {
  readonly type: RefusalType;
  readonly detail: string;
  readonly awaited: readonly Awaited[];
  readonly source?: string;
  readonly fault?: Fault;
  readonly cause?: NotAwaited;
}

/** Told by a story: the text forbids this act now. */
export function refuse(reason: string, source: Citation): never {
  throw new Refusal("not-lawful", reason, { source });
}

/** A mistake in a story (never in what a party sent): fails the first test that passes there. */
export class StoryFault extends Error {
  override readonly name = "StoryFault";
}
