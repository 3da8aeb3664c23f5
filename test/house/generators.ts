import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./imports.js";

/** The generator functions of a file that aren't chapters at the top of it, each with the reason why they may not stand there. */
export function nonChapters(from: string): string[] {
  return nonChaptersIn(from, readFileSync(join(root, from), "utf8"));
}

/** Those of a text that would be at the given place. */
export function nonChaptersIn(from: string, text: string): string[] {
  const source = ts.createSourceFile(from, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isGenerator(node) && !isChapter(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(
        `${from}:${line} has a function* that isn't a chapter; made in place, it would keep its whole case in memory (ADR 13): ${instead}`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const instead =
  "name it at the top of the file, `const passage = chapter(function* (file) { … })`; a branch of `each` that waits for nothing is an arrow.";

const isGenerator = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) && "asteriskToken" in node && node.asteriskToken !== undefined;

/** `const passage = chapter(function* …)`, made once, with its file. */
function isChapter({ parent: call }: ts.Node): boolean {
  return (
    ts.isCallExpression(call) &&
    ts.isIdentifier(call.expression) &&
    call.expression.text === "chapter" &&
    ts.isVariableDeclaration(call.parent) &&
    ts.isSourceFile(call.parent.parent.parent.parent)
  );
}
