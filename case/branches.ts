import type { CivilDate } from "../law/civil-date.js";
import type { Act } from "./act.js";
import type { Clock } from "./clock.js";
import type { Shape } from "./definition.js";
import type { Delays } from "./delays.js";
import type { Reaction, Story, Tellable } from "./file.js";
import { StoryFault } from "./refusal.js";
import type { Instruction } from "./verbs.js";

/** A part of the story that runs beside the others. */
export interface Branch {
  readonly story: Story<unknown>;
  readonly parent: Branch | null;
  /** How its end is taken by its parent. */
  readonly join: "root" | "all" | "first" | "rule" | "passage" | "branch";
  readonly index: number;
  /** A rule, or a part that only listens: it awaits nobody's move. */
  listening: boolean;
  children: Branch[];
  results: unknown[];
  missing: number;
  over: boolean;
}

/** An open wait: the acts that would wake it, about what, and the clock that would. */
export interface Wait {
  readonly branch: Branch;
  readonly acts: readonly string[];
  readonly about: string | undefined;
  readonly clock: Clock | null;
  /** What follows each such act, in an `each`; the wait stays open. */
  readonly reaction: Reaction<never> | null;
  /** The day on which it opened. */
  readonly since: CivilDate;
}

/** What the branches ask of the kernel that tells them. */
export interface BranchKernel {
  readonly day: CivilDate;
  /** The case has ended: nothing more is run. */
  readonly over: boolean;
  readonly delays: Pick<Delays, "arm">;
  /** Ends the case, or a subject. True when the branch goes on. */
  ends(ending: Extract<Instruction, { kind: "ends" }>): boolean;
}

/** The parts of a story that run beside each other, and what each waits for. Exactly one is woken at a time. */
export class Branches {
  /** The open waits, in the order in which they opened. */
  waits: Wait[] = [];

  constructor(
    private readonly shape: Shape,
    private readonly kernel: BranchKernel,
  ) {}

  /** Tells a story up to its first waits. */
  begin(story: Story<unknown>): void {
    this.step(this.branch(story, null, "root", 0, false), undefined);
  }

  /** Wakes the one wait that an act answers; an `each` goes on listening beside its new branch. */
  wake(wait: Wait, act: Act): void {
    if (wait.reaction !== null) {
      const part = wait.reaction(act as never);
      if (part !== undefined) this.step(this.branch(this.part(part), wait.branch, "branch", 0, false), undefined);
      return;
    }
    this.waits = this.waits.filter((other) => other !== wait);
    wait.clock?.close({ on: act.on, why: "met", act: act.act });
    wait.branch.listening = false;
    this.step(wait.branch, act);
  }

  /** A delay is over: its wait gives `value` to the story. */
  lapse(wait: Wait, value: unknown): void {
    this.waits = this.waits.filter((other) => other !== wait);
    wait.branch.listening = false;
    this.step(wait.branch, value);
  }

  /** The case has ended: nothing is awaited any more. */
  close(): void {
    for (const { clock } of this.waits) clock?.close({ on: this.kernel.day, why: "ended" });
    this.waits = [];
  }

  private branch(
    story: Story<unknown>,
    parent: Branch | null,
    join: Branch["join"],
    index: number,
    listening: boolean,
  ): Branch {
    const branch: Branch = {
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
    parent?.children.push(branch);
    return branch;
  }

  private part(part: Tellable<unknown>): Story<unknown> {
    part.consumed = true; // handed to a combinator, which runs it or drops it
    return part[Symbol.iterator]();
  }

  /** Runs a branch until it waits, joins its parts, or is over. */
  private step(branch: Branch, value: unknown): void {
    let given = value;
    while (!this.kernel.over && !branch.over) {
      const next = branch.story.next(given);
      if (next.done) {
        this.finish(branch, next.value);
        return;
      }
      const instruction = next.value as Instruction;
      switch (instruction.kind) {
        case "wait":
          this.wait(branch, instruction);
          return;
        case "each":
          branch.listening = true;
          this.open({
            branch,
            acts: [instruction.act],
            about: instruction.about,
            clock: null,
            reaction: instruction.reaction,
            since: this.kernel.day,
          });
          return;
        case "all":
        case "first":
          this.fork(branch, instruction);
          return;
        case "under":
          this.hold(branch, instruction);
          return;
        case "ends":
          if (!this.kernel.ends(instruction)) return;
          given = instruction.ending;
      }
    }
  }

  private wait(branch: Branch, { acts, about, delay, running }: Extract<Instruction, { kind: "wait" }>): void {
    const clock = delay === undefined || running === undefined ? null : this.kernel.delays.arm(delay, running);
    if (acts.length === 0 && clock === null) return; // nothing(): only the end of the passage ends it
    this.open({ branch, acts, about, clock, reaction: null, since: this.kernel.day });
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

  private fork(branch: Branch, { kind, parts }: Extract<Instruction, { kind: "all" | "first" }>): void {
    branch.children = [];
    branch.results = new Array(parts.length);
    branch.missing = parts.length;
    if (kind === "all" && parts.length === 0) {
      this.step(branch, []);
      return;
    }
    const children = parts.map((part, index) => this.branch(this.part(part), branch, kind, index, branch.listening));
    for (const child of children) {
      if (this.kernel.over || child.over) break;
      this.step(child, undefined);
    }
  }

  private hold(branch: Branch, { rules, passage }: Extract<Instruction, { kind: "under" }>): void {
    branch.children = [];
    for (const rule of rules) {
      if (this.kernel.over) return;
      this.step(this.branch(this.part(rule), branch, "rule", 0, true), undefined);
    }
    if (!this.kernel.over)
      this.step(this.branch(this.part(passage), branch, "passage", 0, branch.listening), undefined);
  }

  /** A branch is over: its parent takes its result. */
  private finish(branch: Branch, result: unknown): void {
    branch.over = true;
    const { parent } = branch;
    switch (branch.join) {
      case "root":
        throw new StoryFault("The story is over without an ending.");
      case "rule":
      case "branch":
        if (parent !== null) parent.children = parent.children.filter((child) => child !== branch);
        return;
      case "all":
        if (parent === null) return;
        parent.results[branch.index] = result;
        if (--parent.missing === 0) this.step(parent, parent.results);
        return;
      case "first":
      case "passage":
        if (parent === null) return;
        for (const other of parent.children) if (other !== branch) this.drop(other);
        parent.children = [];
        this.step(parent, result);
    }
  }

  /** Ends a branch that no longer runs, with its waits and their clocks. */
  private drop(branch: Branch): void {
    branch.over = true;
    this.waits = this.waits.filter((wait) => {
      if (wait.branch !== branch) return true;
      wait.clock?.close({ on: this.kernel.day, why: "left" });
      return false;
    });
    for (const child of branch.children) this.drop(child);
  }
}
