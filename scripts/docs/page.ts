/** The page of one procedure, in French: what it does, by which text, and what the texts leave silent. */

import type { DelayRule, DelaySpec, Shape } from "../../case/definition.js";
import type { Procedure } from "../../case/procedure.js";
import { actsWithoutStep, numbered, type Step, silentSteps, stepsOf } from "../../case/steps.js";
import { strikersOf } from "../../case/strike.js";
import { type Citation, dateInFrench, versionInFrench } from "../../law/citation.js";
import { delayInFrench } from "../../law/delay.js";
import type { SuspensionFamily } from "../../law/suspension.js";
import { fieldsOf } from "./fields.js";
import { flowOf } from "./flow.js";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").trim();

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${heads.join(" | ")} |`,
  `|${heads.map(() => "---").join("|")}|`,
  ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
  "",
];

/** A reference, its words, and the version that was read. */
function cited(source: Citation): string {
  const { ref, quote, legiarti, url } = source;
  return [
    url === undefined ? ref : `[${ref}](${url})`,
    quote === undefined ? "" : ` « ${quote} »`,
    legiarti === undefined ? "" : ` (${versionInFrench(source)})`,
  ].join("");
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, "", ...lines];

function actTable(shape: Shape, acts: Step["acts"]): string[] {
  const who = (parties: readonly string[]) => parties.map((party) => shape.parties[party]?.label ?? party).join(" ; ");
  return table(
    ["Acte", "Qui", "Qui peut l'écarter", "Ce qu'il est", "Source"],
    acts.map(([name, act]) => [
      `${act.label} \`${name}\`${act.about === undefined ? "" : ` (sur : ${act.about})`}`,
      who(act.by),
      who([...new Set(act.by.flatMap((sender) => strikersOf(act, sender)))]),
      act.description,
      cited(act.source),
    ]),
  );
}

function stepSections(shape: Shape): string[] {
  const steps = stepsOf(shape);
  const silent = silentSteps(steps);
  const rest = actsWithoutStep(shape);
  return [
    ...(silent.length === 0 ? [] : [`Étapes sans acte à enregistrer : ${silent.join(", ")}.`, ""]),
    ...steps.flatMap((step) => [
      `### ${numbered(step.name) === null ? step.name : `Étape ${step.name}`}`,
      "",
      ...actTable(shape, step.acts),
    ]),
    ...(rest.length === 0 ? [] : ["### Hors des étapes du texte", "", ...actTable(shape, rest)]),
  ];
}

function effectOf({ onExpiry, adverse, informative }: DelaySpec): string {
  if (informative === true) return "information, sans effet";
  if (onExpiry === "overrun") return "dépassement constaté et dit, sans effet : l'acte reste attendu";
  return adverse === true ? "effet défavorable, dit le jour ouvré suivant à midi" : "effet que le texte lui donne";
}

/** How each family stops a delay, in French (ADR 30). */
const STOPPING: Readonly<Record<SuspensionFamily, string>> = {
  shared: "de la notification, de qui que ce soit, à la réception de tout ce qui est demandé",
  own: "de la notification de l'autorité qui porte ce délai à la réception de tout ce qui est demandé",
  "late-start": "de la réception de la demande par le demandeur à celle de tout ce qui est demandé",
  additive: "rien : le temps laissé au demandeur s'ajoute",
};

function ruleOf({ length, family, source, otherwise = [] }: DelayRule): readonly string[] {
  const others = otherwise.map((other) =>
    [other.length === undefined ? "" : delayInFrench(other.length), other.note ?? "", `(${other.source.ref})`]
      .filter((part) => part !== "")
      .join(" "),
  );
  return [delayInFrench(length), family === undefined ? "" : STOPPING[family], cited(source), others.join(" ; ")];
}

function delaySections({ shape, rulesets }: Procedure): string[] {
  const delays = Object.entries(shape.delays);
  if (delays.length === 0) return ["Aucun texte ne donne de délai : aucun n'est compté.", ""];
  const inFrench = (names: readonly string[] | undefined, labels: (name: string) => string | undefined) =>
    names === undefined ? "" : names.map((name) => labels(name) ?? name).join(" ; ");
  return [
    ...table(
      ["Délai", "À la charge de", "À son terme", "Suspendu par", "Recommence par", "Report", "Rappels"],
      delays.map(([name, spec]) => [
        `${spec.label} \`${name}\``,
        shape.parties[spec.bearer]?.label ?? spec.bearer,
        effectOf(spec),
        inFrench(spec.suspendedBy, (kind) => shape.suspensions[kind]?.label),
        inFrench(spec.restartedBy, (act) => shape.acts[act]?.label),
        spec.roll === "next" ? "au premier jour ouvrable (CPC 642, par analogie)" : "",
        spec.reminders === undefined ? "" : `${spec.reminders.join(", ")} jours avant`,
      ]),
    ),
    ...rulesets.flatMap((ruleset) => [
      `### Règles \`${ruleset.name}\` : ${ruleset.label}`,
      "",
      `Pour les demandes déposées à partir du ${dateInFrench(ruleset.from)}.`,
      "",
      ...table(
        ["Délai", "Longueur", "Suspendu", "Source", "Autres lectures"],
        delays.flatMap(([name, spec]) => {
          const rule = (ruleset.delays as Readonly<Record<string, DelayRule>>)[name];
          return rule === undefined ? [] : [[spec.label, ...ruleOf(rule)]];
        }),
      ),
    ]),
  ];
}

export function pageOf(procedure: Procedure): string {
  const { shape, schemas } = procedure;
  return [
    `# ${shape.title}`,
    "",
    `Nom : \`${shape.name}\`. Numéros : \`${shape.prefix}-AAAA-0001\`. Source : ${cited(shape.source)}.`,
    "",
    ...(shape.confidential === true
      ? ["**Confidentielle** : rien n'en paraît dans ce qu'un tiers peut lire.", ""]
      : []),
    "Page écrite d'après la définition de la procédure (`npm run generate`) : ne pas la modifier à la main.",
    "",
    ...section("Le déroulement", [flowOf(shape), ""]),
    ...section(
      "Les acteurs",
      table(
        ["Acteur", "Nom dans l'API"],
        Object.entries(shape.parties).map(([name, { label }]) => [label, `\`${name}\``]),
      ),
    ),
    ...section(
      "Ce que contient la demande",
      table(
        ["Champ", "Requis", "Sens"],
        fieldsOf(schemas.filing).map(({ path, required, meaning }) => [`\`${path}\``, required, meaning]),
      ),
    ),
    ...section("Les étapes et leurs actes", stepSections(shape)),
    ...section("Les délais", delaySections(procedure)),
    ...section(
      "Les suspensions",
      Object.keys(shape.suspensions).length === 0
        ? []
        : table(
            ["Suspension", "Source"],
            Object.values(shape.suspensions).map(({ label, source }) => [label, cited(source)]),
          ),
    ),
    ...section(
      "Les phases",
      table(
        ["Phase", "Nom"],
        Object.entries(shape.phases).map(([name, label]) => [label, `\`${name}\``]),
      ),
    ),
    ...section(
      "Les fins",
      table(
        ["Fin", "Nom", "Défavorable", "Source"],
        Object.entries(shape.endings).map(([name, { label, adverse, source }]) => [
          label,
          `\`${name}\``,
          adverse ? "oui" : "non",
          cited(source),
        ]),
      ),
    ),
    ...section(
      "Les courriers",
      table(
        ["Courrier", "Nom", "Nature"],
        Object.entries(shape.notices).map(([name, { label, kind }]) => [
          label,
          `\`${name}\``,
          kind === "legal" ? "notification, toujours envoyée" : "changement de statut, qui peut être désactivé",
        ]),
      ),
    ),
    ...section(
      "Ce qui reste à faire par une personne",
      Object.values(shape.tasks).length === 0
        ? []
        : [...Object.values(shape.tasks).map(({ label }) => `- ${label}`), ""],
    ),
    ...section(
      "Ce que les textes ne disent pas",
      shape.silent === undefined ? [] : [...shape.silent.map((line) => `- ${line}`), ""],
    ),
  ].join("\n");
}
