import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Case } from "../../case/case.js";
import { type DoubleEntry, doubleEntry, setOf } from "../../case/double-entry.js";
import { noon } from "../../case/kernel.js";
import { Refusal } from "../../case/refusal.js";
import { openingOf } from "../../case/simulate.js";
import { addDays, type CivilDate, civilDate, daysBetween } from "../../law/civil-date.js";
import { instant } from "../../law/instant.js";
import { procedureOf } from "../../procedures/all.js";
import { bodyOf as earlyAccessBodyOf } from "../../rig/random/acces-precoce.js";
import { beginnings, sendingOf, throws } from "../../rig/random/pecan.js";
import { ansmFavourable, answered, asked, ctFavourable, granted, preAmm } from "../../rig/timelines/acces-precoce.js";

const accesPrecoce = procedureOf("acces-precoce");
const pecan = procedureOf("pecan");

const daysIn = ({ days }: DoubleEntry) => Object.values(days).reduce((sum, each) => sum + each, 0);

/** Each day once, none forgotten, in order; and who had the move is what the case itself says at noon of the days without acts. */
function balances(live: Case, until: CivilDate): void {
  const entry = doubleEntry(live.procedure, live.opening, live.recordedActs, until);
  expect(daysIn(entry)).toBe(entry.elapsedDays);
  let next = addDays(live.opening.filedOn, 1);
  for (const { from, to } of entry.spells) {
    expect(from).toBe(next);
    expect(to >= from).toBe(true);
    next = addDays(to, 1);
  }
  expect(entry.elapsedDays).toBe(daysBetween(live.opening.filedOn, next) - 1);
  if (live.view().ending === null) {
    expect(next).toBe(addDays(until, 1));
    const quiet = live.recordedActs.every(({ on }) => on < until);
    if (quiet) expect(setOf(live.view().whoseMove)).toBe(setOf(entry.spells.at(-1)?.parties ?? []));
  }
}

describe("double-entry time", () => {
  it("gives each day of an examination to who had the move when it began", () => {
    const request = preAmm("2021-09-06").on("2021-10-04", ansmFavourable()).on("2021-10-11", asked("q1", 30));
    request.on("2021-10-21", answered("q1")).on("2021-11-10", ctFavourable());
    request.on("2021-11-15", granted({ ammFilingBy: "2022-12-31" })).until("2021-12-15");
    const { days, elapsedDays, spells } = doubleEntry(
      accesPrecoce,
      request.live.opening,
      request.live.recordedActs,
      civilDate("2021-12-15"),
    );
    // Filed on 30 August. The HAS until the 6th; the ANSM until 4 October; the commission; the holder for ten days,
    // and since the decision, with the duties of an authorised medicine.
    expect(days).toEqual({ HAS: 7 + 5, ANSM: 28, CT: 7 + 20, applicant: 10 + 30 });
    expect(elapsedDays).toBe(107);
    expect(spells[0]).toEqual({ from: "2021-08-31", to: "2021-09-06", parties: ["HAS"] });
  });

  it("balances for any life of a PECAN", () => {
    fc.assert(
      fc.property(beginnings, throws, ({ begin }, dice) => {
        const { live } = begin();
        let today = live.view().now.slice(0, 10) as CivilDate;
        dice.forEach((each, i) => {
          today = addDays(today, each.gap);
          live.advance(noon(today));
          const { act, message, now } = sendingOf(each, live.view(), live.recordedActs, today, i);
          attempt(() => live.receive(act, message, now));
        });
        balances(live, today);
      }),
      { numRuns: 60 },
    );
    expect(pecan.shape.name).toBe("pecan");
  });

  it("balances for any life of an accès précoce", () => {
    const dice = fc.array(fc.record({ gap: fc.nat(25), pick: fc.nat(10_000), variant: fc.nat(10_000) }), {
      minLength: 5,
      maxLength: 60,
    });
    let acts = 0;
    fc.assert(
      fc.property(dice, fc.boolean(), fc.boolean(), (rolls, after, two) => {
        const live = opened(after, two);
        let today = live.opening.filedOn;
        rolls.forEach(({ gap, pick, variant }, i) => {
          today = addDays(today, gap);
          live.advance(noon(today));
          // A withdrawal ends everything: seldom, or no case would go far.
          const awaited = live.view().awaited.filter(({ act }) => pick % 30 === 0 || !/[wW]ithdrawn/.test(act));
          const due = awaited.filter(({ act }) => accesPrecoce.shape.acts[act]?.unprompted !== true);
          const among = pick % 3 > 0 && due.length > 0 ? due : awaited;
          const chosen = among[pick % Math.max(1, among.length)];
          if (chosen === undefined) return;
          const about = chosen.about ?? "A";
          const [by = "HAS"] = chosen.by;
          const body = earlyAccessBodyOf(chosen.act, variant, live.view());
          attempt(() => live.receive(chosen.act, { id: `act-${i}`, by, on: today, about, body }, noon(today)));
        });
        acts += live.recordedActs.length;
        balances(live, today);
        const copy = Case.restore(accesPrecoce, live.snapshot());
        expect(copy.view()).toEqual(live.view());
      }),
      { numRuns: 80 },
    );
    expect(acts, "most acts that are awaited are accepted").toBeGreaterThan(500);
  });
});

function opened(after: boolean, two: boolean): Case {
  const filedAt = instant("2021-08-30T09:00:00Z");
  const filing = {
    applicant: { siret: "73282932000074", name: "Laboratoire" },
    product: { id: "m", name: "Médicament" },
    motive: after ? "first-post-amm" : "first-pre-amm",
    ...(after && { ammGrantedOn: "2021-08-01" }),
    indications: [{ id: "A", label: "A" }, ...(two ? [{ id: "B", label: "B" }] : [])],
  };
  const opening = openingOf("AAP-2021-0001", filedAt, "csp@2021-07-01", filing);
  return Case.open(accesPrecoce, opening, filedAt);
}

function attempt(act: () => unknown): void {
  try {
    act();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
  }
}
