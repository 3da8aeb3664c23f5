import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nonChapters, nonChaptersIn } from "./house/generators.js";
import { importTable, rooms, whyForbidden } from "./house/import-table.js";
import {
  foldersWithSources,
  type Import,
  importsIn,
  importsOf,
  root,
  sourcesOf,
  valuesImported,
} from "./house/imports.js";

const files = Object.keys(importTable).flatMap(sourcesOf);
const imports = files.flatMap(importsOf);
const told = ({ from, line, specifier }: Import) => `${from}:${line} imports ${specifier}`;

/** Circles between files, each told once from its first file in alphabetical order. */
function circles(all: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of all) if (to) next.set(from, [...(next.get(from) ?? []), to]);
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      const circle = path.slice(at);
      const first = circle.indexOf([...circle].sort()[0] ?? "");
      found.add([...circle.slice(first), ...circle.slice(0, first), circle[first]].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of [...next.keys()].sort()) walk(file, []);
  return [...found];
}

/** What of the SDK opens a connection. Everything of a module may. */
const connecting = ["Client", "Connection", "NativeConnection", "*"];
const connects = (from: string, text: string): boolean =>
  text.includes("@temporalio/") &&
  valuesImported(from, text, /^@temporalio\/(client|worker)$/).some((name) => connecting.includes(name));

/** The files that a process loads, from the first. */
function reachedFrom(entry: string): string[] {
  const seen = new Set([entry]);
  for (const file of seen) for (const { to, typeOnly } of importsOf(file)) if (to !== null && !typeOnly) seen.add(to);
  return [...seen];
}

describe("the house", () => {
  it("is imported along its table, and no other way", () => {
    const broken = imports.flatMap((one) => {
      const why = whyForbidden(one);
      return why ? [`${told(one)}: ${why}`] : [];
    });
    expect(broken).toEqual([]);
  });

  it("has a row in its table for every folder that holds TypeScript", () => {
    expect(foldersWithSources().filter((folder) => importTable[folder] === undefined)).toEqual([]);
    expect(foldersWithSources()).toEqual(expect.arrayContaining(["law", "installation", "rig", "scripts", "test"]));
  });

  it("names a procedure in its own folder and nowhere else in production: a new one is a folder and a line (ADR 19)", () => {
    const names = readdirSync(join(root, "procedures"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const naming = new RegExp(`["\`'/](?:${names.join("|")})["\`'/]`);
    const elsewhere = rooms
      .filter((room) => room !== "procedures")
      .flatMap(sourcesOf)
      .flatMap((file) =>
        readFileSync(join(root, file), "utf8")
          .split("\n")
          // What an example shows, or a comment, is one procedure or another.
          .filter((line) => naming.test(line) && !/example: |^\s*\/?\*|^\s*\/\//.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(names.length).toBeGreaterThan(5);
    expect(elsewhere).toEqual([]);
  });

  it("has no circle between files", () => {
    expect(circles(imports)).toEqual([]);
  });

  it("imports files that exist, by their `.js` name", () => {
    const lost = imports.filter(
      ({ to, specifier }) => to && !(existsSync(join(root, to)) && specifier.endsWith(".js")),
    );
    expect(lost.map(told)).toEqual([]);
  });

  it("stands on law, which imports nothing but itself", () => {
    const outside = sourcesOf("law")
      .flatMap(importsOf)
      .filter(({ to }) => !to?.startsWith("law/"));
    expect(outside.map(told)).toEqual([]);
    expect(sourcesOf("law").length).toBeGreaterThan(0);
  });

  it("reads the environment in config/ alone; what starts processes hands it on", () => {
    const readers = rooms
      .filter((folder) => folder !== "config")
      .flatMap(sourcesOf)
      .filter((file) => /\bprocess\.env\b/.test(readFileSync(join(root, file), "utf8")));
    expect(readers).toEqual([]);
  });

  it("connects to Temporal in temporal/ alone, tests included", () => {
    const connectors = files.filter((file) => connects(file, readFileSync(join(root, file), "utf8")));
    expect(connectors).toEqual(["temporal/connection.ts", "temporal/native-connection.ts"]);
  });

  it("loads the SDK's native core in workers alone: the API never reaches it", () => {
    const reaching = reachedFrom("api/main.ts").filter((file) =>
      importsOf(file).some(({ specifier, typeOnly }) => specifier === "@temporalio/worker" && !typeOnly),
    );
    expect(reaching).toEqual([]);
    expect(reachedFrom("worker/main.ts")).toContain("temporal/native-connection.ts");
  });

  it("tells procedures/ in chapters: no other generator function stands there", () => {
    expect(sourcesOf("procedures").flatMap(nonChapters)).toEqual([]);
  });
});

describe("the check of the house", () => {
  const refused = (from: string, text: string) => importsIn(from, text).map(whyForbidden);

  it("sees every form of import", () => {
    const text = `
      import a from "x1"; import { type B } from "x2"; import type { C } from "x3"; import "x4";
      export * from "x5"; export type { D } from "x6"; const e = await import("x7"); type F = import("x8").G;`;
    expect(importsIn("law/probe.ts", text).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
      ["x1", false],
      ["x2", false],
      ["x3", true],
      ["x4", false],
      ["x5", false],
      ["x6", true],
      ["x7", false],
      ["x8", true],
    ]);
  });

  it("refuses arrows upwards and packages in pure code", () => {
    expect(refused("law/probe.ts", 'import "../case/story.js"')).not.toEqual([null]);
    expect(refused("law/probe.ts", 'import "node:fs"')).not.toEqual([null]);
    expect(refused("case/probe.ts", 'import "@temporalio/workflow"')).not.toEqual([null]);
    expect(refused("register/probe.ts", 'import "../api/server.js"')).not.toEqual([null]);
    expect(refused("worker/probe.ts", 'import "../workflows/index.js"')).not.toEqual([null]);
    expect(refused("api/probe.ts", 'import "../workflows/host.js"')).not.toEqual([null]);
    for (const tool of ["rig", "scripts", "bench"])
      expect(refused(`${tool}/probe.ts`, 'import "../test/setup/database.js"')).not.toEqual([null]);
    expect(refused("installation/probe.ts", 'import "../rig/office.js"')).not.toEqual([null]);
    expect(refused("api/probe.ts", 'import "../installation/lock.js"')).not.toEqual([null]);
    expect(refused("attic/probe.ts", 'import "../law/civil-date.js"')).not.toEqual([null]);
  });

  it("keeps zod and activities out of the workflow bundle, but for their types", () => {
    expect(refused("workflows/probe.ts", 'import type { Notify } from "../activities/index.js"')).toEqual([null]);
    expect(refused("workflows/probe.ts", 'import { type Notify } from "../activities/index.js"')).not.toEqual([null]);
    expect(refused("workflows/probe.ts", 'import "../procedures/pecan/bodies.js"')).not.toEqual([null]);
    expect(refused("workflows/probe.ts", 'import "../procedures/pecan/definition.js"')).toEqual([null]);
    expect(refused("workflows/probe.ts", 'import "zod"')).not.toEqual([null]);
    expect(refused("procedures/pecan/bodies.ts", 'import { z } from "zod"')).toEqual([null]);
    expect(refused("procedures/pecan/story.ts", 'import { z } from "zod"')).not.toEqual([null]);
    expect(refused("procedures/pecan/story.ts", 'import "./letters.js"')).not.toEqual([null]);
    expect(refused("procedures/pecan/story.ts", 'import type { Bodies } from "./bodies.js"')).toEqual([null]);
    expect(refused("procedures/pecan/served.ts", 'import "./letters.js"')).toEqual([null]);
  });

  it("sees who could connect to Temporal, by whatever name", () => {
    const seen = (text: string) => connects("test/probe.ts", text);
    expect(seen('import { Client as C } from "@temporalio/client"; new C();')).toBe(true);
    expect(seen('import { type Worker, NativeConnection } from "@temporalio/worker";')).toBe(true);
    expect(seen('import * as temporal from "@temporalio/client";')).toBe(true);
    expect(seen('import { type Client, WorkflowNotFoundError } from "@temporalio/client";')).toBe(false);
    expect(seen('import pg from "pg"; new pg.Client();')).toBe(false);
  });

  it("finds circles", () => {
    const text = (from: string, to: string) => importsIn(from, `import "./${to}.js"`);
    expect(circles([...text("law/a.ts", "b"), ...text("law/b.ts", "a")])).toHaveLength(1);
    expect(circles([...text("law/a.ts", "b"), ...text("law/b.ts", "c")])).toEqual([]);
  });

  it("finds generator functions that aren't chapters, wherever they are", () => {
    const found = (text: string) => nonChaptersIn("procedures/probe.ts", text);
    expect(found("const a = chapter(function* (file) {\n  yield* file.under(b(file), function* () {});\n});")).toEqual([
      expect.stringMatching(/^procedures\/probe\.ts:2 .*const passage = chapter\(function\*/),
    ]);
    expect(found('const a = chapter(function* (file) { yield* file.each("x", function* () {}); });')).toHaveLength(1);
    expect(found("const a = (file) => chapter(function* () {})(file);")).toHaveLength(1);
    expect(found("function* a(file) {}")).toHaveLength(1);
    expect(found("const a = { *b() {} };")).toHaveLength(1);
    expect(
      found("export const a: Chapter = chapter(function* (file) {}); const b = chapter(function* named() {});"),
    ).toEqual([]);
  });
});
