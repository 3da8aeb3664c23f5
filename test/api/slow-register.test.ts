import { randomUUID } from "node:crypto";
import { ApplicationFailure, activityInfo } from "@temporalio/activity";
import { expect, it } from "vitest";
import { testApi } from "./open.js";
import { applicant, filing } from "./samples.js";

let away = false;

const api = testApi({
  worker: true,
  patience: 3_000,
  around: (activities) => ({
    ...activities,
    async recordBurst(burst) {
      // Local attempts give up; the activity that follows tries until the register is back.
      if (away && activityInfo().isLocal) throw ApplicationFailure.nonRetryable("The register is away.");
      if (away) throw new Error("The register is away.");
      return activities.recordBurst(burst);
    },
  }),
});

it("answers 202 once the case has taken an act that the register can't hold yet, and the receipt later", async () => {
  const filed = await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant });
  // Its first task may take longer than the patience of this API.
  expect([201, 202], JSON.stringify(filed.body)).toContain(filed.status);
  await expect.poll(async () => (await api.register.case(filed.body.id))?.bursts, { timeout: 20_000 }).toBe(1);
  away = true;
  const path = `/v1/cases/${filed.body.id}`;
  const key = randomUUID();
  const sent = await api.post(`${path}/acts/withdrawn`, {}, { as: applicant, key });
  expect([sent.status, sent.body.status]).toEqual([202, "pending"]);
  const location = sent.headers.get("location") ?? "";
  expect(location).toBe(sent.body.location);
  expect((await api.get(location, { as: applicant })).status).toBe(202);
  expect((await api.get(path, { as: applicant })).body.status).toBe("open");
  away = false;
  await expect.poll(async () => (await api.get(location, { as: applicant })).status, { timeout: 20_000 }).toBe(200);
  const receipt = await api.get(location, { as: applicant });
  expect(receipt.body.case.status).toBe("concluded");
  const repeated = await api.post(`${path}/acts/withdrawn`, {}, { as: applicant, key });
  expect(repeated.body).toEqual(receipt.body);
});
