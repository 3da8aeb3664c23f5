import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { type Register, UnknownCase } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

describe("verification", () => {
  let register: Register;
  let owner: pg.Client;
  beforeAll(async () => {
    ({ register, owner } = await freshRegister());
  });

  async function recorded(): Promise<string> {
    const { id } = await register.file(filing());
    for (const number of [1, 2, 3]) await register.record(burst(id, number));
    return id;
  }

  /** As the owner of the tables, who can do anything. */
  async function tamper(statement: string, id: string): Promise<void> {
    await owner.query("set session_replication_role = replica");
    const { rowCount } = await owner.query(statement, [id]);
    await owner.query("set session_replication_role = origin");
    expect(rowCount).toBe(1);
  }

  it("finds an untouched chain valid, up to the case's head", async () => {
    const id = await recorded();
    expect(await register.verify(id)).toEqual({ valid: true, entries: 12, head: (await register.case(id))?.head });
    await expect(register.verify("PECAN-1999-0001")).rejects.toThrow(UnknownCase);
  });

  it("holds a case with no entry yet", async () => {
    const { id } = await register.file(filing());
    expect(await register.verify(id)).toMatchObject({ valid: true, entries: 0 });
  });

  it.each([
    ["a payload", "update journal set payload = '{}' where case_id = $1 and number = 5", 5],
    ["a legal day", "update journal set legal_day = '2026-03-04' where case_id = $1 and number = 6", 6],
    ["an instant of telling", "update journal set tell_at = now() where case_id = $1 and number = 7", 7],
    ["an execution instant", "update journal set recorded_at = now() where case_id = $1 and number = 7", 7],
    ["a hash", "update journal set hash = 'x' where case_id = $1 and number = 2", 2],
    ["a line taken away", "delete from journal where case_id = $1 and number = 6", 6],
    ["the last line taken away", "delete from journal where case_id = $1 and number = 12", 11],
    ["an act's envelope", "update acts set envelope = '{}' where case_id = $1 and id = 'act-2'", 8],
    ["a receipt", "update acts set receipt = '{}' where case_id = $1 and id = 'act-3'", 12],
    ["an act taken away", "delete from acts where case_id = $1 and id = 'act-1'", 4],
    ["a notice's text", "update notices set text = 'x' where case_id = $1 and number = 2", 4],
    ["a burst's head", "update bursts set head = 'x' where case_id = $1 and number = 2", 8],
    ["the filing", "update cases set filing = '{}' where id = $1", 0],
    ["who filed it", `update cases set author = '{"person":"other"}' where id = $1`, 0],
    [
      "who sent an act",
      "update acts set envelope = replace(envelope::text, 'person-1', 'person-2')::json where case_id = $1 and id = 'act-2'",
      8,
    ],
    ["the day of the filing", "update cases set filed_at = filed_at - interval '1 day' where id = $1", 0],
    ["the case's head", "update cases set head = 'x' where id = $1", 13],
  ])("detects %s", async (_what, statement, entry) => {
    const id = await recorded();
    await tamper(statement, id);
    expect(await register.verify(id)).toMatchObject({ valid: false, entry });
  });

  it("knows the heads that its receipts gave", async () => {
    const id = await recorded();
    const { head = "" } = (await register.caseWithAct(id, "act-2"))?.act ?? {};
    expect(await register.verify(id, { holding: head })).toMatchObject({ valid: true });
    expect(await register.verify(id, { holding: "0".repeat(64) })).toMatchObject({ valid: false, entry: 13 });
  });
});
