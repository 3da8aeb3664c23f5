/** What is supposed, as it stands in the address of the page: acts, their days and what each says. */

import type { Procedure } from "../../case/procedure.js";
import type { Awaited } from "../../case/refusal.js";
import { firstFault, type JsonSchema } from "../../case/schema.js";
import { bounds, type SupposedAct } from "../../desk/supposing.js";
import type { CivilDate } from "../../law/civil-date.js";
import { isKnownDay } from "../../law/known-days.js";
import { one, type Typed, typingOf, valueTyped } from "../acting/given.js";

/** An act of the page, and the names of its fields. */
export interface AskedAct {
  readonly place: number;
  readonly name: string;
  readonly spec: Procedure["shape"]["acts"][string];
  readonly schema: JsonSchema;
}

/** The names under which the address holds what belongs to the act of a place. */
export const namesOf = (place: number) =>
  ({
    act: `acte${place}`,
    on: `jour${place}`,
    about: `sujet${place}`,
    by: `par${place}`,
    body: `/corps${place}`,
  }) as const;

const places = Array.from({ length: bounds.acts }, (_, place) => place);

/** The acts that an address names, those that the procedure has. */
export function askedActs({ shape, schemas }: Procedure, typed: Typed): AskedAct[] {
  return places.flatMap((place) => {
    const name = one(typed, namesOf(place).act);
    const spec = Object.hasOwn(shape.acts, name) ? shape.acts[name] : undefined;
    const schema = schemas.bodies[name];
    return spec === undefined || schema === undefined ? [] : [{ place, name, spec, schema }];
  });
}

/** The act as it is supposed; undefined while it has no day. */
export function supposedOf({ place, name, spec, schema }: AskedAct, typed: Typed): SupposedAct | undefined {
  const names = namesOf(place);
  const on = one(typed, names.on);
  if (!isKnownDay(on)) return undefined;
  const by = one(typed, names.by);
  const about = spec.about === undefined ? "" : one(typed, names.about);
  return {
    act: name,
    on: on as CivilDate,
    by: spec.by.includes(by) ? by : (spec.by[0] ?? ""),
    ...(about !== "" && { about }),
    body: valueTyped(schema, typed, names.body),
  };
}

/** The same address with one more act, said as plainly as its schema allows: whoever supposes changes what matters. */
export function withAct(
  typed: Typed,
  procedure: Procedure,
  awaited: readonly Awaited[],
  day: string,
  indications: readonly string[],
): Typed {
  const [name = "", about] = one(typed, "nouveau").split("@");
  const place = places.find((free) => one(typed, namesOf(free).act) === "");
  const schema = procedure.schemas.bodies[name];
  if (place === undefined || schema === undefined) return typed;
  const names = namesOf(place);
  const waits = awaited.find((each) => each.act === name && (about === undefined || each.about === about));
  const body = plainly(schema, "", { day, indications });
  return new Map([
    ...typed,
    [names.act, [name]],
    [names.on, [day]],
    [names.about, [about ?? waits?.about ?? ""]],
    [names.by, [waits?.by[0] ?? ""]],
    ...typingOf(schema, body, names.body),
  ]);
}

/** The same address without the act of a place. */
export const withoutAct = (typed: Typed, place: number): Typed => {
  const names = namesOf(place);
  const own = new Set<string>([names.act, names.on, names.about, names.by]);
  return new Map([...typed].filter(([name]) => !own.has(name) && !name.startsWith(`${names.body}/`)));
};

interface Context {
  readonly day: string;
  readonly indications: readonly string[];
}

/** A value that a schema accepts: what is required, the first of each choice, every indication. */
function plainly(schema: JsonSchema, name: string, context: Context): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((field) => [field, plainly(schema.properties?.[field] ?? {}, field, context)]),
      );
    case "array": {
      const { items = {}, minItems = 0 } = schema;
      const each = items.properties?.indication !== undefined && context.indications.length > 0;
      if (each)
        return context.indications.map((indication) => ({ ...(plainly(items, name, context) as object), indication }));
      return Array.from({ length: minItems }, () => plainly(items, name, context));
    }
    case "boolean":
      return true;
    case "number":
    case "integer":
      return schema.minimum ?? 1;
    default: {
      if (schema.format === "date") return context.day;
      const texts = [...(name === "indication" ? context.indications : []), "Hypothèse", "hypothese", "73282932000074"];
      return texts.find((text) => firstFault(schema, text) === null) ?? "";
    }
  }
}

/** What an address says once it is cleaned of what is empty and of its buttons. */
export const addressOf = (typed: Typed): string =>
  new URLSearchParams(
    [...typed].flatMap(([name, values]) =>
      ["nouveau", "nouveau-jour", "oter", "ajouter", "retirer"].includes(name)
        ? []
        : values.filter((value) => value !== "").map((value) => [name, value]),
    ),
  ).toString();
