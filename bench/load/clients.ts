import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import type { ActMessage } from "../../case/act.js";
import { fromEpochMs, instant } from "../../law/instant.js";
import { parisDay } from "../../law/paris.js";
import { developmentToken } from "../../rig/development-token.js";
import { filing } from "../../rig/samples/pecan.js";
import { ofOneDay } from "../../rig/teller.js";
import { twentyActs } from "../../rig/ways/pecan.js";

/** Commands of a life: it is begun, and twenty acts. */
export const commandsOfALife = 21;

/** How long each command took, in milliseconds, and what was answered otherwise than at once. */
export interface Tally {
  readonly took: number[];
  /** Answers by status, but those that say that it is done. */
  readonly others: Map<number, number>;
}

export const emptyTally = (): Tally => ({ took: [], others: new Map() });

/** One for each API, before anything is measured. */
const tokens: Record<string, Promise<string>> = {};

/** Sends a command until it is done, under one key: what comes of the impatience of a busy Guichet is a wait, and counted. */
async function command<T>(api: string, path: string, body: object, tally: Tally): Promise<T> {
  const key = randomUUID();
  const url = `${api}${path}`;
  tokens[api] ??= developmentToken("developer", api);
  const authorization = `Bearer ${await tokens[api]}`;
  const since = performance.now();
  for (;;) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { authorization, "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body),
    });
    const read = (await answer.json()) as T & { readonly detail?: string };
    if (answer.status === 200 || answer.status === 201) {
      tally.took.push(performance.now() - since);
      return read;
    }
    tally.others.set(answer.status, (tally.others.get(answer.status) ?? 0) + 1);
    const waits = answer.status === 202 || answer.status === 429 || answer.status === 503;
    if (!waits) throw new Error(`${url}: ${answer.status} ${read.detail ?? ""}`);
    const seconds = Number(answer.headers.get("retry-after") ?? "1");
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  }
}

/** A PECAN of twenty acts through the API. */
export async function liveCase(api: string, tally: Tally): Promise<void> {
  const product = { id: `bench-${randomUUID().slice(0, 8)}`, name: "Produit du banc", ceMarked: true };
  const filed = await command<{ readonly id: string; readonly now: string }>(
    api,
    "/v1/cases",
    { procedure: "pecan", sandbox: true, filing: filing({ product }) },
    tally,
  );
  await twentyActs(
    ofOneDay(parisDay(instant(filed.now)), (name, by, body, more) =>
      command(api, `/v1/cases/${filed.id}/acts/${name}`, { by, ...more, body: body ?? {} }, tally),
    ),
  );
}

/** The same messages to a bare workflow, from Temporal's own client. */
export async function liveBare(client: Client, tally: Tally): Promise<void> {
  const timed = async (send: Promise<unknown>): Promise<void> => {
    const since = performance.now();
    await send;
    tally.took.push(performance.now() - since);
  };
  const workflowId = `bare-${randomUUID()}`;
  await timed(client.workflow.start("pecan", { workflowId, taskQueue: "bare" }));
  const handle = client.workflow.getHandle(workflowId);
  await twentyActs(
    ofOneDay(parisDay(fromEpochMs(Date.now())), (name, by, body, more) => {
      const id = randomUUID().slice(0, 22);
      const message: ActMessage = { id, at: fromEpochMs(Date.now()), by, ...more, body: body ?? {} };
      return timed(handle.executeUpdate<unknown, [ActMessage]>(name, { args: [message], updateId: id }));
    }),
  );
}
