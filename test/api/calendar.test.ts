import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "./open.js";
import { applicant, filing, speakerOf, towardsExamination } from "./samples.js";

const api = testApi({ worker: true });

/** The events of a calendar by their case and clock, each field as it is read once unfolded. */
function eventsOf(calendar: string): Map<string, Record<string, string>> {
  const unfolded = calendar.replaceAll("\r\n ", "");
  const blocks = [...unfolded.matchAll(/BEGIN:VEVENT\r\n([\s\S]*?)END:VEVENT/g)].map(([, block = ""]) => block);
  return new Map(
    blocks.map((block) => {
      const fields = Object.fromEntries(
        block
          .split("\r\n")
          .filter((line) => line.includes(":"))
          // An event's own fields come before those of its alarms.
          .reverse()
          .map((line) => [line.slice(0, line.indexOf(":")).replace(/;.*/, ""), line.slice(line.indexOf(":") + 1)]),
      );
      return [String(fields.UID).replace("@guichet", ""), fields];
    }),
  );
}

describe("the calendar of deadlines", () => {
  const calendar = async (query = "") => {
    const reply = await api.get(`/v1/deadlines.ics${query}`, { as: "operator" });
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(reply.body.split("\r\n").every((line: string) => Buffer.byteLength(line) <= 75)).toBe(true);
    return { events: eventsOf(reply.body), link: reply.headers.get("link") };
  };
  const filed = async (more: object, sandbox: boolean): Promise<string> => {
    const reply = await api.post("/v1/cases", { procedure: "pecan", sandbox, filing: filing(more) }, { as: applicant });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    return reply.body.id;
  };
  const act = async (id: string, name: string, by: string, body: object = {}, about?: string) => {
    const sent = { by, body, ...(about !== undefined && { about }) };
    const reply = await api.post(`/v1/cases/${id}/acts/${name}`, sent, { as: speakerOf(name, by) });
    expect([name, reply.status], JSON.stringify(reply.body)).toEqual([name, 200]);
  };

  let real: string;
  let trial: string;
  beforeAll(async () => {
    real = await filed({ product: { id: "coeur", name: "CœurSûr, suivi", ceMarked: true } }, false);
    trial = await filed({}, true);
    for (const id of [real, trial])
      for (const [name, by, body, about] of towardsExamination) await act(id, name, by, body, about);
  }, 60_000);

  it("leaves trial cases out unless they are asked for, and marks them", async () => {
    const cases = async (query: string) =>
      new Set([...(await calendar(query)).events.keys()].map((uid) => uid.slice(0, uid.indexOf("."))));
    expect(await cases("")).toEqual(new Set([real]));
    expect(await cases("?sandbox=true")).toEqual(new Set([trial]));
    expect(await cases("?sandbox=any")).toEqual(new Set([real, trial]));
    for (const [uid, { SUMMARY }] of (await calendar("?sandbox=any")).events)
      expect([uid, SUMMARY?.startsWith("[Essai] ")]).toEqual([uid, uid.startsWith(trial)]);
  });

  it.each([
    ["/v1/cases?", (body: { cases: { id: string }[] }) => body.cases.map(({ id }) => id)],
    ["/v1/deadlines?", (body: { deadlines: { case: string }[] }) => body.deadlines.map((one) => one.case)],
    ["/v1/notices?limit=200&", (body: { notices: { case: string }[] }) => body.notices.map((one) => one.case)],
  ])("and so does %s", async (path, casesIn) => {
    const found = async (query: string) =>
      new Set(casesIn((await api.get(path + query, { as: "operator" })).body as never));
    expect(await found("")).toEqual(new Set([real]));
    expect(await found("sandbox=true")).toEqual(new Set([trial]));
    expect(await found("sandbox=any")).toEqual(new Set([real, trial]));
  });

  it("says in French what ends, for whom, by which text, where, and warns before", async () => {
    const event = (await calendar()).events.get(`${real}.cnedimtsOpinion`);
    expect(event).toMatchObject({ SEQUENCE: "0", STATUS: "CONFIRMED" });
    expect(event?.URL).toMatch(new RegExp(`^http://[\\w.]+:4000/v1/cases/${real}$`));
    expect(event?.DESCRIPTION).toContain(
      "à la charge de : CNEDiMTS. Produit : CœurSûr\\, suivi. Source : CSS R. 162-114",
    );
    expect(event?.TRIGGER).toMatch(/^-P\d+D$/);
    const ansm = [...(await calendar()).events.values()].map(({ DESCRIPTION }) => DESCRIPTION).join("\n");
    expect(ansm).not.toMatch(/à la charge de : (ministers|applicant)/);
  });

  it("changes an event only when its deadline falls, moves or ends, and says so", async () => {
    const uid = `${real}.cnedimtsOpinion`;
    const before = (await calendar()).events.get(uid);
    expect((await calendar()).events.get(uid), "read again, nothing has changed").toEqual(before);
    const request = {
      request: "r1",
      items: ["Résultats"],
      means: "platform",
      consentRecorded: true,
      availabilityEmailSent: true,
    };
    await act(real, "furtherInformationRequested", "ministers", request, undefined);
    const suspended = (await calendar()).events.get(uid);
    expect(suspended).toMatchObject({ SEQUENCE: "1", STATUS: "CANCELLED", DTSTART: before?.DTSTART });
    expect(suspended?.DESCRIPTION).toContain("Délai suspendu.");
    expect(suspended?.["LAST-MODIFIED"]).toBe(suspended?.DTSTAMP);
    await act(real, "withdrawn", "applicant");
    const { events } = await calendar();
    expect(events.get(uid)?.STATUS).toBe("CANCELLED");
    const ended = [...events].filter(([, { DESCRIPTION }]) => DESCRIPTION?.includes("Délai terminé."));
    expect(ended.length).toBeGreaterThan(1);
    for (const [, { STATUS, SEQUENCE, TRIGGER }] of ended) {
      expect([STATUS, TRIGGER]).toEqual(["CANCELLED", undefined]);
      expect(Number(SEQUENCE)).toBeGreaterThan(0);
    }
  });

  it("says where the next are when there are more than it holds, and they are", async () => {
    const whole = (await calendar("?sandbox=any")).events;
    const found = new Map<string, unknown>();
    let next: string | undefined = "/v1/deadlines.ics?sandbox=any&limit=1";
    while (next !== undefined) {
      const { events, link } = await calendar(next.slice("/v1/deadlines.ics".length));
      for (const [uid, event] of events) found.set(uid, event);
      next = /^<([^>]+)>; rel="next"$/.exec(link ?? "")?.[1];
    }
    const standing = [...whole].filter(([, { STATUS }]) => STATUS === "CONFIRMED").map(([uid]) => uid);
    expect([...found.keys()]).toEqual(expect.arrayContaining(standing));
  });
});

describe("a list by a name that there isn't", () => {
  it.each([
    "/v1/cases?phase=nowhere",
    "/v1/cases?whoseMove=nobody",
    "/v1/cases?procedure=pecan2",
    "/v1/deadlines?bearer=nobody",
    "/v1/deadlines?procedure=constructor",
    "/v1/deadlines.ics?bearer=toString",
    "/v1/notices?party=nobody",
    "/v1/cases?sandbox=perhaps",
  ])("%s is a 400 that says which there are", async (path) => {
    const { status, body } = await api.get(path, { as: "operator" });
    expect([status, body.type]).toEqual([400, "/problems/bad-request"]);
    expect(body.errors[0].pointer).toMatch(/^\/(phase|whoseMove|procedure|bearer|party|sandbox)$/);
    expect((await api.get(path, { as: applicant })).status).toBe(400);
  });
});
