/** The glossary, written from the definitions: identifiers are English, institutions and texts keep their French name. */
import type { Shape } from "../../case/definition.js";

type Row = readonly string[];

/** Words used in every procedure, which no definition names. */
const common: readonly Row[] = [
  ["`applicant`", "exploitant, demandeur", "the company that applies"],
  ["act", "acte", "what a party sends and the case accepts"],
  ["ending", "issue", "how a case, or one indication, ends"],
  ["`lapse`", "échéance avec effet", "the text attaches an effect to the end of the delay"],
  ["`overrun`", "dépassement", "the text attaches none: recorded, told, still awaited"],
  ["suspended, resumed", "délai suspendu, qui reprend", "what was left is left; nothing starts again"],
  ["restarted", "délai qui recommence", "the whole delay starts again from that day"],
  ["legal day (`on`)", "date de l'acte", "the day that counts; never the day of recording"],
  ["last day (`lastDay`)", "dernier jour utile", "the act is in time until 24:00, Paris"],
  [
    "rolled",
    "prorogé au premier jour ouvrable suivant (CPC 642)",
    "off Saturdays, Sundays and holidays; company duties only",
  ],
  ["clear (days, months)", "délai franc", "neither its first nor its last day counts"],
  ["ruleset", "lecture des textes", "`parcours`: the official guides; `css`: the code"],
  ["reading", "lecture", "our choice where sources disagree (C1 to C18), always shown"],
  ["rectified", "rectifié", "told, and no longer true: corrected, never erased"],
  [
    "erased",
    "contenu effacé",
    "what a concluded case held is gone, with the salts of its digests; the chain still holds",
  ],
  ["handover", "ce qu'un dossier transmet à un dossier lié", "reaches it as an act whose id is `<case>/<entry>`"],
  ["strike", "acte écarté", "an officer undoes an act that should not have been accepted"],
];

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const named = (names: Readonly<Record<string, string>>): Row[] =>
  Object.entries(names).map(([name, label]) => [`\`${name}\``, label]);

const labelled = (specs: Readonly<Record<string, { readonly label: string }>>): Row[] =>
  Object.entries(specs).map(([name, { label }]) => [`\`${name}\``, label]);

function chapter(shape: Shape): string {
  const acts = Object.entries(shape.acts).map(([name, { label, step, source, by }]) => [
    `\`${name}\``,
    label,
    by.map((party) => `\`${party}\``).join(", "),
    step ?? "",
    source.ref,
  ]);
  const delays = Object.entries(shape.delays).map(([name, { label, bearer, onExpiry }]) => [
    `\`${name}\``,
    label,
    `\`${bearer}\``,
    `\`${onExpiry}\``,
  ]);
  const endings = Object.entries(shape.endings).map(([name, { label, source }]) => [`\`${name}\``, label, source.ref]);
  const notices = Object.entries(shape.notices).map(([name, { label, kind }]) => [`\`${name}\``, label, `\`${kind}\``]);
  const tasks = Object.entries(shape.tasks).map(([name, { label, settledBy }]) => [
    `\`${name}\``,
    label,
    settledBy.length === 0 ? "its party's word" : settledBy.map((act) => `\`${act}\``).join(", "),
  ]);
  return [
    `## ${shape.title} (\`${shape.name}\`)`,
    `### Parties\n\n${table(["Identifier", "Terme officiel"], labelled(shape.parties))}`,
    `### Acts\n\n${table(["Identifier", "Terme officiel", "Sent by", "Step", "Source"], acts)}`,
    `### Phases\n\n${table(["Identifier", "Terme officiel"], named(shape.phases))}`,
    `### Endings\n\n${table(["Identifier", "Terme officiel", "Source"], endings)}`,
    `### Delays\n\n${table(["Identifier", "Terme officiel", "Borne by", "On expiry"], delays)}`,
    ...(Object.keys(shape.suspensions).length > 0
      ? [`### Suspensions\n\n${table(["Identifier", "Terme officiel"], labelled(shape.suspensions))}`]
      : []),
    `### Notices\n\n${table(["Identifier", "Terme officiel", "Kind"], notices)}`,
    `### Tasks\n\n${table(["Identifier", "Terme officiel", "Settled by"], tasks)}`,
  ].join("\n\n");
}

export function glossaryPage(shapes: readonly Shape[]): string {
  return [
    "# Glossary",
    "Identifiers are English; institutions, platforms and lists keep their official name; what people read is French. The tables below are written from the definitions in `procedures/`: change a label there, then run `npx vitest run test/docs -u`.",
    `## Everywhere\n\n${table(["Term", "Terme officiel", "Meaning"], common)}`,
    ...shapes.map(chapter),
    "",
  ].join("\n\n");
}
