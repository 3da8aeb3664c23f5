import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key by which a development installation seals its messages; drawn by the first process of its home that asks. */
export function developmentSealKey(home: string): Uint8Array {
  const path = join(home, "development-seal-key");
  const read = (): Uint8Array => Buffer.from(readFileSync(path, "utf8"), "base64");
  try {
    return read();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ENOENT") throw fault;
  }
  const draft = `${path}.${process.pid}`;
  mkdirSync(home, { recursive: true });
  writeFileSync(draft, randomBytes(32).toString("base64"), { mode: 0o600 });
  try {
    // A link is all or nothing: two processes that draw at once then read one and the same key.
    linkSync(draft, path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  } finally {
    unlinkSync(draft);
  }
  return read();
}
