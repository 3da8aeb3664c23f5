import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** One import, whatever its form: `import`, `export … from`, `import type`, `import()` in code or in a type. */
export interface Import {
  /** The importing file, from the root. */
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** The imported file, from the root; null for a package. */
  readonly to: string | null;
  /** True when nothing is left of it at run time. */
  readonly typeOnly: boolean;
}

/** The folders of the repository, hidden and installed ones apart, in which TypeScript stands. */
export function foldersWithSources(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$|coverage$)/.test(entry.name))
    .map(({ name }) => name)
    .filter((folder) => sourcesOf(folder).length > 0);
}

/** The TypeScript files of a folder of the house, from the root. */
export function sourcesOf(folder: string): string[] {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

function target(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  const wanted = resolve(root, dirname(from), specifier);
  const candidates = [wanted.replace(/\.js$/, ".ts"), wanted.replace(/\.js$/, ".tsx"), wanted];
  return relative(root, candidates.find((file) => existsSync(file)) ?? candidates[0] ?? wanted);
}

const read = new Map<string, readonly Import[]>();

/** Every import of a file, read from its syntax tree, once. */
export function importsOf(from: string): readonly Import[] {
  const known = read.get(from) ?? importsIn(from, readFileSync(join(root, from), "utf8"));
  read.set(from, known);
  return known;
}

/** Every import of a text that would be at the given place. */
export function importsIn(from: string, text: string): Import[] {
  const source = ts.createSourceFile(from, text, ts.ScriptTarget.ES2023, true);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ from, line, specifier: specifier.text, to: target(from, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    // `import { type A }` still loads the module at run time: only `import type` leaves nothing.
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node))
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The names that a text imports from a package and that are there at run time: `import { Client as C }` imports `Client`. */
export function valuesImported(from: string, text: string, packages: RegExp): string[] {
  const source = ts.createSourceFile(from, text, ts.ScriptTarget.ES2023, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause === undefined) return [];
    const { importClause: clause, moduleSpecifier: specifier } = statement;
    if (clause.isTypeOnly || !ts.isStringLiteral(specifier) || !packages.test(specifier.text)) return [];
    const { namedBindings: named } = clause;
    if (named === undefined || ts.isNamespaceImport(named)) return ["*"];
    return named.elements.flatMap((one) => (one.isTypeOnly ? [] : [(one.propertyName ?? one.name).text]));
  });
}
