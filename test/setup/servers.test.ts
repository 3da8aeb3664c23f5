import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { lazyConnection } from "../../temporal/connection.js";
import { freshDatabase } from "./database.js";

describe("the servers of the run", () => {
  it("give each test file a database of its own", async () => {
    const client = new pg.Client({ connectionString: await freshDatabase() });
    await client.connect();
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    expect(rows[0]?.name).toMatch(/^test_/);
    await client.end();
  });

  it("give a Temporal whose namespace knows our search attributes", async () => {
    const connection = lazyConnection({ address: inject("temporalAddress") }, 5_000);
    const namespace = inject("temporalNamespace");
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(["CaseProcedure", "WhoseMove"]));
    await connection.close();
  });
});
