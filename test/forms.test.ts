/** The forms of the console: every act of every procedure can be typed, and what is wrong is said in French. */
import { describe, expect, it } from "vitest";
import { faultCodes, inEnglish, inFrench } from "../case/fault.js";
import { firstFault, type JsonSchema } from "../case/schema.js";
import {
  itemsOf,
  type Typed,
  typedOf,
  typingOf,
  valueTyped,
  withoutEmptied,
  withoutRemoved,
} from "../console/acting/given.js";
import { readOrFaults } from "../desk/form.js";
import { procedures } from "../procedures/all.js";
import { served } from "../procedures/served.js";

/** A value with every field and two items in each list. */
function sample(schema: JsonSchema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, sample(one)]));
    case "array": {
      const { items = {}, minItems = 0, maxItems = 2 } = schema;
      const all = items.enum ?? [sample(items), sample(items)];
      return all.slice(0, Math.max(minItems, Math.min(2, maxItems)));
    }
    case "boolean":
      return false;
    case "number":
    case "integer":
      return schema.minimum ?? 1;
    default:
      if (schema.format === "date") return "2027-03-02";
      return [
        schema.format === "text" ? "Une ligne.\nUne autre." : "Une ligne",
        "a".repeat(64),
        "73282932000074",
        "a@exemple.fr",
        "https://exemple.fr/page",
      ].find((text) => firstFault(schema, text) === null);
  }
}

/** What a browser sends of a form so filled. */
function typing(value: unknown, pointer: string): [string, string | string[]][] {
  if (Array.isArray(value)) {
    const plain = value.every((one) => typeof one === "string");
    const items = value.flatMap((one, i) => typing(one, `${pointer}/${i}`));
    return plain ? [[pointer, value as string[]], ...items] : items;
  }
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, one]) => typing(one, `${pointer}/${name}`));
  return [[pointer, String(value).replaceAll("\n", "\r\n")]];
}

const bodies = [...procedures.values()].flatMap(({ shape, schemas }) =>
  Object.entries(schemas.bodies).map(([act, schema]) => [`${shape.name}: ${act}`, schema] as const),
);
const typed = (fields: Record<string, string>): Typed => typedOf(fields);

describe("A form", () => {
  it.each(bodies)("of %s gives back what was typed in it", (_, schema) => {
    const value = sample(schema);
    expect(firstFault(schema, value)).toBeNull();
    expect(valueTyped(schema, typedOf(Object.fromEntries(typing(value, "/body"))), "/body")).toEqual(value);
  });

  it.each(bodies)("of %s left empty sends nothing that wasn't typed", (_, schema) => {
    const value = valueTyped(schema, typedOf({}), "/body");
    const empty = (one: unknown): boolean =>
      Array.isArray(one) || (typeof one === "object" && one !== null) ? Object.values(one).every(empty) : false;
    expect(empty(value)).toBe(true);
  });

  const schema: JsonSchema = {
    type: "object",
    properties: {
      days: { type: "integer", minimum: 10, maximum: 45 },
      on: { type: "string", format: "date" },
      items: { type: "array", minItems: 1, maxItems: 3, items: { type: "string", format: "line", maxLength: 10 } },
    },
    required: ["days", "items"],
  };

  it("grows a list by its button, to the schema's bound and no further than a hundred; what is left empty in it isn't sent", () => {
    const items = schema.properties?.items as JsonSchema;
    expect(itemsOf(typed({}), "/body/items", items)).toBe(1);
    expect(itemsOf(typed({ "/body/items/0": "a", ajouter: "/body/items" }), "/body/items", items)).toBe(2);
    expect(itemsOf(typed({ "/body/items/999999999": "a" }), "/body/items", items)).toBe(1);
    expect(
      valueTyped(schema, typed({ "/body/items/0": "a", "/body/items/1": " ", "/body/items/2": "c" }), "/body"),
    ).toEqual({
      items: ["a", "c"],
    });
  });

  it("keeps what can't be read as it was typed: the schema refuses it, and the page says what it wants", () => {
    const given = typed({ "/body/days": "beaucoup", "/body/on": "2027-02-30" });
    expect(valueTyped(schema, given, "/body")).toEqual({ days: "beaucoup", on: "2027-02-30", items: [] });
    const faults = (value: object) => inFrench(firstFault(schema, value)!);
    expect(faults({ days: "beaucoup", items: ["a"] })).toBe("Indiquez un nombre entier.");
    expect(faults({ days: 9, items: ["a"] })).toBe("Indiquez un nombre d'au moins 10.");
    expect(faults({ days: 10, on: "2027-02-30", items: ["a"] })).toContain("un jour qui existe");
    expect(faults({ days: 10, items: [] })).toBe("Indiquez-en au moins 1.");
    expect(faults({ days: 10 })).toBe("Ce champ est nécessaire.");
    expect(faults({ days: 10, items: ["bien trop long"] })).toBe("Pas plus de 10 caractères.");
  });
});

/** The value, spoilt in one place at a time: fields missing and unknown, other types, choices, bounds, blanks. */
function* spoilt(schema: JsonSchema, value: unknown): Generator<unknown> {
  const others = [3.5, "", "\u0007", "x".repeat(5_000), true, [], {}, null, "2027-02-30", -1];
  for (const other of others) yield other;
  if (schema.type === "array" && Array.isArray(value)) {
    yield Array.from({ length: 1_001 }, () => value[0]);
    if (schema.items !== undefined && value.length > 0)
      for (const item of spoilt(schema.items, value[0])) yield [item, ...value.slice(1)];
  }
  if (schema.type !== "object" || typeof value !== "object" || value === null) return;
  yield { ...value, colour: "red" };
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const { [name]: own, ...rest } = value as Record<string, unknown>;
    yield rest;
    for (const other of spoilt(inner, own)) yield { ...rest, [name]: other };
  }
}

describe("A fault of form", () => {
  it.each(bodies)("of %s has one code, whether the desk or the case finds it", (called, schema) => {
    const [procedure = "", act = ""] = called.split(": ");
    const body = served.get(procedure)!.bodies[act]!;
    let found = 0;
    for (const value of spoilt(schema, sample(schema))) {
      const fault = firstFault(schema, value);
      const read = readOrFaults(body, value);
      expect(["data" in read, value]).toEqual([fault === null, value]);
      if (fault === null || "data" in read) continue;
      found++;
      const codes = read.faults.map(({ pointer, code }) => `${code} ${pointer}`);
      expect([value, ...codes]).toContain(`${fault.code} ${fault.pointer}`);
    }
    expect(found).toBeGreaterThan(5);
  });

  it("has words for integrators and words for who reads a page, and no parameter is lost in them", () => {
    const parameters = { fields: ["a"], type: "integer", choices: ["b"], least: 12, most: 34, pattern: "^c$" };
    const days = { today: "2027-03-02", first: "2027-03-02", day: "2027-03-02", kind: "request", rule: "a rule" };
    for (const code of faultCodes) {
      const fault = { pointer: "/x", code, parameters: { ...parameters, ...days } };
      expect(inFrench(fault)).toMatch(/^[A-ZÀÉ].*\.$/);
      expect(inFrench(fault)).not.toMatch(/\b(expected|field|the|least|most|undefined)\b/);
      expect(inEnglish(fault)).not.toMatch(/undefined|[éèà]/);
    }
    expect(inFrench({ pointer: "", code: "too-long", parameters: { most: 34 } })).toContain("34");
    expect(inFrench({ pointer: "", code: "too-early", parameters: { first: "2027-03-02" } })).toContain("2 mars 2027");
  });

  it.each(bodies)("of %s shows a value as it was typed", (_, schema) => {
    const value = sample(schema);
    const shown = new Map(typingOf(schema, value, "/body"));
    expect(valueTyped(schema, shown, "/body")).toEqual(value);
  });

  it("closes the gap that an emptied item leaves, so that a fault is shown at the item in which it was found", () => {
    const list: JsonSchema = {
      type: "array",
      items: { type: "object", properties: { title: {}, tags: { type: "array", items: {} } } },
    };
    const nested: JsonSchema = { type: "object", properties: { documents: list } };
    const given = typed({
      ...{ cle: "k", "/body/documents/0/title": "a", "/body/documents/1/title": " ", "/body/documents/1/tags/0": "" },
      ...{ "/body/documents/2/title": "c", "/body/documents/2/tags/0": "", "/body/documents/2/tags/1": "x" },
    });
    expect(Object.fromEntries(withoutEmptied(nested, given, "/body"))).toEqual({
      ...{ cle: ["k"], "/body/documents/0/title": ["a"] },
      ...{ "/body/documents/1/title": ["c"], "/body/documents/1/tags/0": ["x"] },
    });
    const removed = withoutRemoved(new Map([...given, ["retirer", ["/body/documents/0"]]]));
    expect(valueTyped(nested, withoutEmptied(nested, removed, "/body"), "/body")).toEqual({
      documents: [{ title: "c", tags: ["x"] }],
    });
  });
});
