import { beforeAll, describe, expect, it } from "vitest";
import { filing as earlyAccess } from "../../rig/timelines/acces-precoce.js";
import { testApi } from "./open.js";
import { applicant, filing, otherSiret, siret, towardsExamination } from "./samples.js";

const api = testApi({ worker: true });
const stranger = `applicant;organisation=${otherSiret}`;

interface Task {
  readonly case: string;
  readonly party: string;
  readonly names: string[];
  readonly kind: string;
  readonly lastDay: string | null;
  readonly overdue: boolean;
  readonly doneBy: { readonly act: string; readonly about: string | null }[];
}

describe("GET /v1/tasks", () => {
  let trial: string;
  const tasks = async (query: string, as?: string): Promise<Task[]> => {
    const reply = await api.get(`/v1/tasks?sandbox=true&${query}`, { as });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    return reply.body.tasks;
  };
  const named = async (query: string, as?: string) => (await tasks(query, as)).map(({ names }) => names[0]);

  beforeAll(async () => {
    const filed = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    trial = filed.body.id;
    for (const [name, by, body, about] of towardsExamination) {
      const acted = await api.post(`/v1/cases/${trial}/acts/${name}`, { by, body, ...(about && { about }) });
      expect([name, acted.status], JSON.stringify(acted.body)).toEqual([name, 200]);
    }
  }, 60_000);

  it("lists what each owes, as the case itself says it, to those who may see the case and to nobody else", async () => {
    const { owed } = (await api.get(`/v1/cases/${trial}`)).body;
    const listed = await tasks("");
    expect(listed.map(({ party, names }) => `${party} ${names}`).sort()).toEqual(
      owed.map(({ party, names }: Task) => `${party} ${names}`).sort(),
    );
    expect(await named("", applicant)).toEqual(listed.map(({ names }) => names[0]));
    expect(await named("", stranger)).toEqual([]);
    expect(await named("", `${applicant};consultant=conseil`)).toEqual([]);
    expect(await named("mine=true", "ANS")).toEqual(["ansOpinionRendered"]);
    expect(await named("mine=true&party=HAS", "ANS")).toEqual([]);
    expect(await named("party=ANS", "HAS")).toEqual(["ansOpinionRendered"]);
    expect((await api.get("/v1/tasks", { as: "operator" })).body.tasks).toEqual([]);
    expect((await api.get("/v1/tasks?mine=perhaps")).status).toBe(400);
    expect((await api.get("/v1/tasks?after=nowhere")).body).toMatchObject({ type: "/problems/bad-request" });
  });

  it("says until when, and by which act it is done; the midnight after its last day it is overdue, and comes first", async () => {
    const [opinion] = await tasks("party=ANS");
    const lastDay = opinion?.lastDay ?? "";
    expect(opinion).toMatchObject({
      kind: "act",
      overdue: false,
      doneBy: [{ act: "ansOpinionRendered", about: null }],
    });
    expect(await named(`party=ANS&before=${lastDay}`)).toEqual([]);
    const advance = (to: string) => api.post(`/v1/cases/${trial}/advance`, { to });
    expect((await advance(lastDay)).status).toBe(200);
    expect(await named("overdue=true")).toEqual([]);
    expect((await api.post(`/v1/cases/${trial}/advance`, { by: "P1D" })).status).toBe(200);
    const [first, ...others] = await tasks("");
    expect([first?.overdue, first?.lastDay]).toEqual([true, lastDay]);
    expect(others.some(({ overdue }, index) => overdue && others[index - 1]?.overdue === false)).toBe(false);
    expect(await named("party=ANS&overdue=true", "ministers")).toEqual(["ansOpinionRendered"]);
  });

  it("loses a due act that is done, and a task by the acts that settle it, or by its party's word (`settle`)", async () => {
    const request = {
      procedure: "acces-precoce",
      sandbox: true,
      filing: { ...earlyAccess(), applicant: { siret, name: "Laboratoire" } },
    };
    const { id } = (await api.post("/v1/cases", request)).body;
    const send = (act: string, sent: object) => api.post(`/v1/cases/${id}/acts/${act}`, sent);
    const ofHas = async () =>
      (await tasks("party=HAS&procedure=acces-precoce")).map(({ names, doneBy }) => `${names} by ${doneBy[0]?.act}`);
    expect((await send("requestAcknowledged", { by: "HAS", about: "A" })).status).toBe(200);
    expect(await ofHas()).toContain("publishFiling by settle");
    const ofAnsm = () => named("party=ANSM&procedure=acces-precoce");
    expect(await ofAnsm()).toEqual(["ansmOpinionRendered"]);
    const opinion = { sense: "favourable", protocol: { reference: "PUT-RD 1", reportEveryMonths: 6 } };
    expect((await send("ansmOpinionRendered", { by: "ANSM", about: "A", body: opinion })).status).toBe(200);
    expect(await ofAnsm()).toEqual([]);
    const about = "publishFiling:A";
    const malformed = await send("settle", { by: "HAS", about, body: { no: 1 } });
    expect([malformed.status, malformed.body.errors?.[0]?.pointer]).toEqual([422, "/body/no"]);
    expect((await send("settle", { by: "ANSM", about })).body.type).toBe("/problems/not-awaited");
    const done = await send("settle", { by: "HAS", about, body: { note: "Publié le jour même." } });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(await ofHas()).not.toContain("publishFiling by settle");
  });

  it("is foretold by the procedure: each task names the acts that settle it, and `settle` is an act like another", async () => {
    const { tasks: told, acts } = (await api.get("/v1/procedures/pecan")).body;
    expect(told.length).toBeGreaterThan(0);
    const known = acts.map(({ name }: { name: string }) => name);
    for (const { name, settledBy } of told)
      expect([name, settledBy.every((act: string) => known.includes(act))]).toEqual([name, true]);
    expect(acts.find(({ name }: { name: string }) => name === "settle")).toMatchObject({
      about: "tâche",
      body: { properties: { note: {} } },
    });
  });
});
