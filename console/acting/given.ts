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

/** Was anything typed under a pointer? */
export const isFilled = (typed: Typed, pointer: string): boolean =>
  [...typed].some(([name, values]) => name.startsWith(`${pointer}/`) && values.some((value) => value.trim() !== ""));

function objectOf(schema: JsonSchema, typed: Typed, pointer: string, required: boolean): unknown {
  if (!required && !isFilled(typed, pointer)) return undefined;
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const value = valueTyped(property, typed, `${pointer}/${name}`, schema.required?.includes(name) ?? false);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields);
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

/** What a form shows of a value: the fields of its schema that it gives. */
export function typingOf(schema: JsonSchema, value: unknown, pointer: string): [string, string[]][] {
  if (value === undefined || value === null) return [];
  if (schema.type === "object") {
    const given = value as Readonly<Record<string, unknown>>;
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      typingOf(property, given[name], `${pointer}/${name}`),
    );
  }
  if (schema.type !== "array") return [[pointer, [String(value)]]];
  const values = (value as readonly unknown[]).slice(0, schema.maxItems);
  if (isChoice(schema)) return [[pointer, values.map(String)]];
  return values.flatMap((item, i) => typingOf(schema.items ?? {}, item, `${pointer}/${i}`));
}

/**
 * The fields of a form without the items of a list that were emptied: those that follow take their places, so that an item is
 * in the value where it is on the page, and a fault found in one is shown at it.
 */
export function withoutEmptied(schema: JsonSchema, typed: Typed, pointer: string): Typed {
  const kept = new Map([...typed].filter(([name]) => name !== pointer && !name.startsWith(`${pointer}/`)));
  const move = (part: JsonSchema, from: string, to: string): void => {
    if (part.type === "object") {
      for (const [name, property] of Object.entries(part.properties ?? {}))
        move(property, `${from}/${name}`, `${to}/${name}`);
    } else if (part.type === "array" && !isChoice(part)) {
      const { items = {} } = part;
      let next = 0;
      for (let i = 0; i < itemsOf(typed, from, part); i++)
        if (valueTyped(items, typed, `${from}/${i}`, false) !== undefined)
          move(items, `${from}/${i}`, `${to}/${next++}`);
    } else {
      const values = typed.get(from);
      if (values !== undefined) kept.set(to, values);
    }
  };
  move(schema, pointer, pointer);
  return kept;
}

/** The same without what a button takes away. */
export function withoutRemoved(typed: Typed): Typed {
  const removed = one(typed, "retirer");
  if (removed === "") return typed;
  return new Map([...typed].filter(([name]) => name !== removed && !name.startsWith(`${removed}/`)));
}
