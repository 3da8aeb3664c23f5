/** The page of rights: what the desk decides, for each role, each act and each way to stand to a case. */
import type { Shape } from "../../case/definition.js";
import { strikersOf } from "../../case/strike.js";
import { type Principal, roles } from "../../desk/principal.js";
import { type Ask, askLabels, asks, forAnyone, mayAsk } from "../../desk/rights-table.js";
import { type Relation, reads, relations, sends, speakersOn } from "../../rig/speakers.js";

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => "---")),
  ...rows.map(row),
];
const yes = (allowed: boolean): string => (allowed ? "oui" : "");

const roleLabels: Readonly<Record<string, string>> = {
  officer: "agent d'une autorité",
  "legal-representative": "représentant légal",
  manager: "gestionnaire de compte",
  contributor: "contributeur",
  consultant: "consultant",
  platform: "plateforme",
  "platform of a company": "plateforme, pour une entreprise",
  stranger: "agent d'une autre autorité",
  operator: "exploitation",
  developer: "développeur (essais seuls)",
};

const relationNames = Object.keys(relations) as Relation[];

/** Who reads a case of a procedure, by how they stand to it. */
function readers(shape: Shape): string[] {
  const officers = Object.keys(shape.parties).filter((party) => party !== "applicant");
  const speakers = [...speakersOn(shape)].filter(([name]) => !officers.includes(name) || name === officers[0]);
  return table(
    ["", ...relationNames.map((name) => `Dossier ${relations[name]}`)],
    speakers.map(([name, speaker]) => [
      name === officers[0] ? "agent d'une autorité partie" : (roleLabels[name] ?? name),
      ...relationNames.map((relation) => yes(reads(speaker, relation, shape.name))),
    ]),
  );
}

const labelOf = ({ parties }: Shape, party: string): string => (parties[party]?.label ?? party).replaceAll("|", "/");

/** Who sends each act of a procedure: of a company, which of its people. */
function senders(shape: Shape): string[] {
  const speakers = speakersOn(shape);
  const ofCompany = ["legal-representative", "manager", "contributor", "consultant"];
  const authorities = Object.keys(shape.parties).filter((party) => party !== "applicant");
  const may = (name: string, act: string): boolean => sends(speakers.get(name) as Principal, "own", shape, act);
  return table(
    ["Acte", "Personnes de l'entreprise", "Autorités", "Écarté par"],
    Object.entries(shape.acts).map(([act, spec]) => {
      const people = ofCompany.filter((name) => may(name, act));
      const all = people.length === ofCompany.length;
      return [
        `${spec.label} (\`${act}\`)`,
        all ? "toutes" : people.map((name) => roleLabels[name]).join(", "),
        authorities
          .filter((party) => may(party, act))
          .map((party) => labelOf(shape, party))
          .join(", "),
        [...new Set(spec.by.flatMap((sender) => strikersOf(spec, sender)))]
          .map((party) => labelOf(shape, party))
          .join(", "),
      ];
    }),
  );
}

/** `docs/rights.md`. */
export function rightsPage(shapes: readonly Shape[]): string {
  const [open, confidential] = [
    shapes.find((shape) => !shape.confidential),
    shapes.find((shape) => shape.confidential),
  ];
  return [
    "# Qui peut quoi",
    "",
    "Cette page est écrite d'après ce que le guichet décide (`npm run generate`) ; `test/rights.test.ts` en vérifie chaque case. Ce qui n'y est pas est refusé.",
    "",
    "## Demander",
    "",
    ...table(
      ["", ...roles.map((role) => roleLabels[role] ?? role)],
      (Object.keys(asks) as Ask[]).map((ask) => [
        askLabels[ask],
        ...roles.map((role) => (forAnyone(ask) ? "tous" : yes(mayAsk(role, ask)))),
      ]),
    ),
    "",
    "## Lire un dossier",
    "",
    "Ce que l'on ne voit pas n'existe pas : la réponse est la même que pour un numéro inconnu.",
    "",
    ...(open === undefined ? [] : readers(open)),
    "",
    ...(confidential === undefined
      ? []
      : [
          `Un dossier confidentiel (${shapes
            .filter((shape) => shape.confidential)
            .map(({ title }) => title)
            .join(", ")}) n'est connu que de ses parties :`,
          "",
          ...readers(confidential),
        ]),
    "",
    "## Envoyer un acte",
    "",
    "Sur un dossier que l'on lit. Une plateforme relaie, sous sa référence, ceux qui peuvent l'envoyer ; le développeur les joue, sur des dossiers d'essai.",
    ...shapes.flatMap((shape) => ["", `### ${shape.title}`, "", ...senders(shape)]),
    "",
  ].join("\n");
}
