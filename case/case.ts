import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
import { type Act, type ActMessage, causeOf, malformed, readAct, refuseIfMoved, strikeAct } from "./act.js";
import { Derivations, refusalOf, refuseAdverseEnd } from "./derivation.js";
import { digestOfStory } from "./digest.js";
import type { Entry, JournalEntry } from "./entry.js";
import type { Kernel, Opening } from "./kernel.js";
import { Numbering } from "./numbering.js";
import type { Gates, Procedure } from "./procedure.js";
import { changesBetween, comparedStateOf, type Receipt } from "./receipt.js";
import { type Refusal, StoryFault } from "./refusal.js";
import type { Mark, Snapshot } from "./snapshot.js";
import { entryOfStrike, noticesOfStrike, readStrike, strikeOf } from "./strike.js";
import { type CaseView, viewOf } from "./view.js";

/**
 * A live case: takes acts one by one, lets time pass, and tells what is new. Nothing here reads a clock: `now` is given.
 * Invariant, tested: after every act the case equals its derivation from scratch.
 */
export class Case {
  private kernel: Kernel;
  private acts: Act[] = [];
  /** What the journal holds of the case. */
  private readonly numbering = new Numbering();
  /** A second copy, on which messages are tried: kept level with this one, or ahead by an act that it will take too. */
  private trial: Case | null = null;
  private readonly derivations: Derivations;
  private now: Instant;
  /** The Paris day of `now`. */
  private today: CivilDate;

  private constructor(
    readonly procedure: Procedure,
    readonly opening: Opening,
    gates: Gates,
    now: Instant,
    acts: readonly Act[] = [],
  ) {
    this.now = now;
    this.today = parisDay(now);
    this.acts = [...acts];
    this.derivations = new Derivations(procedure, opening, gates);
    this.kernel = this.derive(this.acts);
  }

  /** A new case, told up to `now`. @throws Refusal when the filing isn't lawful. */
  static open(procedure: Procedure, opening: Opening, now: Instant, gates: Gates = () => true): Case {
    const opened = new Case(procedure, opening, gates, now);
    opened.advance(now);
    return opened;
  }

  /** The case of a snapshot. @throws StoryFault when the story doesn't tell the same any more. */
  static restore(procedure: Procedure, snapshot: Snapshot, gates: Gates = () => true): Case {
    const restored = Case.resume(procedure, snapshot, gates);
    const found = digestOfStory(restored.kernel.entries);
    if (found !== snapshot.digest) {
      throw new StoryFault(
        `${snapshot.opening.id} isn't told as before: digest ${found}, and ${snapshot.digest} when it was kept. A change of mechanics needs file.changed("…").`,
      );
    }
    return restored;
  }

  /** The case as it stood at a mark. */
  static resume(procedure: Procedure, mark: Mark, gates: Gates = () => true): Case {
    // A gate that the mark doesn't know wasn't there when the case passed: false while it is told again.
    let retelling = true;
    const known: Gates = (name) => mark.gates[name] ?? (retelling ? false : gates(name));
    const resumed = new Case(procedure, mark.opening, known, mark.toldAt, mark.acts);
    retelling = false;
    resumed.numbering.resume(mark);
    return resumed;
  }

  snapshot(): Snapshot {
    return { ...this.mark(), digest: digestOfStory(this.kernel.entries) };
  }

  mark(): Mark {
    return {
      opening: this.opening,
      acts: [...this.acts],
      ...this.numbering.mark(this.acts),
      toldAt: this.now,
      gates: this.derivations.answers,
    };
  }

  /** The same case, apart: what is done to the copy isn't done to this one. */
  private copy(): Case {
    const gates: Gates = (name) => this.derivations.answer(name) ?? true;
    const copy = new Case(this.procedure, this.opening, gates, this.now, this.acts);
    copy.numbering.levelWith(this.numbering);
    return copy;
  }

  /** The copy on which messages are tried, as this case stands: brought level, or made anew when it went another way. */
  private levelTrial(): Case {
    if (this.trial === null || !this.trial.follow(this)) this.trial = this.copy();
    this.trial.numbering.levelWith(this.numbering);
    return this.trial;
  }

  /** Takes what another copy has taken since. False when that isn't all that sets them apart, or would cost a derivation. */
  private follow(leader: Case): boolean {
    const held = this.acts.length;
    if (held > leader.acts.length || this.acts[held - 1]?.id !== leader.acts[held - 1]?.id) return false;
    for (const act of leader.acts.slice(held)) {
      if (act.act === strikeAct || this.kernel.isLate(act)) return false;
      try {
        this.kernel.take(act);
      } catch {
        return false;
      }
      this.acts.push(act);
      this.numbering.keepAct(act.id, leader.numbering.ofAct(act.id) ?? 0);
    }
    this.now = leader.now;
    this.today = leader.today;
    this.kernel.advance(this.today);
    return this.kernel.entries.length === leader.kernel.entries.length;
  }

  // ---- Acts.

  /** The number under which the journal holds the act of that id; undefined when it was never accepted. */
  accepted(id: string): number | undefined {
    return this.numbering.ofAct(id);
  }

  /**
   * Accepts an act and tells what follows. A refused act leaves the case as it was.
   * @returns the number of the act's entry.
   * @throws Refusal saying what was expected instead, and by which text.
   */
  accept(name: string, message: ActMessage, now: Instant): number {
    this.advance(now);
    const known = message.id === undefined ? undefined : this.numbering.ofAct(message.id);
    if (known !== undefined) return known;
    refuseIfMoved(message, this.version);
    const before = this.standing();
    try {
      return name === strikeAct ? this.strike(message, now) : this.record(name, message, now);
    } catch (fault) {
      // Whatever went wrong while the message was tried, also if it is ours: nothing of it remains.
      this.goBackTo(before);
      throw refusalOf(fault, name);
    }
  }

  private record(name: string, message: ActMessage, now: Instant): number {
    const act = readAct(this.procedure.shape, this.procedure.schemas, name, message, now);
    const { filedOn } = this.opening;
    if (act.on < filedOn) malformed("/on", "too-early", { first: filedOn });
    if (act.on < this.today || this.kernel.isLate(act)) this.recordLate(act, message.confirm === true);
    else this.derivations.take(this.kernel, act);
    this.acts.push(act);
    this.advance(now);
    const number = this.numbering.numberOf(act.id, this.entries);
    this.numbering.keepAct(act.id, number);
    return number;
  }

  /** Where the case stands before a message is tried. */
  private standing() {
    const { kernel, acts, numbering } = this;
    return { kernel, moves: kernel.moves, acts: acts.length, numbering: numbering.stand() };
  }

  private goBackTo({ kernel, moves, acts, numbering }: ReturnType<Case["standing"]>): void {
    this.numbering.goBackTo(numbering, this.acts.splice(acts));
    this.kernel = kernel;
    if (kernel.moves === moves) return;
    // The story stopped half-way: it is told again without the act.
    this.kernel = this.derive(this.acts);
  }

  /** Is it a message of this procedure, well formed, whatever the case awaits? @throws Refusal */
  read(name: string, message: ActMessage, now: Instant): void {
    const { shape, schemas } = this.procedure;
    if (name === strikeAct) readStrike(shape, message);
    else readAct(shape, schemas, name, message, now);
  }

  /** Would the act be accepted now? The case itself doesn't move. @throws Refusal as `accept` would. */
  check(name: string, message: ActMessage, now: Instant): void {
    this.levelTrial().accept(name, message, now);
  }

  /** What accepting the act would change; the case itself doesn't move. @throws Refusal as `accept` would. */
  preview(name: string, message: ActMessage, now: Instant): { receipt: Receipt; case: CaseView } {
    const trial = this.levelTrial();
    const receipt = trial.receive(name, message, now);
    return { receipt, case: trial.view(now) };
  }

  /** Accepts an act and says what it changed. @throws Refusal */
  receive(name: string, message: ActMessage, now: Instant): Receipt {
    this.advance(now);
    const before = comparedStateOf(this.kernel, this.today);
    const since = this.numbering.newsCount;
    const number = this.accept(name, message, now);
    const changes = changesBetween(before, comparedStateOf(this.kernel, this.today), this.numbering.newsSince(since));
    return { number, act: name, changes };
  }

  /**
   * An act of an earlier day: the case is derived again, with all that time has done since. What no longer holds is
   * rectified; an adverse end that time would newly bring is for a person to confirm (E69).
   */
  private recordLate(act: Act, confirmed: boolean): void {
    const derived = this.derive([...this.acts, act], act);
    // Whoever sends a refusal, or states an abandonment, is that person.
    refuseAdverseEnd(this.procedure.shape, this.kernel, derived, confirmed || derived.ended?.cause === act.id);
    this.adopt(derived);
  }

  /** Whoever sent an act, or the authority named for it, strikes it when it shouldn't stand. Itself an act, and traced. */
  private strike(message: ActMessage, now: Instant): number {
    const { shape } = this.procedure;
    const numberOf = (act: Act): number => this.numbering.ofAct(act.id) ?? 0;
    const { strike, target, reason, confirm } = strikeOf(
      shape,
      message,
      this.acts,
      numberOf,
      this.kernel.ended !== null,
      now,
    );
    const derived = this.derive([...this.acts, strike]);
    refuseAdverseEnd(shape, this.kernel, derived, confirm);
    const number = this.numbering.append(entryOfStrike(strike, reason));
    const notices = noticesOfStrike(strike, target, numberOf(target), reason, this.adopt(derived));
    for (const notice of notices) this.numbering.append(notice);
    this.acts.push(strike);
    this.numbering.keepAct(strike.id, number);
    this.advance(now);
    return number;
  }

  /** Takes what is derived for what holds. @returns what no longer does, rectified. */
  private adopt(derived: Kernel): readonly Entry[] {
    const rectified = this.numbering.adopt(this.kernel.entries, derived.entries);
    this.kernel = derived;
    return rectified;
  }

  /** The story over these acts, with all that time has done since. */
  private derive(acts: readonly Act[], newcomer?: Act): Kernel {
    const kernel = this.derivations.derive(acts, (id) => this.numbering.ofAct(id) ?? 0, newcomer);
    kernel.advance(this.today);
    return kernel;
  }

  // ---- Time.

  /** Lets time pass until `now`: tells what is over, and what was held back until then. */
  advance(now: Instant): void {
    if (now > this.now) {
      this.now = now;
      this.today = parisDay(now);
    }
    this.kernel.advance(this.today);
    this.numbering.appendUntil(this.now, this.kernel.entries);
  }

  /** When time will next change something by itself, in milliseconds since the epoch; null when only acts can. */
  get nextWakeMs(): number | null {
    const midnight = this.kernel.nextMidnightOn === null ? null : startOfDayMs(this.kernel.nextMidnightOn);
    const due = this.numbering.nextDueMs(this.kernel.entries);
    return midnight === null || due === null ? (midnight ?? due) : Math.min(midnight, due);
  }

  // ---- What is news.

  /** The entries that are new since the last call, in the order of the journal. */
  takeNews(): JournalEntry[] {
    return this.numbering.takeNews();
  }

  /** Writes into the journal that a signal was refused: nobody else would know. Its cause is the message's id, where it has one. */
  noteRefused(name: string, refusal: Refusal, now: Instant, id?: unknown): void {
    // After all that was over by then, so that a case rebuilt from the register gives it the same number.
    this.advance(now);
    const detail = { problem: refusal.toJSON() };
    this.numbering.append({ kind: "refused", name, on: parisDay(now), at: now, cause: causeOf(id), detail });
  }

  /** A refusal that the register already holds takes its number again. */
  noteRefusedAgain({ number: _number, ...entry }: JournalEntry): void {
    if (entry.at !== undefined) this.advance(entry.at);
    this.numbering.append(entry);
  }

  /** Acts that were taken for this case so far, each time it was derived: what a message costs is the difference. */
  get actsDerived(): number {
    return this.derivations.acts;
  }

  get recordedActs(): readonly Act[] {
    return this.acts;
  }

  /** Has the case ended, and has its end been told? Then its workflow completes. */
  get concluded(): boolean {
    const { ended } = this.kernel;
    return ended !== null && (ended.tellAt === null || ended.tellAt <= this.now);
  }

  /** Until when time has been told. */
  get toldAt(): Instant {
    return this.now;
  }

  get version(): number {
    return this.numbering.version;
  }

  /** The latest accepted act of each name. */
  get latestActs(): Kernel["acts"] {
    return this.kernel.acts;
  }

  get clocks(): Kernel["clocks"] {
    return this.kernel.clocks;
  }

  /** Everything derived, held back or told. */
  get entries(): readonly Entry[] {
    return this.kernel.entries;
  }

  /**
   * The case as it stands at a moment, with what time has done by then and the journal doesn't hold yet: an adverse
   * ending is derived at its midnight, and recorded when it is told. The case itself doesn't move.
   */
  viewAt(now: Instant): CaseView {
    const next = this.kernel.nextMidnightOn;
    if (next === null || next > parisDay(now)) return this.view(now);
    const copy = this.copy();
    copy.advance(now);
    return viewOf(this.procedure.shape, copy.kernel, now, this.version);
  }

  view(now: Instant = this.now): CaseView {
    return viewOf(this.procedure.shape, this.kernel, now, this.version);
  }
}
