import fc from "fast-check";
import type { JsonSchema } from "../../case/schema.js";
import { textFormats } from "../../case/text-formats.js";

/**
 * Anything that a schema allows, in the part of JSON Schema that our bodies use; days come from `days`, which may be more
 * or less than the schema allows.
 */
export function allowedBy(schema: JsonSchema, days: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return fc.oneof(...alternatives.map((one) => allowedBy(one, days)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? -9, max: Math.min(schema.maximum ?? 2_000, 1e9) });
    case "number":
      return fc.integer({ min: schema.minimum ?? -9, max: Math.min(schema.maximum ?? 2_000, 1e9) });
    case "string":
      return textOf(schema, days);
    case "array": {
      const { items = {}, minItems = 0, maxItems = 3 } = schema;
      return fc.array(allowedBy(items, days), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 2) });
    }
    case "object":
      return objectOf(schema, days);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function textOf({ format, pattern, minLength = 0, maxLength = 20 }: JsonSchema, days: fc.Arbitrary<unknown>) {
  if (format === "date") return days;
  const length = { minLength, maxLength: Math.min(maxLength, minLength + 20) };
  if (format === "line" || format === "text") {
    const { shape } = textFormats[format];
    return fc.string({ ...length, unit: "grapheme" }).map((some) => (shape.test(some) ? some : `Un ${some.length}`));
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, "u"));
  return fc.string({ ...length, unit: "grapheme" });
}

function objectOf({ properties = {}, required = [] }: JsonSchema, days: fc.Arbitrary<unknown>) {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, allowedBy(property, days)]),
  );
  return fc.record(members, { requiredKeys: [...required] as never[] });
}
