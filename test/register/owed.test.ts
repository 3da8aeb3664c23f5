import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Owed } from "../../case/owed.js";
import type { CivilDate } from "../../law/civil-date.js";
import { type OwedFilter, type Register, UnknownCursor } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, ended, filing } from "./samples.js";

const day = (text: string) => text as CivilDate;

/** An act of the HAS that has no last day, unless told otherwise. */
const owing = (name: string, changes: Partial<Owed> = {}): Owed => ({
  party: "HAS",
  kind: "act",
  names: [name],
  label: name,
  about: null,
  since: day("2026-03-05"),
  clock: null,
  lastDay: null,
  overdue: false,
  ...changes,
});

describe("what is owed in open cases", () => {
  let register: Register;
  let owner: pg.Client;
  const ids: string[] = [];
  beforeAll(async () => {
    ({ register, owner } = await freshRegister());
    const owed = [
      [owing("late", { lastDay: day("2026-04-01"), overdue: true }), owing("whenever")],
      [owing("first", { lastDay: day("2026-03-20") }), owing("other", { party: "ANS", lastDay: day("2026-03-20") })],
      [owing("older", { since: day("2026-03-01") }), owing("later", { lastDay: day("2026-06-01") })],
    ];
    for (const [index, items] of owed.entries()) {
      const organisation = index === 0 ? "acme" : "other";
      const { id } = await register.file(filing({ sandbox: index === 2, organisation, principal: `user:${index}` }));
      ids.push(id);
      await register.record(burst(id, 1, { view: { owed: items } }));
    }
    const { id } = await register.file(filing({ procedure: "acces-precoce", series: "AAP", organisation: "lab" }));
    ids.push(id);
    await register.record(burst(id, 1, { view: { owed: [owing("elsewhere")] } }));
  });

  const found = async (filter: Partial<OwedFilter> = {}) => {
    const { rows } = await register.owed({ except: [], ...filter });
    return rows.map((row) => `${ids.indexOf(row.case)} ${row.names} ${row.party} ${row.lastDay}`);
  };
  const all = [
    "0 late HAS 2026-04-01",
    "1 first HAS 2026-03-20",
    "1 other ANS 2026-03-20",
    "2 later HAS 2026-06-01",
    "2 older HAS null",
    "0 whenever HAS null",
    "3 elsewhere HAS null",
  ];

  it("come overdue first, then next due, then what has waited longest", async () => {
    const listed = await found();
    expect(new Set(listed)).toEqual(new Set(all));
    expect(listed.slice(0, 5)).toEqual(all.slice(0, 5));
  });

  it("are those asked for", async () => {
    expect(await found({ party: "ANS" })).toEqual(["1 other ANS 2026-03-20"]);
    expect(await found({ before: "2026-04-01", party: "HAS" })).toEqual(["1 first HAS 2026-03-20"]);
    expect(await found({ overdue: true })).toEqual(["0 late HAS 2026-04-01"]);
    expect(await found({ company: "acme" })).toEqual(["0 late HAS 2026-04-01", "0 whenever HAS null"]);
    expect(await found({ principal: "user:2", sandbox: true })).toEqual(all.slice(3, 5));
    expect(await found({ except: ["pecan"] })).toEqual(["3 elsewhere HAS null"]);
    expect(await found({ procedure: "acces-precoce", except: ["acces-precoce"] })).toEqual([]);
  });

  it.each([1, 2, 3, 7])("come in pages of %i that neither miss nor repeat one", async (limit) => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await register.owed({ except: [], limit, after });
      seen.push(...page.rows.map((row) => `${ids.indexOf(row.case)} ${row.names} ${row.party} ${row.lastDay}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(await found());
  });

  it("refuse a cursor that isn't theirs", async () => {
    const key = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const after of [
      "nonsense",
      key(["", "yesterday", "2026-03-05", "x", "1"]),
      key(["", "infinity", "2026-13-45", "x", "1"]),
      key(["perhaps", "infinity", "2026-03-05", "x", "1"]),
      key(["", "infinity", "2026-03-05", "x", "one"]),
    ])
      await expect(register.owed({ except: [], after })).rejects.toThrow(UnknownCursor);
  });

  it("change with the burst that changes them, come back as they were when they are made anew, and end with the case", async () => {
    const { id } = await register.file(filing({ organisation: "alone" }));
    const names = async () => (await register.owed({ except: [], company: "alone" })).rows.map((row) => row.names[0]);
    await register.record(burst(id, 1, { view: { owed: [owing("first"), owing("second")] } }));
    expect(await names()).toEqual(["first", "second"]);
    const second = burst(id, 2, { view: { owed: [owing("second")] } });
    for (let times = 0; times < 2; times += 1) await register.record(second);
    expect(await names()).toEqual(["second"]);

    const listed = await found();
    await owner.query("delete from owed");
    expect(await names()).toEqual([]);
    expect(await register.makeOwedAnew()).toBe(5);
    expect(await found()).toEqual(listed);
    expect(await register.makeOwedAnew()).toBe(5);

    const over = { status: "concluded" as const, ending: ended("covered"), whoseMove: [], owed: [] };
    await register.record(burst(id, 3, { view: over }));
    expect(await names()).toEqual([]);
  });

  it("hold whatever people call a subject: no name keeps a burst from being recorded", async () => {
    const { id } = await register.file(filing({ organisation: "odd" }));
    const owed = [owing("odd", { about: "a\u0000b\ud800c\\u0000 é😀" })];
    await register.record(burst(id, 1, { view: { owed } }));
    const { rows } = await register.owed({ except: [], company: "odd" });
    expect(rows.map(({ about }) => about)).toEqual(["a\ufffdb\ufffdc\\ufffd é😀"]);
  });
});
