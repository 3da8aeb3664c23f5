/** Which cases may not run as they should. Each source costs as much as it finds, but the last, which asks after all of them. */
import type { Client } from "@temporalio/client";
import type { OpenCase, Register } from "../register/register.js";
import type { Runs } from "../temporal/starting.js";

/** As many as Temporal lists at once. */
const page = 1_000;
/** A filing of this very moment is being started by the API. */
const settleMs = 5_000;

async function listed(client: Client, query: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query, pageSize: page })) ids.add(workflowId);
  return ids;
}

/** Cases whose run's task keeps failing, as the server reports it (`TemporalReportedProblems`). */
export const reportedFailing = ({ client, taskQueue }: Runs): Promise<Set<string>> =>
  listed(client, `TaskQueue = "${taskQueue}" AND ExecutionStatus = "Running" AND TemporalReportedProblems IS NOT NULL`);

/** Cases whose run was ended by somebody, or failed, since then. */
export const endedSince = ({ client, taskQueue }: Runs, since: Date): Promise<Set<string>> =>
  listed(
    client,
    `TaskQueue = "${taskQueue}" AND ExecutionStatus IN ("Terminated", "Canceled", "Failed", "TimedOut") AND CloseTime > "${since.toISOString()}"`,
  );

const young = ({ status, createdAt }: OpenCase): boolean =>
  status === "opening" && Date.now() - Date.parse(createdAt) < settleMs;

/** Cases filed, and not seen to start. */
export async function neverStarted({ register }: Runs): Promise<string[]> {
  const cases = await register.openingCases(page);
  return cases.filter((one) => !young(one)).map(({ id }) => id);
}

/** Visibility is late by a moment: what changes while it is counted evens out. */
const countAgainMs = 2_000;

/**
 * Whether fewer cases run than are open: two counts, however many there are. One that ended may be hidden by a run that outlives its
 * case; only asking after all of them tells.
 */
export async function someMissing({ client, register, taskQueue }: Runs): Promise<boolean> {
  const query = `TaskQueue = "${taskQueue}" AND ExecutionStatus = "Running"`;
  for (let attempt = 1; ; attempt++) {
    const counts = (await register.counts()).filter(({ status }) => status !== "concluded");
    const open = counts.reduce((sum, { cases }) => sum + cases, 0);
    if ((await client.workflow.count(query)).count >= open) return false;
    if (attempt === 3) return true;
    await new Promise((resolve) => setTimeout(resolve, countAgainMs));
  }
}

/**
 * Open cases that Temporal's visibility doesn't show running, page by page. It is late by a moment, either way: a case that isn't
 * shown yet is looked at, hence left alone; one still shown though it ended is found by the next round.
 */
export async function* notShownRunning({ client, register }: { client: Client; register: Register }) {
  let after: string | undefined;
  for (;;) {
    const cases = await register.openCases(after, page);
    if (cases.length === 0) return;
    const ids = cases.map(({ id }) => `"${id}"`).join(", ");
    const shown = await listed(client, `ExecutionStatus = "Running" AND WorkflowId IN (${ids})`);
    yield cases.filter((one) => !shown.has(one.id) && !young(one)).map(({ id }) => id);
    if (cases.length < page) return;
    after = cases.at(-1)?.id;
  }
}
