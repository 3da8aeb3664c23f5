import { randomUUID } from "node:crypto";
import { ApplicationFailure, activityInfo } from "@temporalio/activity";
import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { createActivities } from "../../activities/index.js";
import type { Burst } from "../../case/burst.js";
import type { Opening } from "../../case/kernel.js";
import { epochMs, fromEpochMs, type Instant } from "../../law/instant.js";
import { openRegister } from "../../register/register.js";
import { bodies, filing } from "../../rig/samples/pecan.js";
import { latestRun, type Restarted } from "../../temporal/restarting.js";
import { Pass } from "../../worker/reconciler.js";
import { type FileInOffice, office } from "./office.js";

/** What happens to the next burst of a case. */
type Trouble =
  /** The register holds what one message made, the history says so, and holds another message. */
  | "forged"
  /** The register is away. */
  | "away"
  /** The register is said to be older than the run, for as long as it lasts. */
  | "out of step";

const troubles = new Map<string, Trouble>();

const open = office({
  activities: (databaseUrl) => {
    const activities = createActivities(openRegister(databaseUrl));
    return {
      ...activities,
      async recordBurst(burst: Burst) {
        const trouble = troubles.get(burst.opening.id);
        // The durable activity, that follows the local one: what it answers stays in the history.
        if (trouble !== undefined && activityInfo().isLocal)
          throw ApplicationFailure.nonRetryable("The register is away.");
        if (trouble === "away") throw new Error("The register is away.");
        if (trouble === "out of step") throw ApplicationFailure.nonRetryable("Out of step.", "BurstOutOfStep");
        if (trouble === "forged") {
          troubles.delete(burst.opening.id);
          return activities.recordBurst(ofAnotherMessage(burst));
        }
        return activities.recordBurst(burst);
      },
    };
  },
});

/** The burst of a message that was stamped a millisecond earlier. */
function ofAnotherMessage(burst: Burst): Burst {
  const earlier = <T extends { readonly at?: Instant | undefined }>(one: T): T =>
    one.at === undefined ? one : { ...one, at: fromEpochMs(epochMs(one.at) - 1) };
  return { ...burst, acts: burst.acts.map(earlier), entries: burst.entries.map(earlier) };
}

/** A task is tried again ten seconds after it failed, three times, and later on a machine that has much to do. */
const until = (holds: () => Promise<boolean>) => expect.poll(holds, { timeout: 90_000, interval: 100 }).toBe(true);

const failing = async (id: string) => ((await latestRun(open.client, id))?.setbacks ?? 0) >= 3;
const runOf = async (id: string) => (await latestRun(open.client, id))?.runId;
const recorded = (id: string) => open.register.acts(id);
const longAgo = new Date(0);

async function pass(build = "this build") {
  const restarted = new Map<string, Restarted>();
  const failed: string[] = [];
  const told = {
    restarted: (id: string, what: Restarted) => void restarted.set(id, what),
    failing: ({ case: id }: { case: string }) => void failed.push(id),
  };
  await (await Pass.begin(open, build, told)).suspects(longAgo);
  return { restarted, failed };
}

async function settledFile(): Promise<FileInOffice> {
  const file = await open.file(filing());
  await file.settled();
  return file;
}

/** Nobody waits for its answer. */
const deposit = (file: FileInOffice): void => {
  file.act("convergenceDeposited", "applicant", bodies.convergence).catch(() => undefined);
};

describe("a run whose task keeps failing", { timeout: 180_000 }, () => {
  it("is restarted from the register, with what it had been sent, and nothing is done twice", async () => {
    const [one, other] = await Promise.all([settledFile(), settledFile()]);
    for (const file of [one, other]) troubles.set(file.id, "forged");
    for (const file of [one, other]) deposit(file);
    await until(() => failing(one.id));
    await until(() => failing(other.id));
    const before = await runOf(one.id);
    // What comes meanwhile is kept by the history alone; it bears no date, and counts from when it came.
    const signalled = { by: "ANS", body: { admissible: true } };
    await open.client.workflow.getHandle(one.id).signal("ansAdmissibilityNotified", signalled);
    const since = fromEpochMs(Date.now());

    await until(async () => (await pass()).restarted.has(one.id));
    expect(await runOf(one.id)).not.toBe(before);
    await until(async () => (await recorded(one.id)).length === 2);
    const acts = await recorded(one.id);
    expect(acts.map(({ act }) => act)).toEqual(["convergenceDeposited", "ansAdmissibilityNotified"]);
    expect((acts[1]?.at ?? "") < since).toBe(true);
    // The case goes on, and nobody is told of it any more.
    for (const file of [one, other]) {
      if (file === other) await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
      await file.act("conventionSent", "ANS");
      expect(await recorded(file.id)).toHaveLength(3);
      expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    }
    expect((await pass()).restarted.size).toBe(0);
    expect(await open.register.runs.allFailing()).toEqual([]);
  });

  it("is restarted once for each build, then an operator is told; others aren't kept waiting", async () => {
    const [bad, good] = await Promise.all([settledFile(), settledFile()]);
    troubles.set(bad.id, "out of step");
    deposit(bad);
    await until(() => failing(bad.id));
    await until(async () => (await pass()).restarted.has(bad.id));
    const second = await runOf(bad.id);
    await until(() => failing(bad.id));
    await open.client.workflow.getHandle(good.id).terminate("essai");
    const found = { failed: [] as string[], good: false };
    await until(async () => {
      const { failed, restarted } = await pass();
      found.failed.push(...failed);
      found.good ||= restarted.has(good.id);
      return found.good && found.failed.length > 0;
    });
    expect([...new Set(found.failed)]).toEqual([bad.id]);
    expect(await runOf(bad.id)).toBe(second);
    expect(await open.register.runs.allFailing()).toMatchObject([{ case: bad.id, build: "this build" }]);

    // A build that mends it restarts it once more: all that it was sent is done, and it is no longer told of.
    troubles.delete(bad.id);
    expect((await pass("the next build")).restarted.get(bad.id)?.carried).toHaveLength(1);
    await until(async () => (await recorded(bad.id)).length === 1);
    expect(await open.register.runs.allFailing()).toEqual([]);
  });
});

describe("a run that ended with what it had accepted", { timeout: 60_000 }, () => {
  it("is followed by one that is sent it again: a 202 was a promise", async () => {
    const file = await settledFile();
    troubles.set(file.id, "away");
    deposit(file);
    const handle = open.client.workflow.getHandle(file.id);
    await until(async () => ((await handle.describe()).raw.pendingActivities ?? []).length > 0);
    const refused = { id: randomUUID(), by: "ANS", body: {}, at: await file.now() };
    await handle.signal("conventionSent", refused);
    await handle.terminate("essai");
    troubles.delete(file.id);
    await until(async () => (await pass()).restarted.has(file.id));
    await until(async () => (await recorded(file.id)).length === 1);
    // A signal that the story refuses is refused in the journal, once.
    const refusals = async () => (await file.journal()).filter(({ kind }) => kind === "refused");
    await until(async () => (await refusals()).length === 1);
    expect((await refusals())[0]?.cause).toBe(refused.id);
    expect((await pass()).restarted.size).toBe(0);
  });

  it("is carried over however often a crash interrupts it", async () => {
    const file = await settledFile();
    troubles.set(file.id, "away");
    deposit(file);
    const handle = open.client.workflow.getHandle(file.id);
    await until(async () => ((await handle.describe()).raw.pendingActivities ?? []).length > 0);
    await handle.terminate("essai");
    troubles.delete(file.id);
    // It was noted and started, and nothing was sent to it yet.
    const carried = vi.spyOn(open.register.runs, "answered").mockRejectedValueOnce(new Error("killed"));
    await until(async () => (await runOf(file.id)) !== undefined && (await pass()).failed.includes(file.id));
    carried.mockRestore();
    expect(await open.register.runs.toCarry()).toHaveLength(1);
    expect(await recorded(file.id)).toEqual([]);
    await until(async () => (await pass("after the crash")).restarted.has(file.id));
    await until(async () => (await recorded(file.id)).length === 1);
    expect(await open.register.runs.toCarry()).toEqual([]);
  });
});

describe("a register restored from a backup", { timeout: 180_000 }, () => {
  it("gets again from the histories what it lost, in its order", async () => {
    const file = await settledFile();
    const owner = new pg.Client({ connectionString: open.databaseUrl });
    await owner.connect();
    await owner.query("create table backup as select * from cases");
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
    await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
    const before = await recorded(file.id);
    await restore(owner, file.id);
    expect(await recorded(file.id)).toEqual([]);

    // The run knows more than the register: the next act can't be recorded.
    file.act("conventionSent", "ANS").catch(() => undefined);
    await until(() => failing(file.id));
    await until(async () => (await pass("restored")).restarted.has(file.id));
    await until(async () => (await recorded(file.id)).length === 3);
    const after = await recorded(file.id);
    expect(after.map(({ id }) => id).slice(0, 2)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ at }) => at).slice(0, 2)).toEqual(before.map(({ at }) => at));
    expect(after[2]?.act).toBe("conventionSent");
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    await owner.end();
  });

  async function restore(owner: pg.Client, id: string): Promise<void> {
    await owner.query("set session_replication_role = replica");
    for (const table of ["outbox", "deliveries", "notices", "journal", "acts", "bursts", "clocks"]) {
      const since = table === "bursts" ? "number > 1" : table === "clocks" ? "true" : "burst > 1";
      const which = ["outbox", "deliveries"].includes(table) ? "true" : since;
      await owner.query(`delete from ${table} where case_id = $1 and ${which}`, [id]);
    }
    await owner.query(
      `update cases c set (status, phase, ending, whose_move, next_due_on, view, bursts, version, head) =
         (select status, phase, ending, whose_move, next_due_on, view, bursts, version, head from backup b where b.id = c.id)
       where id = $1`,
      [id],
    );
  }
});

describe("a case that can't start", { timeout: 60_000 }, () => {
  it("is told of, and waits longer each time, while those after it are brought back", async () => {
    const bad = await open.register.file({
      ...(await settledRecord()),
      procedure: "no-such-procedure",
      complete: (number) => ({ id: `AAA-${number}-${open.taskQueue}`, filing: filing() as Opening["filing"] }),
    });
    await open.register.opened(bad.id);
    const after = await settledFile();
    await open.client.workflow.getHandle(after.id).terminate("essai");
    const told = { restarted: [] as string[], failing: [] as string[] };
    await until(async () => {
      const whole = await Pass.begin(open, "any", {
        restarted: (id) => void told.restarted.push(id),
        failing: ({ case: id }) => void told.failing.push(id),
      });
      await whole.all();
      return told.restarted.includes(after.id);
    });
    expect(told.failing).toEqual([bad.id]);
    expect(await open.register.runs.allFailing()).toMatchObject([{ case: bad.id, times: 1 }]);
  });

  const settledRecord = async () => ({
    ruleset: "parcours@2023-04-01",
    series: "PECAN",
    year: 2026,
    sandbox: true,
    organisation: open.taskQueue,
    product: randomUUID(),
    indications: [],
    principal: open.taskQueue,
    idempotencyKey: randomUUID(),
    requestHash: "h",
    filedOn: "2026-03-02",
    filedAt: "2026-03-02T09:00:00.000Z",
  });
});

describe("a message that was promised, and that its run no longer knows", { timeout: 60_000 }, () => {
  /** Kept as the desk keeps it, long ago. */
  async function promised(file: FileInOffice, updateId: string): Promise<string> {
    const id = randomUUID();
    const message = { id, by: "applicant", at: await file.now(), body: bodies.convergence };
    await open.register.keepMessage(file.id, { id, act: "convergenceDeposited", updateId, message });
    await open.register.promise(file.id, id);
    const owner = new pg.Client({ connectionString: open.databaseUrl });
    await owner.connect();
    await owner.query("update messages set kept_at = now() - interval '1 minute' where id = $1", [id]);
    await owner.end();
    return id;
  }

  it("is sent to it again", async () => {
    const file = await settledFile();
    const id = await promised(file, randomUUID());
    await pass();
    await until(async () => (await recorded(file.id)).some((act) => act.id === id));
    expect(await open.register.runs.unanswered(0)).toEqual([]);
  });

  it("shows, when the run says that it recorded it, that the register is a restored one: the run is restarted", async () => {
    const file = await settledFile();
    const before = await runOf(file.id);
    const updateId = randomUUID();
    await open.client.workflow.getHandle(file.id).executeUpdate("convergenceDeposited", {
      args: [{ id: randomUUID(), by: "applicant", at: await file.now(), body: bodies.convergence }],
      updateId,
    });
    // Another id than the act that the run recorded: the register holds none of this one.
    await promised(file, updateId);
    expect((await pass()).restarted.get(file.id)?.cause).toMatch(/lacks/);
    expect(await runOf(file.id)).not.toBe(before);
    expect(await recorded(file.id)).toHaveLength(1);
  });
});
