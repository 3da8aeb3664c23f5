import { dateInFrench } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";
import { epochMs } from "../law/instant.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
import { type Act, type ActMessage, readAct, refuseIfMoved, strikeAct } from "./act.js";
import { struckNotice } from "./definition.js";
import { derive, matchByMeaning, refusalOf, struckAmong } from "./derivation.js";
import { digestOfStory } from "./digest.js";
import type { Entry, JournalEntry } from "./entry.js";
import type { Kernel, Opening } from "./kernel.js";
import type { Gates, Procedure } from "./procedure.js";
import { changesBetween, comparedStateOf, type Receipt } from "./receipt.js";
import { Refusal, StoryFault } from "./refusal.js";
import type { Mark, Snapshot } from "./snapshot.js";
import { readStrike, refuseStriker, toldOfStrike } from "./strike.js";
import { type CaseView, viewOf } from "./view.js";

/**
 * A live case: takes acts one by one, lets time pass, and tells what is new. Nothing here reads a clock: `now` is given.
 * Invariant, tested: after every act the case equals its derivation from scratch.
 */
export class Case {
  private kernel: Kernel;
  private acts: Act[] = [];
  /** Number of each act's entry in the journal. */
  private actNumbers: number[] = [];
  private numbers: number[] = [];
  private readonly byId = new Map<string, number>();
  private news: JournalEntry[] = [];
  private asked: Record<string, boolean> = {};
  /** A second copy, on which messages are tried: kept level with this one, or ahead by an act that it will take too. */
  private trial: Case | null = null;
  /** Acts that kernels have taken for this case: what it has cost so far. */
  private derived = 0;
  private last = 0;
  private now: Instant;
  /** The Paris day of `now`. */
  private today: CivilDate;

  private constructor(
    readonly procedure: Procedure,
    readonly opening: Opening,
    private readonly gates: Gates,
    now: Instant,
    acts: readonly Act[] = [],
  ) {
    this.now = now;
    this.today = parisDay(now);
    this.acts = [...acts];
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
    resumed.kernel.advance(parisDay(mark.toldAt));
    retelling = false;
    resumed.numbers = [...mark.numbers];
    resumed.last = mark.version;
    resumed.actNumbers = [...mark.actNumbers];
    mark.acts.forEach((act, i) => {
      resumed.byId.set(act.id, mark.actNumbers[i] ?? 0);
    });
    return resumed;
  }

  snapshot(): Snapshot {
    return { ...this.mark(), digest: digestOfStory(this.kernel.entries) };
  }

  mark(): Mark {
    return {
      opening: this.opening,
      acts: [...this.acts],
      actNumbers: [...this.actNumbers],
      numbers: [...this.numbers],
      version: this.last,
      toldAt: this.now,
      gates: { ...this.asked },
    };
  }

  /** The same case, apart: what is done to the copy isn't done to this one. */
  private copy(): Case {
    const copy = new Case(this.procedure, this.opening, (name) => this.asked[name] ?? true, this.now, this.acts);
    copy.kernel.advance(this.today);
    copy.numbers = [...this.numbers];
    copy.last = this.last;
    copy.actNumbers = [...this.actNumbers];
    for (const [id, number] of this.byId) copy.byId.set(id, number);
    return copy;
  }

  /** The copy on which messages are tried, as this case stands: brought level, or made anew when it went another way. */
  private levelTrial(): Case {
    if (this.trial === null || !this.trial.follow(this)) this.trial = this.copy();
    const { trial } = this;
    trial.numbers = [...this.numbers];
    trial.actNumbers = [...this.actNumbers];
    trial.last = this.last;
    trial.news = [];
    return trial;
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
      this.byId.set(act.id, leader.byId.get(act.id) ?? 0);
    }
    this.now = leader.now;
    this.today = leader.today;
    this.kernel.advance(this.today);
    return this.kernel.entries.length === leader.kernel.entries.length;
  }

  // ---- Acts.

  /** The number under which the journal holds the act of that id; undefined when it was never accepted. */
  accepted(id: string): number | undefined {
    return this.byId.get(id);
  }

  /**
   * Accepts an act and tells what follows. A refused act leaves the case as it was.
   * @returns the number of the act's entry.
   * @throws Refusal saying what was expected instead, and by which text.
   */
  accept(name: string, message: ActMessage, now: Instant): number {
    this.advance(now);
    if (message.id !== undefined) {
      const known = this.byId.get(message.id);
      if (known !== undefined) return known;
    }
    refuseIfMoved(message, this.last);
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
    if (act.on < this.opening.filedOn) {
      throw new Refusal("malformed", `/on: expected a day that isn't before the filing (${this.opening.filedOn}).`, {
        pointer: "/on",
      });
    }
    if (act.on < this.today || this.kernel.isLate(act)) this.recordLate(act, message.confirm === true);
    else this.takeLive(act);
    this.acts.push(act);
    this.advance(now);
    const number = this.numberOf(act.id);
    this.keepNumber(act.id, number);
    return number;
  }

  private keepNumber(id: string, number: number): void {
    this.byId.set(id, number);
    this.actNumbers.push(number);
  }

  /** Where the case stands before a message is tried. */
  private standing() {
    const { kernel, acts, numbers, news, last } = this;
    const counts = { acts: acts.length, numbers: numbers.length, news: news.length };
    return { kernel, moves: kernel.moves, numbers, counts, last };
  }

  private goBackTo({ kernel, moves, numbers, counts, last }: ReturnType<Case["standing"]>): void {
    for (const { id } of this.acts.splice(counts.acts)) this.byId.delete(id);
    this.actNumbers.length = counts.acts;
    this.numbers = numbers;
    this.numbers.length = counts.numbers;
    this.news.length = counts.news;
    this.last = last;
    this.kernel = kernel;
    if (kernel.moves === moves) return;
    // The story stopped half-way: it is told again without the act.
    this.kernel = this.derive(this.acts);
    this.kernel.advance(this.today);
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
    const since = this.news.length;
    const number = this.accept(name, message, now);
    const changes = changesBetween(before, comparedStateOf(this.kernel, this.today), this.news.slice(since));
    return { number, act: name, changes };
  }

  private takeLive(act: Act): void {
    this.derived++;
    this.kernel.take(act);
  }

  /**
   * An act of an earlier day: the case is derived again, with all that time has done since. What no longer holds is
   * rectified; an adverse end that time would newly bring is for a person to confirm (E69).
   */
  private recordLate(act: Act, confirmed: boolean): void {
    const derived = this.derive([...this.acts, act], act);
    derived.advance(this.today);
    // Whoever sends a refusal, or states an abandonment, is that person.
    this.mayEndAdversely(derived, confirmed || derived.ended?.cause === act.id);
    this.adopt(derived);
  }

  /** Whoever sent an act, or the authority named for it, strikes it when it shouldn't stand. Itself an act, and traced. */
  private strike(message: ActMessage, now: Instant): number {
    const { id, by, author, reason, confirm, unverified } = readStrike(this.procedure.shape, message);
    const target = this.acts.find((act) => act.id === message.about || String(this.byId.get(act.id)) === message.about);
    if (target === undefined || target.act === strikeAct || struckAmong(this.acts).has(target.id)) {
      throw new Refusal(
        "malformed",
        "/about: expected the number, or the id, of an accepted act that isn't struck yet.",
        { pointer: "/about" },
      );
    }
    refuseStriker(this.procedure.shape, target, by, this.kernel.ended !== null);
    const on = parisDay(now);
    const strike: Act = {
      id,
      act: strikeAct,
      by,
      about: target.id,
      on,
      at: now,
      receivedOn: on,
      ...(author !== undefined && { author }),
      body: { reason },
      recordedAt: now,
      ...(unverified && { unverified }),
    };
    return this.recordStrike(target, strike, reason, confirm);
  }

  private recordStrike(target: Act, strike: Act, reason: string, confirmed: boolean): number {
    const derived = this.derive([...this.acts, strike]);
    derived.advance(this.today);
    this.mayEndAdversely(derived, confirmed);
    const { id, by, on, recordedAt, unverified } = strike;
    const traced = { on, at: recordedAt, cause: id };
    const number = this.append({
      ...traced,
      kind: "act",
      name: strikeAct,
      party: by,
      about: target.id,
      detail: { body: { reason }, ...(unverified && { unverified }) },
    });
    const facts = { act: target.act, number: String(this.byId.get(target.id)), on: target.on, by, reason };
    for (const party of toldOfStrike(target, by, this.adopt(derived)))
      this.append({ ...traced, kind: "notice", name: struckNotice, party, detail: { facts } });
    this.acts.push(strike);
    this.keepNumber(strike.id, number);
    this.advance(recordedAt);
    return number;
  }

  /** An act told in the past may newly end the case adversely: never without a person who confirms it. */
  private mayEndAdversely({ ended }: Kernel, confirmed: boolean): void {
    if (ended?.adverse === true && this.kernel.ended?.name !== ended.name && !confirmed) {
      const label = this.procedure.shape.endings[ended.name]?.label ?? ended.name;
      throw new Refusal(
        "confirm",
        `Avec cet acte, le dossier aurait pris fin le ${dateInFrench(ended.on)} : ${label}. Une personne confirme cet effet en renvoyant l'acte, confirmé (« confirm »).`,
        { source: this.procedure.shape.endings[ended.name]?.source },
      );
    }
  }

  /** Takes what is derived for what holds. @returns what no longer does, rectified. */
  private adopt(derived: Kernel): readonly Entry[] {
    const { numbers, rectified } = matchByMeaning(this.kernel.entries, this.numbers, derived.entries);
    for (const entry of rectified) this.append(entry);
    this.numbers = numbers;
    this.kernel = derived;
    return rectified;
  }

  private derive(acts: readonly Act[], newcomer?: Act): Kernel {
    this.derived += acts.length;
    const gates: Gates = (name) => {
      const answer = this.asked[name] ?? this.gates(name);
      this.asked[name] = answer;
      return answer;
    };
    return derive(this.procedure, this.opening, acts, gates, (id) => this.byId.get(id) ?? 0, newcomer);
  }

  // ---- Time.

  /** Lets time pass until `now`: tells what is over, and what was held back until then. */
  advance(now: Instant): void {
    if (now > this.now) {
      this.now = now;
      this.today = parisDay(now);
    }
    this.kernel.advance(this.today);
    const { entries } = this.kernel;
    for (let i = this.firstUntold(); i < entries.length; i++) {
      if ((this.numbers[i] ?? 0) !== 0) continue;
      const entry = entries[i]!;
      this.numbers[i] = entry.tellAt !== undefined && entry.tellAt > this.now ? 0 : this.append(entry);
    }
  }

  /** Nothing before it is held back: nearly always, nothing at all. */
  private firstUntold(): number {
    const heldBack = this.numbers.indexOf(0);
    return heldBack === -1 ? this.numbers.length : heldBack;
  }

  /** When time will next change something by itself, in milliseconds since the epoch; null when only acts can. */
  get nextWakeMs(): number | null {
    let next = this.kernel.nextMidnightOn === null ? null : startOfDayMs(this.kernel.nextMidnightOn);
    const { entries } = this.kernel;
    for (let i = this.firstUntold(); i < entries.length; i++) {
      const { tellAt } = entries[i]!;
      if (tellAt === undefined || (this.numbers[i] ?? 0) !== 0) continue;
      const at = epochMs(tellAt);
      if (next === null || at < next) next = at;
    }
    return next;
  }

  // ---- What is told.

  private append(entry: Entry): number {
    const number = ++this.last;
    // Field by field: a spread of every entry would be a tenth of the cost of a case.
    const { kind, name, on, at, party, about, cause, tellAt, detail } = entry;
    const told: { -readonly [Field in keyof JournalEntry]: JournalEntry[Field] } = { kind, name, on, cause, number };
    if (at !== undefined) told.at = at;
    if (party !== undefined) told.party = party;
    if (about !== undefined) told.about = about;
    if (tellAt !== undefined) told.tellAt = tellAt;
    if (detail !== undefined) told.detail = detail;
    this.news.push(told);
    return number;
  }

  private numberOf(actId: string): number {
    const i = this.kernel.entries.findLastIndex((entry) => entry.kind === "act" && entry.cause === actId);
    return i === -1 ? (this.byId.get(actId) ?? 0) : (this.numbers[i] ?? 0);
  }

  /** The entries told since the last call, in the order of the journal. */
  takeNews(): JournalEntry[] {
    const news = this.news;
    this.news = [];
    return news;
  }

  /** Writes into the journal that a signal was refused: nobody else would know. Its cause is the message's id, where it has one. */
  noteRefused(name: string, refusal: Refusal, now: Instant, id?: unknown): void {
    // After all that was over by then, so that a case rebuilt from the register gives it the same number.
    this.advance(now);
    this.append({
      kind: "refused",
      name,
      on: parisDay(now),
      at: now,
      cause: causeOf(id),
      detail: { problem: refusal.toJSON() },
    });
  }

  /** A refusal that the register already holds takes its number again. */
  noteRefusedAgain({ number: _number, ...entry }: JournalEntry): void {
    if (entry.at !== undefined) this.advance(entry.at);
    this.append(entry);
  }

  /** Acts that were taken for this case so far, each time it was derived: what a message costs is the difference. */
  get actsDerived(): number {
    return this.derived;
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
    return this.last;
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
    return viewOf(this.procedure.shape, copy.kernel, now, this.last);
  }

  view(now: Instant = this.now): CaseView {
    return viewOf(this.procedure.shape, this.kernel, now, this.last);
  }
}

const mostCauseCharacters = 200;

/** What the journal gives for the cause of a refused signal: its id, where it has one that could be an act's. */
export const causeOf = (id: unknown): string =>
  typeof id === "string" && id.length <= mostCauseCharacters ? id : "signal";
