import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "../../law/canonical-json.js";
import { sha256 } from "../../law/sha-256.js";

describe("canonical JSON (RFC 8785)", () => {
  test("the RFC's own examples: literals, numbers, texts, and names by UTF-16", () => {
    // The escapes in these texts are the RFC's (§3.2.2 and §3.2.3).
    expect(canonicalJson({ literals: [null, true, false], numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27] })).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    );
    expect(canonicalJson('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(
      Object.keys(
        JSON.parse(canonicalJson({ "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 })),
      ).slice(1),
    ).toEqual(["\r", "\u0080", "ö", "€", "😀", "\ufb33"]);
  });

  test("absent properties are left out; 0 has no sign", () => {
    expect(canonicalJson({ b: undefined, a: -0 })).toBe('{"a":0}');
  });

  test("refuses what isn't JSON", () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow(RangeError);
    expect(() => canonicalJson("\ud800")).toThrow(RangeError);
    expect(() => canonicalJson({ "\udc00": 1 })).toThrow(RangeError);
  });

  test("is read back as the same value, and written the same again", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe("SHA-256", () => {
  test("the vectors of FIPS 180-4", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test("agrees with the platform at every length around a block, and on any text", () => {
    const platform = (text: string): string => createHash("sha256").update(text).digest("hex");
    for (let length = 0; length < 200; length++) expect(sha256("a".repeat(length))).toBe(platform("a".repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(platform(text));
      }),
    );
  });
});
