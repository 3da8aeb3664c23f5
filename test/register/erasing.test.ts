/** What a concluded case held is erased, and its chain holds (ADR 27). */
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { CaseNotErasable, type Erasure, type Register, UnknownCase } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, ended, filed, filing } from "./samples.js";

const secret = "Suivi-4f1c";
const erasure = {
  by: "person-1",
  reason: "Durée de conservation",
  on: "2027-01-04",
  at: "2027-01-04T09:00:00.000Z",
} as Erasure;
const tables = [
  "cases",
  "acts",
  "journal",
  "notices",
  "clocks",
  "indications",
  "deliveries",
  "messages",
  "handovers",
  "bursts",
];

describe("erasing", () => {
  let register: Register;
  let owner: pg.Client;
  beforeAll(async () => {
    ({ register, owner } = await freshRegister());
  });

  /** A case whose every content says the secret, concluded unless told otherwise. */
  async function recorded(status: "open" | "concluded" = "concluded"): Promise<string> {
    const label = `Indication ${secret}`;
    const { id } = await register.file(
      filing({
        text: secret,
        indications: [{ id: "epilepsy", label }],
        complete: (number) => ({ id: number, filing: { ...filed, product: { id: "exemple", name: secret } } }),
      }),
    );
    for (const number of [1, 2]) {
      const made = burst(id, number, { view: number === 2 ? { status, ending: ended("withdrawn") } : {} });
      await register.record({
        ...made,
        acts: made.acts.map((act) => ({ ...act, about: secret, body: { reason: secret } })),
        entries: made.entries.map((entry) => ({ ...entry, about: secret, detail: { reason: secret } })),
        notices: made.notices.map((notice) => ({ ...notice, text: `Lettre : ${secret}`, subject: secret })),
      });
    }
    return id;
  }

  const delivered = (id: string) => owner.query("delete from outbox where case_id = $1", [id]);

  /** All that the register still says of the case, as text. */
  async function said(id: string): Promise<string> {
    const column = (table: string) => (table === "cases" ? "id" : "case_id");
    const rows: string[] = [];
    for (const table of tables) {
      const found = await owner.query(`select t::text as row from ${table} t where ${column(table)} = $1`, [id]);
      rows.push(...found.rows.map(({ row }) => row));
    }
    return rows.join("\n");
  }

  const saltsOf = async (id: string): Promise<string[]> => {
    const { rows } = await owner.query(
      "select salt from bursts where case_id = $1 and number < 3 union all select salt from cases where id = $1",
      [id],
    );
    return rows.map(({ salt }) => salt);
  };

  it("takes every content and every salt, says so in the journal, and leaves a chain that holds from its first receipt", async () => {
    const id = await recorded();
    await delivered(id);
    const { head = "" } = (await register.caseWithAct(id, "act-1"))?.act ?? {};
    expect(await said(id)).toContain(secret);
    expect((await saltsOf(id)).every((salt) => /^[0-9a-f]{32}$/.test(salt))).toBe(true);
    await register.erase(id, erasure);
    expect(await said(id)).not.toContain(secret);
    expect(await saltsOf(id)).toEqual(["", "", ""]);
    const hashes = await owner.query(
      "select digest as hash from bursts where case_id = $1 union select request_hash from idempotency_keys where case_id = $1",
      [id],
    );
    expect(hashes.rows).toEqual([{ hash: "" }]);
    expect(await register.verify(id, { holding: head })).toMatchObject({ valid: true, entries: 9 });
    const journal = await register.journal(id);
    expect(journal.at(-1)).toMatchObject({
      kind: "erased",
      detail: { by: "person-1", reason: "Durée de conservation" },
    });
    expect(journal.slice(0, 4).map(({ kind, party }) => [kind, party])).toEqual([
      ["act", "dss"],
      ["notice", "applicant"],
      ["notice", "has"],
      ["clock", undefined],
    ]);
    expect((await register.notices(id)).map(({ text }) => text)).toEqual(Array(4).fill("Contenu effacé"));
    expect((await register.case(id))?.erasedAt).toBe(erasure.at);
  });

  it("leaves digests that nobody can find the content of without its salt: the same content never has the same", async () => {
    const ids = [await recorded(), await recorded()];
    for (const id of ids) {
      await delivered(id);
      await register.erase(id, erasure);
    }
    const { rows } = await owner.query("select digest from acts where case_id = any ($1)", [ids]);
    expect(new Set(rows.map(({ digest }) => digest)).size).toBe(4);
  });

  it("is done once, and for a concluded case of which nothing is on its way", async () => {
    await expect(register.erase("PECAN-1999-0001", erasure)).rejects.toThrow(UnknownCase);
    const open = await recorded("open");
    await delivered(open);
    await expect(register.erase(open, erasure)).rejects.toThrow(CaseNotErasable);
    const id = await recorded();
    await expect(register.erase(id, erasure)).rejects.toThrow(/on its way/);
    await delivered(id);
    await register.erase(id, erasure);
    const { head } = (await register.case(id)) ?? {};
    await register.erase(id, { ...erasure, reason: "Encore" });
    expect((await register.case(id))?.head).toBe(head);
  });

  it("doesn't erase a case whose chain doesn't hold: it would hide what was changed", async () => {
    const id = await recorded();
    await delivered(id);
    await owner.query("set session_replication_role = replica");
    await owner.query("update notices set text = 'x' where case_id = $1 and number = 2", [id]);
    await owner.query("set session_replication_role = origin");
    await expect(register.erase(id, erasure)).rejects.toThrow(/doesn't hold, at line 4/);
    expect(await said(id)).toContain(secret);
  });

  it.each([
    ["a digest", "update acts set digest = repeat('0', 64) where case_id = $1 and id = 'act-1'"],
    ["the day of an act", "update acts set legal_day = '2026-03-04' where case_id = $1 and id = 'act-1'"],
    ["the kind of a line", "update journal set kind = 'phase' where case_id = $1 and number = 3"],
    ["who erased it", `update journal set payload = '{"by":"x"}' where case_id = $1 and number = 9`],
    ["that it was erased", "update cases set erased_at = null where id = $1"],
    ["what was filed", "update cases set filing_digest = repeat('0', 64) where id = $1"],
  ])("leaves a chain that still detects %s, changed", async (_what, statement) => {
    const id = await recorded();
    await delivered(id);
    await register.erase(id, erasure);
    await owner.query("set session_replication_role = replica");
    await owner.query(statement, [id]);
    await owner.query("set session_replication_role = origin");
    expect(await register.verify(id)).toMatchObject({ valid: false });
  });

  it("of a case that wasn't is nothing that digests alone can feign", async () => {
    const id = await recorded();
    await owner.query("set session_replication_role = replica");
    await owner.query("update acts set digest = repeat('0', 64), envelope = '{}' where case_id = $1", [id]);
    await owner.query("set session_replication_role = origin");
    expect(await register.verify(id)).toMatchObject({ valid: false, entry: 4 });
  });

  it("leaves the journal append-only, for its owner too", async () => {
    const id = await recorded();
    await delivered(id);
    await register.erase(id, erasure);
    for (const table of ["acts", "journal", "notices", "bursts", "deliveries"])
      await expect(owner.query(`delete from ${table} where case_id = $1`, [id])).rejects.toThrow(/append-only/);
    const { id: next } = await register.file(filing());
    expect(await register.record(burst(next, 1))).toMatchObject({ kind: "recorded" });
  });
});
