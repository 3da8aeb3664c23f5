import { describe, expect, expectTypeOf, test } from "vitest";
import type { ActOf } from "../../case/act.js";
import { Case } from "../../case/case.js";
import { type CaseFile, type Lapsed, lapsed, type Tellable } from "../../case/file.js";
import { Refusal, StoryFault } from "../../case/refusal.js";
import { type Parcel, parcelTold, story } from "./invented.js";

type File = CaseFile<Parcel>;

describe("The verbs of a story", () => {
  test("received: the act that comes; of several, whichever comes", () => {
    const parcel = parcelTold(function* (file) {
      const answer = yield* file.received("kept", "returned");
      return yield* file.ends(answer.act === "kept" ? "done" : "half");
    });
    expect(parcel.awaited()).toEqual(["kept", "returned"]);
    parcel.send("2026-03-03", "returned");
    expect(parcel.ending()).toBe("half");
  });

  test("about: the same act about several subjects is awaited for each", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.all(file.received("piece").about("a"), file.received("piece").about("b"));
      return yield* file.ends("done");
    });
    parcel.send("2026-03-03", "piece", "b");
    expect(parcel.awaited()).toEqual(["piece|a"]);
    expect(() => parcel.send("2026-03-04", "piece", "b")).toThrow(Refusal);
    parcel.send("2026-03-04", "piece", "a");
    expect(parcel.ending()).toBe("done");
  });

  test("within: a delay that lapses gives `lapsed` at the midnight after its last day, and is told later when adverse", () => {
    const parcel = parcelTold(function* (file) {
      const kept = yield* file.received("kept").within("returning", { from: file.filedOn });
      return yield* file.ends(kept === lapsed ? "lost" : "done");
    });
    parcel.until("2026-03-12");
    expect(parcel.ending()).toBeNull();
    parcel.live.advance("2026-03-12T23:00:00.000Z" as never);
    expect(parcel.ending()).toBe("lost");
    expect(parcel.live.concluded).toBe(false);
    parcel.until("2026-03-13");
    expect(parcel.live.concluded).toBe(true);
  });

  test("within: a delay that only overruns is recorded once, and its act is still awaited", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.received("sent").within("shipping", { from: file.filedOn });
      return yield* file.ends("done");
    });
    parcel.until("2026-04-30");
    expect(parcel.told().filter((line) => line === "overrun shipping")).toHaveLength(1);
    parcel.send("2026-05-04", "sent");
    expect(parcel.ending()).toBe("done");
  });

  test("end: time alone, and the first day on which its end has effect", () => {
    let over = "";
    const parcel = parcelTold(function* (file) {
      over = yield* file.end("returning", { from: file.filedOn });
      return yield* file.ends("done");
    });
    expect(parcel.awaited()).toEqual([]);
    parcel.until("2026-03-20");
    expect(over).toBe("2026-03-13");
  });

  test("all: every part, in whatever order, results in the order of the parts; of none, at once", () => {
    const seen: unknown[] = [];
    const counted = story(function* (file) {
      yield* file.received("sent");
      return 2;
    });
    const parcel = parcelTold(function* (file) {
      expect(yield* file.all()).toEqual([]);
      const [kept, count] = yield* file.all(file.received("kept"), counted(file));
      seen.push(kept.act, count);
      return yield* file.ends("done");
    });
    parcel.send("2026-03-03", "sent");
    parcel.send("2026-03-04", "kept");
    expect(seen).toEqual(["kept", 2]);
  });

  test("first: the others are no longer awaited, nor their delays", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.first(file.received("kept"), file.received("sent").within("shipping", { from: file.filedOn }));
      yield* file.received("noted");
      return yield* file.ends("done");
    });
    parcel.send("2026-03-03", "kept");
    expect(parcel.awaited()).toEqual(["noted"]);
    expect(parcel.live.view().clocks.map(({ state }) => state)).toEqual(["stopped"]);
    parcel.until("2026-04-30");
    expect(parcel.told()).not.toContain("overrun shipping");
  });

  test("first: a part that is over at once ends the others before they begin", () => {
    const overAtOnce = story(function* () {});
    const parcel = parcelTold(function* (file) {
      yield* file.first(overAtOnce(file), file.received("kept"));
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    expect(parcel.awaited()).toEqual(["kept"]);
  });

  test("each: a branch for every such act, overlapping, for as long as the passage", () => {
    const answered: string[] = [];
    const answer = story(function* (file, { id, body }: ActOf<Parcel, "asked">) {
      const { about } = yield* file.received("piece").about(id);
      answered.push(`${body.item}${about}`);
    });
    const parcel = parcelTold(function* (file) {
      yield* file.under(
        file.each("asked", (asked) => answer(file, asked)),
        file.received("kept"),
      );
      yield* file.received("noted");
      return yield* file.ends("done");
    });
    parcel.send("2026-03-03", "asked");
    parcel.send("2026-03-04", "asked");
    expect(parcel.awaited()).toEqual(["asked", "kept", "piece|1", "piece|2"]);
    parcel.send("2026-03-05", "piece", "2");
    parcel.send("2026-03-06", "kept");
    expect(answered).toEqual(["x2"]);
    expect(parcel.awaited()).toEqual(["noted"]);
  });

  test("each: a branch that waits for nothing is told at once", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.under(
        file.each("noted", () => file.notify("applicant", "told")),
        file.received("kept"),
      );
      return yield* file.ends("done");
    });
    parcel.send("2026-03-03", "noted");
    parcel.send("2026-03-04", "noted");
    expect(parcel.told().filter((line) => line === "notice told")).toHaveLength(2);
    expect(parcel.awaited()).toEqual(["noted", "kept"]);
  });

  test("under: rules hold as long as the passage, in whose result they don't speak", () => {
    let result: unknown;
    const rule = story(function* (file) {
      yield* file.received("noted");
      file.notify("applicant", "told");
    });
    const passage = story(function* (file) {
      yield* file.received("kept");
      return "passage";
    });
    const parcel = parcelTold(function* (file) {
      result = yield* file.under([rule(file), file.nothing()], passage(file));
      return yield* file.ends("done");
    });
    parcel.send("2026-03-03", "noted");
    expect(parcel.told()).toContain("notice told");
    expect(() => parcel.send("2026-03-03", "noted")).toThrow(Refusal);
    parcel.send("2026-03-04", "kept");
    expect(result).toBe("passage");
  });

  test("under: a rule may end the case in the middle of the passage", () => {
    const rule = story(function* (file) {
      yield* file.received("returned");
      return yield* file.ends("half");
    });
    const passage = story(function* (file) {
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    const parcel = parcelTold(function* (file) {
      return yield* file.under(rule(file), passage(file));
    });
    parcel.send("2026-03-03", "returned");
    expect(parcel.ending()).toBe("half");
    expect(parcel.awaited()).toEqual([]);
  });

  test("ends of a subject goes on, and says of what", () => {
    const parcel = parcelTold(function* (file) {
      const outcome = yield* file.ends("half", "a", { why: "broken" });
      expect(outcome).toBe("half");
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    expect(parcel.live.view().subjects).toMatchObject([{ id: "a", outcome: "half", facts: { why: "broken" } }]);
    expect(parcel.ending()).toBeNull();
  });

  test("suspend and resume: the last day moves by the days between", () => {
    const strike = story(function* (file, { on }: ActOf<Parcel, "asked">) {
      const open = file.suspend("strike", { addressedOn: on });
      const { on: noted } = yield* file.received("noted");
      file.resume(open, noted);
    });
    const parcel = parcelTold(function* (file) {
      yield* file.under(
        file.each("asked", (asked) => strike(file, asked)),
        file.received("sent").within("shipping", { from: file.filedOn }),
      );
      return yield* file.ends("done");
    });
    parcel.send("2026-03-04", "asked");
    expect(parcel.live.view().clocks[0]).toMatchObject({ state: "suspended", lastDay: null });
    parcel.send("2026-03-09", "noted");
    expect(parcel.live.view().clocks[0]).toMatchObject({ state: "running", lastDay: "2026-03-17", suspendedDays: 5 });
  });

  test("changed: a gate that an old snapshot doesn't know stays shut while it is told again", () => {
    const tale = function* (file: File) {
      yield* file.received("kept");
      if (file.changed("new-mechanics")) yield* file.received("noted");
      return yield* file.ends("done");
    };
    const before = parcelTold(tale, () => false);
    before.send("2026-03-03", "kept");
    const snapshot = { ...before.live.snapshot(), gates: {} };
    expect(Case.restore(before.live.procedure, snapshot, () => true).view().ending?.name).toBe("done");
    const after = parcelTold(tale, () => true);
    after.send("2026-03-03", "kept");
    expect(after.awaited()).toEqual(["noted"]);
    expect(() => Case.restore(after.live.procedure, { ...after.live.snapshot(), gates: {} })).toThrow(StoryFault);
  });
});

describe("The kernel's guards", () => {
  const faulty = (tale: Parameters<typeof parcelTold>[0]) => () => parcelTold(tale);

  test("a verb made and never run fails at the next pause", () => {
    expect(
      faulty(function* (file) {
        file.received("sent");
        yield* file.received("kept");
      }),
    ).toThrow(/never run with yield\*: wait/);
  });

  test("so does a chapter, by its name, and a verb that was only refined", () => {
    const chapterOfIts = story(function* ownName(file) {
      yield* file.received("sent");
    });
    expect(
      faulty(function* (file) {
        chapterOfIts(file);
        yield* file.received("kept");
      }),
    ).toThrow(/ownName/);
    expect(
      faulty(function* (file) {
        file.received("piece").about("a").within("returning", { from: file.filedOn });
        yield* file.received("kept");
      }),
    ).toThrow(StoryFault);
  });

  test("two passages can't await the same act about the same subject", () => {
    expect(
      faulty(function* (file) {
        yield* file.all(file.received("kept"), file.received("sent", "kept"));
      }),
    ).toThrow(/Two passages await "kept"/);
    expect(
      faulty(function* (file) {
        yield* file.all(file.received("piece").about("a"), file.received("piece").about("a"));
      }),
    ).toThrow(/about "a"/);
  });

  test("a story ends by an ending of its definition, and by no other way", () => {
    expect(
      faulty(function* (file) {
        yield* file.all();
      }),
    ).toThrow(/without an ending/);
    expect(
      faulty(function* (file) {
        yield* file.ends("nowhere" as "done");
      }),
    ).toThrow(/"nowhere" is no ending/);
  });

  test("a phase, a notice, a delay or an act that isn't in the definition fails loudly", () => {
    expect(
      faulty(function* (file) {
        file.enter("nowhere" as "open");
        yield* file.received("kept");
      }),
    ).toThrow(/no phase/);
    expect(
      faulty(function* (file) {
        file.notify("shop", "nothing" as "told");
        yield* file.received("kept");
      }),
    ).toThrow(/no notice/);
    expect(
      faulty(function* (file) {
        yield* file.end("never" as "returning", { from: file.filedOn });
      }),
    ).toThrow(/no delay/);
    expect(
      faulty(function* (file) {
        yield* file.received("never" as "kept");
      }),
    ).toThrow(/no act/);
  });

  test("an exception while an act is tried refuses that act and leaves the case as it was", () => {
    const parcel = parcelTold(function* (file) {
      for (;;) {
        const { body } = yield* file.received("asked");
        file.enter("waiting");
        file.notify("applicant", "told");
        yield* file.received("sent");
        if (body.item === "x") throw new Error("The story is wrong.");
      }
    });
    parcel.send("2026-03-03", "asked");
    const before = JSON.stringify([parcel.live.entries, parcel.live.view(), parcel.live.snapshot()]);
    expect(() => parcel.send("2026-03-03", "sent")).toThrow(
      expect.objectContaining({ type: "conflict", message: expect.stringContaining("The story is wrong.") }),
    );
    expect(JSON.stringify([parcel.live.entries, parcel.live.view(), parcel.live.snapshot()])).toBe(before);
    expect(parcel.awaited()).toEqual(["sent"]);
  });

  test("an exception at an expiry is the engine's, never a refusal and never the end of the case", () => {
    const parcel = parcelTold(function* (file) {
      yield* file.end("returning", { from: file.filedOn });
      throw new Error("The story is wrong.");
    });
    expect(() => parcel.until("2026-03-20")).toThrow("The story is wrong.");
    expect(parcel.ending()).toBeNull();
  });

  test("an act meant for a version is refused once anything has been recorded since, time's doing included", () => {
    const parcel = parcelTold(function* (file) {
      for (;;) {
        yield* file.received("asked").within("returning", { from: file.filedOn });
        file.notify("applicant", "told");
      }
    });
    const { version } = parcel.live;
    expect(parcel.send("2026-03-03", "asked", undefined, { id: "first", version })).toBe(version + 1);
    const stands = parcel.live.version;
    expect(stands).toBeGreaterThan(version + 1);
    const stale = { version, id: "second" };
    expect(() =>
      parcel.live.check("asked", { ...stale, by: "applicant", on: "2026-03-03" }, parcel.live.toldAt),
    ).toThrow(expect.objectContaining({ type: "moved" }));
    expect(() => parcel.send("2026-03-03", "asked", undefined, stale)).toThrow(
      expect.objectContaining({ type: "moved" }),
    );
    expect(parcel.live.version).toBe(stands);
    expect(parcel.send("2026-03-03", "asked", undefined, { version, id: "first" }), "sent again").toBe(version + 1);
    expect(() => parcel.send("2026-03-03", "asked", undefined, { version: 1.5 })).toThrow(
      expect.objectContaining({ type: "malformed", fault: expect.objectContaining({ pointer: "/version" }) }),
    );
    expect(parcel.send("2026-03-03", "asked", undefined, { version: stands })).toBe(stands + 1);
  });

  test("a snapshot that the story no longer tells the same is refused", () => {
    const parcel = parcelTold(function* (file) {
      file.notify("applicant", "told");
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    const { procedure } = parcel.live;
    const changed = parcelTold(function* (file) {
      yield* file.received("kept");
      return yield* file.ends("done");
    });
    expect(() => Case.restore(changed.live.procedure, parcel.live.snapshot())).toThrow(/isn't told as before/);
    expect(Case.restore(procedure, parcel.live.snapshot()).view()).toEqual(parcel.live.view());
  });
});

describe("What the compiler asks of a story", () => {
  const types = (file: File) => ({
    kept: file.received("kept").within("returning", { from: file.filedOn }),
    sent: file.received("sent").within("shipping", { from: file.filedOn }),
    asked: file.received("asked"),
  });
  type Told = ReturnType<typeof types>;
  type TypeOf<T> = T extends Tellable<infer V> ? V : never;

  test("a delay that lapses must be treated; one that overruns can't lapse", () => {
    expectTypeOf<TypeOf<Told["kept"]>>().toEqualTypeOf<ActOf<Parcel, "kept"> | Lapsed>();
    expectTypeOf<TypeOf<Told["sent"]>>().toEqualTypeOf<ActOf<Parcel, "sent">>();
  });

  test("an act's body is typed by its name", () => {
    expectTypeOf<TypeOf<Told["asked"]>["body"]>().toEqualTypeOf<{ item: string }>();
  });

  test("an act, a delay, an ending, a phase, a party that isn't in the definition doesn't compile", () => {
    story(function* (file) {
      // @ts-expect-error: no such act.
      yield* file.received("stolen");
      // @ts-expect-error: no such delay.
      yield* file.end("forever", { from: file.filedOn });
      // @ts-expect-error: no such phase.
      file.enter("closed");
      // @ts-expect-error: no such party.
      file.notify("police", "told");
      const kept = yield* file.received("kept").within("returning", { from: file.filedOn });
      // @ts-expect-error: it may have lapsed.
      void kept.on;
      // @ts-expect-error: no such ending.
      return yield* file.ends("stolen");
    });
  });

  test("a passage made in place doesn't compile: a combinator takes verbs and chapters (ADR 13)", () => {
    story(function* (file) {
      // @ts-expect-error: a branch that waits returns a chapter, never a generator.
      yield* file.each("asked", function* () {
        yield* file.received("noted");
      });
      // @ts-expect-error: a passage is a chapter.
      yield* file.under(file.nothing(), function* () {
        yield* file.received("noted");
      });
      // @ts-expect-error: so is each part.
      yield* file.all(file.received("kept"), function* () {});
      // @ts-expect-error: of which one may be over first.
      yield* file.first(function* () {}, file.received("kept"));
    });
  });
});
