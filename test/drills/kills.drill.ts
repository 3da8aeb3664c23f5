/** kill -9 of every process while acts arrive: nothing lost, nothing doubled, nothing early, the journals chained. */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openingOf } from "../../case/simulate.js";
import { openRegister, type Register } from "../../register/register.js";
import { filedThrough } from "../../rig/applicant.js";
import { lineOf } from "../../rig/journal-line.js";
import { bodies } from "../../rig/samples/pecan.js";
import { type Installation, install, type Part } from "../../rig/separate-processes.js";
import { simulated, type Teller } from "../../rig/teller.js";
import { twentyActs } from "../../rig/ways/pecan.js";

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

describe("a killed worker", () => {
  // A case in its cache waits three seconds for it, a task that it had taken four; its successor starts meanwhile.
  it("costs its cases five seconds at most, or what a busy machine takes to start another", async () => {
    const costs: { readonly cost: number; readonly restart: number }[] = [];
    for (const into of [0, 5, 15, 30]) {
      const file = await filedThrough(here.url);
      await file.act("convergenceDeposited", "applicant", bodies.convergence);
      const answered = file.act("sesameDeposited", "applicant", bodies.documents).then(() => performance.now());
      await new Promise((resolve) => setTimeout(resolve, into));
      const killed = performance.now();
      await here.kill("worker");
      const restart = performance.now() - killed;
      costs.push({ cost: (await answered) - killed, restart });
    }
    for (const { cost, restart } of costs)
      expect(cost, JSON.stringify(costs)).toBeLessThan(Math.max(5_000, 2 * restart));
  });
});

describe("acts that arrive while a process is killed", () => {
  // A worker killed in the middle of a task costs four seconds: Temporal waits for it as long.
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
