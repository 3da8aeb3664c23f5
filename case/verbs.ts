import type { Branch, CaseFile, Running, Story, Tellable } from "./file.js";

export type Facts = { readonly [fact: string]: unknown };

/** What a verb asks of the kernel, when it is told. */
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
      readonly branch: Branch<never>;
    }
  | { readonly kind: "under"; readonly rules: readonly Tellable<unknown>[]; readonly passage: Tellable<unknown> }
  | {
      readonly kind: "ends";
      readonly ending: string;
      readonly of: string | undefined;
      readonly facts: Facts | undefined;
    };

/** Takes note of what a story makes, to see that it is told. */
export interface Maker {
  made(tellable: Made): void;
}

/** Where a case file hides its maker from stories, for chapters to register with. */
export const makerOf = Symbol("maker");

/**
 * Names a part of a story, so that it can be told from several places: `return yield* opinions(file, ar)`. Like a verb,
 * a chapter that is made must be told; the kernel checks at the next pause.
 */
export function chapter<D, Args extends readonly unknown[], T>(
  tale: (file: CaseFile<D>, ...args: Args) => Story<T>,
): (file: CaseFile<D>, ...args: Args) => Tellable<T> {
  return (file, ...args) => {
    const part = new Chapter(tale.name || "a chapter", () => tale(file, ...args));
    (file as unknown as { [makerOf]: Maker })[makerOf].made(part);
    return part;
  };
}

/** What a story has made and must tell; the kernel looks, at the next pause, for what wasn't. */
export interface Made {
  readonly what: string;
  told: boolean;
}

class Chapter<T> implements Tellable<T>, Made {
  told = false;

  constructor(
    readonly what: string,
    private readonly begin: () => Story<T>,
  ) {}

  [Symbol.iterator](): Story<T> {
    this.told = true;
    return this.begin();
  }
}

/** A verb made by a story. */
export class Verb implements Tellable<unknown>, Made {
  told = false;

  constructor(
    readonly instruction: Instruction,
    protected readonly maker: Maker,
  ) {
    maker.made(this);
  }

  get what(): string {
    return this.instruction.kind;
  }

  *[Symbol.iterator](): Story<unknown> {
    this.told = true;
    return yield this.instruction;
  }
}

export class ReceivedVerb extends Verb {
  declare readonly instruction: Extract<Instruction, { kind: "wait" }>;

  about(subject: string): ReceivedVerb {
    this.told = true;
    return new ReceivedVerb({ ...this.instruction, about: subject }, this.maker);
  }

  within(delay: string, running: Running): Verb {
    this.told = true;
    return new Verb({ ...this.instruction, delay, running }, this.maker);
  }
}
