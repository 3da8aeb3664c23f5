/** Trial cases whose time was moved: their run and the register agree about it again, whatever came between. */
import type { Runs } from "./starting.js";
import { aheadMs, skipTime } from "./time-skipping.js";

const page = 200;
const everyMs = 60_000;
const withinMs = 5_000;
/** What moving time itself leaves between the two is milliseconds. */
const agreeingMs = 1_000;

/**
 * A run that was reset has lost its skips: it skips to where the register holds the case. A run that is ahead of the register,
 * because whoever moved it died before writing it down, is believed. Returns how many had to be brought to agree.
 */
export async function regainTime({ register, client }: Pick<Runs, "register" | "client">): Promise<number> {
  let count = 0;
  let after = "";
  for (;;) {
    const moved = await register.movedCases(after, page);
    for (const { id, offsetMs } of moved) {
      try {
        const ahead = await aheadMs(client, id, withinMs);
        if (ahead === null || Math.abs(ahead - offsetMs) <= agreeingMs) continue;
        if (ahead < offsetMs) await skipTime(client, id, offsetMs - ahead);
        else await register.moveTime(id, Math.floor(ahead));
        count += 1;
      } catch (fault) {
        console.warn(`The time of ${id} can't be looked after: ${fault instanceof Error ? fault.message : fault}`);
      }
    }
    if (moved.length < page) return count;
    after = moved.at(-1)?.id ?? after;
  }
}

/** Looks after the time of trial cases now and then, for as long as the worker runs. Returns how to stop. */
export function regainTimes(runs: Runs): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const again = async (): Promise<void> => {
    await regainTime(runs).catch((fault: unknown) =>
      console.warn(`The time of trial cases waits: ${fault instanceof Error ? fault.message : fault}`),
    );
    if (!stopped) timer = setTimeout(() => void again(), everyMs);
  };
  void again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
