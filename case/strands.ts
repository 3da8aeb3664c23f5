import type { CivilDate } from "../law/civil-date.js";
import type { Act } from "./act.js";
import type { Clock } from "./clock.js";
import type { Shape } from "./definition.js";
import type { Branch, Running, Story, Tellable } from "./file.js";
import { StoryFault } from "./refusal.js";
import type { Instruction } from "./verbs.js";

/** A part of the story that runs beside the others. */
export interface Strand {
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
export interface Wait {
  readonly strand: Strand;
  readonly acts: readonly string[];
  readonly about: string | undefined;
  readonly clock: Clock | null;
  /** The branch of an `each`; the wait stays open. */
  readonly branch: Branch<never> | null;
}

/** What the strands ask of the kernel that tells them. */
export interface Teller {
  readonly day: CivilDate;
  /** The case has ended: nothing more is told. */
  readonly over: boolean;
  arm(delay: string, running: Running): Clock;
  /** Ends the case, or a subject. True when the strand goes on. */
  ends(ending: Extract<Instruction, { kind: "ends" }>): boolean;
}

/** The parts of a story that run beside each other, and what each waits for. Exactly one is woken at a time. */
export class Strands {
  /** The open waits, in the order in which they opened. */
  waits: Wait[] = [];

  constructor(
    private readonly shape: Shape,
    private readonly teller: Teller,
  ) {}

  /** Tells a story up to its first waits. */
  begin(story: Story<unknown>): void {
    this.step(this.strand(story, null, "root", 0, false), undefined);
  }

  /** Wakes the one wait that an act answers; an `each` goes on listening beside its new branch. */
  wake(wait: Wait, act: Act): void {
    if (wait.branch !== null) {
      const branch = wait.branch(act as never);
      if (branch !== undefined) this.step(this.strand(this.part(branch), wait.strand, "branch", 0, false), undefined);
      return;
    }
    this.waits = this.waits.filter((other) => other !== wait);
    wait.clock?.stop(act.on);
    wait.strand.listening = false;
    this.step(wait.strand, act);
  }

  /** A delay is over: its wait gives `value` to the story. */
  lapse(wait: Wait, value: unknown): void {
    this.waits = this.waits.filter((other) => other !== wait);
    wait.strand.listening = false;
    this.step(wait.strand, value);
  }

  /** The case has ended: nothing is awaited any more. */
  close(): void {
    for (const wait of this.waits) wait.clock?.stop(this.teller.day);
    this.waits = [];
  }

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

  private part(part: Tellable<unknown>): Story<unknown> {
    part.told = true; // handed to a combinator: the kernel tells it, or drops it
    return part[Symbol.iterator]();
  }

  /** Runs a strand until it waits, joins its parts, or is over. */
  private step(strand: Strand, value: unknown): void {
    let given = value;
    while (!this.teller.over && !strand.over) {
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
          if (!this.teller.ends(instruction)) return;
          given = instruction.ending;
      }
    }
  }

  private wait(strand: Strand, { acts, about, delay, running }: Extract<Instruction, { kind: "wait" }>): void {
    const clock = delay === undefined || running === undefined ? null : this.teller.arm(delay, running);
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
      if (this.teller.over || child.over) break;
      this.step(child, undefined);
    }
  }

  private hold(strand: Strand, { rules, passage }: Extract<Instruction, { kind: "under" }>): void {
    strand.children = [];
    for (const rule of rules) {
      if (this.teller.over) return;
      this.step(this.strand(this.part(rule), strand, "rule", 0, true), undefined);
    }
    if (!this.teller.over)
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
      wait.clock?.drop(this.teller.day);
      return false;
    });
    for (const child of strand.children) this.drop(child);
  }
}
