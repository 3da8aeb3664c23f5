import { describe, expect, test } from "vitest";
import { calculate, FIELDS, queryFromParams } from "../../law/calculator.js";
import { calendarDigest } from "../../law/calendar.js";

const sixty = { from: "2026-03-02", delay: "P60D" };
const answer = (query: object) => {
  const found = calculate(query);
  if ("problem" in found) throw new Error(`${found.problem.field}: ${found.problem.detail}`);
  return found;
};
const problem = (query: unknown) => {
  const found = calculate(query);
  if (!("problem" in found)) throw new Error(`computed ${found.lastDay}`);
  return found.problem;
};

describe("an answer", () => {
  test("has every field of the contract, and no other", () => {
    const { walk, ...told } = answer(sixty);
    expect(told).toEqual({
      lastDay: "2026-05-01",
      unrolledLastDay: "2026-05-01",
      effectiveOn: "2026-05-02",
      expiresAt: "2026-05-01T22:00:00.000Z",
      suspendedDays: 0,
    });
    expect(walk.length).toBeGreaterThan(2);
    expect(Object.keys(answer({ ...sixty, at: "2026-03-12" }))).toEqual([
      "lastDay",
      "unrolledLastDay",
      "effectiveOn",
      "expiresAt",
      "suspendedDays",
      "state",
      "remainingDays",
      "walk",
    ]);
  });

  test.each([
    ["2026-05-01T23:59:59.999+02:00", "2026-05-02"],
    ["2026-05-02T00:00:00+02:00", "2026-05-03"],
    ["2026-05-01T22:00:00Z", "2026-05-03"],
    ["2026-10-25T00:30:00Z", "2026-10-26"],
    ["2026-10-25T01:30:00Z", "2026-10-26"],
  ])("from the instant %s, one day: %s", (from, lastDay) => {
    expect(answer({ from, delay: "P1D" }).lastDay).toBe(lastDay);
  });

  test.each([
    [{ days: "working" }, "2026-06-01"],
    [{ days: "ouvrable" }, "2026-05-15"],
    [{ days: "clear" }, "2026-05-02"],
    [{ days: "clear", roll: "next" }, "2026-05-04"],
    [{ roll: "next" }, "2026-05-04"],
    [{ roll: "previous" }, "2026-04-30"],
    [{ roll: "next", calendar: "none" }, "2026-05-01"],
    [{ roll: "next", closed: ["2026-05-04", "2026-05-05"] }, "2026-05-06"],
    [{ restarts: ["2026-03-10", "2026-03-05"] }, "2026-05-09"],
    [{ restarts: ["2026-02-10"] }, "2026-05-01"],
    [{ extension: "P30D" }, "2026-05-31"],
    [{ extension: "P1M" }, "2026-06-01"],
    [{ extension: "P1M", restarts: ["2026-03-31"] }, "2026-06-29"],
    [{ suspensions: [{ from: "2026-03-12", to: "2026-03-20" }] }, "2026-05-09"],
    [{ suspensions: [{ from: "2026-03-12", to: "2026-03-20" }], counting: "inclusive" }, "2026-05-10"],
    [{ suspensions: [{ from: "2026-03-12", to: null }] }, null],
    [{ suspensions: [{ from: "2026-03-12", to: null }], at: "2026-03-20" }, "2026-05-09"],
    [{ suspensions: [{ from: "2026-05-02", to: null }] }, "2026-05-01"],
    [{ delay: "P0D" }, "2026-03-02"],
    [{ delay: "P0D", from: "2026-05-01", roll: "next" }, "2026-05-04"],
    [{ delay: "-P10D" }, "2026-02-20"],
    [{ delay: "-P10D", extension: "-P2D", roll: "previous" }, "2026-02-18"],
  ])("%o: %s", (more, lastDay) => {
    expect(answer({ ...sixty, ...more }).lastDay).toBe(lastDay);
  });

  test("open: no day at all, and the walk says why", () => {
    const { walk, ...told } = answer({ ...sixty, suspensions: [{ from: "2026-03-12", to: null }] });
    expect(told).toEqual({
      lastDay: null,
      unrolledLastDay: null,
      effectiveOn: null,
      expiresAt: null,
      suspendedDays: 0,
    });
    expect(walk.at(-1)).toMatchObject({ kind: "open", from: "2026-03-12", to: null });
  });

  test("what remains", () => {
    const suspensions = [{ from: "2026-03-12", to: "2026-03-20" }];
    const at = (day: string) => {
      const { state, remainingDays } = answer({ ...sixty, suspensions, at: day });
      return [state, remainingDays];
    };
    expect(at("2026-03-12")).toEqual(["running", 58]);
    expect(at("2026-03-15")).toEqual(["suspended", 50]);
    expect(at("2026-03-20")).toEqual(["running", 50]);
    expect(at("2026-05-09")).toEqual(["running", 0]);
    expect(at("2026-05-10")).toEqual(["expired", 0]);
  });

  test("years 1583 to 9999; midnights from 1981", () => {
    expect(answer({ from: "1583-01-01", delay: "P8416Y" })).toMatchObject({
      lastDay: "9999-01-01",
      effectiveOn: "9999-01-02",
    });
    expect(answer({ from: "1980-12-29", delay: "P1D" }).expiresAt).toBeNull();
    expect(answer({ from: "1980-12-30", delay: "P1D" }).expiresAt).toBe("1980-12-31T23:00:00.000Z");
    expect(answer({ from: "9999-12-30", delay: "P1D" })).toMatchObject({
      lastDay: "9999-12-31",
      effectiveOn: null,
      expiresAt: "9999-12-31T23:00:00.000Z",
    });
  });

  test("explains itself with the calendar's digest", () => {
    for (const calendar of ["fr", "fr-alsace-moselle", "none"] as const) {
      const digests = answer({ ...sixty, calendar }).walk.flatMap(({ digest }) => digest ?? []);
      expect(digests).toEqual([calendarDigest(calendar)]);
    }
  });
});

describe("a bad query", () => {
  test.each<[string, unknown, RegExp]>([
    ["query", null, /object/],
    ["query", [], /object/],
    ["query", "P60D", /object/],
    ["from", {}, /Required: an existing civil day/],
    ["from", { delay: "P1D" }, /Required/],
    ["delay", { from: "2026-03-02" }, /Required: an ISO 8601 duration/],
    ["from", { ...sixty, from: "2026-02-30" }, /got "2026-02-30"/],
    ["from", { ...sixty, from: "02/03/2026" }, /YYYY-MM-DD/],
    ["from", { ...sixty, from: "2026-03-02T10:00:00" }, /offset/],
    ["from", { ...sixty, from: "1980-06-01T10:00:00Z" }, /1981/],
    ["from", { ...sixty, from: "9999-12-31T23:30:00Z" }, /civil day/],
    ["from", { ...sixty, from: 20260302 }, /got 20260302/],
    ["from", { ...sixty, from: ["2026-03-02", "2026-03-03"] }, /got a list/],
    ["from", { ...sixty, from: "1582-12-31" }, /1583/],
    ["delay", { ...sixty, delay: "60" }, /P60D/],
    ["delay", { ...sixty, delay: 60 }, /P60D/],
    ["delay", { ...sixty, delay: "PT24H" }, /duration/],
    ["delay", { ...sixty, delay: "P8000Y" }, /leaves the years/],
    ["delay", { ...sixty, delay: "-P9999999D", days: "working" }, /leaves the years/],
    ["days", { ...sixty, days: "workdays" }, /calendar, working, ouvrable, clear/],
    ["roll", { ...sixty, roll: true }, /none, next, previous/],
    ["roll", { from: "9999-12-31", delay: "P0D", roll: "next", closed: ["9999-12-31"] }, /leaves the years/],
    ["calendar", { ...sixty, calendar: "FR" }, /fr, fr-alsace-moselle, none/],
    ["counting", { ...sixty, counting: null }, /half-open, inclusive/],
    ["closed", { ...sixty, closed: "2026-05-04" }, /list/],
    ["closed", { ...sixty, closed: ["2026-05-04", "demain"] }, /got "demain"/],
    ["restarts", { ...sixty, restarts: [null] }, /got null/],
    ["extension", { ...sixty, extension: "30 jours" }, /duration/],
    ["extension", { ...sixty, extension: "-P3D" }, /same way/],
    ["extension", { ...sixty, extension: "P8000Y" }, /leaves the years/],
    ["at", { ...sixty, at: null }, /got null/],
    ["at", { ...sixty, at: "2026-03-02T10:00:00Z" }, /civil day/],
    ["suspensions", { ...sixty, suspensions: {} }, /list/],
    ["suspensions", { ...sixty, suspensions: ["2026-03-12/2026-03-20"] }, /from\/to/],
    ["suspensions", { ...sixty, suspensions: [{ from: "2026-03-12" }] }, /says its end/],
    ["suspensions", { ...sixty, suspensions: [{ to: "2026-03-12" }] }, /civil day/],
    ["suspensions", { ...sixty, suspensions: [{ from: "2026-03-12", to: "2026-03-11" }] }, /on or after/],
    ["suspensions", { ...sixty, suspensions: [{ from: "2026-03-12", to: null, by: "HAS" }] }, /Unknown field by/],
    ["suspensions", { ...sixty, suspensions: [{ from: "2026-03-12", to: "9999-12-31" }] }, /leaves the years/],
    ["form", { ...sixty, form: "2026-03-02" }, /Unknown field; expected some of from, delay/],
    ["__proto__", JSON.parse('{"from":"2026-03-02","delay":"P60D","__proto__":{}}'), /Unknown field/],
  ])("%s: %j", (field, query, detail) => {
    const found = problem(query);
    expect(found).toEqual({
      type: "/problems/bad-query",
      title: "The query can't be computed.",
      detail: expect.stringMatching(detail),
      field,
      errors: expect.any(Array),
    });
    expect(found.errors[0].detail).toBe(found.detail);
    expect(found.errors[0].pointer.split("/")[1] ?? "query").toBe(field);
  });

  test("every fault is listed, each at its pointer, and the first is the problem's own", () => {
    const { detail, field, errors } = problem({
      "sent/by": "HAS",
      from: "2026-02-30",
      days: "workdays",
      roll: true,
      closed: ["2026-05-04", "demain", null],
      suspensions: [
        { from: "2026-03-12", to: "2026-03-20" },
        { from: "2026-03-32", to: "never", by: "HAS" },
        { from: "2026-03-12", to: "2026-03-11" },
        {},
      ],
      restarts: "2026-03-05",
      extension: "30 jours",
      at: "hier",
    });
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      "/sent~1by",
      "/from",
      "/days",
      "/delay",
      "/extension",
      "/roll",
      "/closed/1",
      "/closed/2",
      "/suspensions/1/by",
      "/suspensions/1/from",
      "/suspensions/1/to",
      "/suspensions/2/to",
      "/suspensions/3/from",
      "/suspensions/3/to",
      "/restarts",
      "/at",
    ]);
    expect([field, detail]).toEqual(["sent/by", errors[0].detail]);
    expect(errors.find(({ pointer }) => pointer === "/closed/1")?.detail).toMatch(/got "demain"/);
  });

  test("the whole query is at fault at the empty pointer (RFC 6901)", () => {
    expect(problem([]).errors).toEqual([{ pointer: "", detail: expect.stringMatching(/object/) }]);
    const unnamed = problem({ ...sixty, "": 1, "a~1/b": 2 });
    expect([unnamed.field, ...unnamed.errors.map(({ pointer }) => pointer)]).toEqual(["", "/", "/a~01~1b"]);
  });

  test("a query of two hundred thousand faults has them all", () => {
    const closed = Array.from({ length: 200_000 }, () => null);
    expect(problem({ ...sixty, closed }).errors).toHaveLength(200_000);
  });

  test("a query without fault of form may still leave the calendar: one fault then", () => {
    expect(problem({ ...sixty, extension: "P8000Y", roll: "next" }).errors).toEqual([
      { pointer: "/extension", detail: "The last day leaves the years 1583 to 9999." },
    ]);
  });

  test("an absent field is its default, told or not", () => {
    expect(answer({ ...sixty, roll: undefined, at: undefined })).toEqual(answer(sixty));
  });

  test("a long value doesn't make a long sentence", () => {
    expect(problem({ ...sixty, from: "x".repeat(10_000) }).detail.length).toBeLessThan(300);
  });

  test("the largest queries stay quick", () => {
    const closed = Array.from({ length: 300 }, (_, i) => `2026-05-${String((i % 28) + 1).padStart(2, "0")}`);
    const begun = performance.now();
    expect(problem({ ...sixty, delay: "P9999999D", days: "ouvrable", closed }).field).toBe("delay");
    expect(answer({ from: "1583-01-01", delay: "P2000000D", days: "working" }).lastDay).toMatch(/^9[0-9]{3}-/);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe("a link", () => {
  test("spells the same query", () => {
    const link =
      "from=2026-03-02&delay=P60D&roll=next&suspensions=2026-03-12/2026-03-20&suspensions=2026-04-01/..&closed=2026-05-04&restarts=2026-03-03";
    const query = {
      from: "2026-03-02",
      delay: "P60D",
      roll: "next",
      suspensions: [
        { from: "2026-03-12", to: "2026-03-20" },
        { from: "2026-04-01", to: null },
      ],
      closed: ["2026-05-04"],
      restarts: ["2026-03-03"],
    };
    expect(queryFromParams(new URLSearchParams(link))).toEqual(query);
    const parsed = { ...query, suspensions: ["2026-03-12/2026-03-20", "2026-04-01/.."], closed: "2026-05-04" };
    expect(queryFromParams(parsed)).toEqual(query);
  });

  test("+ of an offset, when encoded, is read", () => {
    const query = queryFromParams(new URLSearchParams("from=2026-05-02T00:00:00%2B02:00&delay=P1D"));
    expect(calculate(query)).toMatchObject({ lastDay: "2026-05-03" });
  });

  test.each([
    ["from=2026-03-02&delay=P60D&from=2026-03-03", "from"],
    ["from=2026-03-02&delay=P60D&utm_source=mail", "utm_source"],
    ["from=2026-03-02&delay=P60D&suspensions=2026-03-12", "suspensions"],
    ["from=2026-03-02&delay=P60D&suspensions=2026-03-12/", "suspensions"],
    ["from=2026-03-02&delay=P60D&suspensions=../2026-03-12", "suspensions"],
    ["from=2026-03-02&delay=P60D&suspensions=2026-03-12/2026-03-20/2026-03-21", "suspensions"],
    ["from=2026-03-02&delay=P60D&at=", "at"],
    ["", "from"],
  ])("%s is refused for %s", (link, field) => {
    expect(problem(queryFromParams(new URLSearchParams(link))).field).toBe(field);
  });

  test("names the fault of each repetition, and every parameter that is missing", () => {
    const { errors } = problem(queryFromParams(new URLSearchParams("closed=2026-05-04&closed=x&suspensions=y&at=")));
    expect(errors.map(({ pointer }) => pointer)).toEqual(["/from", "/delay", "/closed/1", "/suspensions/0", "/at"]);
  });

  test("has no field that the contract doesn't name", () => {
    expect([...FIELDS].sort()).toEqual(
      [
        "from",
        "delay",
        "days",
        "roll",
        "calendar",
        "closed",
        "suspensions",
        "counting",
        "restarts",
        "extension",
        "at",
      ].sort(),
    );
  });
});
