import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAlive } from "../../installation/servers/exit.js";
import { startPostgres } from "../../installation/servers/postgres.js";

let home: string;
const start = () => startPostgres({ home, durable: false });

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "guichet-postgres-"));
  // Root's PostgreSQL runs as another user, who must be able to enter.
  chmodSync(home, 0o711);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function asked(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the embedded PostgreSQL", { timeout: 60_000 }, () => {
  it("starts from nothing, is adopted, comes back from kill -9, and keeps what it was given", async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    expect(statSync(join(home, "postgres-password")).mode & 0o777).toBe(0o600);
    await asked(first.url, "create table kept as select 1 as value");

    // What the next start does when the last was killed and left its server running.
    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port, url: first.url });

    process.kill(first.pid, "SIGKILL");
    await first.gone;
    const third = await start();
    expect(third.adopted).toBe(false);
    expect(await asked(third.url, "select value from kept")).toEqual([{ value: 1 }]);
    await third.stop();
    expect(isAlive(third.pid)).toBe(false);

    // A file that a power cut left, whose number now belongs to another program: us.
    writeFileSync(join(third.dataDirectory, "postmaster.pid"), `${process.pid}\n${third.dataDirectory}\n0\n1\n`);
    const fourth = await start();
    expect(await asked(fourth.url, "select value from kept")).toEqual([{ value: 1 }]);

    const wrong = new URL(fourth.url);
    wrong.password = "not-this-one";
    await expect(asked(wrong.href, "select 1")).rejects.toThrow("password");
    await fourth.destroy();
    expect(() => readFileSync(join(fourth.dataDirectory, "PG_VERSION"))).toThrow();
  });

  it("says which process to stop when its password was lost", async () => {
    const running = await start();
    const kept = readFileSync(join(home, "postgres-password"));
    writeFileSync(join(home, "postgres-password"), "another");
    await expect(startPostgres({ home, durable: false, patience: 500 })).rejects.toThrow(`kill ${running.pid}`);
    writeFileSync(join(home, "postgres-password"), kept);
    await running.destroy();
  });
});
