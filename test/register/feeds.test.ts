import type pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { listenToJournal } from "../../register/listening.js";
import type { JournalEvent, Register } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { openRelay } from "./relay.js";
import { burst, filing } from "./samples.js";

describe("feeds", () => {
  let register: Register;
  let owner: pg.Client;
  let databaseUrl: string;
  beforeAll(async () => {
    ({ register, owner, url: databaseUrl } = await freshRegister());
  });

  it("tell of each burst once it is committed, and not of one that changes nothing", async () => {
    const heard: JournalEvent[] = [];
    const stop = await register.listen({ onEvent: (event) => heard.push(event) });
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    await register.record(burst(id, 1));
    await register.record(burst(id, 2));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard).toEqual([
      { case: id, entry: 4 },
      { case: id, entry: 8 },
    ]);
    await stop();
    await register.record(burst(id, 3));
    expect(heard).toHaveLength(2);
  });

  it("listen again after a lost connection, and say that some may have been missed", async () => {
    const heard: JournalEvent[] = [];
    let gaps = 0;
    let deaf = 0;
    const stop = await register.listen({
      onEvent: (event) => heard.push(event),
      onDeaf: () => {
        deaf += 1;
      },
      onGap: () => {
        gaps += 1;
      },
    });
    const listeners = "from pg_stat_activity where query ilike 'listen %' and datname = current_database()";
    await owner.query(`select pg_terminate_backend(pid) ${listeners}`);
    await vi.waitFor(() => expect([deaf, gaps]).toEqual([1, 1]), { timeout: 5_000 });
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    await vi.waitFor(() => expect(heard).toEqual([{ case: id, entry: 4 }]));
    await stop();
  });

  it("leave aside what isn't an event, and what a listener fails at, and hear the next", async () => {
    const heard: JournalEvent[] = [];
    const aside: string[] = [];
    const stop = await register.listen({
      onEvent(event) {
        if (event.entry === 13) throw new Error("unlucky");
        heard.push(event);
      },
      onLeftAside: (what) => aside.push(what),
    });
    const notices = [
      "not json",
      "",
      "null",
      "[]",
      "3",
      '{"case":1,"entry":2}',
      '{"case":"X"}',
      '{"case":"X","entry":13}',
    ];
    for (const notice of notices) await owner.query("select pg_notify('guichet_journal', $1)", [notice]);
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    await vi.waitFor(() => expect(heard).toEqual([{ case: id, entry: 4 }]));
    expect(aside).toEqual([...notices.slice(0, -1), "X, 13"]);
    await stop();
  });

  it("notice a connection that is half open by asking, say that they are deaf, and hear again", async () => {
    const relay = await openRelay(databaseUrl);
    const told: string[] = [];
    const stop = await listenToJournal(
      relay.url,
      "half-open",
      {
        onEvent: ({ entry }) => told.push(`entry ${entry}`),
        onDeaf: () => told.push("deaf"),
        onGap: () => told.push("gap"),
      },
      { askEveryMs: 200 },
    );
    relay.fallSilent();
    await vi.waitFor(() => expect(told).toEqual(["deaf", "gap"]), { timeout: 15_000, interval: 100 });
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    await vi.waitFor(() => expect(told).toEqual(["deaf", "gap", "entry 4"]));
    await stop();
    relay.close();
  });

  it("never pass a notice that is committed later, whoever reads while many write", async () => {
    const start = (await register.noticeFeed({ limit: 10_000 })).at(-1)?.position ?? 0;
    const ids = await Promise.all(Array.from({ length: 8 }, async () => (await register.file(filing())).id));
    let writing = true;
    const writers = Promise.all(
      ids.map(async (id) => {
        for (let number = 1; number <= 10; number += 1) await register.record(burst(id, number));
      }),
    ).finally(() => {
      writing = false;
    });
    const seen: string[] = [];
    let after = start;
    for (let last = false; ; ) {
      const page = await register.noticeFeed({ after, limit: 50 });
      seen.push(...page.map((notice) => `${notice.case}:${notice.number}`));
      after = page.at(-1)?.position ?? after;
      if (last && page.length === 0) break;
      last = !writing;
    }
    await writers;
    expect(seen).toHaveLength(8 * 10 * 2);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("give notices in order, of one party when asked", async () => {
    const start = (await register.noticeFeed({ limit: 10_000 })).at(-1)?.position ?? 0;
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    const all = await register.noticeFeed({ after: start });
    expect(all.map(({ number, party }) => [number, party])).toEqual([
      [2, "applicant"],
      [3, "has"],
    ]);
    const [, second] = all;
    expect(await register.noticeFeed({ after: start, party: "has" })).toEqual([second]);
    expect(await register.noticeFeed({ after: second!.position })).toEqual([]);
  });
});
