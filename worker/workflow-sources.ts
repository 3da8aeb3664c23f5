import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What may enter a workflow bundle, by the import table of the house, and what decides how it is bundled. */
const entering = ["law", "case", "procedures", "workflows"];
const deciding = ["package-lock.json", "worker/bundle.ts", "worker/value-loader.mjs", "tsconfig.json"];

function filesOf(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** A digest of everything that a workflow bundle depends on: the same digest, the same bundle. */
export function workflowSourcesDigest(): string {
  const hash = createHash("sha256");
  for (const file of [...deciding.map((name) => join(root, name)), ...entering.flatMap(filesOf)].sort()) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
