import type { Json } from "../law/canonical-json.js";
import { digestOf } from "../law/certificate.js";
import type { Citation } from "../law/citation.js";
import { type Delay, formatDelay } from "../law/delay.js";
import type { DelayRule, DelaySpec, OtherReading, Ruleset, Shape, TextRule } from "./definition.js";

type Rules = Pick<Shape, "name" | "delays">;

/** How a ruleset is named among those of every procedure: `pecan/parcours@2023-04-01`. */
export const fullRulesetName = ({ name }: Rules, ruleset: Ruleset): string => `${name}/${ruleset.name}@${ruleset.from}`;

/**
 * Everything of a ruleset that decides a date or its effect, as JSON: what its digest covers. Labels and reminders aren't
 * in it; the half of each delay that no ruleset changes is, since a certificate rests on it as well.
 */
export function rulesetDocument(shape: Rules, ruleset: Ruleset): { readonly [member: string]: Json } {
  return {
    procedure: shape.name,
    name: ruleset.name,
    from: ruleset.from,
    tellAtHour: ruleset.tellAtHour ?? 12,
    transition:
      ruleset.transition === undefined
        ? { rule: "steps-not-yet-begun" }
        : { rule: ruleset.transition.rule, source: cited(ruleset.transition.source) },
    delays: Object.fromEntries(
      Object.entries(shape.delays).flatMap(([delay, spec]) => {
        const rule = ruleset.delays[delay];
        return rule === undefined ? [] : [[delay, delayDocument(spec, rule)]];
      }),
    ),
  };
}

/** "sha256:…" of that document's canonical JSON: the same for ever, since a ruleset is superseded, never edited. */
export const rulesetDigest = (shape: Rules, ruleset: Ruleset): string => digestOf(rulesetDocument(shape, ruleset));

/** A delay as its ruleset sets it, every member told. */
export function delayDocument(spec: DelaySpec, rule: DelayRule): { readonly [member: string]: Json } {
  return {
    ...lengthOf("length", rule.length),
    start: rule.start ?? null,
    bearer: spec.bearer,
    onExpiry: spec.onExpiry,
    adverse: spec.adverse ?? false,
    informative: spec.informative ?? false,
    roll: spec.roll ?? "none",
    suspendedBy: spec.suspendedBy ?? [],
    family: rule.family ?? null,
    counting: rule.counting ?? "half-open",
    restartedBy: spec.restartedBy ?? [],
    extendedBy: spec.extendedBy ?? [],
    ...(rule.extension !== undefined && lengthOf("extension", rule.extension)),
    setByAct: rule.setByAct ?? null,
    silence: textRules(rule.silence ?? {}),
    ...(rule.requires !== undefined && { requires: textRules(rule.requires) }),
    source: cited(rule.source),
    otherwise: (rule.otherwise ?? []).map(otherDocument),
    enforces: rule.enforces === undefined ? null : cited(rule.enforces),
  };
}

const textRules = (rules: Readonly<Record<string, TextRule>>): Json =>
  Object.fromEntries(
    Object.entries(rules).map(([situation, { effect, source }]) => [situation, { effect, source: cited(source) }]),
  );

const otherDocument = ({ length, source, ...rest }: OtherReading): Json => ({
  ...(length !== undefined && lengthOf("length", length)),
  ...rest,
  source: cited(source),
});

const lengthOf = (member: string, length: Delay): { readonly [member: string]: Json } => ({
  [member]: formatDelay(length),
  ...(length.counted !== "calendar" && { [`${member}Days`]: length.counted }),
});

const cited = (source: Citation): Json => ({ ...source });
