import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openApiText } from "../../api/openapi/document.js";
import { procedures } from "../../procedures/all.js";
import { payloadKeys } from "../../rig/payload-keys.js";
import { testApi } from "./open.js";

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const text = openApiText();
const document = JSON.parse(text) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const hasFields = (procedure: string, act: string): boolean =>
  Object.keys(procedures.get(procedure)!.schemas.bodies[act]?.properties ?? {}).length > 0;

const parameterAt = (reference: string): Parameter =>
  document.components.parameters?.[reference.split("/").at(-1) ?? ""] as Parameter;

describe("the contract", () => {
  const api = testApi();

  it("is served, and kept fresh in docs/openapi.json", async () => {
    const served = await api.get("/openapi.json");
    expect(served.body).toEqual(document);
    const kept = readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8");
    expect(kept === text, "run `npm run generate`").toBe(true);
  });

  it("is OpenAPI 3.1 whose references lead somewhere and whose parameters are told", () => {
    expect(document.openapi).toBe("3.1.0");
    const references = [...text.matchAll(/"\$ref": ?"#\/components\/(\w+)\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(100);
    for (const [, kind = "", name = ""] of references) expect(document.components[kind], name).toHaveProperty([name]);
    const ids: string[] = [];
    for (const [path, item] of Object.entries(document.paths)) {
      for (const operation of Object.values(item)) {
        ids.push(operation.operationId);
        const told = (operation.parameters ?? [])
          .map((one) => ("$ref" in one ? parameterAt(one.$ref) : one))
          .filter((one) => one.in === "path")
          .map(({ name }) => name);
        expect([path, told]).toEqual([path, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
        expect(operation.responses).toHaveProperty("default");
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("tells each act with its own body", () => {
    for (const procedure of procedures.values()) {
      for (const act of Object.keys(procedure.shape.acts))
        expect(document.paths).toHaveProperty([`/v1/cases/{id}/acts/${act}`]);
    }
  });

  it("says what an act is in each procedure that has it, each with a body of its own", () => {
    const shared = new Map<string, string[]>();
    for (const [name, { shape }] of procedures)
      for (const act of Object.keys(shape.acts)) shared.set(act, [...(shared.get(act) ?? []), name]);
    for (const [act, names] of shared) {
      const operation = document.paths[`/v1/cases/{id}/acts/${act}`]?.post as unknown as { description: string };
      for (const name of names) {
        const { description } = procedures.get(name)!.shape.acts[act]!;
        expect(operation.description).toContain(description);
        if (names.length > 1) expect(operation.description).toContain(`- \`${name}\` : `);
        const component = hasFields(name, act) ? `${name}.${act}` : names.length > 1 ? "NoBody" : "ActWithoutBody";
        expect(JSON.stringify(operation)).toMatch(new RegExp(`#/components/schemas/(${component}|ActWithoutBody)"`));
        expect(document.components.schemas).toHaveProperty([component]);
      }
    }
    expect(shared.get("withdrawn")?.length).toBeGreaterThan(3);
  });

  it("weighs less than 32 kB a procedure, as it is kept and as it is served: what is said twice is a component", () => {
    const acts = Object.keys(document.paths).filter((path) => path.startsWith("/v1/cases/{id}/acts/"));
    expect(acts.length).toBeGreaterThan(100);
    const most = 32_000 * procedures.size;
    expect(Buffer.byteLength(text)).toBeLessThan(most);
    expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(most);
  });

  it("says a schema once, and a parameter's description beside its schema alone", () => {
    const said = new Map<string, number>();
    JSON.stringify(document, (_key, value: unknown) => {
      const schema = JSON.stringify(value) ?? "";
      if (/^\{"type":"(object|array|string)"/.test(schema) && schema.length > 250)
        said.set(schema, (said.get(schema) ?? 0) + 1);
      return value;
    });
    expect(said.size).toBeGreaterThan(50);
    expect([...said].filter(([, times]) => times > 1)).toEqual([]);
    expect(text).not.toMatch(/"description":"([^"]+)"[^{}]*\},"required":true,"description":"\1"/);
    expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });

  it("has one component for a resource, whether it is sent or answered", () => {
    expect(Object.keys(document.components.schemas ?? {}).filter((name) => name.endsWith("Output"))).toEqual([]);
  });

  it("is shown by a page that fetches nothing from elsewhere", async () => {
    const page = await api.get("/docs");
    const assets = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(assets.length).toBe(4);
    for (const asset of assets) expect([asset, (await api.get(asset)).status]).toEqual([asset, 200]);
    expect(page.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
  });

  it("has health and metrics beside it", async () => {
    expect((await api.get("/livez")).status).toBe(200);
    expect((await api.get("/readyz")).body).toMatchObject({ ready: true, register: "ok", temporal: "ok" });
    await api.get("/v1/procedures/pecan");
    expect((await api.get("/metrics")).body).toContain('route="/v1/procedures/{name}",status="200"');
  });
});

describe("in production", () => {
  const api = testApi({
    env: {
      GUICHET_ENV: "production",
      DATABASE_URL: "postgres://here/guichet",
      TEMPORAL_ADDRESS: "here:7233",
      SMTP_URL: "smtp://here",
      PUBLIC_URL: "https://guichet.example",
      PAYLOAD_KEYS: payloadKeys,
    },
  });

  it("no header says who speaks, and neither the issuer nor the pages of development are there", async () => {
    const named = await api.get("/v1/cases", { as: "nobody", headers: { "guichet-principal": "operator" } });
    expect([named.status, named.body.type]).toEqual([401, "/problems/unidentified"]);
    expect((await api.get("/v1/cases", { as: "operator" })).status).toBe(200);
    for (const path of ["/dev/issuer/.well-known/openid-configuration", "/dev/sign-in/x", "/sign-in"])
      expect([path, (await api.get(path)).status]).toEqual([path, 404]);
    expect((await api.get("/v1/procedures")).status).toBe(200);
    expect((await api.get("/dev/notices")).status).toBe(404);
    expect((await api.get("/livez")).headers.get("strict-transport-security")).toMatch("max-age");
  });
});
