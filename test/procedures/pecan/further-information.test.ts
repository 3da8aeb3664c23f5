import { describe, expect, test } from "vitest";
import {
  abandonmentConfirmed,
  acknowledgedOn,
  ansOpinion,
  answered,
  cnedimtsOpinion,
  consulted,
  decided,
  deemedReceptionReviewed,
  filed,
  type Pecan,
  requested,
  reviewed,
  withBothOpinionsOn,
  withdrawn,
} from "../../../rig/timelines/pecan.js";
import "./matchers.js";

/** Acknowledged on 2 March: the opinions are due on 1 May. */
const examined = (ruleset?: "parcours" | "css") => acknowledgedOn("2026-03-02", ruleset && { ruleset });
const opinions = (pecan: Pecan) => [pecan.lastDay("ansOpinion"), pecan.lastDay("cnedimtsOpinion")];

describe("PECAN, R. 162-112: a request stops every delay", () => {
  test("E9: they stop on the day addressed and run again from the receipt of the answer, not from its review", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"));
    expect(opinions(pecan)).toEqual([null, null]);
    pecan.on("2026-03-13", consulted("r1"));
    pecan.on("2026-03-20", answered("r1"));
    pecan.on("2026-03-26", reviewed("r1"));
    expect(opinions(pecan)).toEqual(["2026-05-09", "2026-05-09"]); // fifty days were left
    expect(pecan.clock("ansOpinion").suspendedDays).toBe(8);
    expect(pecan.notices("informationComplete", "applicant")[0]?.detail?.facts).toEqual({
      receivedOn: "2026-03-20",
    });
  });

  test("E10: the delays stop on the day addressed; the applicant's thirty days run from its first consultation", () => {
    const pecan = examined();
    pecan.on("2026-04-01", requested("r1"));
    pecan.on("2026-04-09", consulted("r1"));
    expect(pecan.clock("ansOpinion").state).toBe("suspended");
    expect(pecan.clock("furtherInformation:r1")).toMatchObject({ from: "2026-04-09", lastDay: "2026-05-11" });
    for (const party of ["applicant", "ministers"]) expect(pecan).toHaveTold(party, "receptionRecorded");
  });

  test("E11: never consulted in fifteen days, it is received on the day it was made available", () => {
    const pecan = examined();
    pecan.on("2026-04-01", requested("r1"));
    expect(pecan.lastDay("consultation:r1")).toBe("2026-04-16");
    pecan.untilTheEndOf("2026-04-16");
    expect(pecan.view.clocks.map(({ id }) => id)).not.toContain("furtherInformation:r1");
    pecan.on("2026-04-17");
    expect(pecan.clock("furtherInformation:r1")).toMatchObject({ from: "2026-04-01", lastDay: "2026-05-04" }); // 1 May, a holiday
  });

  test.each([
    ["consent", { consentRecorded: false }],
    ["the availability e-mail", { availabilityEmailSent: false }],
  ])("E11: without %s nothing is deemed received: a person establishes the day", (_, how) => {
    const pecan = examined();
    pecan.on("2026-04-01", requested("r1", how));
    pecan.on("2026-04-20");
    expect(pecan.tasks("establishReception")).toHaveLength(1);
    expect(pecan.view.clocks.map(({ id }) => id)).not.toContain("furtherInformation:r1");
    pecan.on("2026-04-21", consulted("r1", { by: "ministers" }));
    expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-05-21");
  });

  test("by registered letter, the thirty days run from the receipt, however late", () => {
    const pecan = examined();
    pecan.on("2026-04-01", requested("r1", { means: "registered-letter" }));
    expect(pecan.view.clocks.map(({ name }) => name)).not.toContain("consultation");
    pecan.on("2026-04-24", consulted("r1", { by: "ministers" }));
    expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-05-26"); // 24 and 25 May: Sunday, Whit Monday
  });

  test("answered before it was consulted: received at the latest that day, and nobody waits for a consultation any more", () => {
    const pecan = examined();
    pecan.on("2026-04-01", requested("r1"));
    pecan.on("2026-04-03", answered("r1"));
    expect(pecan.clock("consultation:r1").state).toBe("stopped");
    expect([...pecan.view.whoseMove].sort()).toEqual(["ANS", "CNEDiMTS", "ministers"]);
    pecan.on("2026-04-20");
    expect(pecan.notices("reminder").filter(({ about }) => about?.includes(":r1"))).toEqual([]);
    expect(pecan.notices("receptionRecorded")).toEqual([]);
    pecan.on("2026-04-20", reviewed("r1", false));
    expect(pecan.notices("receptionRecorded", "applicant")[0]?.detail?.facts).toMatchObject({
      receivedOn: "2026-04-03",
    });
    expect(pecan.clock("furtherInformation:r1")).toMatchObject({ from: "2026-04-03", lastDay: "2026-05-04" }); // 3 May is a Sunday
    pecan.on("2026-05-05");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-05-05");
  });

  test("while its answer is examined the applicant owes nothing; partial, its delay goes on as it was", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-03-20", answered("r1"));
    expect(pecan.clock("furtherInformation:r1")).toMatchObject({
      state: "met",
      closed: { on: "2026-03-20", act: "furtherInformationReceived" },
    });
    expect(pecan.view.whoseMove).not.toContain("applicant");
    pecan.on("2026-03-24", reviewed("r1", false));
    expect(pecan.view.clocks.filter(({ name }) => name === "furtherInformation")).toEqual([
      expect.objectContaining({ state: "running", from: "2026-03-12", lastDay: "2026-04-13" }),
    ]);
    expect(pecan.view.whoseMove).toContain("applicant");
    // Its letter says until when, whatever stopped meanwhile.
    expect(pecan.notices("informationPartial")[0]?.detail?.dates).toContainEqual(
      expect.objectContaining({ clock: "furtherInformation:r1", lastDay: "2026-04-13" }),
    );
  });

  describe("a request by letter is received as its receipt proves it", () => {
    const byLetter = () => examined().on("2026-03-12", requested("r1", { means: "registered-letter" }));

    test("the ministers record it, never the applicant's word alone", () => {
      const pecan = byLetter();
      expect(pecan.refusal("2026-03-16", consulted("r1")).message).toContain("avis de réception");
      pecan.on("2026-03-16", { ...consulted("r1"), by: "ministers" });
      expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-04-15");
    });

    test("without any proof after fifteen days, they have to establish it", () => {
      const pecan = byLetter();
      pecan.untilTheEndOf("2026-03-27");
      expect(pecan.tasks("establishReception")).toEqual([]);
      pecan.on("2026-03-28");
      expect(pecan.tasks("establishReception").map(({ party }) => party)).toEqual(["ministers"]);
    });
  });

  describe("an answer comes in as many parts as the applicant likes", () => {
    const asked = () => examined().on("2026-03-12", requested("r1", { items: ["A", "B"] }), consulted("r1"));

    test("the delays stay stopped until the last part that was asked, and run again from its day", () => {
      const pecan = asked();
      pecan.on("2026-03-20", answered("r1", {}, ["A"]));
      expect(opinions(pecan)).toEqual([null, null]);
      expect([...pecan.view.whoseMove].sort()).toEqual(["applicant", "ministers"]);
      expect(pecan.notices("informationReceived", "applicant")[0]?.detail?.facts).toMatchObject({
        items: ["A"],
        missing: ["B"],
      });
      pecan.on("2026-03-25", answered("r1", {}, ["B"]));
      expect(opinions(pecan)).toEqual(["2026-05-14", "2026-05-14"]); // 13 days later
      expect(pecan.view.whoseMove).not.toContain("applicant");
      pecan.on("2026-04-03", reviewed("r1"));
      expect(opinions(pecan)).toEqual(["2026-05-14", "2026-05-14"]);
    });

    test("found complete with less, they run again from the day of the last part, even if that is found later", () => {
      const pecan = asked();
      pecan.on("2026-03-20", answered("r1", {}, ["A"]));
      pecan.on("2026-04-07", reviewed("r1"));
      expect(pecan.phaseOf("r1")).toBe("satisfied");
      expect(opinions(pecan)).toEqual(["2026-05-09", "2026-05-09"]); // 8 days later, not 26
    });

    test("a part more is taken while the answer is under review, and costs nothing", () => {
      const pecan = asked();
      pecan.on("2026-03-20", answered("r1", {}, ["A", "B"]));
      pecan.on("2026-03-24", answered("r1", {}, ["A"]));
      pecan.on("2026-03-26", reviewed("r1"));
      expect(opinions(pecan)).toEqual(["2026-05-09", "2026-05-09"]);
    });

    test("a part that wasn't sent in the delay ends the application; the parts sent by then never do by themselves", () => {
      const half = asked();
      half.on("2026-03-20", answered("r1", {}, ["A"]));
      half.untilTheEndOf("2026-04-13"); // 11 April is a Saturday
      expect(half).toBeOpen();
      half.on("2026-04-14");
      expect(half).toHaveEnded("deemedAbandoned", "2026-04-14");
      const whole = asked();
      whole.on("2026-03-20", answered("r1", {}, ["A"]));
      whole.on("2026-04-13", answered("r1", {}, ["B"]));
      whole.on("2026-05-21");
      expect(whole).toBeOpen();
    });

    test("what wasn't asked is refused, and says what was; nothing is reviewed before a part has come", () => {
      const pecan = asked();
      expect(pecan.refusal("2026-03-20", answered("r1", {}, ["C"])).message).toContain("A ; B");
      expect(pecan.refusal("2026-03-20", reviewed("r1"))).toMatchObject({ type: "not-awaited", notAwaited: "not-yet" });
    });
  });

  test("E8: a partial answer leaves the delays stopped, until the day the last missing item is received", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-03-20", answered("r1"));
    pecan.on("2026-03-24", reviewed("r1", false));
    expect(opinions(pecan)).toEqual([null, null]);
    expect(pecan.phaseOf("r1")).toBe("partial");
    expect(pecan).toHaveTold("applicant", "informationPartial");
    pecan.on("2026-04-02", answered("r1"));
    pecan.on("2026-04-07", reviewed("r1"));
    expect(opinions(pecan)).toEqual(["2026-05-22", "2026-05-22"]); // 21 days later
  });

  test("E8: partial after the delay, what still arrives may be taken instead of confirming the abandonment", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-04-10", answered("r1"));
    pecan.on("2026-04-20", reviewed("r1", false)); // the delay ended on 13 April, the answer under review
    expect(pecan.tasks("confirmAbandonment")).toHaveLength(1);
    pecan.on("2026-04-22", answered("r1"));
    pecan.on("2026-04-24", reviewed("r1"));
    expect(pecan.phaseOf("r1")).toBe("satisfied");
    expect(pecan.clock("ansOpinion").suspendedDays).toBe(41);
  });
  test("E8: still partial on the last day, the application is deemed abandoned", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-03-20", answered("r1"));
    pecan.on("2026-03-24", reviewed("r1", false));
    pecan.on("2026-04-14"); // 11 April is a Saturday: until Monday 13
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-04-14");
  });

  test("an answer under review when the delay ends isn't abandoned by time; partial, the ministers confirm the abandonment", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-04-13", answered("r1"));
    pecan.on("2026-04-14");
    expect(pecan).toBeOpen();
    pecan.on("2026-04-16", reviewed("r1", false));
    expect(pecan.tasks("confirmAbandonment")).toHaveLength(1);
    expect(pecan).toBeOpen();
    pecan.on("2026-04-17", abandonmentConfirmed("r1"));
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-04-17");
  });

  test("E6: two requests that overlap stop the delays over their union, and each has its own delay", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-03-20", requested("r2"), consulted("r2"));
    pecan.on("2026-04-02", answered("r1"), reviewed("r1"));
    expect(pecan.clock("ansOpinion").state).toBe("suspended");
    expect([pecan.lastDay("furtherInformation:r1"), pecan.lastDay("furtherInformation:r2")]).toEqual([
      "2026-04-13",
      "2026-04-20", // 19 April is a Sunday
    ]);
    pecan.on("2026-04-10", answered("r2"), reviewed("r2"));
    expect(opinions(pecan)).toEqual(["2026-05-30", "2026-05-30"]); // 29 days, not 42
  });

  test("E7: the first answered, the second not: the whole application is deemed abandoned", () => {
    const pecan = examined();
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-03-20", requested("r2"), consulted("r2"));
    pecan.on("2026-04-02", answered("r1"), reviewed("r1"));
    pecan.on("2026-04-21");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-04-21");
  });

  test("E18: a request on the very day the opinion is due stops it: due on the day of the answer", () => {
    const pecan = examined();
    pecan.on("2026-05-01", requested("r1"), consulted("r1"));
    expect(opinions(pecan)).toEqual([null, null]);
    pecan.on("2026-05-11", answered("r1"), reviewed("r1"));
    expect(opinions(pecan)).toEqual(["2026-05-11", "2026-05-11"]);
    expect(pecan.tasks("ansOpinionDueAtOnce").map(({ party, about }) => [party, about])).toEqual([["ANS", "r1"]]);
    expect(pecan.tasks("cnedimtsOpinionDueAtOnce").map(({ party }) => party)).toEqual(["CNEDiMTS"]);
    pecan.on("2026-05-12");
    expect(pecan.lines("overrun").map((line) => line.split(" ")[2])).toEqual(["ansOpinion", "cnedimtsOpinion"]);
  });

  test("E19: a request after the opinion was due revives nothing; the applicant's delay is valid all the same", () => {
    const pecan = examined();
    pecan.on("2026-05-04", requested("r1"), consulted("r1"));
    expect(pecan.clock("ansOpinion")).toMatchObject({ state: "overdue", lastDay: "2026-05-01" });
    expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-06-03");
    pecan.on("2026-06-04");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-06-04");
  });

  test("E45: an applicant's rolled deadline isn't what suspensions work on; an opinion's last day is never rolled", () => {
    const pecan = acknowledgedOn("2026-02-10"); // due Saturday 11 April
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-03-20", answered("r1"), reviewed("r1"));
    expect(opinions(pecan)).toEqual(["2026-04-19", "2026-04-19"]); // a Sunday; from the 13th it would be the 21st
  });
});

describe("PECAN, R. 162-112, al. 6: both sides of the midnight", () => {
  /** Consulted on 8 April: thirty days end on 8 May, a holiday; rolled to Monday 11. */
  const dueOn11May = () => {
    const pecan = examined();
    pecan.on("2026-04-08", requested("r1"), consulted("r1"));
    expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-05-11");
    return pecan;
  };

  test.each([
    ["Ascension; the Friday of the bridge is a working day", "2026-04-14", "2026-05-15"],
    ["a Saturday", "2026-04-16", "2026-05-18"],
    ["1 May before a week-end", "2026-04-01", "2026-05-04"],
  ])("E44: the company's delay rolls to the next working day (%s)", (_, consultedOn, lastDay) => {
    const pecan = examined();
    pecan.on(consultedOn, requested("r1"), consulted("r1"));
    expect(pecan.lastDay("furtherInformation:r1")).toBe(lastDay);
    expect(opinions(pecan)).toEqual([null, null]);
  });

  test("the abandonment has effect at midnight and is told at noon of the next working day", () => {
    const pecan = dueOn11May();
    pecan.untilTheEndOf("2026-05-11");
    expect(pecan).toBeOpen();
    pecan.until("2026-05-11T22:00:00.000Z");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-05-12");
    expect(pecan.view).toMatchObject({ status: "open", ending: { final: false, toldAt: null } });
    expect(pecan.notices("abandoned")).toEqual([]);
    expect(pecan.live.concluded).toBe(false);
    pecan.until("2026-05-12T09:59:59.999Z");
    expect(pecan.notices("abandoned")).toEqual([]);
    pecan.until("2026-05-12T10:00:00.000Z");
    expect(pecan.view).toMatchObject({
      status: "concluded",
      ending: { final: true, toldAt: "2026-05-12T10:00:00.000Z" },
    });
    for (const party of ["applicant", "ministers", "HAS", "ANS"]) expect(pecan).toHaveTold(party, "abandoned");
  });

  test("an abandonment of a Saturday is told on Monday", () => {
    const pecan = examined();
    pecan.on("2026-04-15", requested("r1"), consulted("r1")); // until Friday 15 May
    pecan.until("2026-05-17T12:00:00Z");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-05-16");
    expect(pecan.notices("abandoned")).toEqual([]);
    pecan.on("2026-05-18");
    expect(pecan).toHaveTold("applicant", "abandoned");
  });

  test("E1: received at 23:59:59 and recorded the next morning, before it was told: nothing false was ever said", () => {
    const pecan = dueOn11May();
    pecan.until("2026-05-12T06:00:00Z");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-05-12");
    pecan.on("2026-05-11T21:59:59Z", answered("r1", { recorded: "2026-05-12T07:00:00Z" }));
    expect(pecan).toBeOpen();
    expect(pecan.lines("rectified")).toEqual([]);
    pecan.on("2026-05-12");
    expect(pecan.notices("abandoned")).toEqual([]);
    expect(pecan.lines("ending", "lapsed").filter((line) => line.includes("deemedAbandoned"))).toEqual([]);
  });

  test("E1: recorded after it was told: the abandonment is rectified, the case goes on, each addressee is told again", () => {
    const pecan = dueOn11May();
    pecan.on("2026-05-12");
    expect(pecan.live.concluded).toBe(true);
    pecan.on("2026-05-11T21:59:59Z", answered("r1", { recorded: "2026-05-13T07:00:00Z" }));
    expect(pecan).toBeOpen();
    expect(pecan.live.concluded).toBe(false);
    expect(pecan.lines("rectified")).toEqual([
      "2026-05-12 rectified furtherInformation applicant furtherInformation:r1",
      "2026-05-12 rectified abandoned applicant r1",
      "2026-05-12 rectified abandoned ministers r1",
      "2026-05-12 rectified abandoned HAS r1",
      "2026-05-12 rectified abandoned ANS r1",
      "2026-05-12 rectified deemedAbandoned",
    ]);
    pecan.on("2026-05-15", reviewed("r1"));
    expect(opinions(pecan)).toEqual(["2026-06-03", "2026-06-03"]); // 23 days left on 8 April
  });

  test("E2: received at 00:00:00 of the next day, it is late", () => {
    const pecan = dueOn11May();
    const refusal = pecan.refusal("2026-05-11T22:00:00Z", answered("r1", { recorded: "2026-05-12T07:00:00Z" }));
    expect(refusal).toMatchObject({ type: "not-awaited", source: "CSS R. 162-112, al. 6" });
    expect(refusal.message).toContain("12 mai 2026");
  });

  test("E3: sent on the last day, acknowledged the next: the registered receipt of the last day is what counts", () => {
    const pecan = dueOn11May();
    pecan.on("2026-05-11T21:40:00Z", answered("r1", { receivedAt: "2026-05-12T06:30:00Z" }));
    expect(pecan).toBeOpen();
  });

  test("E33: a withdrawal received in time wins over the abandonment", () => {
    const pecan = dueOn11May();
    pecan.on("2026-05-11T21:58:00Z", withdrawn({ recorded: "2026-05-12T07:00:00Z" }));
    expect(pecan).toHaveEnded("withdrawn", "2026-05-11");
    pecan.on("2026-05-13");
    expect(pecan.notices("abandoned")).toEqual([]);
  });

  test("reminders come ten, three and one days before, and none after the answer", () => {
    const pecan = dueOn11May();
    pecan.on("2026-05-09", answered("r1"));
    const reminders = pecan.notices("reminder").filter(({ about }) => about?.startsWith("furtherInformation:r1"));
    expect(reminders.map(({ on }) => on)).toEqual(["2026-05-01", "2026-05-08"]);
  });

  test("after the end of the case, an act is refused with the ending and its source", () => {
    const pecan = dueOn11May();
    pecan.on("2026-05-13");
    expect(pecan.refusal("2026-05-13", ansOpinion()).message).toContain("réputée abandonnée");
  });
});

describe("PECAN, step 13: the ministers' own requests (C3, P7)", () => {
  const lengthUnder = (ruleset: "parcours" | "css") => {
    const pecan = withBothOpinionsOn("2026-05-04", { ruleset });
    pecan.on("2026-05-11", requested("r1"), consulted("r1"));
    return pecan;
  };

  test("under parcours, ten days; the other reading is kept beside, with its source", () => {
    const pecan = lengthUnder("parcours");
    expect(pecan.clock("ministersInformation:r1")).toMatchObject({
      lastDay: "2026-05-21",
      source: "Parcours G_NIUS, étape 13",
    });
    expect(pecan.clock("decision").state).toBe("suspended");
    const { rule } = pecan.live.clocks.find(({ id }) => id === "ministersInformation:r1")!;
    expect(rule.otherwise?.map(({ source }) => source.ref)).toEqual(["CSS R. 162-112, al. 5", "Lecture C3"]);
    pecan.on("2026-05-22");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-05-22");
  });

  test("under css, thirty days", () => {
    const pecan = lengthUnder("css");
    expect(pecan.clock("ministersInformation:r1")).toMatchObject({
      lastDay: "2026-06-10",
      source: "CSS R. 162-112, al. 5",
    });
    pecan.untilTheEndOf("2026-06-10");
    expect(pecan).toBeOpen();
    pecan.on("2026-06-11");
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-06-11");
  });

  test("the decision's delay resumes with what was left when the request was addressed", () => {
    const pecan = lengthUnder("parcours"); // due on 3 June, 23 days left on 11 May
    pecan.on("2026-05-20", answered("r1"), reviewed("r1"));
    expect(pecan.lastDay("decision")).toBe("2026-06-12");
  });

  test("its length is fixed on the day addressed: still open when the last opinion arrives, it keeps thirty days", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-20", ansOpinion());
    pecan.on("2026-04-21", requested("r1"), consulted("r1"));
    pecan.on("2026-04-22", cnedimtsOpinion());
    expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-05-21");
  });

  test("a request addressed between an opinion and its receipt by the ministers belongs to the stage of the opinions", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-20", ansOpinion());
    pecan.on(
      "2026-04-22",
      cnedimtsOpinion(undefined, { at: "2026-04-22T08:00:00Z", receivedAt: "2026-04-27T08:00:00Z" }),
    );
    pecan.on(
      "2026-04-24",
      requested("r1", {}, { recorded: "2026-04-28" }),
      consulted("r1", { recorded: "2026-04-28" }),
    );
    expect(pecan.lastDay("furtherInformation:r1")).toBe("2026-05-26");
  });

  test("E11: never consulted, its ten days would be over already: a person confirms the abandonment", () => {
    const pecan = withBothOpinionsOn("2026-05-04");
    pecan.on("2026-05-11", requested("r1"));
    pecan.on("2026-05-27");
    expect(pecan.tasks("reviewDeemedReception")).toHaveLength(1);
    expect(pecan).toBeOpen();
    pecan.on("2026-05-28", deemedReceptionReviewed("r1", "abandon"));
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-05-28");
  });

  test("E11: or lets it run from the day on which it looked", () => {
    const pecan = withBothOpinionsOn("2026-05-04");
    pecan.on("2026-05-11", requested("r1"));
    pecan.on("2026-05-28", deemedReceptionReviewed("r1", "run"));
    expect(pecan.lastDay("ministersInformation:r1")).toBe("2026-06-08"); // 7 June is a Sunday
  });
});

describe("PECAN: withdrawal (E26)", () => {
  test.each([
    ["before the acknowledgement", "2026-02-02", () => filed("2026-01-05")],
    ["during the examination", "2026-03-10", () => acknowledgedOn("2026-03-02")],
    ["after both opinions", "2026-05-12", () => withBothOpinionsOn("2026-05-04")],
  ])("%s, it ends the case and stops every delay", (_, day, open) => {
    const pecan = open();
    pecan.on(day, withdrawn());
    expect(pecan).toHaveEnded("withdrawn", day);
    expect(pecan.view.clocks.every(({ state }) => state === "stopped" || state === "met")).toBe(true);
    expect(pecan.view.owed).toEqual([]);
    for (const party of ["applicant", "ministers", "ANS", "HAS"]) expect(pecan).toHaveTold(party, "withdrawn");
  });

  test("opinions already given stand; after the decision, it comes too late", () => {
    const pecan = withBothOpinionsOn("2026-05-04");
    pecan.on("2026-05-12", withdrawn());
    expect(pecan.lines("rectified")).toEqual([]);
    const granted = withBothOpinionsOn("2026-05-04");
    granted.on("2026-05-12", decided(undefined, "2026-05-12"));
    expect(granted.refusal("2026-05-13", withdrawn()).message).toContain("précède la décision");
  });
});
