/** What a form holds, field by field, and the value that it makes by a schema. A field's name is the JSON pointer of what it gives. */
import type { JsonSchema } from "../../case/schema.js";

/** What was typed: the values of each field's name. */
export type Typed = ReadonlyMap<string, readonly string[]>;

/** No list is longer, whatever is asked for: the schemas' own bound is a hundred. */
const mostItems = 100;

/** What a request's form holds; a field that is given twice is a list. */
export function typedOf(form: unknown): Typed {
  const fields = typeof form === "object" && form !== null ? Object.entries(form) : [];
  return new Map(
    fields.map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string"),
    ]),
  );
}

export const one = (typed: Typed, name: string): string => typed.get(name)?.[0] ?? "";

/** How many items of a list were typed, or are asked for. */
export function itemsOf(typed: Typed, pointer: string, { minItems = 0 }: JsonSchema): number {
  let last = minItems - 1;
  for (const name of typed.keys()) {
    if (!name.startsWith(`${pointer}/`)) continue;
    const index = Number(name.slice(pointer.length + 1).split("/")[0]);
    if (Number.isInteger(index) && index < mostItems) last = Math.max(last, index);
  }
  return last + 1 + (one(typed, "ajouter") === pointer && last + 1 < mostItems ? 1 : 0);
}

/** Are its items chosen among a few, rather than typed? */
export const isChoice = ({ items }: JsonSchema): boolean => items?.enum !== undefined;

/** The value of a form by its schema; undefined where nothing was typed. What can't be read is left as it was typed: the schema refuses it. */
export function valueTyped(schema: JsonSchema, typed: Typed, pointer: string, required = true): unknown {
  const text = one(typed, pointer).replaceAll("\r\n", "\n");
  switch (schema.type) {
    case "object":
      return objectOf(schema, typed, pointer, required);
    case "array":
      return listOf(schema, typed, pointer, required);
    case "boolean":
      return text === "" ? undefined : text === "true";
    case "number":
    case "integer": {
      const number = Number(text.trim().replace(",", "."));
      return text.trim() === "" ? undefined : Number.isNaN(number) ? text : number;
    }
    default:
      return text.trim() === "" ? undefined : text;
  }
}

function objectOf(schema: JsonSchema, typed: Typed, pointer: string, required: boolean): unknown {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const value = valueTyped(property, typed, `${pointer}/${name}`, schema.required?.includes(name) ?? false);
    return value === undefined ? [] : [[name, value] as const];
  });
  return fields.length === 0 && !required ? undefined : Object.fromEntries(fields);
}

function listOf(schema: JsonSchema, typed: Typed, pointer: string, required: boolean): unknown {
  const { items = {} } = schema;
  const values = isChoice(schema)
    ? [...(typed.get(pointer) ?? [])]
    : Array.from({ length: itemsOf(typed, pointer, schema) }, (_, i) =>
        valueTyped(items, typed, `${pointer}/${i}`, false),
      ).filter((value) => value !== undefined);
  return values.length === 0 && !required ? undefined : values;
}
