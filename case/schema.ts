import { isKnownDay } from "../law/known-days.js";
import { type Fault, faultAt } from "./fault.js";
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
export function firstFault(schema: JsonSchema, value: unknown, pointer = ""): Fault | null {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return faultOfAlternatives(alternatives, value, pointer);
  if (schema.const !== undefined && value !== schema.const)
    return faultAt(pointer, "not-a-choice", { choices: [String(schema.const)] });
  if (schema.enum !== undefined && !schema.enum.some((allowed) => allowed === value)) {
    return faultAt(pointer, "not-a-choice", { choices: schema.enum.map(String) });
  }
  switch (schema.type) {
    case undefined:
      return null;
    case "null":
      return value === null ? null : faultAt(pointer, "wrong-type", { type: "null" });
    case "boolean":
      return typeof value === "boolean" ? null : faultAt(pointer, "wrong-type", { type: "boolean" });
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

function faultOfAlternatives(alternatives: readonly JsonSchema[], value: unknown, pointer: string): Fault | null {
  const faults: Fault[] = [];
  for (const alternative of alternatives) {
    const fault = firstFault(alternative, value, pointer);
    if (fault === null) return null;
    faults.push(fault);
  }
  // The deepest fault belongs to the alternative that fitted best.
  faults.sort((a, b) => b.pointer.length - a.pointer.length);
  return faults[0] ?? faultAt(pointer, "no-such-field", { fields: [] });
}

function faultOfNumber(schema: JsonSchema, value: unknown, pointer: string): Fault | null {
  const { minimum, maximum } = schema;
  const type = schema.type === "integer" ? "integer" : "number";
  if (typeof value !== "number" || !Number.isFinite(value)) return faultAt(pointer, "wrong-type", { type });
  if (type === "integer" && !Number.isInteger(value)) return faultAt(pointer, "wrong-type", { type });
  if (minimum !== undefined && value < minimum) return faultAt(pointer, "too-small", { least: minimum });
  if (maximum !== undefined && value > maximum) return faultAt(pointer, "too-big", { most: maximum });
  return null;
}

function faultOfString(schema: JsonSchema, value: unknown, pointer: string): Fault | null {
  if (typeof value !== "string") return faultAt(pointer, "wrong-type", { type: "string" });
  if (schema.minLength !== undefined && value.length < schema.minLength) {
    return faultAt(pointer, "too-short", { least: schema.minLength });
  }
  if (schema.maxLength !== undefined && value.length > schema.maxLength) {
    return faultAt(pointer, "too-long", { most: schema.maxLength });
  }
  if (schema.pattern !== undefined && !pattern(schema.pattern).test(value)) {
    return faultAt(pointer, "wrong-shape", { pattern: schema.pattern });
  }
  if (schema.format === "date" && !isKnownDay(value)) return faultAt(pointer, "not-a-day", {});
  if (schema.format === "line" || schema.format === "text") {
    if (!textFormats[schema.format].shape.test(value)) return faultAt(pointer, `not-a-${schema.format}`, {});
  }
  return null;
}

function faultOfArray(schema: JsonSchema, value: unknown, pointer: string): Fault | null {
  if (!Array.isArray(value)) return faultAt(pointer, "wrong-type", { type: "array" });
  if (schema.minItems !== undefined && value.length < schema.minItems)
    return faultAt(pointer, "too-few", { least: schema.minItems });
  if (schema.maxItems !== undefined && value.length > schema.maxItems)
    return faultAt(pointer, "too-many", { most: schema.maxItems });
  if (schema.items === undefined) return null;
  for (let i = 0; i < value.length; i++) {
    const fault = firstFault(schema.items, value[i], `${pointer}/${i}`);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfObject(schema: JsonSchema, value: unknown, pointer: string): Fault | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return faultAt(pointer, "wrong-type", { type: "object" });
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of schema.required ?? []) {
    if (fields[name] === undefined) return faultAt(`${pointer}/${name}`, "required", {});
  }
  for (const name of Object.keys(fields)) {
    const property = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
    if (property !== undefined) {
      if (fields[name] === undefined) continue;
      const fault = firstFault(property, fields[name], `${pointer}/${name}`);
      if (fault !== null) return fault;
    } else if (schema.additionalProperties === false) {
      return faultAt(`${pointer}/${name}`, "no-such-field", { fields: Object.keys(schema.properties ?? {}) });
    } else if (typeof schema.additionalProperties === "object") {
      const fault = firstFault(schema.additionalProperties, fields[name], `${pointer}/${name}`);
      if (fault !== null) return fault;
    }
  }
  return null;
}
