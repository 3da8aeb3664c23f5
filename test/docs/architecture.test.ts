import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importTable } from "../house/import-table.js";
import { root } from "../house/imports.js";

const text = readFileSync(join(root, "docs/architecture.md"), "utf8");

describe("the page of the architecture", () => {
  it("names no file that has moved", () => {
    const folders = Object.keys(importTable).join("|");
    const named = [...text.matchAll(new RegExp(`\\b(?:${folders})/[\\w./-]*\\w`, "g"))].map(([path]) => path);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, `${path}.ts`)))).toEqual([]);
  });

  it("shows every room that runs in production", () => {
    const rooms = Object.keys(importTable).filter((folder) => existsSync(join(root, folder)));
    expect(rooms.filter((folder) => !new RegExp(`\\b${folder}\\b`).test(text))).toEqual([]);
  });
});
