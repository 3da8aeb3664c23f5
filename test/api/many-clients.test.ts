import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { type Reply, testApi } from "./open.js";
import { applicant, filing, towardsExamination } from "./samples.js";

const api = testApi({ worker: true });

/** Sends a command under one key until it is done; a fault of the server's is a fault of the test. */
async function insist(path: string, body: object, as: string): Promise<Reply["body"]> {
  const key = randomUUID();
  for (;;) {
    const { status, body: answer, headers } = await api.post(path, body, { as, key });
    if (status === 200 || status === 201) return answer;
    expect([202, 429], `${path}: ${status} ${JSON.stringify(answer)}`).toContain(status);
    if (status === 429) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 1_000 * Number(headers.get("retry-after") ?? 1)));
  }
}

it("sixty-four clients at once wait for their turn, and none is answered that the service is away", async () => {
  const acts = towardsExamination.slice(0, 3);
  const live = async () => {
    const { id } = await insist("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() }, applicant);
    for (const [act, by, body] of acts)
      await insist(`/v1/cases/${id}/acts/${act}`, { body }, by === "applicant" ? applicant : by);
    return id as string;
  };
  const ids = await Promise.all(Array.from({ length: 64 }, live));
  for (const id of ids) expect((await api.register.acts(id)).map(({ act }) => act)).toEqual(acts.map(([act]) => act));
}, 180_000);
