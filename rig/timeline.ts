/**
 * A case of any procedure that moves through the year: each line is a day and what a party does on it. Real dates, no
 * mocks: `Case` itself, as the workflow holds it. Every notice is written too, and none may show a date without its source.
 */
import assert from "node:assert/strict";
import type { ActMessage } from "../case/act.js";
import { Case } from "../case/case.js";
import { type FilingBase, rulesetId, rulesetOn } from "../case/definition.js";
import type { Entry, JournalEntry } from "../case/entry.js";
import { noon } from "../case/kernel.js";
import type { Receipt } from "../case/receipt.js";
import { Refusal } from "../case/refusal.js";
import { lastInstantOf, openingOf, type SimulatedAct, simulate } from "../case/simulate.js";
import type { CaseView, ClockView, SubjectView } from "../case/view.js";
import { civilDate, yearOf } from "../law/civil-date.js";
import { type Instant, instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { procedureOf } from "../procedures/all.js";
import type { NoticeText } from "../procedures/notice.js";
import { servedProcedure } from "../procedures/served.js";

/** What a party sends; its date comes from the line on which it stands. */
export interface Sent<Bodies extends object, Act extends keyof Bodies = keyof Bodies>
  extends Omit<ActMessage, "on" | "body"> {
  readonly act: Act;
  readonly body: Bodies[Act];
  /** When it is recorded, if later than the line: a day (noon) or an instant. */
  readonly recorded?: string;
}

/** What may be said of an act besides its name and its body. */
export type More = Partial<Omit<Sent<object>, "act" | "body">>;

/** The acts of a procedure, each with the body that its name asks for. */
export const actsOf =
  <Bodies extends object>() =>
  <Act extends keyof Bodies & string>(act: Act, by: string, body: Bodies[Act], more: More = {}): Sent<Bodies, Act> => ({
    act,
    by,
    body,
    ...more,
  });

/** Noon of a day in Paris, or the instant itself. */
const moment = (when: string): Instant => (when.includes("T") ? instant(when) : noon(civilDate(when)));

const months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const bareDate = new RegExp(`\\b\\d{1,2}(?:er)? (?:${months}) \\d{4}(?! \\()`);

export class Timeline<Bodies extends object> {
  readonly live: Case;
  readonly journal: JournalEntry[] = [];
  readonly texts: (NoticeText & { readonly notice: string; readonly party: string })[] = [];
  private readonly sent: SimulatedAct[] = [];
  now: Instant;

  /** @param ruleset the name of the ruleset under which it is filed; the procedure's ordinary one by default. */
  constructor(
    private readonly name: string,
    filedOn: string,
    filing: FilingBase,
    ruleset?: string,
  ) {
    this.now = moment(filedOn);
    const procedure = procedureOf(name);
    const day = parisDay(this.now);
    const frozen = rulesetOn(procedure, day, ruleset);
    if (frozen === undefined) throw new Error(`${name} has no ruleset on ${day}.`);
    const number = `${procedure.shape.prefix}-${yearOf(day)}-0001`;
    this.live = Case.open(procedure, openingOf(number, this.now, rulesetId(frozen), filing), this.now);
    this.read();
  }

  private read(): void {
    const { procedure, letters } = servedProcedure(this.name);
    const context = { opening: this.live.opening, shape: procedure.shape, rulesets: procedure.rulesets };
    for (const entry of this.live.takeNews()) {
      this.journal.push(entry);
      if (entry.kind !== "notice") continue;
      const text = letters.render(entry, context);
      assert.doesNotMatch(text.text, bareDate, `${entry.name} shows a date without its source`);
      assert.doesNotMatch(`${text.subject} ${text.text}`, /undefined|\[object|NaN/);
      assert.ok(entry.name in procedure.shape.notices, `${entry.name} isn't a notice of ${this.name}`);
      this.texts.push({ ...text, notice: entry.name, party: entry.party ?? "" });
    }
  }

  private messageOf({ act: _act, recorded: _recorded, ...message }: Sent<Bodies>, when: string): ActMessage {
    return {
      id: `act-${this.sent.length + 1}`,
      ...message,
      ...(message.at === undefined && (when.includes("T") ? { at: when } : { on: when })),
    };
  }

  /** Time passes until noon of that day (or that instant), on which the parties send these acts. */
  on(when: string, ...acts: Sent<Bodies>[]): this {
    for (const sent of acts) {
      this.until(sent.recorded ?? sent.receivedAt ?? sent.at ?? when);
      this.receive(String(sent.act), this.messageOf(sent, when));
    }
    return this.until(when);
  }

  private receive(act: string, { on, at, ...message }: ActMessage): Receipt {
    const receipt = this.live.receive(act, { ...message, ...(on && { on }), ...(at && { at }) }, this.now);
    this.sent.push({ body: {}, by: "", ...message, act, at: at ?? on ?? this.now });
    this.read();
    return receipt;
  }

  /** The refusal of an act that must be refused; it must leave the case as it was. */
  refusal(when: string, sent: Sent<Bodies>): Refusal {
    this.until(sent.recorded ?? sent.receivedAt ?? when);
    const state = () => JSON.stringify([this.live.entries, this.view]);
    const before = state();
    try {
      this.live.accept(String(sent.act), this.messageOf(sent, when), this.now);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      assert.equal(state(), before);
      assert.deepEqual(this.live.takeNews(), []);
      return refusal;
    }
    throw new Error(`${String(sent.act)} was accepted on ${when}.`);
  }

  /** The latest such act is struck; by whoever sent it, when nobody else is named. */
  strike(when: string, act: string, confirm = false, by?: string): Receipt {
    this.until(when);
    const target = this.live.recordedActs.findLast((each) => each.act === act);
    return this.receive("strike", {
      id: `act-${this.sent.length + 1}`,
      by: by ?? target?.by ?? "",
      about: target?.id ?? act,
      confirm,
      body: { reason: "Erreur." },
    });
  }

  /** Time passes: until noon of a day, or until an instant. */
  until(when: string): this {
    const then = moment(when);
    if (then > this.now) this.now = then;
    this.live.advance(this.now);
    this.read();
    return this;
  }

  /** Until the last millisecond of a day, Paris. */
  untilTheEndOf(day: string): this {
    return this.until(lastInstantOf(civilDate(day)));
  }

  get view(): CaseView {
    return this.live.view(this.now);
  }

  /** What the case would show then, its journal left as it is. */
  viewAt(when: string): CaseView {
    return this.live.viewAt(moment(when));
  }

  get ending(): string | undefined {
    return this.view.ending?.name;
  }

  clock(id: string): ClockView {
    const clock = this.view.clocks.find((each) => each.id === id);
    if (clock === undefined) throw new Error(`No clock ${id}: ${this.view.clocks.map((each) => each.id).join(", ")}.`);
    return clock;
  }

  lastDay(clock: string): string | null {
    return this.clock(clock).lastDay;
  }

  phaseOf(subject: string): string | null {
    return this.subject(subject).phase;
  }

  outcomeOf(subject: string): string | null {
    return this.subject(subject).outcome;
  }

  private subject(id: string): SubjectView {
    const subject = [...this.view.indications, ...this.view.subjects].find((each) => each.id === id);
    if (subject === undefined) throw new Error(`Nothing is called ${id}.`);
    return subject;
  }

  /** The journal's entries of some kinds, one line each: `2026-05-02 overrun ansOpinion ANS`. */
  lines(...kinds: Entry["kind"][]): string[] {
    return this.journal
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ on, kind, name, party, about }) =>
        [on, kind, name, party, about].filter((each) => each !== undefined).join(" "),
      );
  }

  notices(notice: string, party?: string): JournalEntry[] {
    return this.journal.filter(
      (entry) => entry.kind === "notice" && entry.name === notice && (party === undefined || entry.party === party),
    );
  }

  /** The days on which a party was sent a notice. */
  noticedOn(party: string, notice: string): string[] {
    return this.notices(notice, party).map(({ on }) => on);
  }

  tasks(task: string): JournalEntry[] {
    return this.journal.filter((entry) => entry.kind === "task" && entry.name === task);
  }

  /** The latest text of a notice, as a party read it. */
  letter(notice: string, party = "applicant"): NoticeText {
    const text = this.texts.findLast((each) => each.notice === notice && each.party === party);
    if (text === undefined) throw new Error(`${party} never read ${notice}: ${this.texts.map((t) => t.notice)}.`);
    return text;
  }

  /** The same timeline in the simulator leaves the same journal and the same case. */
  isSimulatedAlike(): void {
    const procedure = procedureOf(this.name);
    const played = simulate(procedure, this.live.opening, this.sent, this.now);
    assert.deepEqual(played.refused, []);
    const bare = ({ cause: _cause, number: _number, ...entry }: JournalEntry) => entry;
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    assert.deepEqual(plain(played.journal.map(bare)), plain(this.journal.map(bare)));
    assert.deepEqual(plain(played.case), plain(this.view));
  }
}

/** The refusal of a filing that must be refused. */
export function filingRefused(name: string, filedOn: string, filing: FilingBase): Refusal {
  try {
    new Timeline(name, filedOn, filing);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  throw new Error(`${name} was opened on ${filedOn}.`);
}
