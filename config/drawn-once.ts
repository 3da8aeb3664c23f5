import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A secret of a development installation, by the file of its home that keeps it; drawn by the first process that asks, and read by the others. */
export function drawnOnce(home: string, file: string, draw: () => string): string {
  const path = join(home, file);
  try {
    return readFileSync(path, "utf8");
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ENOENT") throw fault;
  }
  const draft = `${path}.${process.pid}`;
  mkdirSync(home, { recursive: true });
  writeFileSync(draft, draw(), { mode: 0o600 });
  try {
    // A link is all or nothing: two processes that draw at once then read one and the same secret.
    linkSync(draft, path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, "utf8");
}
