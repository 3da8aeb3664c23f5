/** One story and the same acts: the ruleset's family alone decides when its delay is stopped (ADR 30). */
import { describe, expect, test } from "vitest";
import type { ActOf } from "../../case/act.js";
import type { SuspensionFamily } from "../../law/suspension.js";
import { type Parcel, parcelTold, story } from "./invented.js";

/** A request addressed by an act, received as that act says, answered when something is noted; four days were given. */
const request = story(function* (file, { on: addressedOn, receivedOn, body }: ActOf<Parcel, "asked">) {
  const stop = file.suspend("strike", { addressedOn, receivedOn, allowedDays: 4, about: body.item });
  const { on } = yield* file.received("noted");
  file.resume(stop, on);
});

/** Shipping, ten days borne by the shop from 2 March: to the 12th. Asked on the 4th, received on the 6th, noted on the 9th. */
function shipping(family: SuspensionFamily) {
  const parcel = parcelTold(
    function* (file) {
      yield* file.under(
        file.each("asked", (asked) => request(file, asked)),
        file.received("sent").within("shipping", { from: file.filedOn }),
      );
      return yield* file.ends("done");
    },
    undefined,
    family,
  );
  const clock = () => {
    const { state, lastDay, suspendedDays } = parcel.live.view().clocks[0]!;
    return { state, lastDay, suspendedDays };
  };
  return { ...parcel, clock };
}

describe("a ruleset's family is the function that the story's suspension goes through", () => {
  const asked = (family: SuspensionFamily) => {
    const parcel = shipping(family);
    parcel.send("2026-03-06", "asked", undefined, { on: "2026-03-04", receivedAt: "2026-03-06T10:00:00+01:00" });
    return parcel;
  };

  test.each([
    ["shared", null, "2026-03-17", 5],
    ["own", "2026-03-12", "2026-03-12", 0],
    ["late-start", null, "2026-03-15", 3],
    // Four days were given: they are added at once, whatever is used of them, and nothing stops.
    ["additive", "2026-03-16", "2026-03-16", 0],
  ] as const)("%s: %s while it is open, then %s", (family, open, closed, suspendedDays) => {
    const parcel = asked(family);
    expect(parcel.clock()).toMatchObject({ state: open === null ? "suspended" : "running", lastDay: open });
    parcel.send("2026-03-09", "noted");
    expect(parcel.clock()).toEqual({ state: "running", lastDay: closed, suspendedDays });
  });

  test("the delay that it moves ends at its own midnight", () => {
    for (const [family, last, after] of [
      ["shared", "2026-03-17", "2026-03-18"],
      ["own", "2026-03-12", "2026-03-13"],
      ["late-start", "2026-03-15", "2026-03-16"],
      ["additive", "2026-03-16", "2026-03-17"],
    ] as const) {
      const parcel = asked(family);
      parcel.send("2026-03-09", "noted");
      parcel.until(last);
      expect(parcel.clock().state, family).toBe("running");
      parcel.until(after);
      expect(parcel.clock().state, family).toBe("overdue");
    }
  });

  test("a delay that was met keeps, under any family, the last day that it had", () => {
    for (const [family, lastDay] of [
      ["shared", "2026-03-15"],
      ["late-start", "2026-03-13"],
      ["additive", "2026-03-16"],
    ] as const) {
      const parcel = asked(family);
      parcel.send("2026-03-07", "sent");
      expect(parcel.clock(), family).toMatchObject({ state: "met", lastDay });
    }
  });
});
