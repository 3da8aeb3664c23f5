import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { appendOnlyTables } from "../../register/append-only.js";
import { openPool } from "../../register/connections.js";
import type { Register } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

describe("what was recorded", () => {
  let register: Register;
  let owner: pg.Client;
  let pool: pg.Pool;
  beforeAll(async () => {
    const fresh = await freshRegister();
    ({ register, owner } = fresh);
    pool = openPool(fresh.url, "test");
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    await register.outbox.settle("test", [{ case: id, number: 2, outcome: "delivered" }]);
    return () => pool.end();
  });

  const refused = { code: "42501" };

  it("is written as a role that owns nothing", async () => {
    expect(await register.reachable()).toEqual({ role: true });
    const { rows } = await pool.query("select current_user as name");
    expect(rows).toEqual([{ name: "guichet_writer" }]);
  });

  it.each(appendOnlyTables)("can't be changed, removed or emptied: %s", async (table) => {
    const column = table === "acts" ? "id" : table === "bursts" ? "digest" : table === "deliveries" ? "detail" : "name";
    const changes = [`update ${table} set ${column} = 'x'`, `delete from ${table}`, `truncate ${table} cascade`];
    for (const change of changes) {
      await expect(pool.query(change), `${change}, as the writer`).rejects.toMatchObject(refused);
      await expect(owner.query(change), `${change}, as the owner`).rejects.toMatchObject(refused);
    }
    const { rows } = await owner.query<{ rows: number }>(`select count(*)::int as rows from ${table}`);
    expect(rows[0]?.rows).toBeGreaterThan(0);
  });

  it("can't have its triggers taken away by the writer", async () => {
    await expect(pool.query("alter table journal disable trigger append_only")).rejects.toMatchObject(refused);
    await expect(pool.query("drop table journal")).rejects.toMatchObject(refused);
    await expect(pool.query("set session_replication_role = replica")).rejects.toMatchObject(refused);
  });

  it("keeps the case and what was filed", async () => {
    await expect(pool.query("update cases set filing = '{}'")).rejects.toMatchObject(refused);
    await expect(pool.query("update cases set genesis = ''")).rejects.toMatchObject(refused);
    await expect(owner.query("delete from cases")).rejects.toMatchObject(refused);
    await expect(owner.query("truncate cases cascade")).rejects.toMatchObject(refused);
  });
});
