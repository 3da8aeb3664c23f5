import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../case/schema.js";
import { procedures } from "../../procedures/all.js";
import { served } from "../../procedures/served.js";

/** What the checker of `case/schema.ts` reads; anything else would be lost on the way to the workflow. */
const read = new Set(
  "type description title properties required additionalProperties items minItems maxItems enum const pattern minLength maxLength minimum maximum anyOf oneOf default format labels".split(
    " ",
  ),
);

/** The keywords of a schema that the checker doesn't read, by their place. */
function unread(schema: unknown, at = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const place = `${at}/${keyword}`;
    if (!read.has(keyword)) return [place];
    if (keyword === "properties")
      return Object.entries(value as object).flatMap(([name, property]) => unread(property, `${place}/${name}`));
    if (keyword === "anyOf" || keyword === "oneOf")
      return (value as unknown[]).flatMap((one, i) => unread(one, `${place}/${i}`));
    return keyword === "items" || keyword === "additionalProperties" ? unread(value, place) : [];
  });
}

/** The fields, and the values to choose from, that have no label for a person. */
function unlabelled(schema: JsonSchema, at: string): string[] {
  const own = schema.enum?.filter((value) => schema.labels?.[String(value)] === undefined) ?? [];
  const fields = Object.entries(schema.properties ?? {});
  return [
    ...own.map((value) => `${at}: ${value}`),
    ...fields.filter(([, field]) => !field.description).map(([name]) => `${at}/${name}`),
    ...fields.flatMap(([name, field]) => unlabelled(field, `${at}/${name}`)),
    ...(schema.items ? unlabelled(schema.items, `${at}/0`) : []),
  ];
}

describe.each([...procedures])("the bodies of %s", (name, { shape, schemas }) => {
  it("are there for every act, and for no other", () => {
    expect(Object.keys(served.get(name)?.bodies ?? {}).sort()).toEqual(Object.keys(shape.acts).sort());
  });

  it("say nothing that a workflow's checker wouldn't read", () => {
    expect(unread(schemas.filing)).toEqual([]);
    for (const body of Object.values(schemas.bodies)) expect(unread(body)).toEqual([]);
  });

  it("have a label for every field and every choice", () => {
    const all = Object.entries({ filing: schemas.filing, ...schemas.bodies });
    expect(all.flatMap(([act, schema]) => unlabelled(schema, act))).toEqual([]);
  });

  it("refuse what isn't a field", () => {
    for (const schema of [schemas.filing, ...Object.values(schemas.bodies)])
      expect(schema.additionalProperties).toBe(false);
  });
});
