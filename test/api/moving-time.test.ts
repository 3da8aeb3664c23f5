import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { regainTime } from "../../temporal/regaining-time.js";
import { aheadMs, skipTime } from "../../temporal/time-skipping.js";
import { testApi } from "./open.js";
import { filing } from "./samples.js";

const day = 86_400_000;

describe("the time of a trial case", () => {
  const api = testApi({ worker: true });

  const filed = async (): Promise<string> =>
    (await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() })).body.id;
  const ahead = async (id: string) => (await aheadMs(api.client, id, 5_000)) ?? 0;
  const held = async (id: string) => (await api.register.case(id))?.offsetMs ?? 0;
  /** Days, where an hour of summer time may be between. */
  const days = (ms: number) => Math.round(ms / day);
  /** To the minute: what lies between two readings is the machine's. */
  const agree = async (id: string) => expect(Math.abs((await ahead(id)) - (await held(id)))).toBeLessThan(60_000);

  it("moves once for a key that was interrupted when the run was there and the register wasn't told", async () => {
    const id = await filed();
    const key = randomUUID();
    const first = await api.post(`/v1/cases/${id}/advance`, { by: "P3D" }, { key });
    expect(first.status).toBe(200);
    // Another key, whose first attempt died on the way: half of it skipped, nothing written down.
    const other = randomUUID();
    await skipTime(api.client, id, 2 * day);
    const again = await api.post(`/v1/cases/${id}/advance`, { by: "P4D" }, { key: other });
    expect(again.status).toBe(200);
    expect(days(await held(id)), "three days, then four").toBe(7);
    await agree(id);
    // The first key leads no farther than it did, and the second neither.
    for (const one of [key, other])
      expect(
        (await api.post(`/v1/cases/${id}/advance`, { by: one === key ? "P3D" : "P4D" }, { key: one })).status,
      ).toBe(200);
    expect(days(await ahead(id))).toBe(7);
    expect((await api.post(`/v1/cases/${id}/advance`, { by: "P5D" }, { key })).body.type).toBe(
      "/problems/idempotency-key-reused",
    );
  });

  it("is waited for by whoever sends the key again meanwhile; another key is told to come back", async () => {
    const id = await filed();
    const key = randomUUID();
    const [one, same] = await Promise.all([
      api.post(`/v1/cases/${id}/advance`, { by: "P6D" }, { key }),
      api.post(`/v1/cases/${id}/advance`, { by: "P6D" }, { key }),
    ]);
    expect([one.status, same.status]).toEqual([200, 200]);
    expect(days(await held(id))).toBe(6);
    const replies = await Promise.all(
      ["P1D", "P2D"].map((by) => api.post(`/v1/cases/${id}/advance`, { by }, { key: randomUUID() })),
    );
    for (const { status, body, headers } of replies)
      if (status !== 200) {
        expect(body.detail).toContain("is being moved by another request: send this one again");
        expect(headers.get("retry-after")).toBe("2");
      }
  });

  it("is regained by a run that was reset, and by a register that wasn't told", async () => {
    const id = await filed();
    await api.post(`/v1/cases/${id}/advance`, { by: "P10D" });
    const handle = api.client.workflow.getHandle(id);
    const { events } = await handle.fetchHistory();
    const completed = events?.find(({ workflowTaskCompletedEventAttributes: it }) => it);
    await api.client.workflowService.resetWorkflowExecution({
      namespace: api.client.options.namespace,
      workflowExecution: { workflowId: id, runId: (await handle.describe()).runId },
      workflowTaskFinishEventId: completed?.eventId ?? null,
      requestId: randomUUID(),
      reason: "an operator tries",
    });
    await regainTime(api);
    expect(days(await ahead(id))).toBe(10);
    await agree(id);

    await skipTime(api.client, id, 5 * day);
    await regainTime(api);
    expect(days(await held(id))).toBe(15);
    await agree(id);
    expect(await regainTime(api), "nothing is left to do").toBe(0);
  });
});
