import { describe, expect, it, vi } from "vitest";
import { DeskRefusal } from "../desk/refusal.js";
import { Turnstile } from "../desk/turnstile.js";

/** Commands whose answers come when the test says so. */
function commands(turnstile: Turnstile) {
  const begun: number[] = [];
  const done: number[] = [];
  const answers: ((fault?: Error) => void)[] = [];
  return {
    begun,
    done,
    answer: async (nth: number, fault?: Error) => {
      answers[nth]?.(fault);
      await new Promise((settled) => setImmediate(settled));
    },
    send: (nth: number) =>
      turnstile
        .pass(() => {
          begun.push(nth);
          return new Promise<void>((answered, refused) => {
            answers[nth] = (fault) => (fault ? refused(fault) : answered());
          });
        })
        .then(
          () => done.push(nth),
          () => done.push(-nth),
        ),
  };
}

describe("commands wait for their turn", () => {
  it("in the order in which they came, and none is lost when one fails", async () => {
    const { begun, done, send, answer } = commands(new Turnstile());
    for (let nth = 1; nth <= 40; nth++) void send(nth);
    expect(begun).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    await answer(3, new Error("refused"));
    expect(begun.at(-1)).toBe(17);
    for (let nth = 1; nth <= 40; nth++) await answer(nth);
    for (let nth = 1; nth <= 40; nth++) await answer(nth);
    expect(begun).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(done).toHaveLength(40);
  });

  it("more of them at once while answers are prompt, fewer when they are slow", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { begun, done, send, answer } = commands(new Turnstile());
    for (let nth = 1; nth <= 1_000; nth++) void send(nth);
    const under = () => begun.length - done.length;
    let next = 0;
    const answered = async (many: number, ms: number) => {
      for (let nth = 0; nth < many; nth++) {
        vi.advanceTimersByTime(ms);
        await answer(begun[next++] ?? 0);
      }
    };
    await answered(400, 10);
    const quick = under();
    expect(quick).toBeGreaterThan(16);
    await answered(100, 2_000);
    expect(under()).toBeLessThan(quick);
    expect(under()).toBeGreaterThanOrEqual(8);
    vi.useRealTimers();
  });

  it("or are told at once, before anything is done, that the wait would be too long, and how long it is", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const turnstile = new Turnstile();
    const { send, answer, begun } = commands(turnstile);
    const refusal = () => {
      try {
        turnstile.admit();
      } catch (fault) {
        return fault as DeskRefusal;
      }
      return undefined;
    };
    for (let nth = 1; nth <= 64; nth++) {
      expect(refusal()).toBeUndefined();
      void send(nth);
    }
    // Answers take four seconds each: fewer and fewer are let through, and the line grows.
    for (let nth = 0; nth < 30; nth++) {
      vi.advanceTimersByTime(4_000);
      await answer(begun[nth] ?? 0);
      void send(65 + nth);
    }
    const told = refusal();
    expect(told).toBeInstanceOf(DeskRefusal);
    expect(told?.kind).toBe("too-many");
    expect(told?.parameters.retryAfter).toBeGreaterThan(15);
    vi.useRealTimers();
  });
});
