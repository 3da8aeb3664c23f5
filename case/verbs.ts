import type { CaseFile, Reaction, Running, Story, Tellable } from "./file.js";

export type Facts = { readonly [fact: string]: unknown };

/** What a verb asks of the kernel, when the story yields it. */
export type Instruction =
  | {
      readonly kind: "wait";
      readonly acts: readonly string[];
      readonly about?: string;
      readonly delay?: string;
      readonly running?: Running;
    }
  | { readonly kind: "all" | "first"; readonly parts: readonly Tellable<unknown>[] }
  | {
      readonly kind: "each";
      readonly act: string;
      readonly about: string | undefined;
      readonly reaction: Reaction<never>;
    }
  | { readonly kind: "under"; readonly rules: readonly Tellable<unknown>[]; readonly passage: Tellable<unknown> }
  | {
      readonly kind: "ends";
      readonly ending: string;
      readonly about: string | undefined;
      readonly facts: Facts | undefined;
    };

/** Keeps track of the verbs and chapters that a story makes, to find those that it never runs. */
export interface PartTracker {
  track(part: TrackedPart): void;
}

/** Where a case file hides its tracker from stories, for chapters to register with. */
export const trackerOf = Symbol("tracker");

/**
 * Names a part of a story, so that it can be run from several places: `return yield* opinions(file, ar)`. Like a verb,
 * a chapter that is made must be run; the kernel checks at the next pause.
 */
export function chapter<D, Args extends readonly unknown[], T>(
  story: (file: CaseFile<D>, ...args: Args) => Story<T>,
): (file: CaseFile<D>, ...args: Args) => Tellable<T> {
  return (file, ...args) => {
    const part = new Chapter(story.name || "a chapter", () => story(file, ...args));
    (file as unknown as { [trackerOf]: PartTracker })[trackerOf].track(part);
    return part;
  };
}

/** What a story has made and must run; the kernel looks, at the next pause, for what wasn't. */
export interface TrackedPart {
  readonly what: string;
  consumed: boolean;
}

class Chapter<T> implements Tellable<T>, TrackedPart {
  consumed = false;

  constructor(
    readonly what: string,
    private readonly begin: () => Story<T>,
  ) {}

  [Symbol.iterator](): Story<T> {
    this.consumed = true;
    return this.begin();
  }
}

/** A verb made by a story. */
export class Verb implements Tellable<unknown>, TrackedPart {
  consumed = false;

  constructor(
    readonly instruction: Instruction,
    protected readonly tracker: PartTracker,
  ) {
    tracker.track(this);
  }

  get what(): string {
    return this.instruction.kind;
  }

  *[Symbol.iterator](): Story<unknown> {
    this.consumed = true;
    return yield this.instruction;
  }
}

export class ReceivedVerb extends Verb {
  declare readonly instruction: Extract<Instruction, { kind: "wait" }>;

  about(subject: string): ReceivedVerb {
    this.consumed = true;
    return new ReceivedVerb({ ...this.instruction, about: subject }, this.tracker);
  }

  within(delay: string, running: Running): Verb {
    this.consumed = true;
    return new Verb({ ...this.instruction, delay, running }, this.tracker);
  }
}
