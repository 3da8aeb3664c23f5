import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActMessage, strikeAct } from "../../case/act.js";
import type { RecordedBurst } from "../../case/burst.js";
import { Case } from "../../case/case.js";
import { struckNotice } from "../../case/definition.js";
import type { JournalEntry } from "../../case/entry.js";
import { noon } from "../../case/kernel.js";
import { rebuild } from "../../case/rebuild.js";
import { Refusal, type RefusalProblem } from "../../case/refusal.js";
import { type SimulatedAct, simulate } from "../../case/simulate.js";
import { addDays } from "../../law/civil-date.js";
import { parisDay } from "../../law/paris.js";
import { procedureOf } from "../../procedures/all.js";
import { beginnings, type Sending, sendingOf, type Throw, throws } from "../../rig/random/pecan.js";
import type { Pecan } from "../../rig/timelines/pecan.js";

const pecan = procedureOf("pecan");

/** A failure shrunk for a few seconds is small enough; shrunk for minutes, it hides the others. */
const bounded = { interruptAfterTimeLimit: 15_000 };

type Answer = { receipt: unknown; view: unknown } | { problem: RefusalProblem };

/** What an attempt gives: only a refusal is ever thrown at a party. */
function attempt(act: () => Answer): Answer {
  try {
    return act();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { problem: fault.toJSON() };
  }
}

const stateOf = (live: Case) => ({ entries: live.entries, view: live.view(), wake: live.nextWakeMs });

type Beginning = { readonly begin: () => Pecan };

/** Plays the throws from that beginning, and calls `step` after each. */
function live(
  { begin }: Beginning,
  dice: readonly Throw[],
  step: (live: Case, sending: Sending, answer: Answer, news: readonly JournalEntry[]) => void,
  before: (live: Case, sending: Sending) => void = () => undefined,
) {
  const { live: one, journal } = begin();
  const begun = { acts: [...one.recordedActs], entries: [...journal], recordedAt: one.view().now };
  const sendings: Sending[] = [];
  let today = parisDay(begun.recordedAt);
  dice.forEach((each, i) => {
    today = addDays(today, each.gap);
    one.advance(noon(today));
    journal.push(...one.takeNews());
    const sending = sendingOf(each, one.view(), one.recordedActs, today, i);
    sendings.push(sending);
    before(one, sending);
    const answer = attempt(() => ({
      receipt: one.receive(sending.act, sending.message, sending.now),
      view: one.view(sending.now),
    }));
    const news = one.takeNews();
    journal.push(...news);
    step(one, sending, answer, news);
  });
  return { live: one, journal, sendings, begun, today };
}

describe("Whatever the parties send, in whatever order", () => {
  test("what a dry run says is what then happens, refusals included, and a refused act changes nothing", () => {
    fc.assert(
      fc.property(beginnings, throws, (beginning, dice) => {
        let foretold: Answer;
        let before = "";
        live(
          beginning,
          dice,
          (one, _sending, answer) => {
            expect(answer).toEqual(foretold);
            if ("problem" in answer) expect(JSON.stringify(stateOf(one))).toBe(before);
          },
          (one, { act, message, now }) => {
            before = JSON.stringify(stateOf(one));
            foretold = attempt(() => {
              const { receipt, case: view } = one.preview(act, message, now);
              return { receipt, view };
            });
            expect(JSON.stringify(stateOf(one))).toBe(before);
          },
        );
      }),
      { numRuns: 20, ...bounded },
    );
  });

  test("a live case is its derivation from scratch after every act: entries, clocks and view; so is its snapshot restored", () => {
    fc.assert(
      fc.property(beginnings, throws, (beginning, dice) => {
        live(beginning, dice, (one) => {
          const restored = Case.restore(pecan, JSON.parse(JSON.stringify(one.snapshot())));
          expect(JSON.stringify(stateOf(restored))).toBe(JSON.stringify(stateOf(one)));
        });
      }),
      { numRuns: 20, ...bounded },
    );
  });

  test("the journal is numbered without a gap, tells no two endings of the case without rectifying one, and no act twice", () => {
    fc.assert(
      fc.property(beginnings, throws, (beginning, dice) => {
        const { journal, live: one, today } = live(beginning, dice, () => undefined);
        one.advance(noon(addDays(today, 900)));
        journal.push(...one.takeNews());
        expect(journal.map(({ number }) => number)).toEqual(journal.map((_, i) => i + 1));
        const standing = new Map<number, JournalEntry>();
        for (const entry of journal) {
          if (entry.kind === "rectified") {
            const rectified = standing.get(entry.detail?.rectifies as number);
            expect(rectified?.kind).toBe(entry.detail?.kind);
            standing.delete(rectified?.number ?? 0);
          } else standing.set(entry.number, entry);
          const endings = [...standing.values()].filter(({ kind, about }) => kind === "ending" && about === undefined);
          if (entry.kind === "ending") expect(endings.length).toBeLessThanOrEqual(1);
        }
        const acts = journal.filter(({ kind }) => kind === "act").map(({ cause }) => cause);
        const rectified = journal.filter(({ kind, detail }) => kind === "rectified" && detail?.kind === "act");
        expect(new Set(acts).size).toBe(acts.length);
        expect(rectified.length).toBe(journal.filter(({ name }) => name === "strike").length);
        // What stands in the journal is what the case is, entry for entry.
        const meant = (entries: readonly { kind: string; name: string; party?: string; about?: string }[]) =>
          entries.map(({ kind, name, party, about }) => `${kind} ${name} ${party} ${about}`).sort();
        expect(meant([...standing.values()].filter(({ name }) => name !== strikeAct && name !== struckNotice))).toEqual(
          meant(one.entries),
        );
      }),
      { numRuns: 60, ...bounded },
    );
  });

  test("a simulation gives the journal of the live case, and the same again", () => {
    fc.assert(
      fc.property(beginnings, throws, (beginning, dice) => {
        const { live: one, journal, sendings, begun, today } = live(beginning, dice, () => undefined);
        const begunWith = begun.acts.map(({ act, ...sent }) => ({ act, message: sent, now: sent.recordedAt }));
        const acts = [...begunWith, ...sendings].map(({ act, message, now }): SimulatedAct => {
          const { id, by, on, at, about, confirm, body } = message as ActMessage;
          return {
            act,
            at: at ?? on ?? now,
            recordedAt: now,
            body,
            ...(id !== undefined && { id }),
            ...(by !== undefined && { by }),
            ...(about !== undefined && { about }),
            ...(confirm !== undefined && { confirm }),
          };
        });
        const until = noon(addDays(today, 900));
        one.advance(until);
        journal.push(...one.takeNews());
        const simulation = simulate(pecan, one.opening, acts, until);
        expect(JSON.stringify(simulation.journal)).toBe(JSON.stringify(journal));
        expect(simulation.case).toEqual(one.view(until));
        expect(simulate(pecan, one.opening, acts, until)).toEqual(simulation);
      }),
      { numRuns: 25, ...bounded },
    );
  });

  test("rebuilt from the bursts that the register holds, a case is the same and goes on the same", () => {
    fc.assert(
      fc.property(beginnings, throws, (beginning, dice) => {
        const bursts: RecordedBurst[] = [];
        let taken = 0;
        const { live: one, begun } = live(beginning, dice, (each, { now }, _answer, news) => {
          bursts.push({ acts: each.recordedActs.slice(taken), entries: news, recordedAt: now });
          taken = each.recordedActs.length;
        });
        const rebuilt = rebuild(pecan, one.opening, [begun, ...bursts]);
        expect(JSON.stringify(stateOf(rebuilt))).toBe(JSON.stringify(stateOf(one)));
        expect(rebuilt.snapshot()).toEqual(one.snapshot());
      }),
      { numRuns: 25, ...bounded },
    );
  });
});
