/** Schemas that are said more than once are said once, each under the name of the field where it stands most. */

export type Schema = Readonly<Record<string, unknown>>;

/** What a reference takes, in characters, and what a name of its own costs. */
const [reference, naming] = [40, 60];

/** Said so often, a schema of that many characters is shorter by its name. */
const isWorthAName = (length: number, times: number): boolean => (times - 1) * (length - reference) >= naming;

export const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same schema, each schema that stands directly in it passed through `map` with its name. */
function mapInner(schema: Schema, name: string, map: (inner: Schema, name: string) => Schema): Schema {
  const one = (value: unknown, as = name) => (isSchema(value) ? map(value, as) : value);
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === "properties" && isSchema(value))
        return [keyword, Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, one(inner, field)]))];
      if (["items", "additionalProperties"].includes(keyword)) return [keyword, one(value)];
      if (["anyOf", "oneOf", "allOf"].includes(keyword) && Array.isArray(value))
        return [keyword, value.map((inner) => one(inner))];
      return [keyword, value];
    }),
  );
}

interface Said {
  /** How often, by the name of the field where it stands. */
  readonly names: Map<string, number>;
  readonly schema: Schema;
}

const timesOf = ({ names }: Said): number => [...names.values()].reduce((sum, times) => sum + times, 0);

/** The shapes of a document's schemas: seen first, then named, then referred to. */
export class SharedSchemas {
  private readonly said = new Map<string, Said>();
  private readonly nameOf = new Map<string, string>();

  /** @param components those that the document has already; one may say what another says, or what stands elsewhere. */
  constructor(private readonly components: Readonly<Record<string, Schema>>) {
    for (const [name, schema] of Object.entries(components)) this.see(schema, fieldOf(name));
  }

  /** Counts what stands in a schema; what stands in one that is repeated is counted once. */
  readonly see = (schema: Schema, name: string): Schema => {
    const text = JSON.stringify(schema);
    const known = this.said.get(text) ?? { names: new Map(), schema };
    known.names.set(name, (known.names.get(name) ?? 0) + 1);
    if (!this.said.has(text)) {
      this.said.set(text, known);
      mapInner(schema, name, this.see);
    }
    return schema;
  };

  /** Names what is repeated, the most said first: by the one component that it is, else by one of its fields, the first whose name is free. */
  name(): void {
    const names = new Set(Object.keys(this.components));
    const repeated = [...this.said].filter(
      ([text, one]) => isWorthAName(text.length, timesOf(one)) && !("$ref" in one.schema),
    );
    for (const [text, one] of repeated.sort(([, a], [, b]) => timesOf(b) - timesOf(a))) {
      const [component, another] = Object.keys(this.components).filter(
        (name) => JSON.stringify(this.components[name]) === text,
      );
      const fields = [...one.names].sort(([, a], [, b]) => b - a).map(([name]) => name);
      const itself = component !== undefined && another === undefined ? component : undefined;
      const name = itself ?? fields.find((field) => !names.has(field)) ?? numbered(fields[0] ?? "schema", names);
      names.add(name);
      this.nameOf.set(text, name);
    }
  }

  /** The schema where it stands: a reference to what is shared, or itself. */
  readonly referring = (schema: Schema, name: string): Schema => {
    const shared = this.nameOf.get(JSON.stringify(schema));
    return shared === undefined ? mapInner(schema, name, this.referring) : { $ref: `#/components/schemas/${shared}` };
  };

  /** The components that the document then has. */
  named(): Record<string, Schema> {
    const own = Object.entries(this.components).map(([name, schema]) => [name, this.referring(schema, name)] as const);
    const shared = [...this.nameOf].map(
      ([text, name]) => [name, mapInner(this.said.get(text)!.schema, name, this.referring)] as const,
    );
    return Object.fromEntries([...own, ...shared]);
  }
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(`${name}${n}`)) n++;
  return `${name}${n}`;
}

/** `pecan.withdrawn` is, in its procedure, `withdrawn`. */
const fieldOf = (component: string): string => component.split(".").at(-1) ?? component;
