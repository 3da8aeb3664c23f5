/**
 * A case of any procedure that moves through the year: each line is a day and what a party does on it. Real dates, no
 * mocks: `Case` itself. Every notice told is written too, and none may show a date without its source.
 */
import { expect } from "vitest";
import type { ActMessage } from "../../case/act.js";
import { Case } from "../../case/case.js";
import { type FilingBase, rulesetId } from "../../case/definition.js";
import type { Entry, JournalEntry } from "../../case/entry.js";
import { Refusal } from "../../case/refusal.js";
import { lastInstantOf, openingOf, type SimulatedAct, simulate } from "../../case/simulate.js";
import type { CaseView, ClockView } from "../../case/view.js";
import { civilDate } from "../../law/civil-date.js";
import { type Instant, instant } from "../../law/instant.js";
import { procedureOf } from "../../procedures/all.js";
import type { NoticeText } from "../../procedures/notice.js";
import { servedProcedure } from "../../procedures/served.js";

type Sent = Omit<ActMessage, "on" | "at" | "body">;

/** Noon in Paris, near enough, or the instant itself. */
const moment = (when: string): Instant => instant(when.includes("T") ? when : `${when}T11:00:00Z`);

const months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const bareDate = new RegExp(`\\b\\d{1,2}(?:er)? (?:${months}) \\d{4}(?! \\()`);

export class Timeline<Bodies extends object> {
  readonly journal: JournalEntry[] = [];
  readonly texts: (NoticeText & { readonly notice: string; readonly party: string })[] = [];
  private readonly live: Case;
  private readonly acts: SimulatedAct[] = [];
  private now: Instant;
  private count = 0;

  constructor(
    private readonly name: string,
    filedOn: string,
    filing: FilingBase,
  ) {
    this.now = moment(filedOn);
    const procedure = procedureOf(name);
    const ruleset = procedure.rulesets[0];
    if (ruleset === undefined) throw new Error(`${name} has no ruleset.`);
    const opening = openingOf(`${procedure.shape.prefix}-2026-0001`, this.now, rulesetId(ruleset), filing);
    this.live = Case.open(procedure, opening, this.now);
    this.read();
  }

  private read(): void {
    const { procedure, letters } = servedProcedure(this.name);
    const context = { opening: this.live.opening, shape: procedure.shape, rulesets: procedure.rulesets };
    for (const entry of this.live.takeNews()) {
      this.journal.push(entry);
      if (entry.kind !== "notice") continue;
      const text = letters.render(entry, context);
      expect(text.text, `${entry.name} shows a date without its source`).not.toMatch(bareDate);
      expect(text.text).not.toMatch(/undefined|\[object|NaN/);
      expect(procedure.shape.notices).toHaveProperty(entry.name);
      this.texts.push({ ...text, notice: entry.name, party: entry.party ?? "" });
    }
  }

  /** On that day, or at that instant, a party sends an act. */
  on<A extends keyof Bodies & string>(when: string, act: A, by: string, body: Bodies[A], more: Sent = {}): this {
    this.until(more.receivedAt ?? when);
    const at = when.includes("T") ? { at: when } : { on: when };
    this.live.receive(act, { id: `act-${++this.count}`, by, ...at, ...more, body }, this.now);
    this.acts.push({ act, at: when, by, ...more, body });
    this.read();
    return this;
  }

  /** The refusal of an act that must be refused; the case stays as it was. */
  refusal<A extends keyof Bodies & string>(
    when: string,
    act: A,
    by: string,
    body: Bodies[A],
    more: Sent = {},
  ): Refusal {
    this.until(when);
    const before = JSON.stringify([this.live.entries, this.view]);
    try {
      const at = when.includes("T") ? { at: when } : { on: when };
      this.live.accept(act, { id: "refused", by, ...at, ...more, body }, this.now);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      expect(JSON.stringify([this.live.entries, this.view])).toBe(before);
      expect(this.live.takeNews()).toEqual([]);
      return refusal;
    }
    throw new Error(`${act} was accepted on ${when}.`);
  }

  until(when: string): this {
    const then = moment(when);
    if (then > this.now) this.now = then;
    this.live.advance(this.now);
    this.read();
    return this;
  }

  untilTheEndOf(day: string): this {
    return this.until(lastInstantOf(civilDate(day)));
  }

  get view(): CaseView {
    return this.live.view(this.now);
  }

  get awaits(): string[] {
    return [...new Set(this.view.awaited.map(({ act }) => act))].sort();
  }

  get ending(): string | undefined {
    return this.view.ending?.name;
  }

  clock(id: string): ClockView {
    const clock = this.view.clocks.find((each) => each.id === id);
    if (clock === undefined) throw new Error(`No clock ${id}.`);
    return clock;
  }

  phaseOf(subject: string): string | null | undefined {
    return this.view.subjects.find(({ id }) => id === subject)?.phase;
  }

  outcomeOf(subject: string): string | null | undefined {
    return this.view.subjects.find(({ id }) => id === subject)?.outcome;
  }

  /** What the journal tells, one line each: `2026-05-16 overrun minutes applicant`. */
  told(...kinds: Entry["kind"][]): string[] {
    return this.journal
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ on, kind, name, party }) => [on, kind, name, party].filter((each) => each !== undefined).join(" "));
  }

  /** The latest text of a notice, as a party read it. */
  letter(notice: string, party = "applicant"): NoticeText {
    const text = this.texts.findLast((each) => each.notice === notice && each.party === party);
    if (text === undefined) throw new Error(`${party} never read ${notice}: ${this.texts.map((t) => t.notice)}.`);
    return text;
  }

  /** The same timeline in the simulator tells the same. */
  isSimulatedAlike(): void {
    const procedure = procedureOf(this.name);
    const played = simulate(procedure, this.live.opening, this.acts, this.now);
    expect(played.refused).toEqual([]);
    const bare = ({ cause: _cause, number: _number, ...entry }: JournalEntry) => ({ ...entry, about: entry.about });
    const acts = (journal: readonly JournalEntry[]) => journal.map(bare);
    expect(acts(played.journal)).toEqual(acts(this.journal));
    expect(played.case).toEqual(this.view);
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
