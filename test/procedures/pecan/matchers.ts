/** What the tests of a PECAN ask of it, in one word. */
import { expect } from "vitest";
import type { Bodies } from "../../../procedures/pecan/bodies.js";
import type { Pecan } from "../../../rig/timelines/pecan.js";

interface Matchers<R = unknown> {
  /** The acts awaited are exactly these, about whatever they are. */
  toAcceptOnly(...acts: (keyof Bodies)[]): R;
  toBeOpen(): R;
  toHaveEnded(ending: string, on: string): R;
  /** That party has been told, once or more. */
  toHaveTold(party: string, notice: string): R;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the signature that vitest declares.
  interface Assertion<T = any> extends Matchers<T> {}
}

expect.extend({
  toAcceptOnly(pecan: Pecan, ...acts: string[]) {
    const awaited = [...new Set(pecan.view.awaited.map(({ act }) => act))].sort();
    const pass = this.equals(awaited, [...acts].sort());
    return { pass, message: () => `The case awaits ${awaited.join(", ")}; expected ${acts.join(", ")}.` };
  },
  toBeOpen(pecan: Pecan) {
    const { ending } = pecan.view;
    return { pass: ending === null, message: () => `The case ended: ${JSON.stringify(ending)}.` };
  },
  toHaveEnded(pecan: Pecan, name: string, on: string) {
    const { ending } = pecan.view;
    return {
      pass: ending?.name === name && ending.effectiveOn === on,
      message: () => `Expected "${name}" on ${on}; the case has ${JSON.stringify(ending)}.`,
    };
  },
  toHaveTold(pecan: Pecan, party: string, notice: string) {
    return {
      pass: pecan.notices(notice, party).length > 0,
      message: () => `${party} was told: ${pecan.lines("notice").join("; ")}.`,
    };
  },
});
