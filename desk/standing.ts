import type { Standing } from "../register/register.js";
import { pollingWorkers } from "../temporal/pollers.js";
import type { Desk } from "./desk.js";

/** A question of the register that nobody should ask at each scrape of each monitor. */
const keptMs = 15_000;

/** What an operator watches: how the cases stand, and how many workers poll; null where the one that knows doesn't answer. */
export interface Watched {
  readonly standings: readonly Standing[] | null;
  readonly workers: number | null;
}

/** What is watched, asked again when it was asked some time ago. */
export function watching({ register, client, taskQueue }: Desk): () => Promise<Watched> {
  let asked: { readonly at: number; readonly answer: Promise<Watched> } | undefined;
  const ask = async (): Promise<Watched> => {
    const [standings, workers] = await Promise.all([
      register.standings().catch(() => null),
      pollingWorkers(client, taskQueue).catch(() => null),
    ]);
    return { standings, workers };
  };
  return () => {
    if (asked === undefined || performance.now() - asked.at > keptMs) asked = { at: performance.now(), answer: ask() };
    return asked.answer;
  };
}
