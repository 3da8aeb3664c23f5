import { describe, expect, it } from "vitest";
import { rulesetTried } from "../../case/definition.js";
import { play } from "../../desk/simulations/scenario.js";
import { civilDate } from "../../law/civil-date.js";
import { accesPrecoce } from "../../procedures/acces-precoce/definition.js";

describe("a simulation and a trial case may name any dated ruleset, in force or not", () => {
  const on = civilDate("2026-03-02");

  it("a dated name is that ruleset, whatever the day; a name alone is the one of the day; another is none", () => {
    expect(rulesetTried(accesPrecoce, on, "csp@2021-07-01")?.from).toBe("2021-07-01");
    expect(rulesetTried(accesPrecoce, civilDate("2021-08-02"), "csp@2022-12-25")?.from).toBe("2022-12-25");
    expect(rulesetTried(accesPrecoce, on, "csp")?.from).toBe("2022-12-25");
    expect(rulesetTried(accesPrecoce, on)?.from).toBe("2022-12-25");
    expect(rulesetTried(accesPrecoce, on, "csp@2021-07-02")).toBeUndefined();
  });

  const silent = (ruleset?: string) =>
    play({
      procedure: "acces-precoce",
      ...(ruleset !== undefined && { ruleset }),
      filing: {
        applicant: { siret: "73282932000074", name: "Laboratoire" },
        product: { id: "med-1", name: "Médicament" },
        motive: "first-pre-amm",
        indications: [{ id: "A", label: "Lymphome" }],
      },
      filedAt: "2026-03-02",
      acts: [{ act: "requestAcknowledged", at: "2026-03-09", by: "HAS", about: "A", body: {} }],
      until: "2026-06-15",
    });

  it("the same acts under another text: the silence that is a person's today rejected under the text of 2021", () => {
    expect(silent().case).toMatchObject({ ruleset: "csp@2022-12-25", phase: "silent" });
    const earlier = silent("csp@2021-07-01");
    expect(earlier.case.ruleset).toBe("csp@2021-07-01");
    expect(earlier.notices.map(({ name }) => name)).toContain("tacitRejection");
  });

  it("an unknown one is refused, with the names that are", () => {
    expect(() => silent("csp@2021-07-02")).toThrow(/./);
    try {
      silent("csp@2021-07-02");
    } catch (refusal) {
      expect(JSON.stringify(refusal)).toContain("csp@2021-07-01");
    }
  });
});
