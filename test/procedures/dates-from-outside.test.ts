/** ADR 17: whatever date comes from outside, through whichever door, an act is taken or refused, and nothing else ever happens. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActMessage } from "../../case/act.js";
import { Case } from "../../case/case.js";
import { type FilingBase, rulesetId, rulesetOn } from "../../case/definition.js";
import { noon } from "../../case/kernel.js";
import { Refusal } from "../../case/refusal.js";
import { openingOf, simulate } from "../../case/simulate.js";
import type { CaseView } from "../../case/view.js";
import { addDays, type CivilDate, civilDate } from "../../law/civil-date.js";
import type { Instant } from "../../law/instant.js";
import { FIRST_KNOWN_DAY, isKnownDay, LAST_KNOWN_DAY } from "../../law/known-days.js";
import { parisDay } from "../../law/paris.js";
import { type ServedProcedure, served, servedProcedure } from "../../procedures/served.js";
import { bodyOf as accesPrecoceBodyOf } from "../../rig/random/acces-precoce.js";
import { anyDate, usualDay } from "../../rig/random/dates.js";
import { bodyOf as pecanBodyOf } from "../../rig/random/pecan.js";
import { allowedBy } from "../../rig/random/schema.js";

const runs = { seed: 20261129, numRuns: 60 };

/** Mostly days that lead somewhere, and now and then one that nobody should write. */
const someDate = fc.oneof({ weight: 7, arbitrary: usualDay }, { weight: 1, arbitrary: anyDate });
const lawfulDay = fc.oneof(usualDay, anyDate.filter(isKnownDay));

/** A day on which a case is filed: of these years, or the last that its dates may reach. */
const filingDay = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("2026-01-05", "2026-12-31", "2028-02-29") },
  { weight: 1, arbitrary: fc.constantFrom("2199-06-30", LAST_KNOWN_DAY) },
);

/** What comes next in a life: an act among those awaited, or any; its dates; how long after the last it is recorded. */
const steps = fc.array(
  fc.record({
    awaited: fc.integer({ min: 0, max: 7 }).map((n) => n > 0),
    pick: fc.nat(1_000),
    gap: fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }),
    dated: fc.constantFrom("on", "at", "receivedAt", "both", "on", "none"),
    date: someDate,
    received: someDate,
    usual: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    fitting: fc.boolean(),
    way: fc.constantFrom("accept", "receive", "check", "preview"),
    confirm: fc.boolean(),
    id: fc.nat(),
  }),
  { minLength: 10, maxLength: 40 },
);

type Step = Parameters<Parameters<typeof steps.map>[0]>[0][number];

/** Bodies that lead a case far, where a random life knows them. */
const fittingBodies: Readonly<
  Record<string, (act: string, step: Step, about: string | undefined, view: CaseView) => unknown>
> = {
  pecan: (act, { pick }, about, view) => pecanBodyOf(act as never, about, pick, view),
  "acces-precoce": (act, { pick }, _about, view) => accesPrecoceBodyOf(act, pick, view),
};

const bodiesOf = (one: ServedProcedure): Readonly<Record<string, fc.Arbitrary<unknown>>> =>
  Object.fromEntries(
    Object.entries(one.procedure.schemas.bodies).map(([act, schema]) => [act, allowedBy(schema, someDate)]),
  );

/** A filing that its schema allows, by a company that exists; an account's product is the company itself. */
const filingsOf = ({ procedure }: ServedProcedure, days: fc.Arbitrary<unknown>): fc.Arbitrary<FilingBase> =>
  allowedBy(procedure.schemas.filing, days).map((filing) => {
    const filed = filing as FilingBase;
    const siret = "73282932000074";
    const product = procedure.shape.name.startsWith("account") ? { ...filed.product, id: siret } : filed.product;
    return { ...filed, product, applicant: { ...filed.applicant, siret } };
  });

function openedOn({ procedure }: ServedProcedure, day: CivilDate, filing: FilingBase): Case {
  const ruleset = rulesetOn(procedure, day);
  if (ruleset === undefined) throw new Error(`${procedure.shape.name} has no ruleset on ${day}.`);
  const opening = openingOf(`${procedure.shape.prefix}-1`, noon(day), rulesetId(ruleset), filing);
  return Case.open(procedure, opening, noon(day));
}

/** The value of a refusal, null when there is none. Whatever else is thrown fails the test. */
function refusalOf(attempt: () => unknown): Refusal | null {
  try {
    attempt();
    return null;
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
}

function messageOf(step: Step, live: Case, about: string | undefined, by: string, body: unknown): ActMessage {
  const today = parisDay(live.toldAt);
  const date = step.usual ? addDays(today, -(step.pick % 3)) : step.date;
  const received = step.usual ? live.toldAt : step.received;
  const dates = {
    on: { on: date },
    at: { at: date.length > 10 ? date : `${date}T08:00:00Z` },
    receivedAt: { receivedAt: received },
    both: { on: date, receivedAt: received },
    none: {},
  }[step.dated];
  return { id: `act-${step.id}`, by, ...dates, ...(about !== undefined && { about }), confirm: step.confirm, body };
}

/** Everything that is asked of a case after a message: its view, its next wake, its entries' letters. */
function asked(live: Case, one: ServedProcedure, now: Instant): string {
  const { procedure, letters } = one;
  const context = { opening: live.opening, shape: procedure.shape, rulesets: procedure.rulesets };
  for (const entry of live.takeNews()) if (entry.kind === "notice") letters.render(entry, context);
  return JSON.stringify([live.view(now), live.viewAt(now), live.nextWakeMs, live.entries, live.version]);
}

describe.each([...served])("Whatever dates come to a case of %s", (_procedure, one) => {
  const { shape } = one.procedure;
  const bodies = bodiesOf(one);

  it("each message is taken or refused, a refused one leaves no trace, and the case goes on", () => {
    // Several, of which the first lawful one is opened.
    const filings = fc.array(filingsOf(one, lawfulDay), { minLength: 10, maxLength: 10 });
    let [opened, taken] = [0, 0];
    fc.assert(
      fc.property(filingDay, filings, steps, fc.gen(), (day, tried, life, gen) => {
        let live: Case | undefined;
        for (const filing of tried) {
          refusalOf(() => {
            live ??= openedOn(one, civilDate(day), filing);
          });
        }
        if (live === undefined) return;
        opened += 1;
        let now = live.toldAt;
        for (const step of life) {
          const next = addDays(parisDay(now), step.gap);
          if (isKnownDay(next)) now = noon(next);
          // A life that ends at once shows little.
          const awaited = live
            .view(now)
            .awaited.filter(({ act }) => !/withdraw|abandon/i.test(act) || step.pick % 9 === 0);
          const any = Object.entries(shape.acts).map(([act, { by }]) => ({ act, by, about: undefined }));
          const list = step.awaited && awaited.length > 0 ? awaited : any;
          const { act, by, about } = list[step.pick % list.length]!;
          const fitting = step.fitting ? fittingBodies[shape.name]?.(act, step, about, live.view(now)) : undefined;
          const body = fitting ?? gen(() => bodies[act] ?? fc.constant({}));
          const message = messageOf(step, live, about, by[0]!, body);
          live.advance(now);
          const before = asked(live, one, now);
          const refused = refusalOf(() => live![step.way](act, message, now));
          const after = asked(live, one, now);
          if (refused === null) taken += 1;
          if (refused !== null || step.way === "check" || step.way === "preview") expect(after).toBe(before);
        }
        live.advance(noon(LAST_KNOWN_DAY));
        asked(live, one, noon(LAST_KNOWN_DAY));
      }),
      runs,
    );
    // Or nothing was tried.
    expect(taken).toBeGreaterThan(opened * 2);
    expect(opened).toBeGreaterThan(runs.numRuns / 3);
  });

  it("a simulation of them tells what it refuses, or refuses the whole", () => {
    const opening = openingOf(
      `${shape.prefix}-1`,
      noon(civilDate("2026-01-05")),
      rulesetId(one.procedure.rulesets[0]!),
      fc.sample(filingsOf(one, usualDay), { numRuns: 1, seed: 1 })[0]!,
    );
    const acts = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(shape.acts)), fc.gen()).map(([act, gen]) => ({
        act,
        by: shape.acts[act]!.by[0]!,
        at: gen(() => someDate),
        ...(gen(fc.boolean) && { receivedAt: gen(() => someDate) }),
        ...(gen(fc.boolean) && { recordedAt: gen(() => someDate) }),
        body: gen(() => bodies[act] ?? fc.constant({})),
      })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(acts, anyDate, (sent, until) => {
        refusalOf(() => simulate(one.procedure, opening, sent as never, until));
      }),
      runs,
    );
  });
});

describe("A date that no case may know", () => {
  const pecan = servedProcedure("pecan");
  const now = noon(civilDate("2026-02-01"));
  const sent = (dates: object) => {
    const live = openedOn(pecan, civilDate("2026-01-05"), filing!);
    return refusalOf(() => live.receive("sesameDeposited", { id: "1", by: "applicant", body, ...dates }, now));
  };
  const open = { convergence: { status: "open" }, sesame: { status: "open" } };
  const [filing] = fc.sample(filingsOf(pecan, usualDay), 1).map((one) => ({
    ...one,
    product: { id: "p", name: "P", ceMarked: true },
    accounts: open,
  }));
  const body = { documents: [{ title: "Pièce" }] };

  it.each([
    ["before Paris midnights are exact", { at: "1970-01-01T00:00:00Z" }, "/at"],
    ["received before", { receivedAt: "1970-01-01T00:00:00Z" }, "/receivedAt"],
    ["whose day in Paris is the first of 10000", { at: "9999-12-31T23:30:00Z" }, "/at"],
    ["of a year of five digits", { at: "+010000-01-01T00:00:00Z" }, "/at"],
    ["the last instant of 1980, in Paris", { at: "1980-12-31T22:59:59.999Z" }, "/at"],
    ["a day of 1980", { on: "1980-12-31" }, "/on"],
    ["a day of 2200", { on: "2200-01-01" }, "/on"],
    ["a day that doesn't exist", { on: "2026-02-29" }, "/on"],
  ])("%s is refused where it stands", (_what, dates, pointer) => {
    expect(sent(dates)).toMatchObject({ type: "malformed", fault: { pointer } });
  });

  it.each([
    ["the first of them: only then is it too early for this case", { at: "1980-12-31T23:00:00Z" }, "/on"],
    ["the last of them: only then is it in the future", { on: LAST_KNOWN_DAY }, "/on"],
    ["the first day", { on: FIRST_KNOWN_DAY }, "/on"],
  ])("isn't %s", (_what, dates, pointer) => {
    const refused = sent(dates);
    expect(refused).toMatchObject({ fault: { pointer, code: expect.stringMatching(/^(too-early|in-the-future)$/) } });
  });

  it("a leap second, a small t and an offset of the far Pacific are well written", () => {
    for (const at of ["2026-01-06t10:00:00+01:00", "2026-01-06T23:59:60Z", "2026-01-07T10:00:00+14:00"])
      expect(sent({ at })).toBeNull();
  });
});
