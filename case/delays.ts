import type { CivilDate } from "../law/civil-date.js";
import { deadline } from "../law/deadline.js";
import { type Delay, delayInFrench } from "../law/delay.js";
import { Clock } from "./clock.js";
import type { DelayRule, DelaySpec, Ruleset, Shape } from "./definition.js";
import type { Running } from "./file.js";
import type { Proceedings } from "./proceedings.js";
import { StoryFault } from "./refusal.js";

/** The delays of a case: each begun is a clock, of the length that its ruleset, or an act, gives it. */
export class Delays {
  readonly clocks: Clock[] = [];
  /** How often each was begun, about each subject. */
  private readonly begun = new Map<string, number>();

  constructor(
    private readonly shape: Shape,
    private readonly ruleset: Ruleset,
    private readonly proceedings: Proceedings,
  ) {}

  /** What the definition says of a delay, and its rule under the case's ruleset. */
  delay(delay: string): { readonly spec: DelaySpec; readonly rule: DelayRule } {
    const spec = this.shape.delays[delay];
    const rule: DelayRule | undefined = this.ruleset.delays[delay];
    if (spec === undefined || rule === undefined)
      throw new StoryFault(`"${delay}" is no delay of ${this.shape.name} under ${this.ruleset.name}.`);
    return { spec, rule };
  }

  /** The last day that the delay would have from there. */
  lastDayIf(delay: string, from: CivilDate): CivilDate {
    const { spec, rule } = this.delay(delay);
    const { lastDay } = deadline({ from, delay: rule.length, roll: spec.roll ?? "none" });
    if (lastDay === null) throw new StoryFault(`"${delay}" has no last day from ${from}.`);
    return lastDay;
  }

  /** The last day of the delay where it runs. */
  dueOn(delay: string): CivilDate | null {
    return this.clocks.find((clock) => clock.delay === delay && clock.running)?.lastDay ?? null;
  }

  /** Begins a delay, or takes up again the one that its passage has left. */
  arm(delay: string, { from, of, length }: Running): Clock {
    const { spec, rule: text } = this.delay(delay);
    const rule = length === undefined ? text : this.setByAct(delay, text, length, from);
    const name = of === undefined ? delay : `${delay}:${of}`;
    const left = this.clocks.find((c) => c.delay === delay && c.about === of && c.goesOn(from, rule));
    if (left !== undefined) return left;
    const count = (this.begun.get(name) ?? 0) + 1;
    this.begun.set(name, count);
    const clock = new Clock(
      count === 1 ? name : `${name}#${count}`,
      delay,
      spec,
      rule,
      from,
      of,
      this.proceedings.ledger,
    );
    this.clocks.push(clock);
    this.proceedings.write("clock", delay, { about: clock.id, detail: { from } });
    return clock;
  }

  /** The delay with the length that an act gives it, which can't be more than the text allows. */
  private setByAct(delay: string, rule: DelayRule, length: Delay, from: CivilDate): DelayRule {
    if (rule.setByAct === undefined) throw new StoryFault(`No act sets the length of "${delay}".`);
    const [asked, most] = [length, rule.length].map((each) => deadline({ from, delay: each }).lastDay);
    if (rule.setByAct === "at-most" && asked != null && most != null && asked > most)
      throw new StoryFault(`"${delay}" can't be longer than ${delayInFrench(rule.length)} (${rule.source.ref}).`);
    return { ...rule, length };
  }
}
