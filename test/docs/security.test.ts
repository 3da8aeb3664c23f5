import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("each promise of the security page names a test that there is", () => {
  const page = read("docs/security.md");
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| Against"));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const [, file = "", title = ""] = /`(test\/[\w./-]+)`: \*(.+)\* \|$/.exec(row) ?? [];
    expect(read(file || "docs/security.md").includes(`"${title}"`) && file !== "", row).toBe(true);
  }
});
