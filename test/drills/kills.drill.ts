/** kill -9 of every process while acts arrive: nothing lost, nothing doubled, nothing early, the journals chained. */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openingOf } from "../../case/simulate.js";
import { openRegister, type Register } from "../../register/register.js";
import { lineOf } from "../../rig/journal-line.js";
import { simulated, type Teller } from "../../rig/teller.js";
import { twentyActs } from "../../rig/ways/pecan.js";
import { filedThrough } from "./applicant.js";
import { type Installation, install, type Part } from "./installation.js";

let here: Installation;
let register: Register;
beforeAll(async () => {
  here = await install(inject("temporalCli"), inject("workflowBundle") ?? "");
  register = openRegister(here.databaseUrl);
});
afterAll(async () => {
  await register.close();
  await here.close();
});

/** Lives twenty acts, and lets something be killed while the nth of them is on its way. */
async function lived(kills: ReadonlyMap<number, Part>): Promise<string> {
  const file = await filedThrough(here.url);
  let sent = 0;
  const disturbed: Teller = {
    ...file,
    async act(name, by, body, more) {
      const part = kills.get(++sent);
      const done = file.act(name, by, body, more);
      // The request has left, and nobody has answered it.
      if (part !== undefined) await here.kill(part);
      return done;
    },
  };
  await twentyActs(disturbed);
  return file.id;
}

async function checked(id: string): Promise<void> {
  const record = await register.case(id);
  if (record === undefined) throw new Error(`${id} isn't in the register.`);
  const told = (await register.journal(id, { limit: 1_000 })).map(lineOf);
  expect(told).toEqual(await simulated(openingOf(id, record.filedAt, record.ruleset, record.filing), twentyActs));
  expect(await register.verify(id)).toMatchObject({ valid: true });
}

describe("acts that arrive while a process is killed", () => {
  // A worker killed in the middle of a workflow task costs ten seconds: Temporal waits for it as long.
  it.each<{ order: Part[]; first: number }>([
    { order: ["worker", "api", "temporal", "postgres"], first: 3 },
    { order: ["postgres", "temporal", "api", "worker"], first: 5 },
  ])("$order, in turn: the journal that a simulation tells", async ({ order, first }) => {
    const kills = new Map(order.map((part, index) => [first + 4 * index, part]));
    // Two other cases live at the same time, undisturbed but by what is down.
    const ids = await Promise.all([lived(kills), lived(new Map()), lived(new Map())]);
    for (const id of ids) await checked(id);
  });
});
