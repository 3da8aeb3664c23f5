/** Each filing has its pages: every field stands on one of them, and none that the register itself writes. */
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../case/schema.js";
import { served } from "../../procedures/served.js";

describe.each([...served])("The pages of %s", (_, { procedure, form, frozen = {} }) => {
  const written = Object.keys(frozen).map((field) => `/${field}`);
  const leaves = (schema: JsonSchema, pointer: string): string[] => {
    if (schema.maxItems === 0 || written.includes(pointer)) return [];
    return schema.type === "object"
      ? Object.entries(schema.properties ?? {}).flatMap(([name, one]) => leaves(one, `${pointer}/${name}`))
      : [pointer];
  };
  const shown = form.flatMap(({ fields }) => fields);

  it("hold every field of the filing once", () => {
    const times = (leaf: string): number => shown.filter((field) => `${leaf}/`.startsWith(`${field}/`)).length;
    expect(leaves(procedure.schemas.filing, "").filter((leaf) => times(leaf) !== 1)).toEqual([]);
  });

  it("hold nothing else, and each has a title of its own", () => {
    const fields = leaves(procedure.schemas.filing, "");
    expect(shown.filter((field) => !fields.some((leaf) => `${leaf}/`.startsWith(`${field}/`)))).toEqual([]);
    expect(new Set(form.map(({ title }) => title)).size).toBe(form.length);
  });
});
