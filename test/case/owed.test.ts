import { describe, expect, test } from "vitest";
import { Refusal } from "../../case/refusal.js";
import { civilDate } from "../../law/civil-date.js";
import { parcelTold } from "./invented.js";

const refusalOf = (attempt: () => unknown): Refusal => {
  try {
    attempt();
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
  throw new Error("Nothing was refused.");
};

describe("What is owed in a case", () => {
  test("is the act that its story awaits: by whom, since when, until when", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.received("asked");
      yield* file.received("sent").within("shipping", { from: file.today });
      return yield* file.ends("done");
    });
    expect(parcel.live.view().owed).toEqual([
      expect.objectContaining({
        party: "applicant",
        names: ["asked"],
        since: "2026-03-02",
        clock: null,
        lastDay: null,
      }),
    ]);
    parcel.send("2026-03-04", "asked");
    expect(parcel.live.view()).toMatchObject({
      whoseMove: ["shop"],
      owed: [
        {
          party: "shop",
          names: ["sent"],
          since: "2026-03-04",
          clock: "shipping",
          lastDay: "2026-03-14",
          overdue: false,
        },
      ],
    });
  });

  test("stays owed once its delay is over without effect: overdue, and first among the days", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.received("sent").within("shipping", { from: file.today });
      return yield* file.ends("done");
    });
    parcel.until("2026-03-20");
    expect(parcel.live.view()).toMatchObject({
      whoseMove: ["shop"],
      clocks: [{ state: "overdue", lastDay: "2026-03-12", closed: null }],
      owed: [{ party: "shop", overdue: true, lastDay: "2026-03-12" }],
    });
  });

  test("is a running duty too, where a rule listens beside the main road; not what merely may come", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.under(
        [file.each("noted", () => undefined), file.received("returned").within("returning", { from: file.today })],
        file.received("asked"),
      );
      return yield* file.ends("done");
    });
    expect(parcel.live.view().owed.map(({ names }) => names)).toEqual([["returned"], ["asked"]]);
    expect(parcel.live.view().awaited.map(({ act, due }) => [act, due])).toEqual([
      ["noted", false],
      ["returned", true],
      ["asked", true],
    ]);
  });

  test("a task is owed until an act settles it, and gives the move only where another act waits for it", () => {
    const parcel = parcelTold(function* (file) {
      file.task("shop", "look");
      yield* file.received("asked");
      yield* file.received("noted");
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    const tasks = () => parcel.live.view().owed.flatMap(({ kind, names }) => (kind === "task" ? names : []));
    expect(tasks()).toEqual(["look"]);
    expect(parcel.live.view().whoseMove).toEqual(["applicant"]);
    parcel.send("2026-03-03", "asked");
    parcel.send("2026-03-04", "noted");
    expect(tasks()).toEqual([]);
  });

  test("a task that no act settles is done when its party says so, once, and no other party", () => {
    const parcel = parcelTold(function* (file) {
      file.task("shop", "thank", { about: "p" });
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    const done = { by: "shop", body: { note: "Carte envoyée" } };
    const refused = refusalOf(() => parcel.send("2026-03-03", "settle", "thank:p", { ...done, by: "applicant" }));
    expect(refused).toMatchObject({ type: "not-awaited", notAwaited: "not-now" });
    parcel.send("2026-03-03", "settle", "thank:p", done);
    expect(parcel.live.view().owed.filter(({ kind }) => kind === "task")).toEqual([]);
    expect(parcel.told()).toContain("act settle");
    expect(refusalOf(() => parcel.send("2026-03-04", "settle", "thank:p", done)).type).toBe("not-awaited");
  });

  test("nothing is owed after an ending, and what was to be done for a subject goes with it, but what its end asks", () => {
    const parcel = parcelTold(function* (file) {
      file.task("shop", "look", { about: "a" });
      file.task("shop", "look", { about: "b" });
      yield* file.received("asked");
      yield* file.ends("half", "a");
      file.task("shop", "thank", { about: "a" });
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    const tasks = () =>
      parcel.live.view().owed.flatMap(({ kind, names, about }) => (kind === "task" ? [[...names, about]] : []));
    parcel.send("2026-03-03", "asked");
    expect(tasks()).toEqual([
      ["look", "b"],
      ["thank", "a"],
    ]);
    parcel.send("2026-03-04", "kept");
    expect(parcel.live.view().owed).toEqual([]);
  });
});

describe("An act that can't come before another", () => {
  test("is owed through that other: it is due where the story awaits what follows it", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.under(
        file.each("sent", () => undefined),
        file.received("rated"),
      );
      return yield* file.ends("done");
    });
    expect(parcel.live.view()).toMatchObject({ whoseMove: ["shop"], owed: [{ party: "shop", names: ["sent"] }] });
    expect(parcel.live.view().awaited.map(({ act, due }) => [act, due])).toEqual([["sent", true]]);
    parcel.send("2026-03-03", "sent");
    expect(parcel.live.view()).toMatchObject({ whoseMove: ["applicant"], owed: [{ names: ["rated"] }] });
  });
});

describe("A refusal says why nothing awaits the act", () => {
  const road = () =>
    parcelTold(function* (file) {
      yield* file.received("asked");
      yield* file.first(file.received("piece").about("a"), file.received("piece").about("b"));
      yield* file.received("kept");
      return yield* file.ends("done");
    });

  test("the procedure isn't there yet, it is done, it is about something else, the case is over", () => {
    const parcel = road();
    expect(refusalOf(() => parcel.send("2026-03-03", "kept")).notAwaited).toBe("not-now");
    parcel.send("2026-03-03", "asked");
    const twice = refusalOf(() => parcel.send("2026-03-04", "asked"));
    expect(twice).toMatchObject({ notAwaited: "done", message: "« Demandé » a déjà été enregistré le 3 mars 2026." });
    const elsewhere = refusalOf(() => parcel.send("2026-03-04", "piece", "c"));
    expect(elsewhere).toMatchObject({
      notAwaited: "other-subject",
      message: "« Pièce » (c) n'est attendu que pour a, b.",
    });
    parcel.send("2026-03-04", "piece", "a");
    parcel.send("2026-03-05", "kept");
    expect(refusalOf(() => parcel.send("2026-03-06", "kept")).notAwaited).toBe("ended");
  });

  test("what it follows hasn't come: it is neither awaited nor taken until then, nor twice where it comes once", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.under(
        file.each("rated", () => undefined),
        file.all(file.received("sent"), file.received("kept")),
      );
      return yield* file.ends("done");
    });
    expect(parcel.awaited()).toEqual(["sent", "kept"]);
    const early = refusalOf(() => parcel.send("2026-03-03", "rated"));
    expect(early).toMatchObject({ notAwaited: "not-yet", message: "« Apprécié » ne peut venir qu'après « Envoyé »." });
    parcel.send("2026-03-04", "sent");
    expect(parcel.awaited()).toEqual(["rated", "kept"]);
    parcel.send("2026-03-05", "rated");
    expect(parcel.awaited()).toEqual(["kept"]);
    expect(refusalOf(() => parcel.send("2026-03-06", "rated")).notAwaited).toBe("done");
  });
});

describe("A delay that was met is exhausted", () => {
  test("it says by what and when, and no later suspension moves its last day", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.received("sent").within("shipping", { from: file.today });
      const stop = file.suspend("strike", { addressedOn: file.today });
      const kept = yield* file.received("kept");
      file.resume(stop, kept.on);
      yield* file.received("noted");
      return yield* file.ends("done");
    });
    parcel.send("2026-03-05", "sent");
    const met = { state: "met", lastDay: "2026-03-12", closed: { on: "2026-03-05", why: "met", act: "sent" } };
    expect(parcel.live.view().clocks).toMatchObject([met]);
    parcel.send("2026-03-25", "kept");
    expect(parcel.live.view().clocks).toMatchObject([{ ...met, suspendedDays: 0 }]);
  });

  test("the suspension during which it was met counts up to that day", () => {
    const parcel = parcelTold(function* (file) {
      const stop = file.suspend("strike", { addressedOn: civilDate("2026-03-04") });
      yield* file.received("sent").within("shipping", { from: file.filedOn });
      const kept = yield* file.received("kept");
      file.resume(stop, kept.on);
      yield* file.received("noted");
      return yield* file.ends("done");
    });
    parcel.send("2026-03-07", "sent");
    parcel.send("2026-03-25", "kept");
    expect(parcel.live.view().clocks).toMatchObject([{ state: "met", lastDay: "2026-03-15", suspendedDays: 3 }]);
  });
});
