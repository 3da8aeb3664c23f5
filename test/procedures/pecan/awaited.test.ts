import fc from "fast-check";
import { expect, test } from "vitest";
import { noon } from "../../../case/kernel.js";
import { Refusal } from "../../../case/refusal.js";
import { addDays } from "../../../law/civil-date.js";
import { parisDay } from "../../../law/paris.js";
import { beginnings, sendingOf, throws } from "../../../rig/random/pecan.js";

test("whatever happens to a case, an act that it shows as awaited is never refused as not awaited", () => {
  let sent = 0;
  fc.assert(
    fc.property(beginnings, throws, ({ begin }, dice) => {
      const { live } = begin();
      let today = parisDay(live.view().now);
      dice.forEach((each, i) => {
        today = addDays(today, each.gap);
        live.advance(noon(today));
        const view = live.view();
        // Of the day, as its page shows it: an act of an earlier day is answered as that day stood.
        const { act, message, now } = sendingOf({ ...each, lag: 0, minute: null }, view, live.recordedActs, today, i);
        const shown = view.awaited.some((one) => one.act === act && (one.about ?? undefined) === message.about);
        if (shown) sent += 1;
        try {
          live.accept(act, message, now);
        } catch (fault) {
          if (!(fault instanceof Refusal)) throw fault;
          if (shown) expect(fault.type, `${act} ${message.about ?? ""} : ${fault.message}`).not.toBe("not-awaited");
        }
      });
    }),
    { numRuns: 100 },
  );
  // Enough of them were tried for the property to mean something.
  expect(sent).toBeGreaterThan(500);
});
