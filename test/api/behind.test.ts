import { randomUUID } from "node:crypto";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { beforeEach, describe, expect, it } from "vitest";
import { recordInto } from "../../activities/recording.js";
import type { ActMessage } from "../../case/act.js";
import type { Case } from "../../case/case.js";
import { Journal } from "../../console/case/journal.js";
import { fromEpochMs } from "../../law/instant.js";
import { caseFromRegister } from "../../temporal/starting.js";
import { testApi } from "./open.js";
import { applicant, filing, towardsExamination } from "./samples.js";

/** What a worker leaves that dies between the register's commit and Temporal's, when the message is lost too. */
describe("a case whose run is behind the register", () => {
  /** Whether the next refusal is recorded by a worker that dies at once: the task then runs again, at another instant. */
  let dying = false;
  const api = testApi({
    worker: true,
    around: (activities) => ({
      ...activities,
      async recordBurst(burst) {
        if (dying && burst.entries.some(({ kind }) => kind === "refused")) {
          dying = false;
          const recordedAt = fromEpochMs(Date.parse(burst.recordedAt) - 1);
          const entries = burst.entries.map((entry) => ({ ...entry, at: recordedAt }));
          await activities.recordBurst({ ...burst, entries, recordedAt });
        }
        return activities.recordBurst(burst);
      },
    }),
  });
  let id: string;
  beforeEach(async () => {
    id = (await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant })).body.id;
    // The register answers before Temporal has the end of the first task.
    await expect.poll(length).toBeGreaterThan(3);
  });

  const recordOf = async () => {
    const record = await api.register.case(id);
    if (record === undefined) throw new Error(`${id} isn't in the register.`);
    return record;
  };

  /** Records an act as the case's workflow would have, without the workflow. */
  async function recordedBeside(act: string, message: ActMessage): Promise<void> {
    const record = await recordOf();
    const live: Case = await caseFromRegister(api.register, record);
    live.takeNews();
    const receipt = live.receive(act, message, fromEpochMs(Date.now()));
    const [entries, acts, recordedAt] = [live.takeNews(), live.recordedActs.slice(-1), live.toldAt];
    const { kind } = await recordInto(api.register, {
      number: record.bursts + 1,
      opening: live.opening,
      acts,
      entries,
      recordedAt,
      receipts: { [message.id ?? ""]: receipt },
      view: live.view(recordedAt),
    });
    expect(kind).toBe("recorded");
  }

  const [[deposited, , deposit]] = towardsExamination as [(typeof towardsExamination)[number]];
  const aDeposit = (): ActMessage => ({
    id: randomUUID(),
    by: "applicant",
    at: fromEpochMs(Date.now()),
    body: deposit,
  });
  const admit = (key: string = randomUUID()) =>
    api.post(`/v1/cases/${id}/acts/ansAdmissibilityNotified`, { body: { admissible: true } }, { as: "ANS", key });
  const signalAdmissible = () => {
    const message: ActMessage = {
      id: randomUUID(),
      by: "ANS",
      at: fromEpochMs(Date.now()),
      body: { admissible: true },
    };
    return api.client.workflow.getHandle(id).signal("ansAdmissibilityNotified", message);
  };
  const length = async () => (await api.client.workflow.getHandle(id).describe()).historyLength;
  const journaled = async (name: string) =>
    (await api.register.journal(id, { limit: 1_000 })).filter((entry) => entry.kind === "act" && entry.name === name);

  const refusals = async () =>
    (await api.register.journal(id, { limit: 1_000 })).filter(({ kind }) => kind === "refused");

  it("takes the next lawful act at once, and nothing is doubled", async () => {
    await recordedBeside(deposited, aDeposit());
    await recordedBeside("ansAdmissibilityNotified", {
      id: randomUUID(),
      by: "ANS",
      at: fromEpochMs(Date.now()),
      body: { admissible: true },
    });
    const sent = await api.post(`/v1/cases/${id}/acts/conventionSent`, {}, { as: "ANS" });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect(sent.body.case.awaited).toContainEqual(expect.objectContaining({ act: "conventionSigned" }));
    for (const act of [deposited, "ansAdmissibilityNotified", "conventionSent"])
      expect(await journaled(act)).toHaveLength(1);
    expect((await recordOf()).bursts).toBe(4);
    expect(await api.register.verify(id)).toMatchObject({ valid: true });
  });

  it("serves two clients at the same time", async () => {
    await recordedBeside(deposited, aDeposit());
    const key = randomUUID();
    const [first, again, other] = await Promise.all([admit(key), admit(key), admit()]);
    // One request sent twice is one act; another of the same kind comes after it, or before, and one of the two is too many.
    expect(first.body).toEqual(again.body);
    expect([first.status, other.status].sort()).toEqual([200, 409]);
    expect(await journaled("ansAdmissibilityNotified")).toHaveLength(1);
    expect(await journaled(deposited)).toHaveLength(1);
    expect(await api.register.verify(id)).toMatchObject({ valid: true });
  });

  it("refuses truthfully once, without an event or a row, when it isn't behind", async () => {
    const before = [await length(), (await recordOf()).version];
    const refused = await admit();
    expect([refused.status, refused.body.type]).toEqual([409, "/problems/not-awaited"]);
    expect([await length(), (await recordOf()).version]).toEqual(before);
  });

  it("refuses what the register refuses too, and isn't woken for it", async () => {
    await recordedBeside(deposited, aDeposit());
    const before = [await length(), (await recordOf()).version];
    const refused = await api.post(`/v1/cases/${id}/acts/applicationAcknowledged`, {}, { as: "ministers" });
    expect(refused.status).toBe(409);
    expect([await length(), (await recordOf()).version]).toEqual(before);
  });

  it("keeps a signal that the run, being behind, would have refused", async () => {
    await recordedBeside(deposited, aDeposit());
    await signalAdmissible();
    await expect.poll(async () => (await journaled("ansAdmissibilityNotified")).length, { timeout: 10_000 }).toBe(1);
    expect(await refusals()).toEqual([]);
  });

  it("shows, by page and API, that a signal sent past the desk has an unverified author", async () => {
    await api.post(`/v1/cases/${id}/acts/${deposited}`, { body: deposit }, { as: applicant });
    await signalAdmissible();
    await expect.poll(async () => (await journaled("ansAdmissibilityNotified")).length, { timeout: 10_000 }).toBe(1);
    const { journal } = (await api.get(`/v1/cases/${id}/journal?limit=200`, { as: "ANS" })).body;
    const acts = journal.filter(({ kind }: { kind: string }) => kind === "act");
    expect(acts.map(({ detail }: { detail: { unverified?: true } }) => detail.unverified)).toEqual([undefined, true]);
    const [sealed, unsealed] = acts.map((act: never) =>
      renderToString(h(Journal, { entries: [act], procedure: "pecan" })).includes("auteur non vérifié"),
    );
    expect([sealed, unsealed]).toEqual([false, true]);
  });

  it("journals the refusal of a signal once, when the worker died of it", async () => {
    dying = true;
    await signalAdmissible();
    await expect.poll(async () => (await refusals()).length, { timeout: 10_000 }).toBe(1);
    const sent = await api.post(`/v1/cases/${id}/acts/${deposited}`, { body: deposit }, { as: applicant });
    expect([sent.status, dying]).toEqual([200, false]);
    expect(await refusals()).toHaveLength(1);
  });
});
