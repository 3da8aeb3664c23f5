import type { Citation } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import type { Delay } from "../law/delay.js";
import type { Counting, SuspensionFamily } from "../law/suspension.js";
import type { JsonSchema } from "./schema.js";

/** Who takes part in a procedure. `acts` is false for those who are only notified (insurers, CNPs). */
export interface PartySpec {
  readonly label: string;
}

/** One kind of act. Its name is shared by the story, the Update, the Signal, the journal and the URL. */
export interface ActSpec {
  readonly label: string;
  /** What the act is, for the Web UI and the OpenAPI document; one sentence. */
  readonly description: string;
  readonly by: readonly string[];
  /** The authorities that strike it, beside whoever sent it. */
  readonly struckBy?: readonly string[];
  /** It binds its sender, or proves when he was reached: he doesn't strike it himself. */
  readonly binding?: boolean;
  /** The one role of its senders in which a person may send it; whatever the role, when absent. */
  readonly as?: "legal-representative" | "manager";
  /** What `about` names (a request, an indication, a section…); absent: the act is about the case. */
  readonly about?: string;
  /** The step of the official text at which the act belongs. */
  readonly step?: string;
  readonly source: Citation;
  /** Said when the act comes while nothing awaits it: why it isn't possible yet, or any more. */
  readonly otherwise?: string;
  /** Possible only once one of these acts has been accepted; about the same subject where both acts have one of that kind. */
  readonly after?: readonly string[];
  /** Possible once in the case, or once about each subject. */
  readonly once?: boolean;
  /** It may come and is never due: whoever may send it isn't said to have the move. */
  readonly unprompted?: boolean;
}

/** What the end of a delay does: `lapse` has an effect that the story tells; `overrun` is recorded, notified, and still awaited. */
export type OnExpiry = "lapse" | "overrun";

/** What stays the same of a delay whatever the ruleset; `DelayEntry` adds its length and source. */
export interface DelaySpec {
  readonly label: string;
  readonly bearer: string;
  readonly onExpiry: OnExpiry;
  /** The lapse harms the applicant: it is derived at midnight and notified at `tellAt`. */
  readonly adverse?: boolean;
  /** Nothing received in time could change its end: adverse or not, it is notified at its midnight. */
  readonly conclusive?: boolean;
  /** Kinds of suspension that stop this delay. */
  readonly suspendedBy?: readonly string[];
  /** Acts from whose day the whole delay starts again. */
  readonly restartedBy?: readonly string[];
  /** Acts that meet it where its passage only awaits time: answered beside it, it is left, and shows as met. */
  readonly metBy?: readonly string[];
  /** Acts that lengthen this delay, once, by the extension that the ruleset sets; counted from the origin. */
  readonly extendedBy?: readonly string[];
  /** Days before the last day at which the bearer is reminded. */
  readonly reminders?: readonly number[];
  /** Who else is reminded, and how many days before; each a day on which the bearer is. */
  readonly alsoReminds?: Readonly<Record<string, readonly number[]>>;
  /** Information only: no overrun is recorded, nobody is notified. */
  readonly informative?: boolean;
  /** Notified when an overrun is recorded, with the bearer. */
  readonly tells?: readonly string[];
  /** Only company duties are rolled to the next working day (CPC 642, by analogy). */
  readonly roll?: "next";
}

/** A delay as one ruleset sets it. */
export interface DelayRule {
  readonly length: Delay;
  readonly source: Citation;
  /** An act sets the length: `at-most` this one, or `freely` (`length` is then what holds when the act says nothing). */
  readonly setByAct?: "at-most" | "freely";
  readonly extension?: Delay;
  /** What silence means, by the situation in which the delay ends; the story knows the effects and tells them. */
  readonly silence?: Readonly<Record<string, TextRule>>;
  /** What must come before the act that this delay awaits, as this text says; the story knows the effects. */
  readonly requires?: Readonly<Record<string, TextRule>>;
  /** The event from which the text counts, in its words. */
  readonly start?: string;
  /** How a request of a kind that suspends it stops it (ADR 30); every delay with such a kind has one. */
  readonly family?: SuspensionFamily;
  /** How the days of a suspension are counted; `half-open` when absent. */
  readonly counting?: Counting;
  /** Other readings of the same delay, each with its source. */
  readonly otherwise?: readonly OtherReading[];
  /**
   * The choice by which this rule is enforced although another reading would end later: without it, an adverse delay
   * must be the latest of its readings.
   */
  readonly enforces?: Citation;
}

/** What another reading changes; one that changes nothing that can be computed is a remark. */
export interface OtherReading {
  readonly length?: Delay;
  /** A delay of the same case, for the same subject: this reading counts from where that one does. */
  readonly origin?: string;
  /** This reading counts from the day of the latest such act. */
  readonly fromAct?: string;
  /** Not that act's own day, but the one that this field of its body gives. */
  readonly dayIn?: string;
  /** This reading counts the first day too: the last day is the eve of the day of the same number. */
  readonly countsFirstDay?: boolean;
  /** Kinds of suspension that stop it under this reading. */
  readonly suspendedBy?: readonly string[];
  readonly counting?: Counting;
  readonly note?: string;
  readonly source: Citation;
}

/** One line of a text: what silence is worth in that situation, or in which ones something is required; and who says so. */
export interface TextRule {
  readonly effect: string;
  readonly source: Citation;
}

/** A dated set of delays. Never edited once a case is filed under it, only superseded. */
export interface Ruleset<DelayName extends string = string> {
  readonly name: string;
  /** First filing day to which it applies. */
  readonly from: CivilDate;
  readonly label: string;
  readonly delays: Readonly<Record<DelayName, DelayRule>>;
  /** Hour, in Paris, at which the adverse effect of an expiry is notified, on the next working day; 12 when absent. */
  readonly tellAtHour?: number;
  /** To which cases the text says that it applies; absent: the text is silent, hence to steps not yet begun (E65). */
  readonly transition?: Transition;
}

/** E65. The case that a new text reaches: by the day of its request, by that of its acknowledgement, or any case at once. */
export interface Transition {
  readonly rule: "by-request-date" | "by-acknowledgement-date" | "at-once";
  readonly source: Citation;
}

/** A ruleset without its delays: each of them says its own rule under it. */
export type RulesetHeading = Omit<Ruleset, "delays">;

/** A delay, whole: who bears it and what its end does, then its rule, one for every ruleset or one for each. */
export type DelayEntry<RulesetKey extends string = string> = DelaySpec &
  ({ readonly rule: DelayRule } | { readonly rules: Readonly<Record<RulesetKey, DelayRule>> });

/** The delays of a procedure, by name; `RulesetKey` is how it calls its rulesets. */
export type Delays<RulesetKey extends string> = Readonly<Record<string, DelayEntry<RulesetKey>>>;

export interface EndingSpec {
  readonly label: string;
  readonly adverse: boolean;
  readonly source: Citation;
}

/** Something that a party has to do, beside the acts that a delay or the story awaits of it. */
export interface TaskSpec {
  readonly label: string;
  /** Acts that settle it, by whomever, about its subject where both have one. Without any, its party says that it is done (`settle`). */
  readonly settledBy: readonly string[];
  /** Nothing goes on without it: its party has the move as long as it is open. */
  readonly leads?: true;
  /** Acts that are possible and not due as long as the task is open, about its subject where both have one: this comes first. */
  readonly holds?: readonly string[];
}

export interface NoticeSpec {
  readonly label: string;
  /** A status mail can be muted by its addressee; a legal notification never is. */
  readonly kind: "status" | "legal";
}

/** A notice that every procedure has: to whoever sent an act that is struck, and to all who were notified of what leaves with it. */
export const struckNotice = "struck";
const struckNoticeSpec: NoticeSpec = { label: "Acte écarté", kind: "legal" };

/** The data half of a procedure. The other half is its story. */
export interface Shape {
  readonly name: string;
  /** Series of the case numbers: `PECAN` gives `PECAN-2026-0001`. */
  readonly prefix: string;
  readonly title: string;
  readonly source: Citation;
  readonly parties: Readonly<Record<string, PartySpec>>;
  readonly acts: Readonly<Record<string, ActSpec>>;
  readonly phases: Readonly<Record<string, string>>;
  readonly endings: Readonly<Record<string, EndingSpec>>;
  readonly delays: Readonly<Record<string, DelaySpec>>;
  readonly suspensions: Readonly<Record<string, { readonly label: string; readonly source: Citation }>>;
  readonly notices: Readonly<Record<string, NoticeSpec>>;
  readonly tasks: Readonly<Record<string, TaskSpec>>;
  /** What its cases tell the cases that are linked with them, by name: what each of those takes of it, it says (ADR 32). */
  readonly handovers?: Readonly<Record<string, { readonly label: string }>>;
  /**
   * Where a coverage passes to a listing: the delay that ends the coverage of a subject by law, or those within which the listing that
   * takes it over is decided.
   */
  readonly bridge?: { readonly coveredUntil: string } | { readonly decidedWithin: readonly string[] };
  /** Known to its parties alone: in no list, count, feed, export or search that a third party can read. */
  readonly confidential?: boolean;
  /** A filing without indications locks its product as a whole: one open case at a time about an account, a technology. */
  readonly onePerProduct?: boolean;
  /** What the texts leave silent, and what we did about it, for whoever reads the procedure: French. */
  readonly silent?: readonly string[];
}

/** What every filing holds, whatever the procedure. */
export interface FilingBase {
  readonly applicant: {
    readonly siret: string;
    readonly name: string;
    readonly mutesStatusMails?: boolean | undefined;
  };
  readonly product: { readonly id: string; readonly name: string };
  readonly indications: readonly { readonly id: string; readonly label: string }[];
}

/** A definition with its types: the bodies of its acts and its filing come from zod, by inference only. */
export interface Definition<S extends Shape = Shape, Bodies = unknown, Filing extends FilingBase = FilingBase> {
  readonly shape: S;
  /** The first ruleset is the default. */
  readonly rulesets: readonly Ruleset<keyof S["delays"] & string>[];
  /** Never set: carries the types of the bodies and of the filing. */
  readonly types?: { readonly bodies: Bodies; readonly filing: Filing };
}

/**
 * Joins what a procedure declares; the first of its rulesets is the default. The two-step call lets TypeScript infer the
 * literals of the shape while the bodies are given.
 */
export function defineProcedure<Bodies extends Record<string, unknown>, Filing extends FilingBase>() {
  return <
    const R extends Readonly<Record<string, RulesetHeading>>,
    const S extends Shape & {
      readonly acts: Readonly<Record<keyof Bodies, ActSpec>>;
      readonly delays: Delays<keyof R & string>;
    },
  >(
    shape: S,
    rulesets: R,
  ): Definition<S, Bodies, Filing> => ({
    shape: { ...shape, notices: { ...shape.notices, [struckNotice]: struckNoticeSpec } },
    rulesets: Object.entries(rulesets).map(([key, heading]) => ({
      ...heading,
      delays: rulesUnder<S["delays"]>(key, shape.delays),
    })),
  });
}

/** The rule of each delay under the ruleset of that key. */
function rulesUnder<D extends Delays<string>>(key: string, delays: D) {
  return Object.fromEntries(
    Object.entries(delays).map(([name, entry]) => [name, "rule" in entry ? entry.rule : entry.rules[key]]),
  ) as Record<keyof D & string, DelayRule>;
}

export type AnyDefinition = Definition<Shape, never, never>;
export type ShapeOf<D> = D extends Definition<infer S, infer _B, infer _F> ? S : never;
export type BodiesOf<D> = D extends Definition<infer _S, infer B, infer _F> ? B : never;
export type FilingOf<D> = D extends Definition<infer _S, infer _B, infer F> ? F : never;
export type ActName<D> = keyof ShapeOf<D>["acts"] & string;
export type DelayName<D> = keyof ShapeOf<D>["delays"] & string;
export type PartyName<D> = keyof ShapeOf<D>["parties"] & string;
export type PhaseName<D> = keyof ShapeOf<D>["phases"] & string;
export type EndingName<D> = keyof ShapeOf<D>["endings"] & string;
export type NoticeName<D> = keyof ShapeOf<D>["notices"] & string;
export type TaskName<D> = keyof ShapeOf<D>["tasks"] & string;
export type HandoverName<D> = ShapeOf<D> extends { readonly handovers: infer H } ? keyof H & string : never;
export type SuspensionKind<D> = keyof ShapeOf<D>["suspensions"] & string;

/** JSON Schemas of a procedure's filing and bodies, made from its zod bodies (ADR 19). */
export interface Schemas {
  readonly filing: JsonSchema;
  readonly bodies: Readonly<Record<string, JsonSchema>>;
}

/** The ruleset by name in force on the day of filing; without a name, the default one of that day. */
export function rulesetOn(
  definition: Pick<Definition, "rulesets">,
  filedOn: CivilDate,
  name?: string,
): Ruleset | undefined {
  const wanted = name ?? definition.rulesets[0]?.name;
  let found: Ruleset | undefined;
  for (const ruleset of definition.rulesets) {
    if (ruleset.name === wanted && ruleset.from <= filedOn && (found === undefined || ruleset.from > found.from))
      found = ruleset;
  }
  return found;
}

/**
 * The ruleset that a trial names: a dated one (`csp@2021-07-01`), in force on that day or not (what would another text say?), else the
 * one of that name on that day.
 */
export function rulesetTried(
  definition: Pick<Definition, "rulesets">,
  filedOn: CivilDate,
  wanted?: string,
): Ruleset | undefined {
  const dated = definition.rulesets.find((ruleset) => rulesetId(ruleset) === wanted);
  return dated ?? rulesetOn(definition, filedOn, wanted);
}

/** The names by which a trial may ask for a ruleset, for whoever named none of them. */
export const rulesetNames = ({ rulesets }: Pick<Definition, "rulesets">): string =>
  [...new Set(rulesets.map(({ name }) => name)), ...rulesets.map(rulesetId)].join(", ");

/** `parcours@2023-04-01`: names one dated ruleset for ever. */
export function rulesetId(ruleset: Ruleset): string {
  return `${ruleset.name}@${ruleset.from}`;
}
