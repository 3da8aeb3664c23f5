import type { Citation } from "../law/citation.js";

export type RefusalType =
  | "malformed" // the message isn't what the act's schema says
  | "not-allowed" // this party doesn't send this act
  | "not-awaited" // nothing in the case waits for it now
  | "not-lawful" // a rule of the text forbids it
  | "confirm" // it would newly end the case adversely: a person must confirm
  | "conflict" // a later accepted act would no longer fit
  | "unknown"; // no such act in this procedure

/** An act that may be sent now, by whom, about what. */
export interface Awaited {
  readonly act: string;
  readonly by: readonly string[];
  readonly about?: string;
}

/** Why an act isn't accepted: says what was expected instead, and by which text. Nothing has been written. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly awaited: readonly Awaited[];
  readonly source: string | undefined;
  /** JSON pointer to the fault, for a malformed message. */
  readonly pointer: string | undefined;

  constructor(
    readonly type: RefusalType,
    message: string,
    more: {
      awaited?: readonly Awaited[];
      source?: Pick<Citation, "ref"> | undefined;
      pointer?: string | undefined;
    } = {},
  ) {
    super(message);
    this.awaited = more.awaited ?? [];
    this.source = more.source?.ref;
    this.pointer = more.pointer;
  }

  /** The refusal that was written as JSON, elsewhere. */
  static from({ type, detail, awaited, source, pointer }: RefusalProblem): Refusal {
    return new Refusal(type, detail, { awaited, pointer, source: source === undefined ? undefined : { ref: source } });
  }

  toJSON(): RefusalProblem {
    return {
      type: this.type,
      detail: this.message,
      awaited: this.awaited,
      ...(this.source !== undefined && { source: this.source }),
      ...(this.pointer !== undefined && { pointer: this.pointer }),
    };
  }
}

export interface RefusalProblem {
  readonly type: RefusalType;
  readonly detail: string;
  readonly awaited: readonly Awaited[];
  readonly source?: string;
  readonly pointer?: string;
}

/** Told by a story: the text forbids this act now. */
export function refuse(reason: string, source: Citation): never {
  throw new Refusal("not-lawful", reason, { source });
}

/** A mistake in a story (never in what a party sent): fails the first test that passes there. */
export class StoryFault extends Error {
  override readonly name = "StoryFault";
}
