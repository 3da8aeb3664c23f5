import { describe, expect, test } from "vitest";
import { css } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";
import { type DeadlineInput, explain } from "../../law/deadline.js";
import { days, months, parseDelay, workingDays } from "../../law/delay.js";
import { instant } from "../../law/instant.js";
import { RULES, walkInFrench } from "../../law/walk.js";

const on = civilDate;
const kinds = (input: DeadlineInput) => explain(input).walk.map(({ kind }) => kind);
const sentences = (input: DeadlineInput) => explain(input).walk.map(({ sentence }) => sentence);

describe("a walk", () => {
  test("reads as a person would tell it", () => {
    const { walk } = explain({
      from: on("2026-03-02"),
      delay: days(60),
      roll: "next",
      suspensions: [
        {
          from: on("2026-03-12"),
          to: on("2026-03-20"),
          by: "les ministres",
          why: "données cliniques",
          source: css("R. 162-112, al. 5"),
        },
        { from: on("2027-03-15"), to: null },
      ],
    });
    expect(walkInFrench(walk)).toMatchInlineSnapshot(`
      " 1. Origine : lundi 2 mars 2026. Ce jour ne compte pas.
          [T1 : CPC 640, 641, al. 1, et 642, al. 1]
       2. Calendrier « fr » : samedis, dimanches, 11 jours fériés.
            · empreinte sha256:c63d6750952e5327e8f4a2728d34211b11d349214929120b14ea363822884494
          [T3 : Code du travail L. 3133-1]
       3. 60 jours, du 3 mars 2026 au 1er mai 2026 : le 1er mai 2026.
          [T6 : ANS, FAQ dispositifs médicaux numériques]
       4. Courent : 10 jours, du 3 mars 2026 au 12 mars 2026. Il en reste 50.
          [T1 : CPC 640, 641, al. 1, et 642, al. 1]
       5. Suspension (les ministres : données cliniques) : 8 jours, du 13 mars 2026 au 20 mars 2026. Le
          dernier jour passe du 1er mai 2026 au 9 mai 2026.
          [S1 : CSS R. 162-112, al. 5]
       6. Suspension du 15 mars 2027 sans effet : le délai est déjà échu le 9 mai 2026.
          [S3 : Lecture § 1.3, union]
       7. Courent : 50 jours, du 21 mars 2026 au 9 mai 2026. Il en reste 0.
          [T1 : CPC 640, 641, al. 1, et 642, al. 1]
       8. Le samedi 9 mai 2026 n’est pas un jour ouvré : report au lundi 11 mai 2026, prochain jour ouvré.
            · 2026-05-09 : samedi
            · 2026-05-10 : dimanche
          [T3 : CPC 642, al. 2]
       9. Dernier jour : lundi 11 mai 2026 ; le délai est échu à 24 h, heure de Paris.
          [T7 : Lecture T7]"
    `);
  });

  test("clamps, restarts, extends", () => {
    const input = { from: on("2026-08-01"), restarts: [on("2026-08-31")], delay: months(4), extension: months(2) };
    expect(sentences(input)).toMatchInlineSnapshot(`
      [
        "Origine : samedi 1er août 2026. Ce jour ne compte pas.",
        "Le délai repart en entier du lundi 31 août 2026, qui ne compte pas.",
        "Prolongation : 4 mois et 2 mois, soit 6 mois, comptés une seule fois depuis l’origine.",
        "Calendrier « fr » : samedis, dimanches, 11 jours fériés.",
        "6 mois, de quantième à quantième, depuis le 31 août 2026 : le 28 février 2027.",
        "Ce mois n’a pas de 31 : le dernier jour du mois, le 28 février 2027.",
        "Courent : 181 jours, du 1er septembre 2026 au 28 février 2027. Il en reste 0.",
        "Dernier jour : dimanche 28 février 2027 ; le délai est échu à 24 h, heure de Paris.",
      ]
    `);
    expect(kinds(input)).toEqual(["origin", "restart", "extension", "calendar", "jump", "clamp", "counted", "result"]);
  });

  test("tells months, then days, each by its rule", () => {
    const jumps = (delay: string, counted: "calendar" | "clear" = "calendar") =>
      explain({ from: on("2026-03-02"), delay: parseDelay(delay, counted) })
        .walk.filter(({ kind }) => kind === "jump")
        .map(({ rule, from, to, days: moved, sentence }) => [rule, from, to, moved, sentence.replace(/,.*/, "")]);
    expect(jumps("P1M")).toEqual([["T2", "2026-03-02", "2026-04-02", 31, "1 mois"]]);
    expect(jumps("P1M1W2D")).toEqual([
      ["T2", "2026-03-02", "2026-04-02", 31, "1 mois"],
      ["T6", "2026-04-02", "2026-04-11", 9, "1 semaine et 2 jours"],
    ]);
    expect(jumps("P2M", "clear")).toEqual([
      ["T2", "2026-03-02", "2026-05-02", 61, "2 mois"],
      ["T5", "2026-05-02", "2026-05-03", 1, "Délai franc"],
    ]);
    expect(jumps("P1D", "clear")).toEqual([
      ["T5", "2026-03-02", "2026-03-04", 2, "1 jour franc (ni le premier ni le dernier jour ne comptent)"],
    ]);
  });

  test("ends on the last day, which moves no more", () => {
    const { walk } = explain({ from: on("2026-03-02"), delay: days(60), roll: "next" });
    expect(walk.slice(0, 2).map(({ days: moved }) => moved)).toEqual([0, 0]);
    expect(walk.slice(-2).map(({ kind, from, to, days: moved }) => [kind, from, to, moved])).toEqual([
      ["roll", "2026-05-01", "2026-05-04", 3],
      ["result", "2026-05-04", "2026-05-04", 0],
    ]);
  });

  test("doesn't tell a restart that restarts nothing", () => {
    const restarts = [on("2026-08-01"), on("2026-07-31")];
    expect(kinds({ from: on("2026-08-01"), delay: days(3), restarts })).toEqual([
      "origin",
      "calendar",
      "jump",
      "counted",
      "result",
    ]);
  });

  test("names the holidays left out of a count of working days", () => {
    const { walk } = explain({ from: on("2026-12-23"), delay: workingDays(6) });
    expect(walk.find(({ skipped }) => skipped !== undefined)?.skipped).toEqual([
      { on: "2026-12-25", why: "jour férié (Noël)" },
      { on: "2027-01-01", why: "jour férié (1er janvier)" },
    ]);
    // 15 August 2026 is a Saturday, which working days leave out anyhow.
    expect(
      explain({ from: on("2026-08-13"), delay: workingDays(2) }).walk.flatMap(({ skipped = [] }) => skipped),
    ).toEqual([]);
    const closed = [on("2026-12-26")];
    const saturdays = explain({ from: on("2026-12-23"), delay: parseDelay("P2D", "ouvrable"), closed });
    expect(saturdays.lastDay).toBe("2026-12-28");
    expect(saturdays.walk.flatMap(({ skipped = [] }) => skipped.map((each) => each.on))).toEqual([
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  test("lists a readable number of days, however long the count", () => {
    const { walk } = explain({ from: on("2026-12-23"), delay: workingDays(20_000) });
    expect(walk.flatMap(({ skipped = [] }) => skipped)).toHaveLength(60);
  });

  test("says why a suspension has no effect", () => {
    const reasons = (suspensions: DeadlineInput["suspensions"], at: string | null = null) =>
      explain({ from: on("2026-03-02"), delay: days(60), suspensions }, at === null ? null : on(at))
        .walk.filter(({ kind }) => kind === "ignored")
        .map(({ sentence }) => sentence.replace(/.*sans effet : /, ""));
    expect(reasons([{ from: on("2026-02-01"), to: on("2026-03-01") }])).toEqual(["elle est close avant l’origine."]);
    expect(reasons([{ from: on("2026-02-01"), to: on("2026-03-02") }])).toEqual(["elle est close avant l’origine."]);
    expect(reasons([{ from: on("2026-03-02"), to: on("2026-03-02") }])).toEqual(["elle est levée le jour même."]);
    expect(reasons([{ from: on("2026-03-12"), to: on("2026-03-12") }])).toEqual(["elle est levée le jour même."]);
    expect(reasons([{ from: on("2026-06-12"), to: null }])).toEqual(["le délai est déjà échu le 1er mai 2026."]);
    expect(reasons([{ from: on("2026-03-12"), to: null }], "2026-03-10")).toEqual([
      "elle ne commence qu’après le 10 mars 2026.",
    ]);
    const twice = { from: on("2026-03-12"), to: on("2026-03-20") };
    expect(reasons([twice, twice])).toEqual(["ces jours sont déjà suspendus."]);
  });

  test("names the instant of the act", () => {
    const input = { from: on("2026-05-01"), fromInstant: instant("2026-05-01T23:59:59.999+02:00"), delay: days(1) };
    expect(sentences(input)[0]).toBe(
      "Origine : vendredi 1er mai 2026 (jour de Paris de l’instant 2026-05-01T21:59:59.999Z). Ce jour ne compte pas.",
    );
  });

  test("counts back, by clear days, and rolls back", () => {
    const input = { from: on("2026-05-11"), delay: parseDelay("-P2D", "clear"), roll: "previous" as const };
    expect(sentences(input).slice(2)).toMatchInlineSnapshot(`
      [
        "2 jours francs à rebours (ni le premier ni le dernier jour ne comptent), du 8 mai 2026 au 10 mai 2026 : le 8 mai 2026.",
        "Le vendredi 8 mai 2026 n’est pas un jour ouvré : report au jeudi 7 mai 2026, dernier jour ouvré.",
        "Dernier jour : jeudi 7 mai 2026 ; le délai est échu à 24 h, heure de Paris.",
      ]
    `);
  });

  test("has on every step its rule and that rule's source", () => {
    const suspensions = [{ from: on("2026-03-12"), to: on("2026-03-20") }];
    for (const { rule, source, kind } of explain({ from: on("2026-03-02"), delay: days(60), roll: "next", suspensions })
      .walk) {
      expect(source.ref.length).toBeGreaterThan(3);
      if (kind !== "calendar") expect(source).toBe(RULES[rule]);
    }
  });

  test("as text, never wider than 100 columns", () => {
    const why = "transmission des données d’utilisation et de l’étude clinique multicentrique en cours de publication";
    const { walk } = explain({
      from: on("2026-03-02"),
      delay: workingDays(60),
      roll: "next",
      suspensions: [{ from: on("2026-03-12"), to: on("2026-03-20"), by: "les ministres chargés de la santé", why }],
    });
    for (const line of walkInFrench(walk).split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
});
