/** ADR 17, at the door of HTTP: whatever date is written in an address, a cursor or a body, the answer is never a fault of ours. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDate, awkwardDates } from "../../rig/random/dates.js";
import { testApi } from "./open.js";
import { filing } from "./samples.js";

const api = testApi({ worker: true });

const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString("base64url");
const dates = [...awkwardDates, ...fc.sample(anyDate, { seed: 20261129, numRuns: 60 })];
const written = encodeURIComponent;

/** Every date through one door, a few at a time. */
async function each(ask: (date: string) => Promise<{ readonly status: number; readonly body: unknown }>) {
  const replies = new Map<string, { readonly status: number; readonly body: unknown }>();
  for (let i = 0; i < dates.length; i += 8)
    await Promise.all(dates.slice(i, i + 8).map(async (date) => replies.set(date, await ask(date))));
  return replies;
}

const statuses = (replies: ReadonlyMap<string, { readonly status: number }>): number[] =>
  [...new Set([...replies.values()].map(({ status }) => status))].sort();

describe("any date", () => {
  it.each([
    ["/v1/cases?dueBefore=", (date: string) => written(date), [200, 400]],
    ["/v1/deadlines?before=", (date: string) => written(date), [200, 400]],
    ["/v1/deadlines.ics?before=", (date: string) => written(date), [200, 400]],
    ["/v1/statistics/pecan?to=2100-12-31&from=", (date: string) => written(date), [200, 400]],
    ["/v1/calculator?delay=P60D&from=", (date: string) => written(date), [200, 400]],
    ["/v1/calculator?from=2026-05-01&delay=", (date: string) => written(date), [400]],
    ["/v1/cases?after=", (date: string) => cursor([date, "x"]), [200, 400]],
    ["/v1/deadlines?after=", (date: string) => cursor([date, "a", "b"]), [200, 400]],
    ["/v1/deadlines.ics?after=", (date: string) => cursor([date, "a", "b"]), [200, 400]],
  ])("in the address %s is read, or is a 400", async (path, place, expected) => {
    const replies = await each((date) => api.get(path + place(date)));
    expect(statuses(replies)).toEqual(expected);
  });

  it("in an act is taken, or refused where it stands", async () => {
    const filed = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    expect(filed.status).toBe(201);
    for (const field of ["on", "at", "receivedAt"]) {
      const replies = await each((date) =>
        api.post(`/v1/cases/${filed.body.id}/acts/ansAdmissibilityNotified`, {
          by: "ANS",
          [field]: date,
          body: { admissible: true },
        }),
      );
      // Before the deposit nothing awaits it: what is well dated is refused too.
      expect(statuses(replies)).toEqual([422]);
      for (const [date, reply] of replies)
        expect(JSON.stringify(reply.body), `${field} ${date}`).toMatch(/"pointer":"\/(on|at|receivedAt)"/);
    }
  });

  it("to which time is moved is one ahead, or a 422", async () => {
    const filed = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    const ahead = (date: string): boolean => date > "2026" && date < "2067";
    for (const date of dates.filter((one) => !ahead(one))) {
      const reply = await api.post(`/v1/cases/${filed.body.id}/advance`, { to: date });
      expect([date, reply.status]).toEqual([date, 422]);
    }
    for (const by of ["P9999999Y", "P9999999D", "P9999999W", "P41Y", "P9999M", "-P1D", "P0D", "PT1H"])
      expect([by, (await api.post(`/v1/cases/${filed.body.id}/advance`, { by })).status]).toEqual([by, 422]);
  });

  it("in a simulation is played, or is a 422 that says where, and its thread lives on", async () => {
    const good = { procedure: "pecan", filing: filing(), filedAt: "2026-01-05", acts: [], until: "2026-12-31" };
    const act = {
      act: "sesameDeposited",
      by: "applicant",
      at: "2026-01-06",
      body: { documents: [{ title: "Pièce" }] },
    };
    expect((await api.post("/v1/simulations", good)).status).toBe(200);
    const places: [pointer: string, at: (date: string) => object][] = [
      ["/filedAt", (date) => ({ ...good, filedAt: date })],
      ["/until", (date) => ({ ...good, until: date })],
      ["/acts/0/at", (date) => ({ ...good, acts: [{ ...act, at: date }] })],
      ["/acts/0/receivedAt", (date) => ({ ...good, acts: [{ ...act, receivedAt: date }] })],
      ["/acts/0/recordedAt", (date) => ({ ...good, acts: [{ ...act, recordedAt: date }] })],
    ];
    for (const [pointer, scenario] of places) {
      const replies = await each((date) => api.post("/v1/simulations", scenario(date)));
      expect(statuses(replies), pointer).toEqual([200, 422]);
      for (const date of ["1970-01-01T00:00:00Z", "1980-06-01", "1600-06-01", "9999-12-31"].filter((one) =>
        dates.includes(one),
      ))
        expect(JSON.stringify(replies.get(date)), `${pointer} ${date}`).toContain(`"pointer":"${pointer}"`);
    }
  });
});
