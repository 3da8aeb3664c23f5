/** What the document's page fills in can be sent as it is: every example of the contract, to one installation. */
import { describe, expect, it } from "vitest";
import { openApiDocument } from "../../api/openapi/document.js";
import { exampleCase } from "../../api/resources/common.js";
import { procedures } from "../../procedures/all.js";
import { testApi } from "./open.js";
import { applicant } from "./samples.js";

interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly required?: boolean;
  readonly schema: { readonly $ref?: string; readonly example?: unknown };
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly content: {
      readonly "application/json": {
        readonly example?: object;
        readonly examples?: Readonly<Record<string, { readonly value: object }>>;
      };
    };
  };
}

const document = openApiDocument() as {
  readonly paths: Readonly<Record<string, Readonly<Record<"get" | "post", Operation | undefined>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const at = (reference: string): unknown => {
  const [kind = "", name = ""] = reference.split("/").slice(-2);
  return document.components[kind]?.[name];
};

const parametersOf = ({ parameters = [] }: Operation): Parameter[] =>
  parameters.map((one) => ("$ref" in one ? (at(one.$ref) as Parameter) : one));

const exampleOf = ({ schema }: Parameter): unknown =>
  schema.example ?? (schema.$ref === undefined ? undefined : (at(schema.$ref) as { example?: unknown }).example);

/** The bodies that the page offers, by name. */
function bodiesOf({ requestBody }: Operation): [name: string, body: object][] {
  const { example, examples = {} } = requestBody?.content["application/json"] ?? {};
  if (example !== undefined) return [["", example]];
  return Object.entries(examples).map(([name, { value }]) => [name, value]);
}

/** A company's own choices are its people's; all else is open to whoever plays all parties. */
const speaking = (path: string): string => (path.startsWith("/v1/me/") ? applicant : "developer");

describe("as the page of the contract fills it in", () => {
  const api = testApi({ worker: true });
  /** The numbers that the examples' cases were given, by the numbers that the examples say. */
  const numbers = new Map<string, string>();

  /** The address with its prefilled parameters; undefined where one that is required isn't known before it is asked for. */
  function addressOf(
    path: string,
    operation: Operation,
    own: ReadonlyMap<string, string> = numbers,
  ): string | undefined {
    let address = path;
    const query = new URLSearchParams();
    for (const parameter of parametersOf(operation)) {
      const example = exampleOf(parameter);
      if (parameter.in === "header") continue;
      if (example === undefined && parameter.required) return undefined;
      const values = example === undefined ? [] : [example].flat().map(String);
      if (parameter.in === "query") for (const value of values) query.append(parameter.name, value);
      else address = address.replace(`{${parameter.name}}`, encodeURIComponent(own.get(values[0]!) ?? values[0]!));
    }
    return query.size === 0 ? address : `${address}?${query}`;
  }

  const operations = (method: "get" | "post") =>
    Object.entries(document.paths).flatMap(([path, item]) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, operation }];
    });

  it("files a case of each procedure", async () => {
    const filed = bodiesOf(document.paths["/v1/cases"]!.post!);
    expect(filed.map(([name]) => name)).toEqual([...procedures.keys()]);
    for (const [name, body] of filed) {
      const reply = await api.post("/v1/cases", body);
      expect([name, reply.status], JSON.stringify(reply.body)).toEqual([name, 201]);
      numbers.set(exampleCase(procedures.get(name)!.shape.prefix), reply.body.id);
    }
  });

  it("sends every act: taken, or well formed and not possible yet", async () => {
    const sent = new Map<string, { readonly address: string; readonly body: object }[]>();
    for (const { path, operation } of operations("post").filter(({ path }) => path.includes("/acts/"))) {
      for (const [name, body] of bodiesOf(operation)) {
        const shape = procedures.get(name)?.shape;
        const number = shape && numbers.get(exampleCase(shape.prefix));
        const address = number === undefined ? addressOf(path, operation)! : path.replace("{id}", number);
        const id = address.split("/")[3]!;
        sent.set(id, [...(sent.get(id) ?? []), { address, body }]);
      }
    }
    expect([...sent.keys()].sort()).toEqual([...numbers.values()].sort());
    let taken = 0;
    await Promise.all(
      [...sent.values()].map(async (acts) => {
        for (const { address, body } of acts) {
          const { status, body: answer } = await api.post(address, body);
          expect([200, 409], JSON.stringify([address, body, answer])).toContain(status);
          if (status === 200) taken += 1;
        }
      }),
    );
    // Their order in the document is that of the texts: a file goes some way by itself.
    expect(taken).toBeGreaterThan(25);
  });

  it("asks everything that can be asked without knowing a name that an answer gives", async () => {
    const asked: string[] = [];
    for (const { path, operation } of operations("get")) {
      const address = addressOf(path, operation);
      // A stream has no end.
      if (address === undefined || path.endsWith("/events")) continue;
      const { status, body } = await api.get(address, { as: speaking(path) });
      expect([address, status], JSON.stringify(body)).toEqual([address, 200]);
      asked.push(path);
    }
    expect(asked.length).toBeGreaterThan(18);
  });

  it("plays, moves time, enters a person and gives a mandate", async () => {
    const acts = (path: string) => path.includes("/acts/");
    const tried: string[] = [];
    for (const { path, operation } of operations("post").filter(({ path }) => !acts(path) && path !== "/v1/cases")) {
      const address = addressOf(path, operation);
      if (address === undefined) continue;
      for (const [, body] of bodiesOf(operation)) {
        const reply = await api.post(address, body, { as: speaking(path) });
        expect([address, reply.status], JSON.stringify(reply.body)).toEqual([address, 200]);
        tried.push(path);
      }
    }
    const others = ["/v1/people", "/v1/mailboxes/{party}", "/v1/me/mails"];
    expect(tried.sort()).toEqual(["/v1/simulations", "/v1/cases/{id}/advance", ...others].sort());
    const { body: someone } = await api.post("/v1/people", bodiesOf(document.paths["/v1/people"]!.post!)[0]![1]);
    const [[, mandate] = ["", {}]] = bodiesOf(document.paths["/v1/people/{person}/mandates"]!.post!);
    const given = await api.post(`/v1/people/${someone.id}/mandates`, mandate);
    expect(given.status, JSON.stringify(given.body)).toBe(201);
  });
});
