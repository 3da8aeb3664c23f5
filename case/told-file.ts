import type { CivilDate } from "../law/civil-date.js";
import type { Act } from "./act.js";
import type { DelayRule, FilingBase, Shape } from "./definition.js";
import type { Branch, Running, Tellable, Telling } from "./file.js";
import type { Narration } from "./narration.js";
import { StoryFault } from "./refusal.js";
import { type Facts, type Maker, makerOf, ReceivedVerb, Verb } from "./verbs.js";

/** What a case file asks of the kernel that keeps it. */
export interface Keeper extends Maker {
  readonly shape: Shape;
  readonly opening: { readonly id: string; readonly filing: FilingBase; readonly filedOn: CivilDate };
  readonly narration: Narration;
  /** The latest act of each name, and of each name about a subject. */
  readonly accepted: ReadonlyMap<string, Act>;
  readonly lastAct: Act | null;
  gate(name: string): boolean;
  lastDayIf(delay: string, from: CivilDate): CivilDate;
  dueOn(delay: string): CivilDate | null;
  delay(delay: string): { readonly rule: DelayRule };
}

/** The key of an act among the accepted ones. */
export const acceptedAs = (act: string, about?: string): string => (about === undefined ? act : `${act}|${about}`);

/**
 * The case file that a kernel hands to its story. A class, because an object literal with getters has a hidden class
 * of its own in V8, which keeps the whole case alive until the next major collection.
 */
export class ToldFile {
  readonly [makerOf]: Maker;

  constructor(private readonly keeper: Keeper) {
    this[makerOf] = keeper;
  }

  get id(): string {
    return this.keeper.opening.id;
  }

  get filing(): never {
    return this.keeper.opening.filing as never;
  }

  get filedOn(): CivilDate {
    return this.keeper.opening.filedOn;
  }

  get today(): CivilDate {
    return this.keeper.narration.day;
  }

  // What is told with yield*.

  received(...acts: string[]): Verb {
    return new ReceivedVerb({ kind: "wait", acts }, this.keeper);
  }

  end(delay: string, running: Running): Verb {
    return new Verb({ kind: "wait", acts: [], delay, running }, this.keeper);
  }

  all(...parts: Tellable<unknown>[]): Verb {
    return new Verb({ kind: "all", parts }, this.keeper);
  }

  first(...parts: Tellable<unknown>[]): Verb {
    return new Verb({ kind: "first", parts }, this.keeper);
  }

  each(act: string, branch: Branch<never>, about?: string): Verb {
    return new Verb({ kind: "each", act, about, branch }, this.keeper);
  }

  under(rules: Tellable<unknown> | readonly Tellable<unknown>[], passage: Tellable<unknown>): Verb {
    return new Verb({ kind: "under", rules: listed(rules), passage }, this.keeper);
  }

  ends(ending: string, of?: string, facts?: Facts): Verb {
    return new Verb({ kind: "ends", ending, of, facts }, this.keeper);
  }

  nothing(): Verb {
    return new Verb({ kind: "wait", acts: [] }, this.keeper);
  }

  // What is written at once.

  enter(phase: string, of?: string): void {
    this.keeper.narration.enter(phase, of);
  }

  notify(parties: string | readonly string[], notice: string, telling?: Telling): void {
    const { shape, narration } = this.keeper;
    if (shape.notices[notice] === undefined) throw new StoryFault(`"${notice}" is no notice of ${shape.name}.`);
    for (const party of listed(parties)) narration.tell("notice", party, notice, telling);
  }

  task(party: string, task: string, telling?: Telling): void {
    this.keeper.narration.tell("task", party, task, telling);
  }

  suspend(kind: string, from: CivilDate, about?: string, of?: string): string {
    return this.keeper.narration.suspend(kind, this.keeper.lastAct?.by ?? "applicant", from, about, of);
  }

  resume(suspension: string, on: CivilDate): void {
    this.keeper.narration.resume(suspension, on);
  }

  recorded(act: string, about?: string): never {
    return this.keeper.accepted.get(acceptedAs(act, about)) as never;
  }

  lastDay(delay: string, from: CivilDate): CivilDate {
    return this.keeper.lastDayIf(delay, from);
  }

  dueOn(delay: string): CivilDate | null {
    return this.keeper.dueOn(delay);
  }

  rule(delay: string): DelayRule {
    return this.keeper.delay(delay).rule;
  }

  changed(gate: string): boolean {
    return this.keeper.gate(gate);
  }
}

const listed = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);
