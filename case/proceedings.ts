import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";
import { Ledger } from "./clock.js";
import type { Shape } from "./definition.js";
import type { Entry, EntryKind } from "./entry.js";
import type { Asking, Telling } from "./file.js";
import { StoryFault } from "./refusal.js";
import { Tasks } from "./tasks.js";
import type { Facts } from "./verbs.js";

/** An entry until the kernel is at rest: the dates that moved are added then. */
type Draft = { -readonly [Field in keyof Entry]: Entry[Field] };
type Details = { readonly [Field in "party" | "about" | "detail"]?: Entry[Field] | undefined };

export interface Subject {
  phase: string | null;
  outcome: string | null;
  /** What later procedures need to know of the outcome. */
  facts?: Facts;
  /** First day of the present phase or outcome. */
  since: CivilDate;
}

/** How a case ended; an adverse end by expiry is notified at `tellAt`. */
export interface Ended {
  readonly name: string;
  readonly on: CivilDate;
  readonly adverse: boolean;
  readonly tellAt: Instant | null;
  readonly cause: string;
}

/** What has happened in a case so far: its entries, its phase and its subjects', its suspensions. */
export class Proceedings {
  readonly entries: Draft[] = [];
  readonly ledger = new Ledger();
  readonly subjects = new Map<string, Subject>();
  readonly tasks: Tasks;
  phase: string | null = null;
  /** Legal instant of what is happening, when known. */
  at: Instant | null = null;
  /** The id of the act, or of the clock, that brought it about. */
  cause = "filing";

  constructor(
    private readonly shape: Shape,
    /** Legal day of what is happening. */
    public day: CivilDate,
  ) {
    this.tasks = new Tasks(shape);
  }

  /** Field by field, without spreads: the whole cost of a simulation is in its entries. */
  write(kind: EntryKind, name: string, { party, about, detail }: Details = {}): void {
    const entry: Draft = { kind, name, on: this.day, cause: this.cause };
    if (this.at !== null) entry.at = this.at;
    if (party !== undefined) entry.party = party;
    if (about !== undefined) entry.about = about;
    if (detail !== undefined) entry.detail = detail;
    this.entries.push(entry);
  }

  address(kind: "notice" | "task", party: string, name: string, { about, facts }: Telling = {}): void {
    this.write(kind, name, { party, about, detail: facts && { facts } });
    if (kind === "task") this.tasks.add({ task: name, party, about, since: this.day, cause: this.cause });
  }

  enter(phase: string, about?: string): void {
    if (this.shape.phases[phase] === undefined) throw new StoryFault(`"${phase}" is no phase of ${this.shape.name}.`);
    if (about === undefined) this.phase = phase;
    else this.subject(about).phase = phase;
    if (about !== undefined) this.subject(about).since = this.day;
    this.write("phase", phase, { about });
  }

  subject(id: string): Subject {
    let subject = this.subjects.get(id);
    if (subject === undefined) {
      subject = { phase: null, outcome: null, since: this.day };
      this.subjects.set(id, subject);
    }
    return subject;
  }

  suspend(kind: string, by: string, { addressedOn, receivedOn, allowedDays, about, of }: Asking): string {
    const id = about === undefined ? kind : `${kind}:${about}`;
    this.ledger.add({
      id,
      kind,
      ...(about !== undefined && { about }),
      ...(of !== undefined && { of }),
      addressedOn,
      receivedOn: receivedOn ?? null,
      completedOn: null,
      ...(allowedDays !== undefined && { allowedDays }),
      by,
      why: this.shape.suspensions[kind]?.label ?? kind,
    });
    const detail = { addressedOn, ...(receivedOn !== undefined && { receivedOn }), ...(of !== undefined && { of }) };
    this.write("suspended", kind, { about, detail });
    return id;
  }

  resume(suspension: string, on: CivilDate): void {
    const open = this.ledger.requests.find(({ id, completedOn }) => id === suspension && completedOn === null);
    if (open === undefined) throw new StoryFault(`No suspension "${suspension}" is open.`);
    open.completedOn = on;
    this.ledger.changed();
    const { kind, about, of, addressedOn } = open;
    this.write("resumed", kind, { about, detail: { addressedOn, completedOn: on, ...(of !== undefined && { of }) } });
  }

  /** Writes an ending; a subject's stays with it. */
  ends(ending: string, about: string | undefined, facts: Facts | undefined): void {
    this.write("ending", ending, { about, detail: facts && { facts } });
    if (about === undefined) {
      this.tasks.clear();
      return;
    }
    this.tasks.subjectEnded(about, this.cause);
    const subject = this.subject(about);
    subject.outcome = ending;
    if (facts !== undefined) subject.facts = facts;
    subject.since = this.day;
  }
}
