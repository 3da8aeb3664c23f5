import { A_KNOWN_DAY, isKnownDay } from "../law/known-days.js";
import { textFormats } from "./text-formats.js";

/** The part of JSON Schema 2020-12 that zod emits for our bodies; anything else fails the generator. */
export interface JsonSchema {
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
  /** The label of a field, then what is to know in brackets: French. */
  readonly description?: string;
  /** The label of each value of an `enum`: French. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly default?: unknown;
  /** `date`: a day that a case may know; `line` and `text`: see `text-formats.ts`. */
  readonly format?: string;
}

export interface SchemaFault {
  /** JSON pointer to what is wrong. */
  readonly pointer: string;
  readonly expected: string;
}

const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  let compiled = patterns.get(source);
  if (compiled === undefined) {
    compiled = new RegExp(source, "u");
    patterns.set(source, compiled);
  }
  return compiled;
}

/** The first thing in `value` that isn't as `schema` says; null when it is valid. A small checker so that no schema library enters a workflow. */
export function firstFault(schema: JsonSchema, value: unknown, pointer = ""): SchemaFault | null {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return faultOfAlternatives(alternatives, value, pointer);
  if (schema.const !== undefined && value !== schema.const) return { pointer, expected: JSON.stringify(schema.const) };
  if (schema.enum !== undefined && !schema.enum.some((allowed) => allowed === value)) {
    return { pointer, expected: `one of ${schema.enum.map((v) => JSON.stringify(v)).join(", ")}` };
  }
  switch (schema.type) {
    case undefined:
      return null;
    case "null":
      return value === null ? null : { pointer, expected: "null" };
    case "boolean":
      return typeof value === "boolean" ? null : { pointer, expected: "true or false" };
    case "number":
    case "integer":
      return faultOfNumber(schema, value, pointer);
    case "string":
      return faultOfString(schema, value, pointer);
    case "array":
      return faultOfArray(schema, value, pointer);
    default:
      return faultOfObject(schema, value, pointer);
  }
}

function faultOfAlternatives(alternatives: readonly JsonSchema[], value: unknown, pointer: string): SchemaFault | null {
  const faults: SchemaFault[] = [];
  for (const alternative of alternatives) {
    const fault = firstFault(alternative, value, pointer);
    if (fault === null) return null;
    faults.push(fault);
  }
  // The deepest fault belongs to the alternative that fitted best.
  faults.sort((a, b) => b.pointer.length - a.pointer.length);
  return faults[0] ?? { pointer, expected: "nothing" };
}

function faultOfNumber(schema: JsonSchema, value: unknown, pointer: string): SchemaFault | null {
  const kind = schema.type === "integer" ? "a whole number" : "a number";
  if (typeof value !== "number" || !Number.isFinite(value)) return { pointer, expected: kind };
  if (schema.type === "integer" && !Number.isInteger(value)) return { pointer, expected: kind };
  if (schema.minimum !== undefined && value < schema.minimum)
    return { pointer, expected: `${kind} of at least ${schema.minimum}` };
  if (schema.maximum !== undefined && value > schema.maximum)
    return { pointer, expected: `${kind} of at most ${schema.maximum}` };
  return null;
}

function faultOfString(schema: JsonSchema, value: unknown, pointer: string): SchemaFault | null {
  if (typeof value !== "string") return { pointer, expected: "a text" };
  if (schema.minLength !== undefined && value.length < schema.minLength) {
    return {
      pointer,
      expected: schema.minLength === 1 ? "a text that isn't empty" : `at least ${schema.minLength} characters`,
    };
  }
  if (schema.maxLength !== undefined && value.length > schema.maxLength) {
    return { pointer, expected: `at most ${schema.maxLength} characters` };
  }
  if (schema.pattern !== undefined && !pattern(schema.pattern).test(value)) {
    return { pointer, expected: `a text like ${schema.pattern}` };
  }
  if (schema.format === "date" && !isKnownDay(value)) return { pointer, expected: A_KNOWN_DAY };
  if (schema.format === "line" || schema.format === "text") {
    const { shape, expected } = textFormats[schema.format];
    if (!shape.test(value)) return { pointer, expected };
  }
  return null;
}

function faultOfArray(schema: JsonSchema, value: unknown, pointer: string): SchemaFault | null {
  if (!Array.isArray(value)) return { pointer, expected: "a list" };
  if (schema.minItems !== undefined && value.length < schema.minItems)
    return { pointer, expected: `at least ${schema.minItems} in the list` };
  if (schema.maxItems !== undefined && value.length > schema.maxItems)
    return { pointer, expected: `at most ${schema.maxItems} in the list` };
  if (schema.items === undefined) return null;
  for (let i = 0; i < value.length; i++) {
    const fault = firstFault(schema.items, value[i], `${pointer}/${i}`);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfObject(schema: JsonSchema, value: unknown, pointer: string): SchemaFault | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { pointer, expected: "an object" };
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of schema.required ?? []) {
    if (fields[name] === undefined) {
      return {
        pointer: `${pointer}/${name}`,
        expected: "this field, which is required",
      };
    }
  }
  for (const name of Object.keys(fields)) {
    const property = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
    if (property !== undefined) {
      if (fields[name] === undefined) continue;
      const fault = firstFault(property, fields[name], `${pointer}/${name}`);
      if (fault !== null) return fault;
    } else if (schema.additionalProperties === false) {
      const known = Object.keys(schema.properties ?? {});
      return {
        pointer: `${pointer}/${name}`,
        expected: known.length ? `no such field; the fields are ${known.join(", ")}` : "no field at all",
      };
    } else if (typeof schema.additionalProperties === "object") {
      const fault = firstFault(schema.additionalProperties, fields[name], `${pointer}/${name}`);
      if (fault !== null) return fault;
    }
  }
  return null;
}
