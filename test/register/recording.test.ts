import type pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { BurstOutOfStep, openRegister, type Register, UnknownCase } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, ended, filing, indication } from "./samples.js";

describe("recording a burst", () => {
  let register: Register;
  let owner: pg.Client;
  let url: string;
  beforeAll(async () => {
    ({ register, owner, url } = await freshRegister());
  });
  const opened = async () => (await register.file(filing())).id;
  const clocksOf = async (id: string) =>
    (await owner.query("select clock from clocks where case_id = $1 order by ordinal", [id])).rows.map(
      ({ clock }) => clock,
    );
  const indicationsOf = async (id: string) =>
    (await owner.query("select id, label, outcome, open from indications where case_id = $1 order by ordinal", [id]))
      .rows;

  it("writes acts, entries, notices, clocks, indications and the view", async () => {
    const id = await opened();
    const told = burst(id, 1);
    const recorded = await register.record(told);
    const { head = "" } = (await register.case(id)) ?? {};
    const { recordedAt, view } = told;
    expect(recorded).toEqual({ kind: "recorded", digest: "digest-1", head, recordedAt, version: view.version });

    expect(await register.case(id)).toMatchObject({
      status: "open",
      phase: "examination",
      whoseMove: ["ans", "has"],
      nextDueOn: "2026-05-04",
      version: 4,
      bursts: 1,
      view: told.view,
    });
    const journal = await register.journal(id);
    expect(journal.map(({ number, kind }) => [number, kind])).toEqual([
      [1, "act"],
      [2, "notice"],
      [3, "notice"],
      [4, "clock"],
    ]);
    expect(journal.map(({ case: _case, recordedAt: _at, hash: _hash, author: _author, ...entry }) => entry)).toEqual(
      told.entries,
    );
    expect(journal.map(({ author }) => author)).toEqual([told.acts[0]?.author, undefined, undefined, undefined]);
    expect(journal[0]).toMatchObject({ case: id, recordedAt: told.recordedAt });
    expect(journal[3]?.hash).toBe(head);
    expect(await register.acts(id)).toEqual(told.acts);
    expect(await clocksOf(id)).toEqual(told.view.clocks);
    expect(await register.notices(id)).toEqual(
      told.notices.map(({ deliver: _, ...notice }) => ({ ...notice, case: id, burst: 1, recordedAt: told.recordedAt })),
    );
    expect(await indicationsOf(id)).toEqual([
      { id: "epilepsy", label: "Épilepsie de l'enfant", outcome: null, open: true },
    ]);
    expect((await register.caseWithAct(id, "act-1"))?.act).toEqual({
      act: told.acts[0],
      receipt: told.receipts["act-1"],
      head,
      burst: 1,
      recordedAt: told.recordedAt,
    });
    expect((await register.caseWithAct(id, "act-2"))?.act).toBeUndefined();
  });

  it("is idempotent: the same burst again writes nothing and answers the same, even later", async () => {
    const id = await opened();
    const first = await register.record(burst(id, 1));
    await register.record(burst(id, 2));
    expect(await register.record(burst(id, 1))).toEqual(first);
    expect((await register.case(id))?.version).toBe(8);
  });

  it("writes nothing where another burst already stands at that number, to be read apart", async () => {
    const id = await opened();
    const stands = burst(id, 1);
    const { head } = (await register.record(stands)) as { head: string };
    const late = burst(id, 1, { digest: "another", acts: [], view: { phase: "decision" } });
    expect(await register.record(late)).toEqual({ kind: "other" });
    expect(await register.case(id)).toMatchObject({ phase: "examination", version: 4, head });
    const { number, digest, recordedAt, acts, entries } = stands;
    expect(await register.bursts(id)).toEqual([{ number, digest, recordedAt, head, acts, entries }]);
  });

  it("lets one of many concurrent writers win each number, the others see what won", async () => {
    const id = await opened();
    const other = openRegister(url, { applicationName: "another worker" });
    for (const number of [1, 2, 3]) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, writer) =>
          (writer % 2 ? register : other).record(burst(id, number, { digest: `${number} by ${writer}` })),
        ),
      );
      const won = answers.filter((answer) => answer.kind === "recorded");
      expect(won).toHaveLength(1);
      const [held] = await register.bursts(id, { after: number - 1, limit: 1 });
      expect(held?.digest).toBe(won[0]?.digest);
    }
    await other.close();
    expect(await register.verify(id)).toMatchObject({ valid: true, entries: 12 });
  });

  it("refuses what doesn't follow, and what would escape the chain", async () => {
    const id = await opened();
    await expect(register.record(burst("PECAN-1999-0001", 1))).rejects.toThrow(UnknownCase);
    await expect(register.record(burst(id, 2))).rejects.toThrow(BurstOutOfStep);
    await register.record(burst(id, 1));
    await expect(register.record(burst(id, 2, numbered(6)))).rejects.toThrow(BurstOutOfStep);
    await expect(register.record(burst(id, 2, { view: { version: 7 } }))).rejects.toThrow(BurstOutOfStep);
    await expect(register.record(burst(id, 2, { entries: [], notices: [] }))).rejects.toThrow(BurstOutOfStep);
    await expect(register.record(burst(id, 2, { notices: burst(id, 1).notices }))).rejects.toThrow(BurstOutOfStep);
    // The same act twice is a fault of the case, which answers repeated acts itself.
    await expect(register.record(burst(id, 2, { acts: burst(id, 1).acts }))).rejects.toThrow(/acts_pkey/);
    expect(await register.case(id)).toMatchObject({ version: 4, bursts: 1 });
  });

  it("may tell nothing, and only move the view", async () => {
    const id = await opened();
    const quiet = burst(id, 1, { acts: [], entries: [], notices: [], view: { phase: "waiting", version: 0 } });
    const { head } = (await register.record(quiet)) as { head: string };
    expect(await register.case(id)).toMatchObject({ phase: "waiting", bursts: 1, version: 0, head });
    const following = { ...burst(id, 1), number: 2 };
    expect(await register.record(following)).toMatchObject({ kind: "recorded" });
    expect(await register.verify(id)).toMatchObject({ valid: true, entries: 4 });
  });

  it("stores any text that JSON can carry, and keeps it verifiable", async () => {
    const id = await opened();
    const nasty = "NUL \u0000, half a pair \ud83d, quote \" ' \\ {}, emoji 🙂";
    const [act] = burst(id, 1).acts;
    const [entry] = burst(id, 1).entries;
    const [notice] = burst(id, 1).notices;
    await register.record(
      burst(id, 1, {
        acts: [{ ...act!, about: nasty, body: { nasty, number: 1e21, deep: [{ 0.1: -0 }] } }],
        entries: [{ ...entry!, number: 1, about: nasty, detail: { [nasty]: nasty } }],
        notices: [{ ...notice!, number: 1, subject: nasty, text: nasty }],
        view: { phase: "examination", subjects: [indication(nasty)] },
      }),
    );
    expect((await register.case(id))?.view?.subjects).toEqual([indication(nasty)]);
    expect((await register.journal(id))[0]).toMatchObject({ about: nasty, detail: { [nasty]: nasty } });
    expect(await register.acts(id)).toMatchObject([{ about: nasty, body: { nasty, number: 1e21 } }]);
    expect((await register.notices(id))[0]?.text).toContain("NUL \ufffd, half a pair \ufffd, quote");
    expect(await register.verify(id)).toMatchObject({ valid: true });
    expect((await register.cases({ text: nasty })).rows).toEqual([]);
  });

  it("replaces clocks by their state after the burst: those no longer listed no longer exist", async () => {
    const id = await opened();
    await register.record(burst(id, 1));
    const [first, second] = burst(id, 1).view.clocks;
    const suspended = { ...second!, state: "suspended" as const, lastDay: null, expiresAt: null };
    await register.record(burst(id, 2, { view: { clocks: [suspended, first!] } }));
    expect(await clocksOf(id)).toEqual([suspended, first]);
    await register.record(burst(id, 3, { view: { clocks: [] } }));
    expect(await clocksOf(id)).toEqual([]);
  });

  it("may conclude a case and open it again", async () => {
    const id = await opened();
    const openIds = async () => (await register.openCases(undefined, 1_000)).map((found) => found.id);
    const bars = async () => (await indicationsOf(id))[0]?.open;
    await register.record(
      burst(id, 1, { nextDueOn: null, view: { status: "concluded", ending: ended("deemed-abandoned") } }),
    );
    expect(await openIds()).not.toContain(id);
    expect(await bars()).toBe(false);
    await register.record(burst(id, 2));
    expect(await openIds()).toContain(id);
    expect(await bars()).toBe(true);
  });

  it("works again on new connections once those it had are lost", async () => {
    const id = await opened();
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'guichet' and datname = current_database()",
    );
    await vi.waitFor(() => register.record(burst(id, 1)));
    expect(await register.verify(id)).toMatchObject({ valid: true, entries: 4 });
  });

  it("answers for every case that isn't concluded, page by page", async () => {
    const ids = [await opened(), await opened(), await opened()];
    const seen: string[] = [];
    for (let after = ""; ; ) {
      const page = await register.openCases(after, 2);
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
      after = seen.at(-1)!;
    }
    expect(seen).toEqual([...seen].sort());
    expect(seen).toEqual(expect.arrayContaining(ids));
  });
});

/** The entries and notices of a second burst that would begin at another number. */
function numbered(first: number) {
  const { entries, notices } = burst("", 2);
  const move = <Row extends { number: number }>(row: Row) => ({ ...row, number: row.number - 5 + first });
  return { entries: entries.slice(0, 2).map(move), notices: notices.slice(0, 1).map(move) };
}
