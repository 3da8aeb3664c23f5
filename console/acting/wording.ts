/** What the fields and choices of a form are called, by the schema of what it sends. */
import type { JsonSchema } from "../../case/schema.js";
import { schemaAt } from "./faults.js";

export interface Wording {
  field(pointer: string): { readonly label: string; readonly hint: string | undefined };
  /** The label, with that of the group in which the field stands, by which it is told from another of the same name. */
  placed(pointer: string): string;
  value(pointer: string, value: string): string;
}

/** A description is a label, then what is to know in brackets. */
function split(description: string): { label: string; hint: string | undefined } {
  const [, label = description, hint] = /^(.*?) \((.*)\)$/.exec(description) ?? [];
  return { label, hint };
}

const isItem = (pointer: string): boolean => /\/\d+$/.test(pointer);
const listOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf("/"));

/** The words of a form: a pointer begins with the field of the message (`/body`, `/filing`) whose schema this is. */
export function wordingOf(schema: JsonSchema): Wording {
  const at = (pointer: string): JsonSchema => schemaAt(schema, pointer.replace(/^\/[^/]+/, "")) ?? {};
  const field = (pointer: string): { label: string; hint: string | undefined } => {
    const own = split(at(pointer).description ?? pointer.split("/").at(-1) ?? "");
    if (!isItem(pointer)) return own;
    const { label } = at(pointer).description === undefined ? field(listOf(pointer)) : own;
    return { label: `${label} ${Number(pointer.slice(pointer.lastIndexOf("/") + 1)) + 1}`, hint: own.hint };
  };
  return {
    field,
    placed(pointer) {
      const { label } = field(pointer);
      return pointer.split("/").length > 3 && !isItem(pointer) ? `${field(listOf(pointer)).label}, ${label}` : label;
    },
    value(pointer, value) {
      const { labels, items } = at(pointer);
      return labels?.[value] ?? items?.labels?.[value] ?? value;
    },
  };
}
