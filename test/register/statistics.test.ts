import type pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { civilDate } from "../../law/civil-date.js";
import type { Register } from "../../register/register.js";
import { type Cohort, cohorts, differences, linesOfCohort } from "../../scripts/cohort/play.js";
import { recordPlayed } from "../../scripts/cohort/recording.js";
import { piecesOf } from "../../statistics/pieces.js";
import { catchUp, keepCounted } from "../../statistics/projection.js";
import { statisticsReport } from "../../statistics/report.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

describe("statistics of the register", () => {
  let register: Register;
  let owner: pg.Client;
  let cohort: Cohort;

  beforeAll(async () => {
    ({ register, owner } = await freshRegister());
    cohort = cohorts["acces-precoce-2021-2023"]!();
    for (const played of [...cohort.requests, ...cohort.meetings]) await recordPlayed(register, played);
    while (!(await catchUp(register, ["acces-precoce", "pre-depot-medicament"], 5_000)));
  }, 120_000);

  const report = (from: string, to: string) =>
    statisticsReport(register, "acces-precoce", { from: civilDate(from), to: civilDate(to), sandbox: true });

  it("are the report's, line by line, computed from the register", async () => {
    const { lines, complete, quarters, moves } = await report("2021-07-01", "2023-06-30");
    expect(complete).toBe(true);
    expect(differences(lines)).toEqual([]);
    expect(quarters.map(({ filed }) => filed)).toEqual([22, 24, 27, 30, 32, 35, 39, 44]);
    expect(moves[0]?.days).toBeGreaterThan(0);
  });

  it("are the same as those of the acts in memory", async () => {
    const { lines } = await report("2021-07-01", "2023-06-30");
    const inMemory = linesOfCohort(cohort);
    expect(lines.map(({ id, value }) => [id, value])).toEqual(inMemory.map(({ id, value }) => [id, value]));
  });

  it("count any period, to the day, as the facts do", async () => {
    for (const [from, to] of [
      ["2021-07-14", "2021-07-14"],
      ["2021-11-03", "2022-02-17"],
      ["2022-01-01", "2022-12-31"],
      ["2021-09-30", "2023-01-01"],
    ] as const) {
      const { lines } = await report(from, to);
      const period = { ...cohort, from: civilDate(from), to: civilDate(to) };
      const filed = (all: readonly { id: string; value: number | null }[]) =>
        all.filter(({ id }) => id.startsWith("filed") || id.startsWith("decided")).map(({ value }) => value);
      expect(filed(lines), `${from} to ${to}`).toEqual(filed(linesOfCohort(period)));
    }
  });

  it("count a case once, however often it is projected, and real cases apart from the sandbox's", async () => {
    const [first] = cohort.requests;
    const of = { id: first!.live.opening.id, procedure: "acces-precoce", sandbox: true, version: 10_000 };
    const before = await report("2021-07-01", "2023-06-30");
    const acts = { metric: "filed:renewal", on: "2022-05-05", value: 1, count: 1 };
    await register.statistics.project(of, [acts, acts]);
    await register.statistics.project(of, [acts]);
    const counts = await register.statistics.counts({
      procedure: "acces-precoce",
      sandbox: true,
      pieces: [{ grain: "month", since: "2022-05-01" }],
    });
    const renewals = before.lines.find(({ id }) => id === "filed-renewal")?.value;
    expect(renewals).toBe(57);
    expect(counts.find(({ metric }) => metric === "filed:renewal")?.count, "not projected twice").toBe(2);
    const real = await register.statistics.counts({
      procedure: "acces-precoce",
      sandbox: false,
      pieces: piecesOf(civilDate("2000-01-01"), civilDate("2030-12-31")),
    });
    expect(real).toEqual([]);
  });

  it("are kept counted when nobody asks, and after the register was away", async () => {
    const { id } = cohort.requests[1]!.live.opening;
    const behind = () => register.statistics.behind(["acces-precoce"], 10);
    await owner.query("update cases set counted_version = 0 where id = $1", [id]);
    expect(await behind()).toMatchObject([{ id }]);
    const away = vi.spyOn(register.statistics, "behind").mockRejectedValueOnce(new Error("away"));
    const stop = keepCounted(register, { everyMs: 20 });
    try {
      await vi.waitFor(async () => expect(await behind()).toEqual([]), 10_000);
      expect(away.mock.calls.length).toBeGreaterThan(1);
    } finally {
      stop();
      away.mockRestore();
    }
  });

  it("count the others when a hundred and more cases can't be counted, say which, and that some are missing", async () => {
    const bad: string[] = [];
    for (let i = 0; i < 105; i++) {
      // Its filing isn't one of an accès précoce; it stands before those of the sandbox.
      const { id } = await register.file(filing({ procedure: "acces-precoce", series: "AAP" }));
      await register.record(burst(id, 1));
      bad.push(id);
    }
    const [good] = cohort.requests;
    const last = good!.live.opening.id;
    await owner.query("update cases set counted_version = 0 where id = $1", [last]);
    const uncounted = new Map<string, unknown>();
    const complete = await catchUp(register, ["acces-precoce"], 30_000, (id, fault) => uncounted.set(id, fault));
    expect(complete).toBe(false);
    expect([...uncounted.keys()].sort()).toEqual(bad.sort());
    const behind = await register.statistics.behind(["acces-precoce"], 1_000);
    expect(behind.map(({ id }) => id).sort()).toEqual(bad);
    expect((await report("2021-07-01", "2023-06-30")).complete).toBe(false);
  });
});
