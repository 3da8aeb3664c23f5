/** Writes what `docs/` says of the code: a page by procedure, from its definition alone, and the API's contract. Tests check that they are fresh. */
import { mkdirSync, writeFileSync } from "node:fs";
import { openApiText } from "../api/openapi/document.js";
import { procedures } from "../procedures/all.js";
import { bridgePage } from "./docs/bridge.js";
import { glossaryPage } from "./docs/glossary.js";
import { pageOf } from "./docs/page.js";
import { rightsPage } from "./docs/rights.js";

/** What should stand in which file, by path from the root. */
export const pages: Readonly<Record<string, string>> = Object.fromEntries([
  ["docs/openapi.json", openApiText()],
  ["docs/bridge.md", bridgePage()],
  ["docs/rights.md", rightsPage([...procedures.values()].map(({ shape }) => shape))],
  ["docs/glossary.md", glossaryPage([...procedures.values()].map(({ shape }) => shape))],
  ...[...procedures].map(([name, procedure]) => [`docs/procedures/${name}.md`, pageOf(procedure)]),
  [
    "docs/procedures/README.md",
    [
      "# Les procédures",
      "",
      "Chaque page est écrite d'après la définition de sa procédure (`npm run generate`) : elle dit ce que Guichet fait, et ce que les textes ne disent pas.",
      "",
      ...[...procedures].map(
        ([name, { shape }]) => `- [${shape.title}](${name}.md) (\`${name}\`, ${shape.source.ref})`,
      ),
      "",
    ].join("\n"),
  ],
]);

if (process.argv[1]?.endsWith("docs.ts")) {
  const root = new URL("..", import.meta.url);
  mkdirSync(new URL("docs/procedures/", root), { recursive: true });
  for (const [path, text] of Object.entries(pages)) writeFileSync(new URL(path, root), text);
}
