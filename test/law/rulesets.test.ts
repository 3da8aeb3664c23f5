import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DelayRule, DelaySpec, OtherReading } from "../../case/definition.js";
import { isComputed } from "../../case/readings.js";
import { fullRulesetName, rulesetDigest, rulesetDocument } from "../../case/ruleset-document.js";
import { canonicalJson } from "../../law/canonical-json.js";
import type { Citation, EarlierVersion } from "../../law/citation.js";
import { civilDate, dayNumber, fromDayNumber } from "../../law/civil-date.js";
import { deadline } from "../../law/deadline.js";
import { type Delay, delayInFrench } from "../../law/delay.js";
import { procedures } from "../../procedures/all.js";
import { moduleOf } from "../../procedures/modules.js";
import { c1, requestLaw } from "../../procedures/pecan/sources.js";
import { allRulesets } from "../../scripts/rulesets.js";

const folder = new URL("texts/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

interface Article {
  readonly code: string;
  readonly article: string;
  readonly id: string;
  readonly inForceSince: string;
  readonly paragraphs: readonly string[];
  /** Every version of the article, the first first. */
  readonly versions: readonly EarlierVersion[];
}
const articles = new Map<string, Article>(
  readdirSync(folder)
    .filter((name) => name.startsWith("LEGIARTI"))
    .map((name) => [name.replace(".json", ""), read(name)]),
);
const guides: Readonly<Record<string, readonly string[]>> = read("guide-extracts.json");
const golden: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("ruleset-digests.json", import.meta.url), "utf8"),
);

const words = (text: string): string => text.replaceAll("’", "'").replace(/\s+/g, " ").trim();

const everyRule = allRulesets.flatMap(({ shape, ruleset }) =>
  Object.entries<DelayRule>(ruleset.delays).map(([delay, rule]) => ({
    id: `${fullRulesetName(shape, ruleset)} ${delay}`,
    spec: shape.delays[delay] as DelaySpec,
    rule,
  })),
);
const ofPecan = everyRule.filter(({ id }) => id.startsWith("pecan/"));

/** The citations of a module or of a rule, however deep. */
function citationsIn(value: unknown): Citation[] {
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && "ref" in value) return [value as Citation];
  return Object.values(value).flatMap(citationsIn);
}

/** Every citation of every procedure. */
const sources = (await Promise.all([...procedures.keys()].map((name) => moduleOf<object>(name, "sources")))).flatMap(
  citationsIn,
);

/** Why a citation doesn't say what its text says; null when it does. */
function misquoted({ ref, legiarti, inForceSince, earlier = [], quote }: Citation): string | null {
  if (legiarti === undefined) return null;
  const article = articles.get(legiarti);
  if (article === undefined) return `${ref}: test/law/texts has no ${legiarti}`;
  const number = article.article.replace(/^([A-Z])/, "$1. ");
  if (ref !== `${article.code} ${number}` && !ref.startsWith(`${article.code} ${number},`))
    return `${ref}: ${legiarti} is ${article.code} ${number}`;
  if (inForceSince !== article.inForceSince) return `${ref}: in force since ${article.inForceSince}`;
  const before = article.versions.filter((version) => version.inForceSince < article.inForceSince).reverse();
  if (canonicalJson([...earlier]) !== canonicalJson(before.slice(0, earlier.length)))
    return `${ref}: the versions before are ${before.map((version) => version.legiarti).join(", ")}`;
  const text = article.paragraphs.map(words);
  if (quote !== undefined && !text.some((paragraph) => paragraph.includes(words(quote))))
    return `${ref}: the article doesn't say “${quote}”`;
  return null;
}

describe("each citation is held against its text", () => {
  test("every article of the CSS and of the CRPA: version, date, words", () => {
    const cited = sources.filter(({ kind }) => kind === "law");
    expect(cited.flatMap((one) => misquoted(one) ?? [])).toEqual([]);
    expect(everyRule.flatMap(({ rule }) => citationsIn(rule)).flatMap((one) => misquoted(one) ?? [])).toEqual([]);
    // Two articles cited together have no one identifier; no delay may rest on such a citation.
    const unread = (some: readonly Citation[]) =>
      some.filter(({ ref, legiarti }) => /^(CSS|CRPA) /.test(ref) && legiarti === undefined).map(({ ref }) => ref);
    expect(unread(cited.filter(({ ref }) => !ref.includes(" et ")))).toEqual([]);
    expect(unread(everyRule.map(({ rule }) => rule.source))).toEqual([]);
  });

  test("what couldn't be had is quoted nowhere, and is this", () => {
    const unread = sources.filter(({ kind, legiarti }) => kind === "law" && legiarti === undefined);
    expect(unread.filter(({ quote }) => quote !== undefined)).toEqual([]);
    expect(new Set(unread.map(({ ref }) => ref.replace(/,? .*$/, "")))).toEqual(new Set(["CSP", "CJA", "CRPA"]));
  });

  test("a ruleset cites the version in force at its own dates: the one that was read, and those before it", () => {
    for (const { shape, ruleset } of allRulesets)
      for (const { ref, legiarti, inForceSince, earlier = [] } of citationsIn(ruleset)) {
        if (legiarti === undefined) continue;
        const first = earlier.at(-1)?.inForceSince ?? inForceSince ?? "";
        expect(first <= ruleset.from, `${fullRulesetName(shape, ruleset)}: ${ref} is cited since ${first}`).toBe(true);
      }
  });

  test("the paragraph of an article is the one that the citation names", () => {
    for (const { ref, legiarti, quote } of sources) {
      const paragraph = Number(/, al\. (\d+)$/.exec(ref)?.[1]);
      const article = articles.get(legiarti ?? "");
      if (!paragraph || article === undefined || quote === undefined) continue;
      expect(words(article.paragraphs[paragraph - 1] ?? ""), ref).toContain(words(quote));
    }
  });

  test("the guides' words are those of the guides, at that step", () => {
    const quoted = sources.filter(({ kind, quote }) => kind === "guide" && quote !== undefined);
    expect(quoted.length).toBeGreaterThan(90);
    for (const { ref, quote = "" } of quoted)
      expect(
        (guides[ref] ?? []).some((extract) => words(extract).includes(words(quote))),
        `${ref}: ${quote}`,
      ).toBe(true);
  });

  test("a wrong word, version, date or article is found", () => {
    const right = requestLaw;
    expect(misquoted(right)).toBeNull();
    expect(misquoted({ ...right, quote: "dans un délai de 31 jours" })).toMatch("doesn't say");
    expect(misquoted({ ...right, ref: "CSS R. 162-11" })).toMatch("is CSS R. 162-112");
    expect(misquoted({ ...right, inForceSince: civilDate("2023-04-02") })).toMatch("in force since 2023-04-01");
    expect(misquoted({ ...right, legiarti: "LEGIARTI000000000000" })).toMatch("has no");
    const earlier = [{ legiarti: "LEGIARTI000000000000", inForceSince: civilDate("2020-01-01") }];
    expect(misquoted({ ...right, earlier })).toMatch("the versions before are");
  });
});

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  six: 6,
  huit: 8,
  neuf: 9,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
  "quarante-cinq": 45,
  soixante: 60,
};

/** "60 jours", "6 mois": the lengths that a text states, in words or in figures. */
function lengthsIn(text: string): string[] {
  const found = words(text)
    .toLowerCase()
    .matchAll(/(\d+|[a-zé-]+) (jour|semaine|mois|an)(?:née)?s?\b( ouvrés?| ouvrables?| francs?)?/g);
  return [...found].flatMap(([, number = "", unit = "", qualifier = ""]) => {
    const n = /^\d+$/.test(number) ? Number(number) : NUMBERS[number];
    return n === undefined ? [] : [`${n} ${unit}${qualifier.replace(/s$/, "")}`];
  });
}

const lengthOf = ({ years, months, weeks, days, counted }: Delay): string => {
  const qualifier = { calendar: "", working: " ouvré", ouvrable: " ouvrable", clear: " franc" }[counted];
  const parts = [
    years && `${years} an`,
    months && `${months} mois`,
    weeks && `${weeks} semaine`,
    days && `${days} jour`,
  ];
  return `${parts.filter(Boolean).join(" ")}${days ? qualifier : ""}`;
};

describe("each number of a text is the length of its delay", () => {
  test("PECAN: every delay's own source states its length, in words or in figures", () => {
    for (const { id, rule } of ofPecan) {
      if (rule.setByAct === "freely") continue;
      const stated = lengthsIn(rule.source.quote ?? "");
      // C12: the guide's three days are read as working days; the calendar reading stands beside.
      const length = lengthOf(rule.length);
      const readAs = rule.otherwise?.some(({ source }) => source.kind === "reading")
        ? length.replace(" ouvré", "")
        : length;
      expect(
        [length, readAs].some((one) => stated.includes(one)),
        `${id}: ${length}, “${rule.source.quote}”`,
      ).toBe(true);
    }
  });

  test("every procedure: a source that states a length states that one", () => {
    for (const { id, rule } of everyRule) {
      for (const { length, source } of [rule, ...(rule.otherwise ?? [])]) {
        if (length === undefined || source.kind === "reading" || id.startsWith("pecan/")) continue;
        const stated = lengthsIn(source.quote ?? "");
        const plain = lengthOf(length)
          .replace(/ ouvré$/, "")
          .replace("-", "");
        if (stated.length > 0) expect(stated, `${id}: ${source.ref}`).toContain(plain);
      }
    }
  });

  test("other readings of the PECAN: theirs too", () => {
    for (const { id, rule } of ofPecan) {
      for (const { length, source } of rule.otherwise ?? []) {
        const stated = lengthsIn(source.quote ?? "");
        if (length !== undefined && stated.length > 0)
          expect(stated, `${id}: ${source.ref}`).toContain(lengthOf(length));
      }
    }
  });

  test("the event from which a delay counts is the one that its text names", () => {
    for (const { id, rule } of ofPecan) {
      const [, stated] = / à compter de (.*)$/.exec(rule.source.quote ?? "") ?? [];
      if (stated === undefined) continue;
      const start = rule.start ?? "";
      expect(
        start !== "" && (stated.startsWith(start) || start.startsWith(stated)),
        `${id}: ${start} / ${stated}`,
      ).toBe(true);
    }
  });

  test("numbers are read in words and in figures", () => {
    expect(lengthsIn("dans des délais respectifs de six mois et neuf mois")).toEqual(["6 mois", "9 mois"]);
    expect(lengthsIn("dix jours ouvrés, 1 an, un an, quarante-cinq jours, 30 jours francs, par jour")).toEqual([
      "10 jour ouvré",
      "1 an",
      "1 an",
      "45 jour",
      "30 jour franc",
    ]);
  });
});

describe("a delay is whole", () => {
  test("a delay that requests suspend says by which family, and no other does", () => {
    for (const { id, rule, spec } of everyRule)
      expect(rule.family !== undefined, `${id}: family`).toBe(spec.suspendedBy !== undefined);
  });

  test("PECAN: length, start, bearer, effect, source", () => {
    for (const { id, rule, spec } of ofPecan) {
      expect(rule.start, id).toBeTruthy();
      expect(spec.bearer, id).toBeTruthy();
      expect(spec.onExpiry, id).toMatch(/^(lapse|overrun)$/);
    }
  });

  test("a company's delay rolls, an authority's never does (T3, T4)", () => {
    for (const { id, spec } of everyRule) if (spec.bearer !== "applicant") expect(spec.roll, id).toBeUndefined();
  });

  test("the case is filed under the rules of its request: no ruleset asks for what the engine doesn't do (E65)", () => {
    for (const { shape, ruleset } of allRulesets)
      expect(ruleset.transition?.rule ?? "by-request-date", fullRulesetName(shape, ruleset)).toBe("by-request-date");
  });
});

/** Every day of four years: leap day, month ends and holidays included. */
const origins = Array.from({ length: 4 * 366 }, (_, i) => fromDayNumber(dayNumber(civilDate("2026-01-01")) + i));

/** Does another reading end later, on some day? One of another origin may always. */
function outlasts(other: OtherReading, rule: DelayRule, spec: DelaySpec): boolean {
  if (other.origin !== undefined || other.suspendedBy !== undefined) return true;
  if (spec.suspendedBy !== undefined && other.counting === "inclusive") return true;
  const roll = spec.roll ?? "none";
  return origins.some((from) => {
    const [ours, theirs] = [rule.length, other.length ?? rule.length].map(
      (delay) => deadline({ from, delay, roll }).lastDay,
    );
    return String(theirs) > String(ours);
  });
}

describe("nothing adverse happens between two readings, unless the ruleset says which it enforces", () => {
  const adverse = everyRule.filter(({ spec }) => spec.adverse === true);

  test("every adverse delay is the latest of its readings, on every day, or says what it enforces", () => {
    expect(adverse.length).toBeGreaterThan(8);
    for (const { id, rule, spec } of adverse) {
      const later = (rule.otherwise ?? []).filter((other) => isComputed(other) && outlasts(other, rule, spec));
      const counting = spec.suspendedBy !== undefined && rule.family !== "additive" && rule.counting !== "inclusive";
      const mayBeLater = later.length > 0 || counting;
      expect(!mayBeLater || rule.enforces !== undefined, `${id}: ${later.map(({ source }) => source.ref)}`).toBe(true);
    }
  });

  test("a ruleset that enforces a reading names the conflict, and shows the reading that it sets aside", () => {
    for (const { id, rule } of everyRule) {
      if (rule.enforces === undefined) continue;
      expect(rule.enforces.ref, id).toMatch(/^Lecture /);
      expect(rule.otherwise?.some(isComputed), id).toBe(true);
    }
  });

  test("C3: `parcours` enforces ten days and says so; under `css` thirty outlast ten", () => {
    const [parcours, css] = adverse.filter(({ id }) => id.endsWith("ministersInformation"));
    expect([parcours?.rule.enforces?.ref, css?.rule.enforces?.ref]).toEqual(["Lecture C3", undefined]);
    expect([parcours, css].map((one) => one && delayInFrench(one.rule.length))).toEqual(["10 jours", "30 jours"]);
  });
});

describe("a dated ruleset is never edited, only superseded", () => {
  test.each(allRulesets.map((dated) => [fullRulesetName(dated.shape, dated.ruleset), dated] as const))(
    "%s has the digest that was given to it",
    (name, { shape, ruleset }) => {
      // Another digest: cases are filed under these rules. Write a new dated ruleset, and add its digest
      // (`npm run --silent rulesets -- digest`) to ruleset-digests.json; replace one only before its first case.
      expect(rulesetDigest(shape, ruleset)).toBe(golden[name]);
    },
  );

  test("no digest is left of a ruleset that was taken away", () => {
    expect(Object.keys(golden).sort()).toEqual(
      allRulesets.map(({ shape, ruleset }) => fullRulesetName(shape, ruleset)).sort(),
    );
  });

  test("its digest moves with any length, text or effect", () => {
    const { shape, ruleset } = allRulesets.find((one) => one.shape.name === "pecan") as (typeof allRulesets)[number];
    const of = (delays: object, changes: object = {}) =>
      rulesetDigest(shape, { ...ruleset, ...changes, delays: { ...ruleset.delays, ...delays } });
    const decision = ruleset.delays.decision as DelayRule;
    const digests = [
      of({}),
      of({ decision: { ...decision, length: { ...decision.length, days: 31 } } }),
      of({ decision: { ...decision, source: { ...decision.source, quote: "dans un délai de trente jours" } } }),
      of({ decision: { ...decision, counting: "inclusive" } }),
      of({ decision: { ...decision, enforces: c1 } }),
      of({}, { tellAtHour: 13 }),
      of({}, { transition: undefined }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    expect(canonicalJson(rulesetDocument(shape, ruleset))).not.toContain("undefined");
  });
});

describe("npm run rulesets", () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/rulesets.ts", ...args],
      {
        encoding: "utf8",
      },
    );
    return { status, text: stdout + stderr };
  };

  test("diff parcours css: the one delay that differs, with both sources", () => {
    const { status, text } = run("diff", "parcours", "css");
    expect(status).toBe(0);
    expect(text).toContain("1 délai diffère (sur 18)");
    for (const told of [
      "parcours@2023-04-01 : 10 jours",
      "Parcours G_NIUS, étape 13",
      "css@2023-04-01 : 30 jours",
      "CSS R. 162-112, al. 5 (LEGIARTI000047382388, en vigueur depuis le 1er avril 2023)",
      "imposé par : Lecture C3",
    ])
      expect(text).toContain(told);
    expect(text.match(/\[\w+\]$/gm)).toEqual(["[ministersInformation]"]);
  });

  test("a name that is unknown, or that means several, is told with the names that there are", () => {
    const unknown = run("diff", "parcours", "cs");
    expect(unknown.status).toBe(2);
    expect(unknown.text).toContain("pecan/css@2023-04-01");
    const several = run("show", "parcours");
    expect(several.status).toBe(2);
    expect(several.text).toContain("précisez");
  });
});
