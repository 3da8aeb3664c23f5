import { isWorkingDay, rollForward } from "../law/calendar.js";
import type { CivilDate } from "../law/civil-date.js";
import { addDays } from "../law/civil-date.js";
import { deadline } from "../law/deadline.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { startOfDayMs } from "../law/paris.js";
import type { Act } from "./act.js";
import { Clock, Ledger } from "./clock.js";
import type { DelayRule, DelaySpec, FilingBase, Ruleset, Shape } from "./definition.js";
import type { Entry, EntryKind } from "./entry.js";
import { type CaseFile, lapsed, type Part, type Running, type Story, type Tellable, type Telling } from "./file.js";
import { type Awaited, Refusal, StoryFault } from "./refusal.js";

/** What a story is told about: fixed at the filing, never changed. */
export interface Opening {
  readonly id: string;
  readonly filedAt: Instant;
  readonly filedOn: CivilDate;
  /** `parcours@2023-04-01` */
  readonly ruleset: string;
  readonly filing: FilingBase;
}

/** An entry until the kernel is at rest: the dates that moved are added then. */
type Draft = { -readonly [Field in keyof Entry]: Entry[Field] };
type Details = { readonly [Field in "party" | "about" | "detail"]?: Entry[Field] | undefined };

type Facts = { readonly [fact: string]: unknown };

export type Tale = (file: CaseFile<never>) => Story<unknown>;

type Instruction =
  | {
      readonly kind: "wait";
      readonly acts: readonly string[];
      readonly about?: string;
      readonly delay?: string;
      readonly running?: Running;
    }
  | { readonly kind: "all" | "first"; readonly parts: readonly Part<unknown>[] }
  | {
      readonly kind: "each";
      readonly act: string;
      readonly about: string | undefined;
      readonly branch: (act: never) => Story<unknown>;
    }
  | { readonly kind: "under"; readonly rules: readonly Part<unknown>[]; readonly passage: Part<unknown> }
  | { readonly kind: "ends"; readonly ending: string; readonly of?: string; readonly facts?: Facts };

/** Where a case file hides its kernel from stories, for chapters to register with. */
const kernelOf = Symbol("kernel");

/**
 * Names a part of a story, so that it can be told from several places: `return yield* opinions(file, ar)`. Like a verb,
 * a chapter that is made must be told; the kernel checks at the next pause.
 */
export function chapter<D, Args extends readonly unknown[], T>(
  tale: (file: CaseFile<D>, ...args: Args) => Story<T>,
): (file: CaseFile<D>, ...args: Args) => Tellable<T> {
  return (file, ...args) => {
    const part = new Chapter(tale.name, () => tale(file, ...args));
    (file as unknown as { [kernelOf]: Kernel })[kernelOf].made(part);
    return part;
  };
}

/** What a story has made and must tell; the kernel looks, at the next pause, for what wasn't. */
interface Made {
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
class Verb implements Tellable<unknown>, Made {
  told = false;

  constructor(
    readonly instruction: Instruction,
    protected readonly kernel: Kernel,
  ) {
    kernel.made(this);
  }

  get what(): string {
    return this.instruction.kind;
  }

  *[Symbol.iterator](): Story<unknown> {
    this.told = true;
    return yield this.instruction;
  }
}

class ReceivedVerb extends Verb {
  declare readonly instruction: Extract<Instruction, { kind: "wait" }>;

  about(subject: string): ReceivedVerb {
    this.told = true;
    return new ReceivedVerb({ ...this.instruction, about: subject }, this.kernel);
  }

  within(delay: string, running: Running): Verb {
    this.told = true;
    return new Verb({ ...this.instruction, delay, running }, this.kernel);
  }
}

/** A part of the story that runs beside the others. */
interface Strand {
  readonly story: Story<unknown>;
  readonly parent: Strand | null;
  /** How its end is taken by its parent. */
  readonly join: "root" | "all" | "first" | "rule" | "passage" | "branch";
  readonly index: number;
  /** A rule, or a part that only listens: it awaits nobody's move. */
  listening: boolean;
  children: Strand[];
  results: unknown[];
  missing: number;
  over: boolean;
}

/** An open wait: the acts that would wake it, about what, and the clock that would. */
interface Wait {
  readonly strand: Strand;
  readonly acts: readonly string[];
  readonly about: string | undefined;
  readonly clock: Clock | null;
  /** The branch of an `each`; the wait stays open. */
  readonly branch: ((act: never) => Story<unknown>) | null;
}

export interface Ended {
  readonly name: string;
  readonly on: CivilDate;
  readonly adverse: boolean;
  readonly tellAt: Instant | null;
  readonly cause: string;
}

export interface Subject {
  phase: string | null;
  outcome: string | null;
  /** What later procedures need to know of the outcome. */
  facts?: Facts;
  /** First day of the present phase or outcome. */
  since: CivilDate;
}

/**
 * Tells a story, one wake at a time: by each accepted act and by each delay that is over. Synchronous and pure: the
 * same opening and the same acts give the same entries on Temporal, in a simulation and in an audit.
 */
export class Kernel {
  readonly entries: Draft[] = [];
  readonly clocks: Clock[] = [];
  readonly ledger = new Ledger();
  readonly subjects = new Map<string, Subject>();
  phase: string | null = null;
  ended: Ended | null = null;
  /** Legal day of what is being told. */
  day: CivilDate;
  private at: Instant | null = null;
  private cause = "filing";
  private waits: Wait[] = [];
  private readonly accepted = new Map<string, Act>();
  /** Made since the last pause. */
  private fresh: Made[] = [];
  /** The latest day whose midnight has told something: an act of an earlier day comes too late for it. */
  private midnight: CivilDate | null = null;
  private lastAct: Act | null = null;
  /** The latest instant known among the acts of the last act's day. */
  private latestAt: Instant | null = null;
  private readonly clockCount = new Map<string, number>();

  constructor(
    private readonly shape: Shape,
    private readonly ruleset: Ruleset,
    readonly opening: Opening,
    tale: Tale,
    private readonly gate: (name: string) => boolean = () => true,
  ) {
    this.day = opening.filedOn;
    this.at = opening.filedAt;
    this.write("filed", shape.name, { party: "applicant" });
    const story = tale(this.file as unknown as CaseFile<never>);
    this.step(this.strand(story, null, "root", 0, false), undefined);
    this.rest(0);
  }

  // ---- What the story sees.

  private readonly file = this.caseFile();

  private caseFile(): CaseFile<{ shape: Shape }> {
    const kernel = this;
    const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);
    const file = {
      [kernelOf]: kernel,
      get id() {
        return kernel.opening.id;
      },
      get filing() {
        return kernel.opening.filing;
      },
      get filedOn() {
        return kernel.opening.filedOn;
      },
      get today() {
        return kernel.day;
      },
      received: (...acts: string[]) => new ReceivedVerb({ kind: "wait", acts }, kernel),
      end: (delay: string, running: Running) => new Verb({ kind: "wait", acts: [], delay, running }, kernel),
      all: (...parts: Part<unknown>[]) => new Verb({ kind: "all", parts }, kernel),
      first: (...parts: Part<unknown>[]) => new Verb({ kind: "first", parts }, kernel),
      each: (act: string, branch: (act: never) => Story<unknown>, about?: string) =>
        new Verb({ kind: "each", act, about, branch }, kernel),
      under: (rules: Part<unknown> | readonly Part<unknown>[], passage: Part<unknown>) =>
        new Verb({ kind: "under", rules: list(rules), passage }, kernel),
      ends: (ending: string, of?: string, facts?: Facts) =>
        new Verb(
          { kind: "ends", ending, ...(of !== undefined && { of }), ...(facts !== undefined && { facts }) },
          kernel,
        ),
      nothing: () => new Verb({ kind: "wait", acts: [] }, kernel),
      enter: (phase: string, of?: string) => kernel.enter(phase, of),
      notify: (parties: string | readonly string[], notice: string, telling?: Telling) => {
        if (kernel.shape.notices[notice] === undefined)
          throw new StoryFault(`"${notice}" is no notice of ${kernel.shape.name}.`);
        for (const party of list(parties)) kernel.tell("notice", party, notice, telling);
      },
      task: (party: string, task: string, telling?: Telling) => kernel.tell("task", party, task, telling),
      suspend: (kind: string, from: CivilDate, about?: string) => kernel.suspend(kind, from, about),
      resume: (suspension: string, on: CivilDate) => kernel.resume(suspension, on),
      recorded: (act: string, about?: string) => kernel.accepted.get(about === undefined ? act : `${act}|${about}`),
      lastDay: (delay: string, from: CivilDate) => kernel.lastDayIf(delay, from),
      changed: (gate: string) => kernel.gate(gate),
    };
    return file as unknown as CaseFile<{ shape: Shape }>;
  }

  made(tellable: Made): void {
    this.fresh.push(tellable);
  }

  /** Field by field, without spreads: the whole cost of a simulation is in its entries. */
  private write(kind: EntryKind, name: string, { party, about, detail }: Details = {}): void {
    const entry: Draft = { kind, name, on: this.day, cause: this.cause };
    if (this.at !== null) entry.at = this.at;
    if (party !== undefined) entry.party = party;
    if (about !== undefined) entry.about = about;
    if (detail !== undefined) entry.detail = detail;
    this.entries.push(entry);
  }

  private tell(kind: "notice" | "task", party: string, name: string, { about, facts }: Telling = {}): void {
    this.write(kind, name, { party, about, detail: facts && { facts } });
  }

  private enter(phase: string, of?: string): void {
    if (this.shape.phases[phase] === undefined) throw new StoryFault(`"${phase}" is no phase of ${this.shape.name}.`);
    if (of === undefined) this.phase = phase;
    else this.subject(of).phase = phase;
    if (of !== undefined) this.subject(of).since = this.day;
    this.write("phase", phase, { about: of });
  }

  private subject(id: string): Subject {
    let subject = this.subjects.get(id);
    if (subject === undefined) {
      subject = { phase: null, outcome: null, since: this.day };
      this.subjects.set(id, subject);
    }
    return subject;
  }

  private suspend(kind: string, from: CivilDate, about?: string): string {
    const id = about === undefined ? kind : `${kind}:${about}`;
    const by = this.lastAct?.by ?? "applicant";
    this.ledger.add({
      id,
      kind,
      ...(about !== undefined && { about }),
      from,
      to: null,
      by,
      why: this.shape.suspensions[kind]?.label ?? kind,
    });
    this.write("suspended", kind, { about, detail: { from } });
    return id;
  }

  private resume(suspension: string, on: CivilDate): void {
    const open = this.ledger.suspensions.find((s) => s.id === suspension && s.to === null);
    if (open === undefined) throw new StoryFault(`No suspension "${suspension}" is open.`);
    open.to = on;
    this.ledger.changed();
    this.write("resumed", open.kind, { about: open.about, detail: { from: open.from, to: on } });
  }

  // ---- Strands: the parts of the story that run beside each other.

  private strand(
    story: Story<unknown>,
    parent: Strand | null,
    join: Strand["join"],
    index: number,
    listening: boolean,
  ): Strand {
    const strand: Strand = {
      story,
      parent,
      join,
      index,
      listening,
      children: [],
      results: [],
      missing: 0,
      over: false,
    };
    parent?.children.push(strand);
    return strand;
  }

  private part(part: Part<unknown>): Story<unknown> {
    if (typeof part === "function") return part();
    (part as Tellable<unknown> & Partial<Made>).told = true; // handed to a combinator: the kernel tells it, or drops it
    return part[Symbol.iterator]();
  }

  /** Runs a strand until it waits, joins its parts, or is over. */
  private step(strand: Strand, value: unknown): void {
    let given = value;
    while (this.ended === null && !strand.over) {
      const next = strand.story.next(given);
      if (next.done) {
        this.finish(strand, next.value);
        return;
      }
      const instruction = next.value as Instruction;
      switch (instruction.kind) {
        case "wait":
          this.wait(strand, instruction);
          return;
        case "each":
          strand.listening = true;
          this.open({
            strand,
            acts: [instruction.act],
            about: instruction.about,
            clock: null,
            branch: instruction.branch,
          });
          return;
        case "all":
        case "first":
          this.fork(strand, instruction);
          return;
        case "under":
          this.hold(strand, instruction);
          return;
        case "ends":
          if (!this.endHere(instruction)) return;
          given = instruction.ending;
      }
    }
  }

  private wait(strand: Strand, { acts, about, delay, running }: Extract<Instruction, { kind: "wait" }>): void {
    const clock = delay === undefined || running === undefined ? null : this.arm(delay, running);
    if (acts.length === 0 && clock === null) return; // nothing(): only the end of the passage ends it
    this.open({ strand, acts, about, clock, branch: null });
  }

  private open(wait: Wait): void {
    for (const act of wait.acts) {
      if (this.shape.acts[act] === undefined) throw new StoryFault(`"${act}" is no act of ${this.shape.name}.`);
      const rival = this.waits.find((other) => other.about === wait.about && other.acts.includes(act));
      if (rival !== undefined) {
        throw new StoryFault(
          `Two passages await "${act}"${wait.about === undefined ? "" : ` about "${wait.about}"`} at once.`,
        );
      }
    }
    this.waits.push(wait);
  }

  private fork(strand: Strand, { kind, parts }: Extract<Instruction, { kind: "all" | "first" }>): void {
    strand.children = [];
    strand.results = new Array(parts.length);
    strand.missing = parts.length;
    if (kind === "all" && parts.length === 0) {
      this.step(strand, []);
      return;
    }
    const children = parts.map((part, index) => this.strand(this.part(part), strand, kind, index, strand.listening));
    for (const child of children) {
      if (this.ended !== null || child.over) break;
      this.step(child, undefined);
    }
  }

  private hold(strand: Strand, { rules, passage }: Extract<Instruction, { kind: "under" }>): void {
    strand.children = [];
    for (const rule of rules) {
      if (this.ended !== null) return;
      this.step(this.strand(this.part(rule), strand, "rule", 0, true), undefined);
    }
    if (this.ended === null)
      this.step(this.strand(this.part(passage), strand, "passage", 0, strand.listening), undefined);
  }

  /** A strand is over: its parent takes its result. */
  private finish(strand: Strand, result: unknown): void {
    strand.over = true;
    const { parent } = strand;
    switch (strand.join) {
      case "root":
        throw new StoryFault("The story is over without an ending.");
      case "rule":
      case "branch":
        if (parent !== null) parent.children = parent.children.filter((child) => child !== strand);
        return;
      case "all":
        if (parent === null) return;
        parent.results[strand.index] = result;
        if (--parent.missing === 0) this.step(parent, parent.results);
        return;
      case "first":
      case "passage":
        if (parent === null) return;
        for (const other of parent.children) if (other !== strand) this.drop(other);
        parent.children = [];
        this.step(parent, result);
    }
  }

  /** Ends a strand that is no longer told, with its waits and their clocks. */
  private drop(strand: Strand): void {
    strand.over = true;
    this.waits = this.waits.filter((wait) => {
      if (wait.strand !== strand) return true;
      wait.clock?.stop(this.day);
      return false;
    });
    for (const child of strand.children) this.drop(child);
  }

  /** Ends the case, or a subject. True when the strand goes on. */
  private endHere({ ending, of, facts }: Extract<Instruction, { kind: "ends" }>): boolean {
    const spec = this.shape.endings[ending];
    if (spec === undefined) throw new StoryFault(`"${ending}" is no ending of ${this.shape.name}.`);
    this.write("ending", ending, { about: of, detail: facts && { facts } });
    if (of !== undefined) {
      const subject = this.subject(of);
      subject.outcome = ending;
      if (facts !== undefined) subject.facts = facts;
      subject.since = this.day;
      return true;
    }
    this.ended = { name: ending, on: this.day, adverse: spec.adverse, tellAt: null, cause: this.cause };
    for (const wait of this.waits) wait.clock?.stop(this.day);
    this.waits = [];
    return false;
  }

  // ---- Clocks.

  private delay(delay: string): { readonly spec: DelaySpec; readonly rule: DelayRule } {
    const spec = this.shape.delays[delay];
    const rule: DelayRule | undefined = this.ruleset.delays[delay];
    if (spec === undefined || rule === undefined)
      throw new StoryFault(`"${delay}" is no delay of ${this.shape.name} under ${this.ruleset.name}.`);
    return { spec, rule };
  }

  private lastDayIf(delay: string, from: CivilDate): CivilDate {
    const { spec, rule } = this.delay(delay);
    const { lastDay } = deadline({ from, delay: rule.length, roll: spec.roll ?? "none" });
    if (lastDay === null) throw new StoryFault(`"${delay}" has no last day from ${from}.`);
    return lastDay;
  }

  private arm(delay: string, { from, of }: Running): Clock {
    const { spec, rule } = this.delay(delay);
    const name = of === undefined ? delay : `${delay}:${of}`;
    const count = (this.clockCount.get(name) ?? 0) + 1;
    this.clockCount.set(name, count);
    const clock = new Clock(count === 1 ? name : `${name}#${count}`, delay, spec, rule, from, of, this.ledger);
    this.clocks.push(clock);
    this.write("clock", delay, { about: clock.id, detail: { from } });
    return clock;
  }

  /** The next thing that time does: a delay is over, or a reminder is due. Both have effect from a Paris midnight. */
  private nextMidnight(): { on: CivilDate; wait: Wait; clock: Clock; daysBefore: number | null } | null {
    let next: { on: CivilDate; wait: Wait; clock: Clock; daysBefore: number | null } | null = null;
    for (const wait of this.waits) {
      const { clock } = wait;
      if (clock === null || !clock.running) continue;
      const { lastDay } = clock;
      if (lastDay === null) continue;
      const over = addDays(lastDay, 1);
      if (next === null || over < next.on || (over === next.on && next.daysBefore !== null)) {
        next = { on: over, wait, clock, daysBefore: null };
      }
      const rung = clock.nextRung(this.day);
      if (rung !== null && rung.on < next.on) next = { on: rung.on, wait, clock, daysBefore: rung.daysBefore };
    }
    return next;
  }

  /** The day whose midnight will next tell something; null when only acts can. */
  get nextMidnightOn(): CivilDate | null {
    return this.nextMidnight()?.on ?? null;
  }

  /** Tells every delay that is over, and every reminder that is due, by the midnight at which `day` begins. */
  advance(day: CivilDate): void {
    for (;;) {
      const next = this.ended === null ? this.nextMidnight() : null;
      if (next === null || next.on > day) return;
      const before = this.entries.length;
      // A delay whose last day had already passed when it opened is over at once, at what opened it.
      this.day = next.on > this.day ? next.on : this.day;
      this.at = fromEpochMs(startOfDayMs(this.day));
      this.midnight = this.day;
      this.cause = next.clock.id;
      if (next.daysBefore === null) this.expire(next.wait, next.clock);
      else this.remind(next.clock, next.daysBefore);
      this.rest(before);
      if (next.daysBefore === null && next.clock.spec.adverse === true) this.holdBack(before);
    }
  }

  private expire(wait: Wait, clock: Clock): void {
    const lastDay = clock.lastDay;
    if (clock.spec.onExpiry === "overrun" && wait.acts.length > 0) {
      clock.overrun = true;
      if (clock.spec.informative !== true) {
        this.write("overrun", clock.delay, { about: clock.id, party: clock.spec.bearer, detail: { lastDay } });
        for (const party of new Set([clock.spec.bearer, ...(clock.spec.tells ?? [])])) {
          this.tell("notice", party, "overrun", { about: clock.id, facts: { delay: clock.delay, lastDay } });
        }
      }
      return;
    }
    clock.outcome = "lapsed";
    this.waits = this.waits.filter((other) => other !== wait);
    if (clock.spec.informative !== true) {
      this.write("lapsed", clock.delay, { about: clock.id, party: clock.spec.bearer, detail: { lastDay } });
    }
    wait.strand.listening = false;
    this.step(wait.strand, wait.acts.length === 0 ? this.day : lapsed);
  }

  private remind(clock: Clock, daysBefore: number): void {
    clock.climbed(daysBefore);
    this.write("notice", "reminder", {
      party: clock.spec.bearer,
      about: `${clock.id}/${clock.restarts.length}/${daysBefore}`,
      detail: { facts: { clock: clock.id, delay: clock.delay, lastDay: clock.lastDay, daysBefore } },
    });
  }

  /** An adverse effect is told at noon of the next working day, so that what was received in time can still show up. */
  private holdBack(since: number): void {
    const tellAt = noon(isWorkingDay(this.day) ? this.day : rollForward(this.day));
    for (let i = since; i < this.entries.length; i++) this.entries[i]!.tellAt = tellAt;
    if (this.ended !== null) this.ended = { ...this.ended, tellAt };
  }

  // ---- Acts.

  /** Does the act's legal day lie before something already told? Then the case is derived again. */
  isLate(act: Act): boolean {
    if (this.midnight !== null && this.midnight > act.on) return true;
    const last = this.lastAct;
    if (last === null || last.on < act.on) return false;
    return last.on > act.on || (act.at !== undefined && this.latestAt !== null && this.latestAt > act.at);
  }

  /**
   * Takes an act: wakes the one wait that it answers.
   * @throws Refusal when nothing awaits it, or when the story says that it isn't lawful. The kernel must then be dropped.
   */
  take(act: Act): void {
    this.advance(act.on);
    const wait = this.waitFor(act);
    const before = this.entries.length;
    this.day = act.on;
    this.at = act.at ?? null;
    this.cause = act.id;
    if (this.lastAct?.on !== act.on) this.latestAt = null;
    if (act.at !== undefined && (this.latestAt === null || act.at > this.latestAt)) this.latestAt = act.at;
    this.lastAct = act;
    const { body, receivedOn, via } = act;
    const detail = via === undefined ? { body, receivedOn } : { body, receivedOn, via };
    this.write("act", act.act, { party: act.by, about: act.about, detail });
    this.accepted.set(act.act, act);
    if (act.about !== undefined) this.accepted.set(`${act.act}|${act.about}`, act);
    for (const { clock } of this.waits) {
      if (clock?.running && clock.spec.restartedBy?.includes(act.act)) clock.restart(act.on);
    }
    this.wake(wait, act);
    // A suspension recorded after the review of an answer may give back a delay that seemed overrun.
    for (const { clock } of this.waits) {
      if (clock?.overrun && (clock.lastDay === null || clock.lastDay >= this.day)) clock.overrun = false;
    }
    this.rest(before);
  }

  private waitFor(act: Act): Wait {
    if (this.ended !== null) {
      const ending = this.shape.endings[this.ended.name];
      const { on, tellAt } = this.ended;
      throw new Refusal(
        "not-awaited",
        `The case ended on ${on}: ${ending?.label ?? this.ended.name}.${tellAt === null ? "" : ` Only an act of an earlier day, received in time, can change it.`}`,
        { source: ending?.source },
      );
    }
    let found: Wait | undefined;
    for (const wait of this.waits) {
      if (!wait.acts.includes(act.act)) continue;
      if (wait.about === act.about) {
        found = wait;
        break;
      }
      if (wait.about === undefined) found = wait;
    }
    if (found === undefined) {
      const spec = this.shape.acts[act.act];
      const about = act.about === undefined ? "" : ` about "${act.about}"`;
      const why = spec?.otherwise === undefined ? "" : ` ${spec.otherwise}`;
      throw new Refusal("not-awaited", `"${spec?.label ?? act.act}"${about} isn't awaited on ${act.on}.${why}`, {
        awaited: this.awaited(),
        source: spec?.source,
      });
    }
    return found;
  }

  private wake(wait: Wait, act: Act): void {
    if (wait.branch !== null) {
      const branch = this.strand(wait.branch(act as never), wait.strand, "branch", 0, false);
      this.step(branch, undefined);
      return;
    }
    this.waits = this.waits.filter((other) => other !== wait);
    wait.clock?.stop(act.on);
    wait.strand.listening = false;
    this.step(wait.strand, act);
  }

  /** At rest: every verb made has been told, and notices know the dates that moved. */
  private rest(since: number): void {
    const forgotten = this.fresh.filter(({ told }) => !told);
    if (forgotten.length > 0)
      throw new StoryFault(`Made and never told with yield*: ${forgotten.map(({ what }) => what).join(", ")}.`);
    this.fresh = [];
    let dates: readonly object[] | null = null;
    for (let i = since; i < this.entries.length; i++) {
      const entry = this.entries[i]!;
      if (entry.kind !== "notice" && entry.kind !== "clock") continue;
      dates ??= this.openDates();
      if (entry.kind === "clock") {
        const clock = this.clocks.find((c) => c.id === entry.about);
        if (clock !== undefined) entry.detail = { ...entry.detail, lastDay: clock.lastDay };
      } else if (dates.length > 0) entry.detail = { ...entry.detail, dates };
    }
  }

  private openDates(): { clock: string; delay: string; lastDay: CivilDate | null }[] {
    const dates: { clock: string; delay: string; lastDay: CivilDate | null }[] = [];
    for (const { clock } of this.waits) {
      if (clock?.running && clock.spec.informative !== true)
        dates.push({ clock: clock.id, delay: clock.delay, lastDay: clock.lastDay });
    }
    return dates;
  }

  // ---- What the case shows.

  /** The acts that may be sent now, by whom, about what; the same act about several subjects is listed for each. */
  awaited(): Awaited[] {
    return this.waits.flatMap((wait) =>
      wait.acts.map((act) => ({
        act,
        by: this.shape.acts[act]?.by ?? [],
        ...(wait.about !== undefined && { about: wait.about }),
      })),
    );
  }

  /** Whose move it is: those whose act the story awaits, rules that only listen and suspended clocks apart. */
  whoseMove(): string[] {
    const parties = new Set<string>();
    for (const wait of this.waits) {
      if (
        wait.branch !== null ||
        isListening(wait.strand) ||
        (wait.clock !== null && wait.clock.running && wait.clock.lastDay === null)
      )
        continue;
      for (const act of wait.acts) for (const party of this.shape.acts[act]?.by ?? []) parties.add(party);
    }
    return [...parties];
  }
}

function isListening(strand: Strand): boolean {
  return strand.listening;
}

/** 12:00 in Paris: twelve hours before the next midnight, whatever the clocks did in the night. */
export function noon(day: CivilDate): Instant {
  return fromEpochMs(startOfDayMs(addDays(day, 1)) - 12 * 3_600_000);
}
