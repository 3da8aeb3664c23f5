import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { onServer, sibling } from "./template.js";

/**
 * A database of its own for a test file: the register's tables when there are migrations, and nothing in them. It is
 * dropped after the file's tests, whoever is still connected.
 */
export async function freshDatabase(): Promise<string> {
  const server = inject("databaseUrl");
  const template = inject("migratedTemplate");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database "${name}"${template ? ` template "${template}"` : ""}`);
  afterAll(() => onServer(server, `drop database if exists "${name}" with (force)`));
  return sibling(server, name);
}
