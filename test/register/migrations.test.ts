import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "../../register/migrate.js";
import { openRegister } from "../../register/register.js";
import { burst, filing } from "./samples.js";

describe("migrating", () => {
  const server = new pg.Client({ connectionString: inject("databaseUrl") });
  const undo: string[] = [];
  beforeAll(() => server.connect());
  afterAll(async () => {
    for (const statement of undo.reverse()) await server.query(statement);
    await server.end();
  });

  async function emptyDatabase(owner?: { name: string; password: string }): Promise<string> {
    const name = `empty_${randomBytes(6).toString("hex")}`;
    await server.query(`create database ${name}${owner ? ` owner ${owner.name}` : ""}`);
    undo.push(`drop database ${name} with (force)`);
    const url = new URL(inject("databaseUrl"));
    url.pathname = `/${name}`;
    if (owner) Object.assign(url, { username: owner.name, password: owner.password });
    return url.href;
  }

  async function user(rights: string): Promise<{ name: string; password: string }> {
    const name = `user_${randomBytes(6).toString("hex")}`;
    await server.query(`create role ${name} login password 'secret' ${rights}`);
    undo.push(`drop role ${name}`);
    return { name, password: "secret" };
  }

  async function records(url: string): Promise<{ role: boolean }> {
    const register = openRegister(url);
    try {
      const { id } = await register.file(filing());
      expect(await register.record(burst(id, 1))).toMatchObject({ kind: "recorded" });
      expect(await register.verify(id)).toMatchObject({ valid: true });
      return await register.reachable();
    } finally {
      await register.close();
    }
  }

  it("may be asked by several processes at once, on several databases, and again", async () => {
    const urls = [await emptyDatabase(), await emptyDatabase()];
    await Promise.all([...urls, ...urls, ...urls].map((url) => migrate(url)));
    for (const url of urls) {
      await migrate(url);
      expect(await records(url)).toEqual({ role: true });
    }
  });

  it("says once that the role can't be set up, and works on triggers alone", async () => {
    const owner = await user("nosuperuser nocreaterole");
    const url = await emptyDatabase(owner);
    const told: string[] = [];
    await migrate(url, (sentence) => told.push(sentence));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/append-only by its triggers alone/);
    expect(await records(url)).toEqual({ role: false });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await expect(client.query("truncate journal cascade")).rejects.toMatchObject({ code: "42501" });
    await client.end();
  });

  it("lets a user work who owns nothing and is only a member of the writer role", async () => {
    const url = new URL(await emptyDatabase());
    await migrate(url.href);
    const worker = await user("in role guichet_writer");
    Object.assign(url, { username: worker.name, password: worker.password });
    expect(await records(url.href)).toEqual({ role: true });
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    for (const attack of ["truncate journal cascade", "alter table journal disable trigger append_only"]) {
      await expect(client.query(attack)).rejects.toMatchObject({ code: "42501" });
    }
    await client.end();
  });

  it("fails when the database can't be reached, and so does the register", async () => {
    const url = "postgres://nobody@127.0.0.1:9/none";
    await expect(migrate(url)).rejects.toThrow(/ECONNREFUSED/);
    const register = openRegister(url);
    await expect(register.reachable()).rejects.toThrow(/ECONNREFUSED/);
    await expect(register.listen({ onEvent: () => undefined })).rejects.toThrow(/ECONNREFUSED/);
    await register.close();
  });
});
