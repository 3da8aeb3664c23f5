import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { expected, variables } from "../../config/schema.js";
import { standings } from "../../register/standing.js";

const page = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");

it("the operator's page lists every variable of the environment with what it accepts, and no other", () => {
  const rows = [...page.matchAll(/^\| `([A-Z_]+)`(?: \*production\*)? \| (.*) \|$/gm)].map(([, name, text]) => [
    name,
    text,
  ]);
  expect(rows).toEqual(variables.map((variable) => [variable, expected(variable)]));
});

it("the operator's page says what to do about each standing that is shown", () => {
  for (const standing of standings.filter((one) => one !== "open"))
    expect(page).toContain(`\`guichet_standing{standing="${standing}"}\` | `);
});
