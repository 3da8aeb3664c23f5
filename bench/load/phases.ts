import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "@temporalio/client";
import { cpuOf } from "../cost/cpu.js";
import { type Bench, between, type CpuByPart } from "../rig.js";
import { emptyTally, liveBare, liveCase, type Tally } from "./clients.js";

/** A bare workflow, cases whose notices wait, cases whose notices are delivered: in turns. */
export const kinds = ["bare", "acts", "acts and notices"] as const;
export type Kind = (typeof kinds)[number];

/** What one kind did in one round. */
export interface Phase extends Tally {
  /** Until the last command was answered. */
  readonly seconds: number;
  /** Until the last notice was delivered. */
  readonly secondsToDeliver: number;
  readonly cpu: CpuByPart;
  readonly notices: number;
}

const restSeconds = 3;

/** Notices told from now on wait for ever, or are free at once. */
export const holdBack = (bench: Bench, held: boolean): Promise<unknown> =>
  bench.database.query(`alter table outbox alter column held_until set default ${held ? "'infinity'" : "now()"}`);

const counted = async (bench: Bench, what: string): Promise<number> =>
  (await bench.database.query<{ count: number }>(`select count(*)::int as count from ${what}`)).rows[0]?.count ?? 0;

export const delivered = async (bench: Bench): Promise<void> => {
  while ((await counted(bench, "outbox where held_until < 'infinity'")) > 0) await pause(200);
};

/** What is spent on nobody, a second. */
export async function restOf(bench: Bench, bareWorker: number): Promise<CpuByPart> {
  const before = { ...bench.cpu(), worker: cpuOf(bareWorker) };
  await pause(restSeconds * 1_000);
  const spent = between(before, { ...bench.cpu(), worker: cpuOf(bareWorker) });
  return {
    temporal: spent.temporal / restSeconds,
    api: spent.api / restSeconds,
    postgres: spent.postgres / restSeconds,
    worker: spent.worker / restSeconds,
  };
}

/** So many lives at once, one for each client. The worker's CPU is the bare one's in its turn. */
export async function phase(
  kind: Kind,
  bench: Bench,
  { client, bareWorker }: { readonly client: Client; readonly bareWorker: number },
  clients: number,
): Promise<Phase> {
  await holdBack(bench, kind === "acts");
  const cpu = (): CpuByPart => ({ ...bench.cpu(), ...(kind === "bare" && { worker: cpuOf(bareWorker) }) });
  const [noticesBefore, before, tally, since] = [
    await counted(bench, "notices"),
    cpu(),
    emptyTally(),
    performance.now(),
  ];
  const live = () => (kind === "bare" ? liveBare(client, tally) : liveCase(bench.installation.url, tally));
  await Promise.all(Array.from({ length: clients }, live));
  const seconds = (performance.now() - since) / 1_000;
  if (kind === "acts and notices") await delivered(bench);
  return {
    ...tally,
    seconds,
    secondsToDeliver: (performance.now() - since) / 1_000,
    cpu: between(before, cpu()),
    notices: (await counted(bench, "notices")) - noticesBefore,
  };
}
