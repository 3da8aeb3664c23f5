import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.js";
import { pages } from "../../scripts/docs.js";

const shapes = [...procedures.values()].map(({ shape }) => shape);

describe("The glossary", () => {
  test("is the page that the definitions write", () => {
    const page = readFileSync(new URL("../../docs/glossary.md", import.meta.url), "utf8");
    expect(page, "npm run generate").toBe(pages["docs/glossary.md"]);
  });

  test.each(shapes.map((shape) => [shape.name, shape] as const))(
    "has every word of %s, with its official term",
    (_, shape) => {
      const page = readFileSync(new URL("../../docs/glossary.md", import.meta.url), "utf8");
      const kinds = [
        shape.parties,
        shape.acts,
        shape.endings,
        shape.delays,
        shape.notices,
        shape.suspensions,
        shape.tasks,
      ];
      const words = [
        ...kinds.flatMap((kind) => Object.entries(kind).map(([name, { label }]) => [name, label])),
        ...Object.entries(shape.phases),
      ];
      const missing = words.filter(([name, label]) => !page.includes(`| \`${name}\` | ${label} |`));
      expect(missing).toEqual([]);
    },
  );
});
