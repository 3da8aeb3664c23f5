import pg from "pg";
import { afterAll } from "vitest";
import { openRegister, type Register } from "../../register/register.js";
import { freshDatabase } from "../setup/database.js";

/** A register on a database of its own, and a connection that owns its tables. */
export async function freshRegister(): Promise<{ register: Register; owner: pg.Client; url: string }> {
  const url = await freshDatabase();
  const register = openRegister(url);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  afterAll(async () => {
    await register.close();
    await owner.end();
  });
  return { register, owner, url };
}
