import { describe, expect, test } from "vitest";
import { css, parcours, reading } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months } from "../../law/delay.js";
import { bothCountings, compareReadings, type Reading } from "../../law/readings.js";

const on = civilDate;

describe("rival readings", () => {
  // C3: ten days in the guide, thirty in the code.
  const received = on("2026-03-02");
  const c3: readonly [Reading, Reading] = [
    { name: "parcours", source: parcours("13"), input: { from: received, delay: days(10) } },
    { name: "css", source: css("R. 162-112, al. 6"), input: { from: received, delay: days(30) } },
  ];

  test("C3, an automatic abandonment: the later is safest; between the two, it is disputed", () => {
    const { dates, safest, enforced, disputed } = compareReadings(c3, "adverse-effect");
    expect(dates.map(({ name, lastDay }) => [name, lastDay])).toEqual([
      ["parcours", "2026-03-12"],
      ["css", "2026-04-01"],
    ]);
    expect([safest.name, enforced.name]).toEqual(["css", "css"]);
    expect(["2026-03-12", "2026-03-13", "2026-04-01", "2026-04-02"].map(on).map(disputed)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("… but a ruleset may enforce one", () => {
    const { safest, enforced } = compareReadings(c3, "adverse-effect", "parcours");
    expect([safest.name, enforced.name, enforced.lastDay]).toEqual(["css", "parcours", "2026-03-12"]);
    expect(() => compareReadings(c3, "adverse-effect", "c4")).toThrow(RangeError);
  });

  test("what the company must do: the earliest is safest", () => {
    expect(compareReadings(c3, "company-duty").safest.name).toBe("parcours");
  });

  test("C11: three months or ninety days, which sometimes coincide", () => {
    const c11 = (from: string): readonly [Reading, Reading] => [
      { name: "csp", source: css("R. 5121-69"), input: { from: on(from), delay: months(3) } },
      { name: "bilan", source: reading("C11", "90 jours"), input: { from: on(from), delay: days(90) } },
    ];
    expect(compareReadings(c11("2026-07-01"), "adverse-effect").safest).toMatchObject({
      name: "csp",
      lastDay: "2026-10-01",
    });
    const same = compareReadings(c11("2026-12-01"), "adverse-effect");
    expect(same.dates.map(({ lastDay }) => lastDay)).toEqual(["2027-03-01", "2027-03-01"]);
    expect(same.disputed(on("2027-03-02"))).toBe(false);
  });

  test("both ways of counting a suspension", () => {
    const suspensions = [{ from: on("2026-03-12"), to: on("2026-03-20") }];
    const { dates } = compareReadings(
      bothCountings({ from: received, delay: days(60), suspensions }),
      "adverse-effect",
    );
    expect(dates.map(({ lastDay }) => lastDay)).toEqual(["2026-05-09", "2026-05-10"]);
  });

  test("an open clock ends after any other", () => {
    const open: Reading = {
      name: "shared",
      source: css("R. 162-112"),
      input: { from: received, delay: days(60), suspensions: [{ from: on("2026-03-12"), to: null }] },
    };
    const { safest, disputed } = compareReadings([open, ...c3], "adverse-effect");
    expect(safest).toMatchObject({ name: "shared", lastDay: null });
    expect(disputed(on("2099-01-01"))).toBe(true);
    expect(compareReadings([open, ...c3], "company-duty").safest.name).toBe("parcours");
    expect(compareReadings([open], "adverse-effect").disputed(on("2099-01-01"))).toBe(false);
  });
});
