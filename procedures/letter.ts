/** What a notice is written from, and sentences in which no date stands without its source. */
import {
  type DelayName,
  type DelayRule,
  type FilingOf,
  type Ruleset,
  rulesetId,
  type Shape,
} from "../case/definition.js";
import type { Entry } from "../case/entry.js";
import type { Opening } from "../case/kernel.js";
import { type Citation, type Dated, renderDate } from "../law/citation.js";
import { addDays, type CivilDate, isCivilDate } from "../law/civil-date.js";
import { deadline, effectiveOn } from "../law/deadline.js";
import { type Delay, delayInFrench, months } from "../law/delay.js";
import { RULES } from "../law/walk.js";
import type { NoticeContext } from "./notice.js";

declare const written: unique symbol;

/** A sentence written by `say`, or words that somebody gave. */
export type Sentence = string & { readonly [written]: true };

/** What a sentence may hold: a civil day only with its source. */
type Sayable<T> =
  Extract<T, CivilDate> extends never
    ? [T] extends [string | number | Dated]
      ? T
      : [T] extends [Dated | undefined]
        ? T
        : never
    : never;

/**
 * Writes a sentence: a day must come as `Dated`, or it doesn't compile (no date without its source). One that isn't known is
 * said to be so.
 */
export function say<const V extends readonly unknown[]>(
  parts: TemplateStringsArray,
  ...values: { [I in keyof V]: Sayable<V[I]> }
): Sentence {
  const text = parts.reduce((said, part, i) => {
    const value: string | number | Dated | undefined = values[i - 1] as never;
    if (value === undefined) return `${said}une date qui n'est pas encore connue${part}`;
    return said + (typeof value === "object" ? renderDate(value) : String(value)) + part;
  });
  return text.trimEnd() as Sentence;
}

/** Said when there is something to say; left out of the letter otherwise. */
export const nothing = "" as Sentence;

export const senseInFrench = (sense: string | undefined): string =>
  sense === "favourable" ? "favorable" : "défavorable";

/** A sentence about a date, where the date is known. */
export const when = (dated: Dated | undefined, write: (dated: Dated) => Sentence): Sentence =>
  dated === undefined ? nothing : write(dated);

type OpenDate = { readonly clock: string; readonly delay: string; readonly lastDay: CivilDate | null };

/** A notice as its text is written: who reads it, about what, with which facts and which dates. */
export class Letter<D = unknown> {
  readonly opening: Opening;
  readonly shape: Shape;
  readonly filing: FilingOf<D>;
  readonly name: string;
  readonly party: string;
  /** What the notice is about: a platform, a section, a request, an indication. */
  readonly about: string;
  readonly on: CivilDate;
  /** Facts that the story gave with the notice. */
  readonly facts: Readonly<Record<string, unknown>>;
  private readonly ruleset: Ruleset;
  private readonly dates: readonly OpenDate[];

  constructor(entry: Entry, { opening, shape, rulesets }: NoticeContext) {
    const ruleset = rulesets.find((each) => rulesetId(each) === opening.ruleset);
    if (ruleset === undefined) throw new RangeError(`No ruleset is called ${opening.ruleset}.`);
    this.opening = opening;
    this.shape = shape;
    this.filing = opening.filing as unknown as FilingOf<D>;
    this.name = entry.name;
    this.party = entry.party ?? "";
    this.about = entry.about ?? "";
    this.on = entry.on;
    this.facts = (entry.detail?.facts ?? {}) as Record<string, unknown>;
    this.ruleset = ruleset;
    this.dates = (entry.detail?.dates ?? []) as readonly OpenDate[];
  }

  get toApplicant(): boolean {
    return this.party === "applicant";
  }

  /** The day of what is told. */
  today(source: Citation): Dated {
    return { date: this.on, source };
  }

  // ---- Facts.

  has(fact: string): boolean {
    return this.facts[fact] !== undefined && this.facts[fact] !== null;
  }

  /** A fact that is words or a number; nothing when the story gave none. */
  text(fact: string): Sentence {
    const value = this.facts[fact];
    return (typeof value === "string" || typeof value === "number" ? String(value) : "") as Sentence;
  }

  /** A fact that is a list, read as `a ; b ; c`. */
  list(fact: string): Sentence {
    return this.strings(fact).join(" ; ") as Sentence;
  }

  /** A fact that is a list, one item a line. */
  items(fact: string, words: Readonly<Record<string, string>> = {}): Sentence {
    return this.strings(fact)
      .map((item) => `— ${words[item] ?? item}`)
      .join("\n") as Sentence;
  }

  strings(fact: string): readonly string[] {
    const value = this.facts[fact];
    return Array.isArray(value) ? value.map(String) : [];
  }

  objects(fact: string): readonly Readonly<Record<string, string>>[] {
    const value = this.facts[fact];
    return Array.isArray(value) ? (value as Record<string, string>[]) : [];
  }

  /** A fact that is a day; undefined when the story gave none. */
  day(fact: string): CivilDate | undefined {
    const value = this.facts[fact];
    return isCivilDate(value) ? value : undefined;
  }

  dated(fact: string, source: Citation): Dated | undefined {
    const date = this.day(fact);
    return date && { date, source };
  }

  /** The indication by its label: a decision is read without the file at hand. */
  indication(id: string = this.about): string {
    const known = this.opening.filing.indications.find((each) => each.id === id);
    return known === undefined ? `« ${id} »` : `« ${known.label} »`;
  }

  // ---- Delays.

  rule(delay: string): DelayRule {
    const rule = this.ruleset.delays[delay];
    if (rule === undefined) throw new RangeError(`${this.opening.ruleset} has no delay "${delay}".`);
    return rule;
  }

  label(delay: string): string {
    return this.shape.delays[delay]?.label ?? delay;
  }

  length(delay: DelayName<D>): string {
    return delayInFrench(this.rule(delay).length);
  }

  /** Whether that delay is open, suspended or not: the one about that subject, or any. */
  runs(delay: DelayName<D>, about?: string): boolean {
    return this.dates.some(
      (each) => each.delay === delay && (about === undefined || each.clock.split("#")[0] === `${delay}:${about}`),
    );
  }

  /** The last day of an open delay, about the same subject as the notice where it has one; undefined while that one isn't running. */
  lastDay(delay: string): Dated | undefined {
    const open = this.dates.filter((each) => each.delay === delay);
    const own = open.find(({ clock }) => clock.split("#")[0] === `${delay}:${this.about}`);
    const told = this.facts.delay === delay ? this.day("lastDay") : undefined;
    const date = told ?? (own ?? open.find(({ lastDay }) => lastDay !== null))?.lastDay ?? undefined;
    return date === undefined ? undefined : { date, source: this.rule(delay).source };
  }

  /** The last day of a delay from that day, under the case's rule, or under another reading of it. */
  lastDayFrom(
    delay: DelayName<D>,
    from: CivilDate,
    other?: { readonly length: Delay; readonly source: Citation },
  ): Dated {
    const { length, source } = other ?? this.rule(delay);
    const roll = this.shape.delays[delay]?.roll ?? "none";
    const { lastDay } = deadline({ from, delay: length, roll });
    return { date: lastDay ?? from, source };
  }

  /** The first day on which the expiry of an open delay has its effect. */
  dayAfter({ date, source }: Dated): Dated {
    return { date: effectiveOn(date) ?? date, source };
  }

  dayBefore(date: CivilDate, source: Citation): Dated {
    return { date: addDays(date, -1), source };
  }

  /** Readings of the same delay that give another length (design rule 8: both are shown). */
  otherLengths(delay: DelayName<D>): readonly { readonly length: Delay; readonly source: Citation }[] {
    const { length, otherwise = [] } = this.rule(delay);
    return otherwise.flatMap((other) =>
      other.length !== undefined && delayInFrench(other.length) !== delayInFrench(length)
        ? [{ length: other.length, source: other.source }]
        : [],
    );
  }

  /** The other readings of a delay that runs from that day, in one sentence; nothing when they agree. */
  otherReadings(delay: DelayName<D>, from: CivilDate): Sentence {
    const enforced = this.lastDayFrom(delay, from);
    const others = this.otherLengths(delay)
      .map((other) => ({ other, dated: this.lastDayFrom(delay, from, other) }))
      .filter(({ dated }) => dated.date !== enforced.date)
      .map(({ other, dated }) => say`${delayInFrench(other.length)}, jusqu'au ${dated}`);
    return others.length === 0
      ? nothing
      : say`Un autre texte dit autre chose pour ce délai : ${others.join(" ; ")}. Le dossier suit celui que nous indiquons en premier ; nous vous montrons les deux.`;
  }

  /** Two clear months from the notification, rolled: when an appeal would be out of time. For information. */
  lastDayOfAppeal(): Dated {
    const { lastDay } = deadline({ from: this.on, delay: { ...months(2), counted: "clear" }, roll: "next" });
    return { date: lastDay ?? this.on, source: RULES.T5 };
  }
}
