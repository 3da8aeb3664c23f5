import { describe, expect, test } from "vitest";
import { Case } from "../../../case/case.js";
import { instant } from "../../../law/instant.js";
import { procedureOf } from "../../../procedures/all.js";
import {
  acknowledgedOn,
  ansOpinion,
  answered,
  cnedimtsOpinion,
  consulted,
  coveredFrom,
  decided,
  listingRequested,
  type Pecan,
  requested,
  withBothOpinionsOn,
} from "../../../rig/timelines/pecan.js";
import "./matchers.js";

const procedure = procedureOf("pecan");

describe("An act counts from its own day, not from the day it is recorded", () => {
  test("E69: an act of last week moves the dates as if it had been recorded then", () => {
    const late = acknowledgedOn("2026-03-02");
    late.on("2026-03-12", requested("r1", {}, { recorded: "2026-03-19" }));
    late.on("2026-03-13", consulted("r1", { recorded: "2026-03-20" }));
    const inTime = acknowledgedOn("2026-03-02");
    inTime.on("2026-03-12", requested("r1"));
    inTime.on("2026-03-13", consulted("r1"));
    inTime.on("2026-03-20");
    expect({ ...late.view, version: 0 }).toEqual({ ...inTime.view, version: 0 });
  });

  test("E69: recorded late, an act that newly ends the case adversely asks a person to confirm, and writes nothing till then", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1", { means: "registered-letter" }));
    pecan.on("2026-05-04");
    const receipt = consulted("r1", { by: "ministers", recorded: "2026-05-04" });
    const refusal = pecan.refusal("2026-03-16", receipt); // its thirty days ended on 15 April
    expect(refusal.type).toBe("confirm");
    expect(refusal.message).toContain("réputée abandonnée");
    expect(refusal.source).toBe("CSS R. 162-112, al. 6");
    pecan.on("2026-03-16", { ...receipt, confirm: true });
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-04-16");
    expect(pecan).toHaveTold("applicant", "abandoned");
  });

  test("what no longer holds is rectified, never erased; what still holds isn't told twice", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-05-04"); // both opinions are overdue and told
    const before = pecan.journal.length;
    pecan.on("2026-05-01", ansOpinion("favourable", { recorded: "2026-05-04" }));
    expect(pecan.lines("rectified")).toEqual([
      "2026-05-02 rectified ansOpinion ANS ansOpinion",
      "2026-05-02 rectified overrun ANS ansOpinion",
      "2026-05-02 rectified overrun ministers ansOpinion",
    ]);
    expect(pecan.journal[before]).toMatchObject({ kind: "rectified", detail: { kind: "overrun" } });
    expect(pecan.notices("overrun", "CNEDiMTS")).toHaveLength(1);
    const told = pecan.journal.map(({ kind, name, party, about }) => [kind, name, party, about].join());
    const repeated = told.filter((line, i) => line.startsWith("notice") && told.indexOf(line) !== i);
    expect(repeated).toEqual([]);
  });

  test("a late act after which a later one no longer fits is refused, and the refusal names that one", () => {
    const pecan = withBothOpinionsOn("2026-05-04");
    pecan.on("2026-05-20", decided({ depression: "granted" }, "2026-05-19"));
    const unfavourable = { ...ansOpinion("unfavourable"), recorded: "2026-05-21" };
    const refusal = pecan.refusal("2026-04-20", unfavourable);
    expect(refusal.type).toBe("conflict");
    expect(refusal.message).toContain("« Avis de l'ANS rendu »");
  });

  test("E46: in the night that has 02:30 twice, acts follow each other by instant; the day is the same", () => {
    const pecan = acknowledgedOn("2026-10-05");
    const second = "2026-10-25T01:30:00Z"; // 02:30, winter time
    const first = "2026-10-25T00:30:00Z"; // 02:30, summer time
    pecan.on(second, requested("r2", {}, { recorded: "2026-10-26" }));
    pecan.on(first, requested("r1", {}, { recorded: "2026-10-26" }));
    const asked = pecan.live.entries.filter(
      ({ kind, name }) => kind === "act" && name === "furtherInformationRequested",
    );
    expect(asked.map(({ on, at }) => [on, at])).toEqual([
      ["2026-10-25", "2026-10-25T00:30:00.000Z"],
      ["2026-10-25", "2026-10-25T01:30:00.000Z"],
    ]);
  });

  test("acts of one day keep the order of their instants, whatever came undated between them", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12T10:00:00Z", requested("r1", {}, { recorded: "2026-03-12T16:00:00Z" }));
    pecan.on("2026-03-12", { ...ansOpinion(), recorded: "2026-03-12T16:01:00Z" });
    pecan.on("2026-03-12T09:00:00Z", requested("r2", {}, { recorded: "2026-03-12T16:02:00Z" }));
    const restored = Case.restore(procedure, pecan.live.snapshot());
    expect(restored.entries).toEqual(pecan.live.entries);
    const acts = pecan.live.entries.filter(({ kind, on }) => kind === "act" && on === "2026-03-12");
    expect(acts.map(({ name, detail }) => [name, (detail?.body as { request?: string } | undefined)?.request])).toEqual(
      [
        ["furtherInformationRequested", "r2"],
        ["furtherInformationRequested", "r1"],
        ["ansOpinionRendered", undefined],
      ],
    );
  });
});

describe("An act is taken once, from who may send it, with a date that exists", () => {
  test("E67: the same act sent again is answered with its number and changes nothing", () => {
    const pecan = acknowledgedOn("2026-03-02");
    const message = { id: "key-1", by: "ANS", on: "2026-04-01", body: ansOpinion().body };
    const now = instant("2026-04-01T10:00:00Z");
    const number = pecan.live.accept("ansOpinionRendered", message, now);
    const { version } = pecan.live;
    expect(pecan.live.accept("ansOpinionRendered", message, now)).toBe(number);
    expect(pecan.live.version).toBe(version);
  });

  test.each([
    ["a future day", { on: "2026-04-02" }, "/on"],
    ["a day that doesn't exist", { on: "2026-02-30" }, "/on"],
    ["no date at all", {}, "/on"],
    ["a day before the filing", { on: "2025-12-31" }, "/on"],
    ["received before it was made", { on: "2026-04-01", receivedAt: "2026-03-31T10:00:00Z" }, "/receivedAt"],
    ["an instant of another day", { on: "2026-03-31", at: "2026-04-01T08:00:00Z" }, "/at"],
    ["an unknown field", { on: "2026-04-01", comment: "…" }, "/comment"],
    ["about something, though the act is about the case", { on: "2026-04-01", about: "depression" }, "/about"],
    ["an unknown field of the body", { on: "2026-04-01", body: { sense: "favourable", note: "…" } }, "/body/note"],
  ])("%s is malformed, with a pointer to the fault", (_, message, pointer) => {
    const pecan = acknowledgedOn("2026-03-02");
    const act = { id: "x", by: "ANS", body: ansOpinion().body, ...message };
    const send = () => pecan.live.accept("ansOpinionRendered", act, instant("2026-04-01T10:00:00Z"));
    expect(send).toThrow(expect.objectContaining({ type: "malformed", fault: expect.objectContaining({ pointer }) }));
  });

  test("an act of another party is refused, and the refusal says whose it is", () => {
    const pecan = acknowledgedOn("2026-03-02");
    const refusal = pecan.refusal("2026-04-01", { ...ansOpinion(), by: "applicant" });
    expect(refusal).toMatchObject({ type: "not-allowed", source: "CSS R. 162-115" });
    expect(refusal.message).toContain("Agence du numérique en santé");
  });
});

describe("What two passages await", () => {
  test("is owed once: an answer that both clocks wait for is one task of the applicant", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"));
    const asked = pecan.live.view().owed.filter(({ party }) => party === "applicant");
    expect(asked.map(({ names, about }) => `${names} ${about}`)).toEqual([
      "furtherInformationReceived r1",
      "requestConsulted r1",
    ]);
  });
});

describe("An act that is struck", () => {
  test("is as if it had not been: what it told is rectified, and the strike is traced", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"));
    pecan.strike("2026-03-13", "furtherInformationRequested");
    expect(pecan.clock("ansOpinion")).toMatchObject({ state: "running", lastDay: "2026-05-01" });
    expect(pecan.lines("rectified").map((line) => line.split(" ").slice(2, 4).join(" "))).toContain(
      "informationRequested applicant",
    );
    expect(pecan.journal.filter(({ name }) => name === "strike")).toHaveLength(1);
    pecan.on("2026-03-14", requested("r1")); // its name is free again
  });

  test("what follows from its absence is told with the strike itself, not with the next message", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-04-20", ansOpinion());
    pecan.on("2026-05-04");
    const { changes, number } = pecan.strike("2026-05-04", "ansOpinionRendered");
    expect(pecan.lines("overrun")).toContain("2026-05-02 overrun ansOpinion ANS ansOpinion");
    expect(changes.notices).toContainEqual({ party: "ministers", notice: "overrun", about: "ansOpinion" });
    expect(pecan.journal.at(-1)?.number).toBeGreaterThan(number);
  });

  test("isn't struck when a later act rests on it: that one is named", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    expect(() => pecan.strike("2026-03-13", "furtherInformationRequested")).toThrow(
      /« Demande reçue ».*écartez-le d'abord/,
    );
  });

  test("when that would end the case adversely, it must be confirmed, and until then nothing is written", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-04-01", answered("r1"));
    pecan.on("2026-05-04");
    const { version } = pecan.live;
    expect(() => pecan.strike("2026-05-04", "furtherInformationReceived")).toThrow(/confirm/);
    expect(pecan.live.version).toBe(version);
    expect(pecan.live.takeNews()).toEqual([]);
    pecan.strike("2026-05-04", "furtherInformationReceived", true);
    expect(pecan).toHaveEnded("deemedAbandoned", "2026-04-14");
  });

  test("E68: an acknowledgement is corrected by striking it and issuing another: both are traced, the delays follow", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.strike("2026-03-05", "applicationAcknowledged");
    expect(pecan.view.phase).toBe("reception");
    pecan.on("2026-03-04", { act: "applicationAcknowledged", by: "ministers", body: {}, recorded: "2026-03-05" });
    expect(pecan.lastDay("ansOpinion")).toBe("2026-05-03");
  });

  const refused = (pecan: Pecan, by: string, about: string | undefined, body: object = { reason: "…" }) => {
    const { version } = pecan.live;
    let fault: unknown;
    try {
      pecan.live.accept("strike", { id: "s", by, about: about ?? "", body }, pecan.now);
    } catch (refusal) {
      fault = refusal;
    }
    expect(pecan.live.version, `struck by ${by}`).toBe(version);
    return fault;
  };
  const latest = (pecan: Pecan, act: string) => pecan.live.recordedActs.findLast((each) => each.act === act)?.id;

  test("is struck by its sender or by the authority named for it, and by no recipient", () => {
    const covered = coveredFrom("2026-08-31", "2026-09-07");
    for (const by of ["applicant", "ANS", "HAS", "CNEDiMTS", "ANSM", "CNP", "insurer"])
      expect(refused(covered, by, latest(covered, "orderPublished")), by).toMatchObject({
        type: "not-allowed",
        message: expect.stringContaining("L'écarte : Ministres chargés de la santé"),
      });
    const { changes } = covered.strike("2026-09-08", "orderPublished", false, "ministers");
    expect(changes.rectified).toContainEqual(expect.objectContaining({ kind: "act", name: "orderPublished" }));
    expect(covered.view.phase).toBe("publication");
  });

  test("whoever sent it, and every party that had been told its effect, is told; the receipt lists what leaves", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    const before = pecan.journal.length;
    const { changes } = pecan.strike("2026-03-13", "requestConsulted", false, "ministers");
    const struck = changes.notices.filter(({ notice }) => notice === "struck").map(({ party }) => party);
    expect(struck).not.toContain("ministers");
    const rectified = pecan.journal.slice(before).filter(({ kind }) => kind === "rectified");
    expect(changes.rectified.map(({ number }) => number)).toEqual(rectified.map(({ detail }) => detail?.rectifies));
    const told = rectified.flatMap(({ detail, party }) => (detail?.kind === "notice" ? [party] : []));
    const author = pecan.live.recordedActs.find(({ act }) => act === "requestConsulted")?.by;
    expect(new Set(struck)).toEqual(new Set([author, ...told].filter((party) => party !== "ministers")));

    pecan.on("2026-03-14", consulted("r1", { by: "applicant" }));
    pecan.strike("2026-03-14", "requestConsulted", false, "ministers");
    expect(pecan.journal.at(-1)).toMatchObject({ kind: "notice", name: "struck", party: "applicant" });
  });

  test("its sender doesn't take back what binds him, nor when he was reached; nor does he reopen a case that has ended", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"), { ...consulted("r1"), by: "applicant" });
    expect(refused(pecan, "applicant", latest(pecan, "requestConsulted"))).toMatchObject({ type: "not-allowed" });
    pecan.on("2026-03-13", answered("r1"));
    pecan.strike("2026-03-13", "furtherInformationReceived", false, "applicant");
    pecan.on("2026-03-14", answered("r1"), { act: "withdrawn", by: "applicant", body: {} });
    expect(refused(pecan, "applicant", latest(pecan, "withdrawn"))).toMatchObject({ type: "not-allowed" });
    expect(refused(pecan, "applicant", latest(pecan, "furtherInformationReceived"))).toMatchObject({
      message: expect.stringContaining("ne s'écarte plus par lui une fois le dossier clos"),
    });
    pecan.strike("2026-03-15", "withdrawn", false, "ministers");
    expect(pecan.live.concluded).toBe(false);
  });

  test("a strike says why, and names an act that stands", () => {
    const pecan = acknowledgedOn("2026-03-02");
    const about = String(pecan.journal.findLast(({ kind }) => kind === "act")?.number);
    expect(refused(pecan, "ministers", about, {})).toMatchObject({
      fault: { pointer: "/body/reason", code: "required" },
    });
    expect(refused(pecan, "ministers", "1")).toMatchObject({ fault: { pointer: "/about", code: "not-to-strike" } });
  });
});

describe("A concluded case", () => {
  test("is reopened from its snapshot by a receipt of the last day: the abandonment is rectified", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"), consulted("r1"));
    pecan.on("2026-04-15");
    expect(pecan.live.concluded).toBe(true);
    const reopened = Case.restore(procedure, JSON.parse(JSON.stringify(pecan.live.snapshot())));
    const now = instant("2026-04-20T08:00:00Z");
    const message = { id: "late", by: "applicant", about: "r1", at: "2026-04-13T21:59:00Z", body: answered("r1").body };
    const preview = reopened.preview("furtherInformationReceived", message, now);
    expect(preview.case.status).toBe("open");
    const receipt = reopened.receive("furtherInformationReceived", message, now);
    expect(receipt).toEqual(preview.receipt);
    expect(reopened.concluded).toBe(false);
    expect(reopened.takeNews().map(({ kind, name }) => `${kind} ${name}`)).toContain("rectified deemedAbandoned");
    expect(reopened.view(now).clocks.find(({ id }) => id === "ansOpinion")).toMatchObject({ lastDay: "2026-06-02" });
  });

  test("E66: goes through the years of a PECAN in one snapshot", () => {
    const pecan = coveredFrom("2026-09-10");
    pecan.on("2027-03-01", listingRequested("depression", "lppr"));
    const restored = Case.restore(procedure, JSON.parse(JSON.stringify(pecan.live.snapshot())));
    restored.advance(instant("2028-06-01T10:00:00Z"));
    expect(restored.view()).toMatchObject({ status: "concluded", ending: { name: "continuityOver" } });
  });
});

describe("A preview", () => {
  test("says what an act would change, and changes nothing", () => {
    const pecan = acknowledgedOn("2026-03-02");
    const before = pecan.view;
    const now = instant("2026-04-20T10:00:00Z");
    const message = { id: "p", by: "CNEDiMTS", on: "2026-04-20", body: cnedimtsOpinion().body };
    const { receipt, case: then } = pecan.live.preview("cnedimtsOpinionRendered", message, now);
    expect(receipt.changes.clocks).toContainEqual({
      id: "cnedimtsOpinion",
      before: { state: "running", lastDay: "2026-05-01" },
      after: { state: "met", lastDay: "2026-05-01" },
    });
    expect(receipt.changes.notices).toContainEqual({ party: "applicant", notice: "cnedimtsOpinion" });
    expect(then.version).toBeGreaterThan(before.version);
    expect(pecan.view).toEqual(before);
  });
});

describe("PECAN, between the midnight of an abandonment and its telling", () => {
  test("the case shows the ending as not final before its journal says anything", () => {
    const pecan = acknowledgedOn("2026-03-02");
    pecan.on("2026-03-12", requested("r1"), consulted("r1")); // 11 April is a Saturday: until Monday 13
    const said = pecan.journal.length;
    expect(pecan.viewAt("2026-04-13T21:59:59Z").ending).toBeNull();
    expect(pecan.viewAt("2026-04-13T22:00:00Z")).toMatchObject({
      status: "open",
      ending: { name: "deemedAbandoned", effectiveOn: "2026-04-14", final: false, toldAt: null },
    });
    expect(pecan.viewAt("2026-04-14T10:00:00Z")).toMatchObject({ status: "concluded", ending: { final: true } });
    expect(pecan.journal).toHaveLength(said);
    expect(pecan.view.ending).toBeNull();
  });
});
