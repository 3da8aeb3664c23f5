import type { CivilDate } from "../law/civil-date.js";
import type { Act } from "./act.js";
import type { DelayRule, FilingBase, Shape } from "./definition.js";
import type { Delays } from "./delays.js";
import type { Asking, Reaction, Running, Tellable, Telling } from "./file.js";
import type { Proceedings } from "./proceedings.js";
import { StoryFault } from "./refusal.js";
import { type Facts, type PartTracker, ReceivedVerb, trackerOf, Verb } from "./verbs.js";

/** What a case file asks of the kernel that keeps it. */
export interface FileKernel extends PartTracker {
  readonly shape: Shape;
  readonly opening: { readonly id: string; readonly filing: FilingBase; readonly filedOn: CivilDate };
  readonly proceedings: Proceedings;
  /** The latest act of each name, and of each name about a subject. */
  readonly acts: ReadonlyMap<string, Act>;
  readonly lastAct: Act | null;
  gate(name: string): boolean;
  readonly delays: Delays;
}

/** The key of an act among the accepted ones. */
export const acceptedAs = (act: string, about?: string): string => (about === undefined ? act : `${act}|${about}`);

/**
 * The case file that a kernel hands to its story. A class, because an object literal with getters has a hidden class
 * of its own in V8, which keeps the whole case alive until the next major collection.
 */
export class StoryFile {
  readonly [trackerOf]: PartTracker;

  constructor(private readonly kernel: FileKernel) {
    this[trackerOf] = kernel;
  }

  get id(): string {
    return this.kernel.opening.id;
  }

  get filing(): never {
    return this.kernel.opening.filing as never;
  }

  get filedOn(): CivilDate {
    return this.kernel.opening.filedOn;
  }

  get today(): CivilDate {
    return this.kernel.proceedings.day;
  }

  // What is run with yield*.

  received(...acts: string[]): Verb {
    return new ReceivedVerb({ kind: "wait", acts }, this.kernel);
  }

  end(delay: string, running: Running): Verb {
    return new Verb({ kind: "wait", acts: [], delay, running }, this.kernel);
  }

  all(...parts: Tellable<unknown>[]): Verb {
    return new Verb({ kind: "all", parts }, this.kernel);
  }

  first(...parts: Tellable<unknown>[]): Verb {
    return new Verb({ kind: "first", parts }, this.kernel);
  }

  each(act: string, reaction: Reaction<never>, about?: string): Verb {
    return new Verb({ kind: "each", act, about, reaction }, this.kernel);
  }

  under(rules: Tellable<unknown> | readonly Tellable<unknown>[], passage: Tellable<unknown>): Verb {
    return new Verb({ kind: "under", rules: listed(rules), passage }, this.kernel);
  }

  ends(ending: string, of?: string, facts?: Facts): Verb {
    return new Verb({ kind: "ends", ending, of, facts }, this.kernel);
  }

  nothing(): Verb {
    return new Verb({ kind: "wait", acts: [] }, this.kernel);
  }

  // What is written at once.

  enter(phase: string, of?: string): void {
    this.kernel.proceedings.enter(phase, of);
  }

  notify(parties: string | readonly string[], notice: string, telling?: Telling): void {
    const { shape, proceedings } = this.kernel;
    if (shape.notices[notice] === undefined) throw new StoryFault(`"${notice}" is no notice of ${shape.name}.`);
    for (const party of listed(parties)) proceedings.address("notice", party, notice, telling);
  }

  task(party: string, task: string, telling?: Telling): void {
    const { shape } = this.kernel;
    if (shape.tasks[task] === undefined) throw new StoryFault(`"${task}" is no task of ${shape.name}.`);
    this.kernel.proceedings.address("task", party, task, telling);
  }

  settled(task: string, about?: string): void {
    this.kernel.proceedings.tasks.settled(task, about);
  }

  handOver(handover: string, { about, facts }: Telling = {}): void {
    const { shape, proceedings } = this.kernel;
    if (shape.handovers?.[handover] === undefined)
      throw new StoryFault(`"${handover}" is no handover of ${shape.name}.`);
    proceedings.write("handover", handover, { about, detail: facts && { facts } });
  }

  suspend(kind: string, asking: Asking): string {
    return this.kernel.proceedings.suspend(kind, this.kernel.lastAct?.by ?? "applicant", asking);
  }

  resume(suspension: string, on: CivilDate): void {
    this.kernel.proceedings.resume(suspension, on);
  }

  recorded(act: string, about?: string): never {
    return this.kernel.acts.get(acceptedAs(act, about)) as never;
  }

  lastDay(delay: string, from: CivilDate): CivilDate {
    return this.kernel.delays.lastDayIf(delay, from);
  }

  dueOn(delay: string): CivilDate | null {
    return this.kernel.delays.dueOn(delay);
  }

  rule(delay: string): DelayRule {
    return this.kernel.delays.delay(delay).rule;
  }

  changed(gate: string): boolean {
    return this.kernel.gate(gate);
  }
}

const listed = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);
