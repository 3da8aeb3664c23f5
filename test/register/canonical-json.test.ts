import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../register/canonical-json.js";

describe("canonical JSON", () => {
  it("doesn't depend on the order in which keys were written", () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: "é" })).toBe('{"a":"é","b":[{"c":null,"d":1}]}');
  });

  it("reads values as JSON.stringify does", () => {
    expect(canonicalJson({ a: undefined, b: [undefined], c: new Date(0), d: -0, e: "\ud800" })).toBe(
      '{"b":[null],"c":"1970-01-01T00:00:00.000Z","d":0,"e":"\\ud800"}',
    );
    expect(canonicalJson(undefined)).toBe("null");
  });

  it("is the same before and after storage, whatever the value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: "binary" }), (value) => {
        const stored: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(stored)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(stored);
      }),
    );
  });
});
