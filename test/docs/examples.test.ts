/** The examples of the contract, in lives of their cases: each is lawful once its time has come. */
import { describe, expect, it } from "vitest";
import { actExample, filingExamples } from "../../api/examples.js";
import { Case } from "../../case/case.js";
import { type FilingBase, rulesetId, rulesetOn } from "../../case/definition.js";
import { noon } from "../../case/kernel.js";
import { Refusal } from "../../case/refusal.js";
import { openingOf } from "../../case/simulate.js";
import { addDays, civilDate } from "../../law/civil-date.js";
import { procedures } from "../../procedures/all.js";

/** The same numbers each time. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(state / 2 ** 16) % below;
  };
}

const last = /withdrawn|abandonment/i;

describe.each([...procedures])("The examples of %s", (name, procedure) => {
  it("lead cases through most of its acts", () => {
    const { filing } = filingExamples()[name] as { filing: FilingBase };
    const acts = Object.keys(procedure.shape.acts);
    const taken = new Set<string>();
    for (let life = 0; life < 12; life++) {
      const pick = numbersFrom(life);
      let day = civilDate("2026-11-30");
      const ruleset = rulesetId(rulesetOn(procedure, day)!);
      const live = Case.open(procedure, openingOf("X-1", noon(day), ruleset, filing), noon(day));
      for (let step = 0; step < 80; step++) {
        const awaited = live.view(noon(day)).awaited.filter(({ act }) => acts.includes(act));
        const unseen = awaited.filter(({ act }) => !taken.has(act) && !last.test(act));
        const among = unseen.length > 0 && pick(3) > 0 ? unseen : awaited;
        if (among.length === 0) break;
        const { act } = among[pick(among.length)]!;
        if (last.test(act) && pick(6) > 0) continue;
        const message = {
          id: `act-${step}`,
          on: day,
          by: procedure.shape.acts[act]!.by[0]!,
          ...actExample(procedure, act),
        };
        try {
          live.receive(act, message, noon(day));
          taken.add(act);
        } catch (fault) {
          if (!(fault instanceof Refusal)) throw fault;
        }
        day = addDays(day, pick(life % 3 === 0 ? 60 : 6));
        live.advance(noon(day));
      }
    }
    expect(taken.size, acts.filter((act) => !taken.has(act)).join(", ")).toBeGreaterThanOrEqual(acts.length / 2);
  });
});
