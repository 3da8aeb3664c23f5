/** What a notice of the PECAN is written from, and sentences in which no date stands without its source. */
import { type DelayRule, type Ruleset, rulesetId } from "../../case/definition.js";
import type { Entry } from "../../case/entry.js";
import { type Citation, type Dated, renderDate } from "../../law/citation.js";
import { addDays, type CivilDate, isCivilDate } from "../../law/civil-date.js";
import { deadline, effectiveOn } from "../../law/deadline.js";
import { type Delay, delayInFrench, months } from "../../law/delay.js";
import { RULES } from "../../law/walk.js";
import type { NoticeContext } from "../notice.js";
import type { Pecan } from "./definition.js";
import type { Filing } from "./schemas.js";

declare const written: unique symbol;

/** A sentence written by `say`. */
export type Sentence = string & { readonly [written]: true };

/** What a sentence may hold: a civil day only with its source. */
type Sayable<T> = T extends CivilDate ? never : T extends string | number | Dated ? T : never;

/** Writes a sentence: a day must come as `Dated`, or it doesn't compile (no date without its source). */
export function say<const V extends readonly unknown[]>(
  parts: TemplateStringsArray,
  ...values: { [I in keyof V]: Sayable<V[I]> }
): Sentence {
  const text = parts.reduce((said, part, i) => {
    const value: string | number | Dated = values[i - 1] as never;
    return said + (typeof value === "object" ? renderDate(value) : String(value)) + part;
  });
  return text.trimEnd() as Sentence;
}

/** Said when there is something to say; left out of the letter otherwise. */
export const nothing = "" as Sentence;

type Delays = keyof Pecan["shape"]["delays"] & string;
type OpenDate = { readonly clock: string; readonly delay: string; readonly lastDay: CivilDate | null };

/** A notice as its text is written: who reads it, about what, with which facts and which dates. */
export class Letter {
  readonly party: string;
  readonly on: CivilDate;
  readonly filing: Filing;
  private readonly ruleset: Ruleset;
  private readonly facts: Readonly<Record<string, unknown>>;
  private readonly dates: readonly OpenDate[];

  constructor(
    private readonly entry: Entry,
    private readonly context: NoticeContext,
  ) {
    const { opening, rulesets } = context;
    const ruleset = rulesets.find((each) => rulesetId(each) === opening.ruleset);
    if (ruleset === undefined) throw new RangeError(`No ruleset is called ${opening.ruleset}.`);
    this.ruleset = ruleset;
    this.party = entry.party ?? "";
    this.on = entry.on;
    this.filing = opening.filing as Filing;
    this.facts = (entry.detail?.facts ?? {}) as Record<string, unknown>;
    this.dates = (entry.detail?.dates ?? []) as readonly OpenDate[];
  }

  get toApplicant(): boolean {
    return this.party === "applicant";
  }

  /** What the notice is about: a platform, a section, a request, an indication. */
  get about(): string {
    return this.entry.about ?? "";
  }

  /** The day of what is told. */
  today(source: Citation): Dated {
    return { date: this.on, source };
  }

  // ---- Facts.

  has(fact: string): boolean {
    return this.facts[fact] !== undefined && this.facts[fact] !== null;
  }

  /** A fact that is a word or a number. */
  text(fact: string): string {
    const value = this.facts[fact];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  /** A fact that is a list, read as `a ; b ; c`. */
  list(fact: string): string {
    const value = this.facts[fact];
    return Array.isArray(value) ? value.map(String).join(" ; ") : "";
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

  /** The indication by its label: a decision is read without the file at hand. */
  indication(id: string = this.about): string {
    const known = this.filing.indications.find((each) => each.id === id);
    return known === undefined ? `« ${id} »` : `« ${known.label} »`;
  }

  // ---- Delays.

  rule(delay: string): DelayRule {
    const rule = (this.ruleset.delays as Readonly<Record<string, DelayRule>>)[delay];
    if (rule === undefined) throw new RangeError(`${this.context.opening.ruleset} has no delay "${delay}".`);
    return rule;
  }

  label(delay: string): string {
    return this.context.shape.delays[delay]?.label ?? delay;
  }

  length(delay: Delays): string {
    return delayInFrench(this.rule(delay).length);
  }

  /** The last day of an open delay, about the same subject as the notice where it has one; undefined while it isn't running. */
  lastDay(delay: string): Dated | undefined {
    const running = this.dates.filter((each) => each.delay === delay && each.lastDay !== null);
    const own = running.find(({ clock }) => clock.split("#")[0] === `${delay}:${this.about}`) ?? running[0];
    const date = this.day("lastDay") ?? own?.lastDay ?? undefined;
    return date === undefined ? undefined : { date, source: this.rule(delay).source };
  }

  /** The last day of a delay from that day, under the case's rule, or under another reading of it. */
  lastDayFrom(delay: Delays, from: CivilDate, other?: { readonly length: Delay; readonly source: Citation }): Dated {
    const { length, source } = other ?? this.rule(delay);
    const roll = this.context.shape.delays[delay]?.roll ?? "none";
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
  otherLengths(delay: Delays): readonly { readonly length: Delay; readonly source: Citation }[] {
    const { length, otherwise = [] } = this.rule(delay);
    return otherwise.flatMap((other) =>
      other.length !== undefined && delayInFrench(other.length) !== delayInFrench(length)
        ? [{ length: other.length, source: other.source }]
        : [],
    );
  }

  /** The other readings of a delay that runs from that day, in one sentence; nothing when they agree. */
  otherReadings(delay: Delays, from: CivilDate): Sentence {
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
