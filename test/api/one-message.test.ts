import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActMessage } from "../../case/act.js";
import { fromEpochMs } from "../../law/instant.js";
import { testApi } from "./open.js";
import { applicant, filing, towardsExamination } from "./samples.js";

const api = testApi({ patience: 700 });
const [[deposit, , depositBody]] = towardsExamination as [(typeof towardsExamination)[number]];

describe("one key, one message", () => {
  let id: string;
  let key: string;
  beforeEach(async () => {
    await api.startWorker();
    id = (await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant })).body.id;
    key = randomUUID();
    await expect.poll(async () => (await api.register.case(id))?.bursts, { timeout: 10_000 }).toBe(1);
  });
  afterEach(() => api.stopWorker());

  const send = (act: string, body: object = {}, as = applicant) =>
    api.post(`/v1/cases/${id}/acts/${act}`, { body }, { as, key });
  const recorded = () => api.register.acts(id);

  it("counts from its first arrival, when it was answered 503 and comes again", async () => {
    await api.stopWorker();
    const unanswered = await send(deposit, depositBody);
    const before = fromEpochMs(Date.now());
    expect(unanswered.status).toBe(503);
    await api.startWorker();
    await expect.poll(async () => (await send(deposit, depositBody)).status, { timeout: 20_000 }).toBe(200);
    const [act, ...others] = await recorded();
    expect(others).toEqual([]);
    expect(act?.at && act.at < before, `${act?.at} isn't before ${before}`).toBe(true);
  });

  it("refuses another request under the key of one that may still be taken", async () => {
    await api.stopWorker();
    expect((await send(deposit, depositBody)).status).toBe(503);
    const other = await send("withdrawn");
    expect([other.status, other.body.type]).toEqual([422, "/problems/idempotency-key-reused"]);
    await api.startWorker();
    await expect.poll(async () => (await send(deposit, depositBody)).status, { timeout: 20_000 }).toBe(200);
    expect((await recorded()).map(({ act }) => act)).toEqual([deposit]);
  });

  it("is let go by a refusal: the same key, later, is an act of that later moment", async () => {
    const refused = await send("ansAdmissibilityNotified", { admissible: true }, "ANS");
    expect([refused.status, refused.body.type]).toEqual([409, "/problems/not-awaited"]);
    const since = fromEpochMs(Date.now());
    const deposited = await api.post(`/v1/cases/${id}/acts/${deposit}`, { body: depositBody }, { as: applicant });
    expect(deposited.status, JSON.stringify(deposited.body)).toBe(200);
    expect((await send("ansAdmissibilityNotified", { admissible: true }, "ANS")).status).toBe(200);
    const last = (await recorded()).at(-1);
    expect(last?.act).toBe("ansAdmissibilityNotified");
    expect(last?.at && last.at >= since, `${last?.at} isn't since ${since}`).toBe(true);
  });

  it("is let go by a refusal of a concluded case too, and by a correction of its form nothing is kept", async () => {
    expect((await api.post(`/v1/cases/${id}/acts/withdrawn`, {}, { as: applicant })).status).toBe(200);
    const act = (name: string, body: unknown) => api.post(`/v1/cases/${id}/acts/${name}`, { body }, { as: "ANS", key });
    expect((await act("ansAdmissibilityNotified", { admissible: "oui" })).body.type).toBe("/problems/malformed");
    expect((await act("ansAdmissibilityNotified", { admissible: true })).status).toBe(409);
    expect((await act("conventionSent", {})).body.type).not.toBe("/problems/idempotency-key-reused");
  });

  it("is sent once by two attempts at the same time", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send(deposit, depositBody)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await recorded()).toHaveLength(1);
  });

  it("is one act of the case, whichever of two messages of its id comes first", async () => {
    const message = (at: number): ActMessage => ({ id: key, by: "applicant", at: fromEpochMs(at), body: depositBody });
    const handle = api.client.workflow.getHandle(id);
    const now = Date.now();
    const [first, second] = await Promise.all(
      [now - 5, now].map((at) => handle.executeUpdate(deposit, { args: [message(at)], updateId: `${key}.${at}` })),
    );
    expect((second as { receipt: number }).receipt).toBe((first as { receipt: number }).receipt);
    expect(await recorded()).toHaveLength(1);
  });
});
