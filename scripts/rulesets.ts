/** `npm run --silent rulesets -- list | digest | show <ruleset> | diff <ruleset> <ruleset>`: the dated rules, and what differs. */
import { pathToFileURL } from "node:url";
import { type DelayRule, type Ruleset, rulesetId, type Shape } from "../case/definition.js";
import { delayDocument, fullRulesetName, rulesetDigest, rulesetDocument } from "../case/ruleset-document.js";
import { canonicalJson, type Json } from "../law/canonical-json.js";
import { type Citation, dateInFrench, versionInFrench } from "../law/citation.js";
import { delayInFrench } from "../law/delay.js";
import { procedures } from "../procedures/all.js";

interface Dated {
  readonly shape: Shape;
  readonly ruleset: Ruleset;
}

/** Every dated ruleset of every procedure. */
export const allRulesets: readonly Dated[] = [...procedures.values()].flatMap(({ shape, rulesets }) =>
  rulesets.map((ruleset) => ({ shape, ruleset })),
);

const USAGE = `Usage: npm run --silent rulesets -- list
                                     digest
                                     show <ruleset>             (for verify.py --ruleset)
                                     diff <ruleset> <ruleset>
A ruleset is named parcours, parcours@2023-04-01 or pecan/parcours@2023-04-01.`;

class Misuse extends Error {}

function answerTo([command, ...names]: readonly string[]): string {
  const [first, second, ...more] = names;
  if (command === "list" && first === undefined) return allRulesets.map(line).join("\n");
  if (command === "digest" && first === undefined) return allRulesets.map(digestLine).join("\n");
  if (command === "show" && first !== undefined && second === undefined) {
    const { shape, ruleset } = only(named(first), first);
    return JSON.stringify(rulesetDocument(shape, ruleset), null, 2);
  }
  if (command === "diff" && first !== undefined && second !== undefined && more.length === 0)
    return differences(...pair(first, second));
  throw new Misuse(USAGE);
}

/** Those that a person may mean by a name. */
function named(name: string): readonly Dated[] {
  const found = allRulesets.filter(({ shape, ruleset }) =>
    [ruleset.name, rulesetId(ruleset), `${shape.name}/${ruleset.name}`, fullRulesetName(shape, ruleset)].includes(name),
  );
  if (found.length === 0) throw new Misuse(`Aucun jeu de règles ne s'appelle « ${name} » :\n${names(allRulesets)}`);
  return found;
}

const names = (some: readonly Dated[]): string =>
  some.map(({ shape, ruleset }) => `  ${fullRulesetName(shape, ruleset)}`).join("\n");

function only(found: readonly Dated[], name: string): Dated {
  const [one, ...others] = found;
  if (one !== undefined && others.length === 0) return one;
  throw new Misuse(`« ${name} » désigne plusieurs jeux de règles, précisez :\n${names(found)}`);
}

/** Two rulesets of one procedure: `parcours` and `css` can only be those of the PECAN. */
function pair(first: string, second: string): readonly [Dated, Dated] {
  const [left, right] = [named(first), named(second)];
  const shared = (some: readonly Dated[], others: readonly Dated[]) =>
    some.filter(({ shape }) => others.some((other) => other.shape === shape));
  const both = [shared(left, right), shared(right, left)] as const;
  if (both[0].length === 0) throw new Misuse(`« ${first} » et « ${second} » ne règlent aucune procédure en commun.`);
  return [only(both[0], first), only(both[1], second)];
}

const line = (dated: Dated): string => {
  const { shape, ruleset } = dated;
  const count = Object.keys(ruleset.delays).length;
  const reach = { "by-request-date": "demandes", "by-acknowledgement-date": "accusés de réception", "at-once": "tous" };
  const scope =
    ruleset.transition === undefined ? "étapes non commencées (texte muet)" : reach[ruleset.transition.rule];
  return [
    `${fullRulesetName(shape, ruleset)} : ${ruleset.label}`,
    `  ${count} délai${count < 2 ? "" : "s"}, depuis le ${dateInFrench(ruleset.from)} ; dossiers visés : ${scope}`,
    `  ${rulesetDigest(shape, ruleset)}`,
  ].join("\n");
};

const digestLine = ({ shape, ruleset }: Dated): string =>
  `${rulesetDigest(shape, ruleset)}  ${fullRulesetName(shape, ruleset)}`;

/** What differs between two rulesets of a procedure, delay by delay, with both sources. */
export function differences(left: Dated, right: Dated): string {
  const { shape } = left;
  const [a, b] = [left.ruleset, right.ruleset];
  const told = Object.entries(shape.delays).flatMap(([delay, spec]) => {
    const [ours, theirs] = [a.delays[delay], b.delays[delay]];
    const [mine, other] = [ours, theirs].map((rule) => (rule === undefined ? {} : delayDocument(spec, rule)));
    const members = differing(mine ?? {}, other ?? {});
    if (members.length === 0) return [];
    return [
      [
        `${spec.label} [${delay}]`,
        ...side(rulesetId(a), ours),
        ...side(rulesetId(b), theirs),
        `  diffèrent : ${members.join(", ")}`,
      ].join("\n"),
    ];
  });
  const [of, count] = [Object.keys(shape.delays).length, told.length];
  const head = `${shape.title}\n${rulesetId(a)} et ${rulesetId(b)} : ${count === 0 ? "aucun délai ne diffère" : `${count} délai${count < 2 ? " diffère" : "s diffèrent"}`} (sur ${of}).`;
  return [head, ...told].join("\n\n");
}

const differing = (a: { readonly [member: string]: Json }, b: { readonly [member: string]: Json }): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (member) => canonicalJson(a[member] ?? null) !== canonicalJson(b[member] ?? null),
  );

function side(name: string, rule: DelayRule | undefined): string[] {
  if (rule === undefined) return [`  ${name} : sans ce délai`];
  return [
    `  ${name} : ${delayInFrench(rule.length)}${rule.start === undefined ? "" : ` depuis ${rule.start}`}`,
    ...cited(rule.source),
    ...(rule.enforces === undefined ? [] : [`    imposé par : ${rule.enforces.ref}. ${rule.enforces.quote ?? ""}`]),
  ];
}

const cited = (source: Citation): string[] => [
  `    ${source.ref}${source.legiarti === undefined ? "" : ` (${versionInFrench(source)})`}`,
  ...(source.quote === undefined ? [] : [`    « ${source.quote} »`]),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(answerTo(process.argv.slice(2)));
  } catch (fault) {
    if (!(fault instanceof Misuse)) throw fault;
    console.error(fault.message);
    process.exitCode = 2;
  }
}
