/** What the register has counted is what the acts say: random lives of accès précoces, recorded in two times. */
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Act } from "../../case/act.js";
import { Case } from "../../case/case.js";
import { noon, type Opening } from "../../case/kernel.js";
import { Refusal } from "../../case/refusal.js";
import { addDays, type CivilDate, civilDate, latest } from "../../law/civil-date.js";
import { fromEpochMs } from "../../law/instant.js";
import { parisDay } from "../../law/paris.js";
import { facts as accesPrecoceFacts } from "../../procedures/acces-precoce/facts.js";
import { figures as published } from "../../procedures/acces-precoce/figures.js";
import { procedureOf } from "../../procedures/all.js";
import type { Period } from "../../procedures/figures.js";
import type { Register } from "../../register/register.js";
import { earlyAccessCohort } from "../../scripts/cohort/early-access.js";
import { periodOfFacts, periodOfRegister } from "../../statistics/period.js";
import { catchUp } from "../../statistics/projection.js";
import { linesOf, moveDays } from "../../statistics/report.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

const accesPrecoce = procedureOf("acces-precoce");

const scripts = earlyAccessCohort();
/** Those whose applicant never answers: the request is deemed abandoned, and its product may be filed again. */
const unanswered = scripts.filter(({ acts }) => acts.at(-1)?.act === "informationRequested");
const today = parisDay(fromEpochMs(Date.now()));

/** What chance makes of one act of a script. */
const fate = fc.record({
  left: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  /** Days from its legal day to its recording. */
  late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 200 })),
  /** Days from its recording to its striking. */
  struck: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.integer({ min: 0, max: 300 })),
});

const life = fc.record({
  script: fc.oneof(fc.constantFrom(...scripts), fc.constantFrom(...unanswered)),
  product: fc.integer({ min: 1, max: 30 }),
  sandbox: fc.boolean(),
  fates: fc.array(fate, { minLength: 40, maxLength: 40 }),
  /** Which part of the acts is counted a first time. */
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

const day = fc.integer({ min: -20, max: 1_200 }).map((n) => addDays(civilDate("2021-07-01"), n));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [CivilDate, CivilDate]);

interface Lived {
  readonly opening: Opening;
  readonly sandbox: boolean;
  readonly acts: readonly Act[];
  readonly first: number;
}

/** Plays a life through the real story; what the story refuses isn't recorded, as with real parties. */
function lived({ script, product, sandbox, fates, cut }: Life, index: number): Lived {
  const { filing: filed, ...opened } = script.opening;
  const opening: Opening = {
    ...opened,
    id: `AAP-${sandbox ? "S-" : ""}${opened.filedOn.slice(0, 4)}-${String(index + 1).padStart(4, "0")}`,
    filing: { ...filed, product: { ...filed.product, id: `produit-${product}` } },
  };
  const sent = script.acts.flatMap(({ act, at, ...message }, i) => {
    const { left, late, struck } = fates[i % fates.length]!;
    const [id, on] = [`${opening.id}-${i}`, civilDate(at)];
    const recordedOn = addDays(on, late);
    if (left) return [];
    const made = { act, recordedOn, message: { id, on, confirm: true, ...message } };
    if (struck === null) return [made];
    const strike = { id: `${id}-struck`, by: "HAS", about: id, confirm: true, body: { reason: "Erreur" } };
    return [made, { act: "strike", recordedOn: addDays(recordedOn, struck), message: strike }];
  });
  sent.sort((a, b) => (a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0));
  const live = Case.open(accesPrecoce, opening, opening.filedAt);
  for (const { act, recordedOn, message } of sent) {
    try {
      live.accept(act, message, noon(latest(recordedOn, opening.filedOn)));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
  }
  const recorded = live.recordedActs;
  return { opening, sandbox, acts: recorded, first: Math.floor(recorded.length * cut) };
}

describe("the counts of the register", () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const lives = fc.sample(life, { numRuns: 80, seed }).map(lived);
  const periods = [
    ...fc.sample(period, { numRuns: 12, seed }),
    [civilDate("2021-07-01"), civilDate("2023-06-30")] as const,
    [civilDate("2000-01-01"), civilDate("2100-12-31")] as const,
  ];
  let register: Register;
  let owner: pg.Client;
  beforeAll(async () => {
    ({ register, owner } = await freshRegister());
  });

  async function record({ opening }: Lived, number: number, acts: readonly Act[]): Promise<void> {
    await register.record(
      burst(opening.id, number, {
        acts,
        view: { status: "concluded", indications: [], clocks: [] },
      }),
    );
  }

  const figures = (of: Period) => ({
    lines: linesOf(published.lines, of),
    quarters: of.quarters,
    moves: moveDays(of),
  });

  /** Every figure of every period, against those of the acts that are recorded so far. */
  async function expectFigures(recordedOf: (one: Lived) => readonly Act[], when: string): Promise<void> {
    while (!(await catchUp(register, ["acces-precoce"], 5_000)));
    for (const sandbox of [true, false]) {
      const facts = lives
        .filter((one) => one.sandbox === sandbox)
        .flatMap((one) =>
          accesPrecoceFacts({ procedure: accesPrecoce, opening: one.opening, acts: recordedOf(one), until: today }),
        );
      for (const [from, to] of periods) {
        const counted = await periodOfRegister(register, "acces-precoce", published, sandbox, from, to);
        expect(figures(counted), `seed ${seed}, ${when}, ${from} to ${to}, sandbox ${sandbox}`).toEqual(
          figures(periodOfFacts(published, facts, [], from, to)),
        );
      }
    }
  }

  const stored = async (): Promise<unknown[]> => {
    const { rows } = await owner.query(
      "select * from statistics_counts where count <> 0 order by procedure, sandbox, grain, since, metric, value",
    );
    return rows;
  };

  it("are what the acts say, whatever came late, was struck, or was counted before", async () => {
    const of = lives.flatMap(({ acts }) => acts);
    expect(
      of.some(({ act }) => act === "strike"),
      "some acts are struck",
    ).toBe(true);
    expect(
      of.some(({ on, recordedAt }) => on < recordedAt.slice(0, 10)),
      "some acts come late",
    ).toBe(true);
    for (const one of lives) {
      const { opening } = one;
      await register.file(
        filing({
          procedure: "acces-precoce",
          ruleset: opening.ruleset,
          sandbox: one.sandbox,
          product: opening.filing.product.id,
          indications: opening.filing.indications.map(({ id }) => ({ id })),
          filedOn: opening.filedOn,
          filedAt: opening.filedAt,
          complete: () => ({ id: opening.id, filing: opening.filing }),
        }),
      );
      await record(one, 1, one.acts.slice(0, one.first));
    }
    await expectFigures(({ acts, first }) => acts.slice(0, first), "first part");
    for (const one of lives) await record(one, 2, one.acts.slice(one.first));
    await expectFigures(({ acts }) => acts, "whole");
  }, 120_000);

  it("are the same when they are emptied and filled again", async () => {
    const before = await stored();
    expect(before.length).toBeGreaterThan(1_000);
    expect(
      before.some((row) => (row as { metric: string }).metric === "refiled"),
      "some products come again",
    ).toBe(true);
    await owner.query("truncate statistics_facts, statistics_counts");
    await owner.query("update cases set counted_version = 0");
    while (!(await catchUp(register, ["acces-precoce"], 5_000)));
    expect(await stored()).toEqual(before);
  }, 60_000);
});
