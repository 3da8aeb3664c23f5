import { afterEach, describe, expect, it, vi } from "vitest";
import { filing } from "../../rig/samples/pecan.js";
import { bringBackAll, inTheLog } from "../../worker/reconciler.js";
import { someMissing } from "../../worker/suspects.js";
import { office, until } from "./office.js";

describe("the reconciler", () => {
  const open = office();
  afterEach(() => vi.restoreAllMocks());

  const bringBack = (told = inTheLog) => bringBackAll(open, "test", told);
  const runOf = async (id: string) => (await open.client.workflow.getHandle(id).describe()).runId;
  const running = async () => {
    let count = 0;
    const ids = (await open.register.openCases()).map(({ id }) => `"${id}"`).join(", ");
    for await (const _ of open.client.workflow.list({
      query: `ExecutionStatus = "Running" AND WorkflowId IN (${ids})`,
    }))
      count++;
    return count;
  };
  /** What visibility shows, whatever is true. */
  const shows = (...ids: string[]) =>
    vi.spyOn(open.client.workflow, "list").mockImplementation(
      () =>
        (async function* () {
          for (const workflowId of ids) yield { workflowId };
        })() as never,
    );

  it("asks one question for all the cases that run, and describes none of them", async () => {
    for (let nth = 0; nth < 3; nth++) await (await open.file(filing())).settled();
    await until(async () => (await running()) === 3);
    const asked = vi.spyOn(open.client.workflow, "list");
    const described = vi.spyOn(open.client.workflow, "getHandle");
    expect(await bringBack()).toBe(0);
    expect([asked.mock.calls.length, described.mock.calls.length]).toEqual([1, 0]);
  });

  it("counts what runs and what is open, and asks after each only when some are missing", async () => {
    const file = await open.file(filing());
    await file.settled();
    await until(async () => !(await someMissing(open)));
    const listed = vi.spyOn(open.client.workflow, "list");
    const read = vi.spyOn(open.register, "openCases");
    expect(await someMissing(open)).toBe(false);
    expect([listed.mock.calls.length, read.mock.calls.length]).toEqual([0, 0]);
    await open.client.workflow.getHandle(file.id).terminate("essai");
    await until(async () => someMissing(open));
    expect(await bringBack()).toBe(1);
    await until(async () => !(await someMissing(open)));
  });

  it("describes a case that isn't shown yet, and lets it run", async () => {
    const file = await open.file(filing());
    await file.settled();
    const run = await runOf(file.id);
    shows();
    expect(await bringBack()).toBe(0);
    expect(await runOf(file.id)).toBe(run);
  });

  it("brings back at its next pass a case that was still shown running", async () => {
    const file = await open.file(filing());
    await file.settled();
    const run = await runOf(file.id);
    await open.client.workflow.getHandle(file.id).terminate("essai");
    shows(...(await open.register.openCases()).map(({ id }) => id));
    expect(await bringBack()).toBe(0);
    vi.restoreAllMocks();
    const told: string[] = [];
    await until(async () => (await bringBack({ ...inTheLog, restarted: (id) => told.push(id) })) === 1);
    expect(told).toEqual([file.id]);
    expect(await runOf(file.id)).not.toBe(run);
  });

  it("starts what a crash left before its start, but not a filing of this very moment", async () => {
    const file = await open.file(filing());
    await file.settled();
    const record = await open.register.case(file.id);
    if (record === undefined) throw new Error(`${file.id} isn't in the register.`);
    await open.client.workflow.getHandle(file.id).terminate("essai");
    shows();
    const openCases = vi.spyOn(open.register, "openCases");
    openCases.mockResolvedValueOnce([{ ...record, status: "opening", createdAt: new Date().toISOString() }]);
    expect(await bringBack()).toBe(0);
    openCases.mockResolvedValueOnce([
      { ...record, status: "opening", createdAt: record.filedAt.replace(/^..../, "2000") },
    ]);
    expect(await bringBack()).toBe(1);
  });
});
