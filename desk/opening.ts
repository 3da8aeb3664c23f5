import { setTimeout as pause } from "node:timers/promises";
import { type Configuration, orLeave, serversOf } from "../config/index.js";
import { openRegister } from "../register/register.js";
import { ask, connect } from "../temporal/connection.js";
import { pollingWorkers } from "../temporal/pollers.js";
import { type Desk, type DeskOptions, openDesk } from "./desk.js";

/** Whoever asks at a desk waits in a line, for a connection too. */
const patienceMs = 10_000;

/** Tries until it works: servers may start after us. */
async function patiently<T>(attempt: () => Promise<T>, waiting: (fault: unknown) => void): Promise<T> {
  for (let wait = 250; ; wait = Math.min(5_000, wait * 2)) {
    try {
      return await attempt();
    } catch (fault) {
      waiting(fault);
      await pause(wait);
    }
  }
}

/**
 * A desk with a register and a Temporal of its own, once both answer; `waiting` hears of each attempt that failed. Closed, it
 * closes them too.
 */
export async function connectDesk(
  configuration: Configuration,
  applicationName: string,
  waiting: (what: string, fault: unknown) => void,
  options: DeskOptions = {},
): Promise<Desk> {
  const servers = orLeave(() => serversOf(configuration));
  const register = openRegister(servers.databaseUrl, { applicationName, patienceMs });
  const [client] = await Promise.all([
    patiently(
      () => connect(servers.temporal, register),
      (fault) => waiting("Temporal", fault),
    ),
    patiently(
      () => register.reachable(),
      (fault) => waiting("The register", fault),
    ),
  ]);
  const desk = openDesk({ register, client }, configuration, options);
  return {
    ...desk,
    async close() {
      await desk.close();
      await client.connection.close();
      await register.close();
    },
  };
}

/** Says why something can't be reached, shortly; `ok` when it answers. */
async function stateOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return "ok";
  } catch (fault) {
    const late = fault instanceof Error && /deadline|timeout/i.test(fault.message);
    return late ? "doesn't answer in time" : "doesn't answer";
  }
}

/** Whether somebody runs the cases: without a worker, reads are served and acts wait. */
async function stateOfWorkers({ client, taskQueue }: Desk): Promise<string> {
  const count = await pollingWorkers(client, taskQueue).catch(() => null);
  return count === null ? "unknown" : count === 0 ? "no worker polls" : "ok";
}

/** Whether the desk can serve, and what keeps it from it; a desk without a worker serves what is only read, and says so. */
export async function readinessOf(desk: Desk) {
  const [register, temporal, worker] = await Promise.all([
    stateOf(desk.register.reachable()),
    stateOf(ask(desk.client, 2_000)),
    stateOfWorkers(desk),
  ]);
  return { ready: register === "ok" && temporal === "ok", register, temporal, worker };
}
