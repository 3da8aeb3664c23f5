import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { silentSteps, stepsOf } from "../../case/steps.js";
import { procedureOf, procedures } from "../../procedures/all.js";
import { pages } from "../../scripts/docs.js";

const root = new URL("../..", import.meta.url);

describe("docs/procedures", () => {
  it.each(Object.keys(pages))("%s is as `npm run generate` writes it", (path) => {
    const file = new URL(path, root);
    expect(existsSync(file) ? readFileSync(file, "utf8") : "").toBe(pages[path]);
  });

  it("has a page by procedure, and no other", () => {
    const files = readdirSync(new URL("docs/procedures/", root)).map((name) => `docs/procedures/${name}`);
    const ours = Object.keys(pages).filter((path) => path.startsWith("docs/procedures/"));
    expect(files.sort()).toEqual(ours.sort());
  });
});

describe("a page", () => {
  it.each([...procedures])("of %s shows every act, delay, ending and silence, and a drawn flow", (name, procedure) => {
    const page = Object.values(pages).find((text) => text.includes(`Nom : \`${name}\``)) ?? "";
    const { acts, delays, endings, parties, silent = [] } = procedure.shape;
    for (const one of [...Object.keys(acts), ...Object.keys(delays), ...Object.keys(endings), ...Object.keys(parties)])
      expect(page).toContain(`\`${one}\``);
    for (const line of silent) expect(page).toContain(line);
    expect(page).toContain("```mermaid\nflowchart TD\n");
    expect(page).not.toMatch(/undefined|\[object/);
  });

  it("has the steps in the official order", () => {
    const order = (name: string) => stepsOf(procedureOf(name).shape).map((step) => step.name);
    expect(order("rencontre-precoce")).toEqual(["La demande", "La recevabilité", "Le rendez-vous", "Le compte-rendu"]);
    expect(order("pecan").slice(0, 6)).toEqual(["4.a", "4.b", "5.a", "5.b", "6.a", "6.b"]);
    expect(silentSteps(stepsOf(procedureOf("pecan").shape))).toEqual([1, 2, 3]);
  });
});
