import type { CivilDate } from "../law/civil-date.js";
import type { ActSpec, Shape } from "./definition.js";
import type { JsonSchema } from "./schema.js";

/** A task that nothing has settled yet. */
export interface OpenTask {
  readonly task: string;
  readonly party: string;
  readonly about: string | undefined;
  readonly since: CivilDate;
  /** What gave it: the id of an act, or of a clock. */
  readonly cause: string;
}

/** An act by which a party says that a task of its own is done, where no act of the procedure says so. */
export const settleAct = "settle";

/** The name of a task in an act that settles it: `publishFiling`, or `informPatients:A` about a subject. */
export const taskName = (task: string, about: string | undefined): string =>
  about === undefined ? task : `${task}:${about}`;

/** What an act that settles a task is, for every procedure. */
export const settleSpec = (shape: Shape): Pick<ActSpec, "label" | "by" | "about"> => ({
  label: "Tâche accomplie",
  by: Object.keys(shape.parties),
  about: "tâche",
});

/** What it may say of how the task was done. */
export const settleBody: JsonSchema = {
  type: "object",
  properties: { note: { type: "string", maxLength: 4_000 } },
  additionalProperties: false,
};

const concerns = (open: OpenTask, about: string | undefined): boolean =>
  open.about === undefined || about === undefined || open.about === about;

/** The open tasks of a case, each once for its party and its subject. */
export class Tasks {
  private readonly byKey = new Map<string, OpenTask>();

  constructor(private readonly shape: Shape) {}

  /** Gives a party a task; the same one again is the same task. */
  add(task: OpenTask): void {
    const key = `${task.party}|${taskName(task.task, task.about)}`;
    if (!this.byKey.has(key)) this.byKey.set(key, task);
  }

  /** Closes what an act settles. */
  settledBy(act: string, about: string | undefined): void {
    if (this.byKey.size === 0) return;
    this.close((open) => this.shape.tasks[open.task]?.settledBy.includes(act) === true && concerns(open, about));
  }

  /** Closes a task of which nothing is left to do, whoever had it. */
  settled(task: string, about: string | undefined): void {
    this.close((open) => open.task === task && open.about === about);
  }

  /** Closes the task of that party and of that name, as `taskName` gives it; false when none is open. */
  declareDone(party: string, name: string): boolean {
    return this.byKey.delete(`${party}|${name}`);
  }

  /** The subject has ended: nothing is left to do about it, but what its very end asks for. */
  subjectEnded(about: string, cause: string): void {
    this.close((open) => open.about === about && open.cause !== cause);
  }

  /** The case has ended. */
  clear(): void {
    this.byKey.clear();
  }

  /** Must somebody do something else before that act, about that subject, is due? */
  holds(act: string, about: string | undefined): boolean {
    for (const open of this.byKey.values())
      if (this.shape.tasks[open.task]?.holds?.includes(act) && concerns(open, about)) return true;
    return false;
  }

  open(): Iterable<OpenTask> {
    return this.byKey.values();
  }

  private close(which: (open: OpenTask) => boolean): void {
    for (const [key, open] of this.byKey) if (which(open)) this.byKey.delete(key);
  }
}
