/** The fields of a JSON Schema, one line each, in their order. */
import type { JsonSchema } from "../../case/schema.js";

export interface Field {
  readonly path: string;
  /** "oui"; or only where its section, which isn't required, is given. */
  readonly required: string;
  readonly meaning: string;
}

/** Says what a value may be, unless its description already does. */
const kindOf = (schema: JsonSchema, description: string): string => {
  if (schema.enum?.every((value) => description.includes(String(value)))) return "";
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (schema.type === "boolean") return "oui ou non";
  return "";
};

export function fieldsOf(schema: JsonSchema, path = "", certain = true): Field[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]): Field[] => {
    const at = path === "" ? name : `${path}.${name}`;
    const inner = property.type === "array" ? property.items : property;
    const own = property.type === "array" ? `${at}[]` : at;
    if (inner?.properties !== undefined) return fieldsOf(inner, own, certain && required.has(name));
    const description = property.description ?? inner?.description ?? "";
    const meaning = [description, kindOf(inner ?? property, description)].filter((part) => part !== "").join(" : ");
    const due = certain ? "oui" : "si la rubrique est donnée";
    return [{ path: own, required: required.has(name) ? due : "", meaning }];
  });
}
