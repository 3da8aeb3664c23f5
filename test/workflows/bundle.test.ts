import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { procedures } from "../../procedures/all.js";

describe("the workflow bundle", () => {
  let code = "";
  /** The modules that it is made of, from the root of the house. */
  let modules: string[] = [];
  beforeAll(async () => {
    const bundle = await readFile(inject("workflowBundle") ?? "", "utf8");
    code = bundle.slice(0, bundle.indexOf("//# sourceMappingURL"));
    modules = [...code.matchAll(/^\/\*\*\*\/ "\.\/(.+)"$/gm)].map(([, name]) => name ?? "");
  });

  it("holds the story of every procedure", () => {
    for (const name of procedures.keys()) expect(modules).toContain(`procedures/${name}/story.ts`);
  });

  it("holds neither zod, nor bodies, nor letters, nor anything that is served beside a workflow", () => {
    const beside =
      /(^|\/)zod(\/|$)|^procedures\/(.*\/)?([a-z]+-)?(bodies|letters?|served|modules|facts|figures)(\/|\.ts$)/;
    expect(modules.filter((name) => beside.test(name))).toEqual([]);
    expect(code).not.toContain("Bonjour");
    expect(code).not.toContain("strictObject");
  });

  it("holds the schemas of every body, as the bodies write them", () => {
    const [, text] = /^const schemas = JSON\.parse\((".*")\);$/m.exec(code) ?? [];
    const held = JSON.parse(JSON.parse(text ?? '"null"') as string) as unknown;
    expect(held).toEqual(Object.fromEntries([...procedures].map(([name, { schemas }]) => [name, schemas])));
  });

  it("is no heavier than what a thread compiles in a moment: 2.1 MB without its source map, eleven procedures in it", () => {
    expect(code.length).toBeGreaterThan(500_000);
    expect(code.length).toBeLessThan(2_100_000);
  });
});
