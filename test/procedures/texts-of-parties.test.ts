import { describe, expect, it } from "vitest";
import { firstFault, type JsonSchema } from "../../case/schema.js";
import { oneLine, severalLines } from "../../case/text-formats.js";
import { served } from "../../procedures/served.js";

const bad: [what: string, text: string][] = [
  ["nothing", ""],
  ["blanks", "  \u00a0\u3000 "],
  ["what shows nothing", "\u200b\u200d\u00ad"],
  ["a NUL", "Acme\0"],
  ["a control character", "Acme\u001b[31m"],
  ["a line feed", "Acme\nANS"],
  ["a line separator", "Acme\u2028ANS"],
  ["a right-to-left override", "Acme \u202egpj.exe"],
  ["an isolate", "Acme \u2067ANS\u2069"],
  ["a mark of direction", "Acme\u200f"],
  ["a byte-order mark", "\ufeffAcme"],
  ["half of a character", "Acme \ud83d"],
];
const good = ["L’Œdème, 2e éd. (2026) : « n° 4 »", "Société 😀 👩‍⚕️", "日本", "مستشفى", "A"];

describe("a text of one line", () => {
  it.each(bad)("isn't %s", (_what, text) => {
    expect(oneLine.test(text)).toBe(false);
  });

  it.each(good)("may be %s", (text) => {
    expect(oneLine.test(text)).toBe(true);
  });
});

describe("a text of several lines", () => {
  it("may have lines, tabs and any direction, but isn't blank and has no control characters", () => {
    expect(severalLines.test("Motif :\r\n\t– données\u200f manquantes")).toBe(true);
    for (const text of ["", " \n\t ", "a\0", "a\u0007", "\ufeffa", "\ud800"])
      expect(severalLines.test(text)).toBe(false);
  });
});

/** Every place of a schema that takes any text, by its path. */
function freeTexts(schema: JsonSchema, path: string): [string, JsonSchema][] {
  if (schema.type === "string" && schema.enum === undefined && schema.const === undefined) return [[path, schema]];
  const inside = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items === undefined ? [] : [["*", schema.items] as const]),
    ...(schema.anyOf ?? schema.oneOf ?? []).map((one, i) => [`${i}`, one] as const),
  ];
  return inside.flatMap(([name, one]) => freeTexts(one, `${path}/${name}`));
}

describe.each([...served])("whatever a party of %s writes", (_name, { procedure }) => {
  const { filing, bodies } = procedure.schemas;
  const texts = [["filing", filing] as const, ...Object.entries(bodies)].flatMap(([of, schema]) =>
    freeTexts(schema, of),
  );

  it("shows something and hides nothing, in every field of every act", () => {
    expect(texts.length).toBeGreaterThan(5);
    for (const [path, schema] of texts)
      for (const [what, text] of bad.filter(([kind]) => !/line|direction|override|isolate/.test(kind)))
        expect(firstFault(schema, text), `${path}: ${what}`).not.toBeNull();
  });
});
