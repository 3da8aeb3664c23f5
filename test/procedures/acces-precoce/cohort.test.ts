import { beforeAll, describe, expect, it } from "vitest";
import { doubleEntry } from "../../../case/double-entry.js";
import { simulate } from "../../../case/simulate.js";
import { civilDate } from "../../../law/civil-date.js";
import { procedureOf } from "../../../procedures/all.js";
import { evaluationDays } from "../../../procedures/facts.js";
import { earlyAccessCohort } from "../../../scripts/cohort/early-access.js";
import { lastDay } from "../../../scripts/cohort/early-access-plan.js";
import { type Cohort, cohorts, differences, linesOfCohort } from "../../../scripts/cohort/play.js";
import { bounds, published } from "../../../scripts/cohort/published.js";
import { Counts } from "../../../statistics/counts.js";

const accesPrecoce = procedureOf("acces-precoce");

describe("the cohort of the HAS's report (seed 004)", () => {
  let cohort: Cohort;
  beforeAll(() => {
    cohort = cohorts["acces-precoce-2021-2023"]!();
  });

  it("has 253 requests in 164 cases, each act accepted by the real story", () => {
    expect(cohort.requests).toHaveLength(164);
    for (const { opening, acts } of earlyAccessCohort().slice(0, 20))
      expect(simulate(accesPrecoce, opening, acts, lastDay).refused).toEqual([]);
  });

  it("gives every line of the report, from the acts alone; the difference would name the line", () => {
    const lines = linesOfCohort(cohort);
    expect(differences(lines)).toEqual([]);
    expect(Object.keys(published).length + Object.keys(bounds).length).toBe(lines.length);
    expect(differences(lines.map((line) => (line.id === "evaluation" ? { ...line, value: 78 } : line)))).toEqual([
      "evaluation: 78, and the report says 77",
    ]);
  });

  it("flags what the report makes inconsistent, and says each definition (C15, C16)", () => {
    const lines = linesOfCohort(cohort);
    const flagged = lines.filter(({ flag }) => flag !== undefined).map(({ id }) => id);
    expect(flagged).toEqual(["protocols", "protocols-pre", "innovative-in-access-last-year"]);
    for (const { definition } of lines) expect(definition).not.toBe("");
  });

  it("balances day by day: every day of every case in one column", () => {
    for (const { procedure, live } of cohort.requests) {
      const { days, elapsedDays } = doubleEntry(procedure, live.opening, live.recordedActs, lastDay);
      expect(Object.values(days).reduce((sum, each) => sum + each, 0)).toBe(elapsedDays);
    }
  });
});

describe("what statistics are made of", () => {
  const day = civilDate;

  it("evaluation time leaves the suspended days out, by their union, whatever their order", () => {
    const spans = [
      { from: day("2022-01-20"), to: day("2022-02-01") },
      { from: day("2022-01-10"), to: day("2022-01-25") },
    ];
    expect(evaluationDays(day("2022-01-01"), day("2022-03-01"), spans)).toBe(59 - 22);
    expect(evaluationDays(day("2022-01-01"), day("2022-01-15"), spans)).toBe(14 - 5);
    expect(evaluationDays(day("2022-01-01"), day("2022-02-10"), [{ from: day("2022-02-01"), to: null }])).toBe(31);
  });

  it("medians are the middle, or the mean of the two in the middle; nothing counted is nothing said", () => {
    const facts = [5, 1, 9, 3].map((value) => ({ metric: "m", on: day("2022-01-01"), value, count: 1 }));
    const counts = Counts.of(facts, null, day("2022-12-31"));
    expect([counts.median("m"), counts.mean("m"), counts.count("m"), counts.distinct("m")]).toEqual([4, 4.5, 4, 4]);
    expect([counts.median("x"), counts.mean("x")]).toEqual([null, null]);
    expect(Counts.of(facts.slice(0, 3), null, day("2022-12-31")).median("m")).toBe(5);
    expect(Counts.of(facts, day("2022-01-02"), day("2022-12-31")).count("m")).toBe(0);
  });
});
