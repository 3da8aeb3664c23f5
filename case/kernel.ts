import { rollForward } from "../law/calendar.js";
import type { CivilDate } from "../law/civil-date.js";
import { addDays } from "../law/civil-date.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { startOfDayMs } from "../law/paris.js";
import type { Act } from "./act.js";
import { Branches, type BranchKernel, type Wait } from "./branches.js";
import type { Clock } from "./clock.js";
import type { DelaySpec, FilingBase, Ruleset, Shape } from "./definition.js";
import { Delays } from "./delays.js";
import type { Entry } from "./entry.js";
import { type CaseFile, lapsed, type Story } from "./file.js";
import { noSuchTask, notAwaited } from "./not-awaited.js";
import { awaited, impossible, type Owed, type OwedCase, owed, whoseMove } from "./owed.js";
import { type Ended, Proceedings, type Subject } from "./proceedings.js";
import { type Awaited, StoryFault } from "./refusal.js";
import { acceptedAs, type FileKernel, StoryFile } from "./story-file.js";
import { settleAct, type Tasks } from "./tasks.js";
import type { Instruction, TrackedPart } from "./verbs.js";

/** What a case opens with: fixed at the filing, never changed. */
export interface Opening {
  readonly id: string;
  readonly filedAt: Instant;
  readonly filedOn: CivilDate;
  /** `parcours@2023-04-01` */
  readonly ruleset: string;
  readonly filing: FilingBase;
}

/** A procedure's whole story: its main chapter, or a `function*`. */
export type MainStory = (file: CaseFile<never>) => { [Symbol.iterator](): Story<unknown> };

/**
 * Runs a story, one wake at a time: by each accepted act and by each delay that is over. Synchronous and pure: the
 * same opening and the same acts give the same entries on Temporal, in a simulation and in an audit.
 */
export class Kernel implements BranchKernel, FileKernel, OwedCase {
  readonly delays: Delays;
  ended: Ended | null = null;
  readonly proceedings: Proceedings;
  private readonly branches: Branches;
  /** The latest accepted act of each name, and of each name about a subject. */
  readonly acts = new Map<string, Act>();
  /** Verbs and chapters made since the last pause. */
  private readonly fresh: TrackedPart[] = [];
  /** Grows with whatever happens: as long as it is the same, nothing has. */
  moves = 0;
  /** The latest day whose midnight has done something: an act of an earlier day comes too late for it. */
  private midnight: CivilDate | null = null;
  /** Time alone does nothing before that day; null when it must be looked for. */
  private quietBefore: CivilDate | null = null;
  lastAct: Act | null = null;
  /** The latest instant known among the acts of the last act's day. */
  private latestAt: Instant | null = null;

  constructor(
    readonly shape: Shape,
    private readonly ruleset: Ruleset,
    readonly opening: Opening,
    story: MainStory,
    readonly gate: (name: string) => boolean = () => true,
  ) {
    this.proceedings = new Proceedings(shape, opening.filedOn);
    this.delays = new Delays(shape, ruleset, this.proceedings);
    this.proceedings.at = opening.filedAt;
    this.proceedings.write("filed", shape.name, { party: "applicant" });
    this.branches = new Branches(shape, this);
    this.branches.begin(story(new StoryFile(this) as unknown as CaseFile<never>)[Symbol.iterator]());
    this.rest(0);
  }

  get clocks(): readonly Clock[] {
    return this.delays.clocks;
  }

  get entries(): readonly Entry[] {
    return this.proceedings.entries;
  }

  get subjects(): ReadonlyMap<string, Subject> {
    return this.proceedings.subjects;
  }

  get phase(): string | null {
    return this.proceedings.phase;
  }

  get day(): CivilDate {
    return this.proceedings.day;
  }

  get over(): boolean {
    return this.ended !== null;
  }

  // ---- What the story asks.

  track(part: TrackedPart): void {
    this.fresh.push(part);
  }

  /** Ends the case, or a subject. True when the branch goes on. */
  ends({ ending, of, facts }: Extract<Instruction, { kind: "ends" }>): boolean {
    const spec = this.shape.endings[ending];
    if (spec === undefined) throw new StoryFault(`"${ending}" is no ending of ${this.shape.name}.`);
    this.proceedings.ends(ending, of, facts);
    if (of !== undefined) return true;
    const { day: on, cause } = this.proceedings;
    this.ended = { name: ending, on, adverse: spec.adverse, tellAt: null, cause };
    this.branches.close();
    return false;
  }

  // ---- Time.

  /** The next thing that time does: a delay is over, or a reminder is due. Both have effect from a Paris midnight. */
  private nextMidnight(): { on: CivilDate; wait: Wait; clock: Clock; daysBefore: number | null } | null {
    let next: { on: CivilDate; wait: Wait; clock: Clock; daysBefore: number | null } | null = null;
    for (const wait of this.branches.waits) {
      const { clock } = wait;
      if (clock === null || !clock.running) continue;
      const { lastDay } = clock;
      if (lastDay === null) continue;
      const over = addDays(lastDay, 1);
      if (next === null || over < next.on || (over === next.on && next.daysBefore !== null)) {
        next = { on: over, wait, clock, daysBefore: null };
      }
      const rung = clock.nextRung(this.proceedings.day);
      if (rung !== null && rung.on < next.on) next = { on: rung.on, wait, clock, daysBefore: rung.daysBefore };
    }
    return next;
  }

  /** The day whose midnight will next do something; null when only acts can. */
  get nextMidnightOn(): CivilDate | null {
    return this.nextMidnight()?.on ?? null;
  }

  /** Ends every delay that is over, and sends every reminder that is due, by the midnight at which `day` begins. */
  advance(day: CivilDate): void {
    if (this.quietBefore !== null && day < this.quietBefore) return;
    for (;;) {
      const next = this.ended === null ? this.nextMidnight() : null;
      if (next === null || next.on > day) {
        this.quietBefore = next?.on ?? addDays(day, 1);
        return;
      }
      const before = this.proceedings.entries.length;
      // A delay whose last day had already passed when it opened is over at once, at what opened it.
      this.proceedings.day = next.on > this.proceedings.day ? next.on : this.proceedings.day;
      this.proceedings.at = fromEpochMs(startOfDayMs(this.proceedings.day));
      this.midnight = this.proceedings.day;
      this.moves++;
      this.proceedings.cause = next.clock.id;
      if (next.daysBefore === null) this.expire(next.wait, next.clock);
      else this.remind(next.clock, next.daysBefore);
      this.rest(before);
      if (next.daysBefore === null && isHeldBack(next.clock.spec)) this.holdBack(before);
    }
  }

  private expire(wait: Wait, clock: Clock): void {
    const lastDay = clock.lastDay;
    if (clock.spec.onExpiry === "overrun" && wait.acts.length > 0) {
      clock.overrun = true;
      if (clock.spec.informative !== true) {
        this.proceedings.write("overrun", clock.delay, {
          about: clock.id,
          party: clock.spec.bearer,
          detail: { lastDay },
        });
        for (const party of new Set([clock.spec.bearer, ...(clock.spec.tells ?? [])])) {
          this.proceedings.address("notice", party, "overrun", {
            about: clock.id,
            facts: { delay: clock.delay, lastDay },
          });
        }
      }
      return;
    }
    clock.close({ on: this.proceedings.day, why: "lapsed" });
    if (clock.spec.informative !== true) {
      this.proceedings.write("lapsed", clock.delay, { about: clock.id, party: clock.spec.bearer, detail: { lastDay } });
    }
    this.branches.lapse(wait, wait.acts.length === 0 ? this.proceedings.day : lapsed);
  }

  private remind(clock: Clock, daysBefore: number): void {
    clock.climbed(daysBefore);
    const { bearer, alsoReminds = {} } = clock.spec;
    const others = Object.keys(alsoReminds).filter((party) => alsoReminds[party]?.includes(daysBefore));
    for (const party of [bearer, ...others]) {
      this.proceedings.write("notice", "reminder", {
        party,
        about: `${clock.id}/${clock.restarts.length}/${daysBefore}`,
        detail: { facts: { clock: clock.id, delay: clock.delay, lastDay: clock.lastDay, daysBefore } },
      });
    }
  }

  /** An adverse effect is notified on the next working day, at noon by default, so that what was received in time can still show up. */
  private holdBack(since: number): void {
    const tellAt = hourOf(rollForward(this.proceedings.day), this.ruleset.tellAtHour ?? 12);
    for (let i = since; i < this.proceedings.entries.length; i++) this.proceedings.entries[i]!.tellAt = tellAt;
    if (this.ended !== null) this.ended = { ...this.ended, tellAt };
  }

  // ---- Acts.

  /** Does the act's legal day lie before something already done? Then the case is derived again. */
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
    const wait = act.act === settleAct ? null : this.waitFor(act);
    this.moves++;
    const before = this.proceedings.entries.length;
    this.proceedings.day = act.on;
    this.proceedings.at = act.at ?? null;
    this.proceedings.cause = act.id;
    if (this.lastAct?.on !== act.on) this.latestAt = null;
    if (act.at !== undefined && (this.latestAt === null || act.at > this.latestAt)) this.latestAt = act.at;
    this.lastAct = act;
    const { body, receivedOn, via, unverified } = act;
    const detail = { body, receivedOn, ...(via && { via }), ...(unverified && { unverified }) };
    this.proceedings.write("act", act.act, { party: act.by, about: act.about, detail });
    this.acts.set(act.act, act);
    if (act.about !== undefined) this.acts.set(acceptedAs(act.act, act.about), act);
    for (const { clock } of this.branches.waits) {
      if (!clock?.running) continue;
      if (clock.spec.restartedBy?.includes(act.act)) clock.restart(act.on);
      const aboutIt = act.about === undefined || act.about === clock.about;
      if (aboutIt && clock.spec.extendedBy?.includes(act.act)) clock.extend();
    }
    this.tasks.settledBy(act.act, act.about);
    if (wait === null) this.settle(act);
    else this.branches.wake(wait, act);
    for (const clock of this.clocks) clock.metIfLeftBy(act);
    // A suspension recorded after the review of an answer may give back a delay that seemed overrun.
    for (const { clock } of this.branches.waits) {
      if (clock?.overrun && (clock.lastDay === null || clock.lastDay >= this.proceedings.day)) clock.overrun = false;
    }
    this.rest(before);
  }

  /** A party says that a task of its own is done. @throws Refusal when it has no such task. */
  private settle(act: Act): void {
    if (this.proceedings.tasks.declareDone(act.by, act.about ?? "")) return;
    throw noSuchTask(this, act);
  }

  /** The wait that an act answers: about its subject rather than about any. @throws Refusal saying why there is none. */
  private waitFor(act: Act): Wait {
    let found: Wait | undefined;
    for (const wait of this.branches.waits) {
      if (!wait.acts.includes(act.act)) continue;
      if (wait.about === act.about) {
        found = wait;
        break;
      }
      if (wait.about === undefined) found = wait;
    }
    if (found === undefined || impossible(this, act.act, act.about)) throw notAwaited(this, act);
    return found;
  }

  /** At rest: every verb and chapter that was made has been run, and notices know the dates that moved. */
  private rest(since: number): void {
    for (const { consumed, what } of this.fresh) {
      if (!consumed) throw new StoryFault(`Made and never run with yield*: ${what}.`);
    }
    this.fresh.length = 0;
    this.quietBefore = null;
    let dates: readonly object[] | null = null;
    for (let i = since; i < this.proceedings.entries.length; i++) {
      const entry = this.proceedings.entries[i]!;
      if (entry.kind !== "notice" && entry.kind !== "clock") continue;
      dates ??= this.openDates();
      if (entry.kind === "clock") {
        const clock = this.clocks.find(({ id }) => id === entry.about);
        if (clock !== undefined) entry.detail = { from: clock.from, lastDay: clock.lastDay };
      } else if (dates.length > 0) {
        const facts = entry.detail?.facts;
        entry.detail = facts === undefined ? { dates } : { facts, dates };
      }
    }
  }

  private openDates(): { clock: string; delay: string; lastDay: CivilDate | null }[] {
    const dates: { clock: string; delay: string; lastDay: CivilDate | null }[] = [];
    for (const { clock } of this.branches.waits) {
      if (clock?.running && clock.spec.informative !== true)
        dates.push({ clock: clock.id, delay: clock.delay, lastDay: clock.lastDay });
    }
    return dates;
  }

  // ---- What the case shows.

  get waits(): readonly Wait[] {
    return this.branches.waits;
  }

  get tasks(): Tasks {
    return this.proceedings.tasks;
  }

  /** Was such an act accepted, about that subject where one is given? */
  readonly accepted = (act: string, about?: string): boolean => this.acts.has(acceptedAs(act, about));

  stops(subject: string): boolean {
    return this.proceedings.ledger.stops(subject);
  }

  owed(): Owed[] {
    return owed(this);
  }

  awaited(): Awaited[] {
    return awaited(this);
  }

  whoseMove(): string[] {
    return whoseMove(this.shape, this.owed());
  }
}

/** May an act received in time, and recorded later, still change what the end of such a delay does? */
const isHeldBack = ({ adverse = false, conclusive = false }: DelaySpec): boolean => adverse && !conclusive;

/** An hour of the day in Paris, after 3:00: counted back from the next midnight, whatever the clocks did in the night. */
export function hourOf(day: CivilDate, hour: number): Instant {
  return fromEpochMs(startOfDayMs(addDays(day, 1)) - (24 - hour) * 3_600_000);
}

/** 12:00 in Paris. */
export const noon = (day: CivilDate): Instant => hourOf(day, 12);
