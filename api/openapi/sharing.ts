import { isSchema, type Schema, SharedSchemas } from "./shared-schemas.js";

/** An OpenAPI document, as far as its operations go. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly responses?: Readonly<Record<string, Reply | Reference>>;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly description?: string;
  readonly schema: Schema;
}

interface Reply {
  readonly content?: Readonly<Record<string, { readonly schema?: Partial<Reference> }>>;
}

interface Reference {
  readonly $ref: string;
}

/** Gathers what is said more than once; a name that says several things is that of the one that is said most, the others say their example too. */
class Shared<T extends object> {
  private readonly seen = new Map<string, { name: string; otherwise: string; value: T; times: number }>();

  constructor(private readonly kind: string) {}

  /** @param otherwise what sets it apart from others of its name. */
  see(name: string, value: T | Reference, otherwise = ""): void {
    if ("$ref" in value) return;
    const text = JSON.stringify(value);
    const known = this.seen.get(text) ?? { name, otherwise, value, times: 0 };
    this.seen.set(text, { ...known, times: known.times + 1 });
  }

  private get repeated() {
    const repeated = [...this.seen].filter(([, { times }]) => times > 1).sort(([, a], [, b]) => b.times - a.times);
    const named = new Map<string, (typeof repeated)[number]>();
    for (const [text, one] of repeated) {
      const name = [one.name, `${one.name}.${one.otherwise}`].find((free) => !named.has(free) && !free.endsWith("."));
      if (name !== undefined) named.set(name, [text, { ...one, name }]);
    }
    return [...named.values()];
  }

  readonly components = (): Record<string, T> =>
    Object.fromEntries(this.repeated.map(([, { name, value }]) => [name, value]));

  /** The value where it stands: a reference to what is shared, or itself. */
  readonly referring = (): ((value: T | Reference) => T | Reference) => {
    const names = new Map(this.repeated.map(([text, { name }]) => [text, name]));
    return (value) => {
      const name = names.get(JSON.stringify(value));
      return name === undefined ? value : { $ref: `#/components/${this.kind}/${name}` };
    };
  };
}

/** A reply by the resource that it brings, where it brings one. */
function nameOf(status: string, reply: Reply | Reference): string {
  const { schema } = ("$ref" in reply ? undefined : reply.content?.["application/json"]) ?? {};
  return schema?.$ref?.split("/").at(-1) ?? `reply${status}`;
}

/** A parameter is described once, beside its schema. */
function describedOnce(parameter: Parameter): Parameter {
  const { description, ...schema } = parameter.schema;
  return description !== undefined && description === parameter.description ? { ...parameter, schema } : parameter;
}

/** The same document, what it says more than once said once: its parameters, its replies and its schemas. */
export function shared(document: OpenApi): OpenApi {
  const parameters = new Shared<Parameter>("parameters");
  const replies = new Shared<Reply>("responses");
  const inPlace = (one: Parameter | Reference) => ("$ref" in one ? one : describedOnce(one));
  const paths = mapped(document.paths, (item) =>
    mapped(item, (operation) => ({
      ...operation,
      ...(operation.parameters && { parameters: operation.parameters.map(inPlace) }),
    })),
  );
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    for (const one of operation.parameters ?? [])
      if ("name" in one)
        parameters.see(one.name.replace(/.*-/, ""), one, String(one.schema.example ?? "").replace(/-.*/, ""));
    for (const [status, reply] of Object.entries(operation.responses ?? {})) replies.see(nameOf(status, reply), reply);
  }
  const [parameter, reply] = [parameters.referring(), replies.referring()];
  const sharing = (operation: Operation): Operation => ({
    ...operation,
    ...(operation.parameters && { parameters: operation.parameters.map(parameter) }),
    ...(operation.responses && {
      responses: Object.fromEntries(Object.entries(operation.responses).map(([status, one]) => [status, reply(one)])),
    }),
  });
  return withSharedSchemas({
    ...document,
    paths: mapped(paths, (item) => mapped(item, sharing)),
    components: {
      ...document.components,
      parameters: { ...document.components?.parameters, ...parameters.components() },
      responses: { ...document.components?.responses, ...replies.components() },
    },
  });
}

/** Passes each schema of a document through `map`, with the name of what it is the schema of. */
function mapSchemas(value: unknown, name: string, map: (schema: Schema, name: string) => Schema): unknown {
  if (Array.isArray(value)) return value.map((one) => mapSchemas(one, name, map));
  if (!isSchema(value)) return value;
  const named = typeof value.name === "string" ? value.name : name;
  return mapped(value, (inner, key) =>
    key === "schema" && isSchema(inner) ? map(inner, named) : mapSchemas(inner, named, map),
  );
}

function withSharedSchemas(document: OpenApi): OpenApi {
  const { schemas = {}, ...others } = document.components ?? {};
  const rest = { ...document, components: others };
  const sharing = new SharedSchemas(schemas as Readonly<Record<string, Schema>>);
  mapSchemas(rest, "body", sharing.see);
  sharing.name();
  const referring = mapSchemas(rest, "body", sharing.referring) as typeof rest;
  return { ...referring, components: { ...referring.components, schemas: sharing.named() } };
}

const mapped = <A, B>(values: Readonly<Record<string, A>>, map: (value: A, name: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]));
