import { describe, expect, test } from "vitest";
import {
  type Citation,
  caseLaw,
  cja,
  cpc,
  crpa,
  csp,
  css,
  type Dated,
  dateInFrench,
  guide,
  labour,
  parcours,
  reading,
  renderDate,
  weekdayInFrench,
} from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";

describe("a citation", () => {
  test.each<[Citation, string, Citation["kind"]]>([
    [css("R. 162-114, V"), "CSS R. 162-114, V", "law"],
    [csp("R. 5121-69"), "CSP R. 5121-69", "law"],
    [crpa("R. 112-20"), "CRPA R. 112-20", "law"],
    [cpc("641"), "CPC 641", "law"],
    [cja("R. 421-1"), "CJA R. 421-1", "law"],
    [labour("L. 3133-1"), "Code du travail L. 3133-1", "law"],
    [parcours("11.b", "60 jours"), "Parcours G_NIUS, étape 11.b", "guide"],
    [guide("FAQ ANS"), "FAQ ANS", "guide"],
    [caseLaw("CE 15 déc. 2023, n° 472836"), "CE 15 déc. 2023, n° 472836", "case-law"],
    [reading("C3", "10 jours plutôt que 30"), "Lecture C3", "reading"],
  ])("%o", (citation, ref, kind) => {
    expect(citation).toMatchObject({ ref, kind });
  });

  test("carries the version of the article and its words", () => {
    const details = {
      legiarti: "LEGIARTI000047382395",
      inForceSince: civilDate("2023-04-01"),
      quote: "soixante jours",
    };
    expect(css("R. 162-114, V", details)).toEqual({ kind: "law", ref: "CSS R. 162-114, V", ...details });
    expect(parcours("13", "10 jours")).toEqual({ kind: "guide", ref: "Parcours G_NIUS, étape 13", quote: "10 jours" });
    expect(guide("FAQ", "mots", "https://example.org")).toMatchObject({ quote: "mots", url: "https://example.org" });
    expect("quote" in parcours("13")).toBe(false);
  });
});

describe("a date shown to people", () => {
  test("never goes without its source", () => {
    const dated: Dated = { date: civilDate("2026-05-01"), source: css("R. 162-114, V") };
    expect(renderDate(dated)).toBe("1er mai 2026 (CSS R. 162-114, V)");
    // @ts-expect-error: a date alone isn't a dated: the compiler refuses it.
    expect(() => renderDate({ date: civilDate("2026-05-01") })).toThrow();
  });

  test("is written in French", () => {
    expect(
      ["2026-01-01", "2026-02-02", "2028-02-29", "2026-08-31", "2026-12-25"].map((day) => dateInFrench(civilDate(day))),
    ).toEqual(["1er janvier 2026", "2 février 2026", "29 février 2028", "31 août 2026", "25 décembre 2026"]);
    expect(([1, 2, 3, 4, 5, 6, 7] as const).map(weekdayInFrench)).toEqual([
      "lundi",
      "mardi",
      "mercredi",
      "jeudi",
      "vendredi",
      "samedi",
      "dimanche",
    ]);
  });
});
