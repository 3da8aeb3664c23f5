import { openingOf } from "../case/simulate.js";
import { fromEpochMs } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { served } from "../procedures/served.js";
import type { Register } from "../register/register.js";

/** The procedures whose cases are counted. */
const counted = [...served].filter(([, { facts }]) => facts !== undefined).map(([name]) => name);

const atOnce = 100;
/** A pass in the background ends after that long: the next one goes on. */
const passMs = 1_000;

/** Hears of a case that couldn't be counted: the others are. */
export type OnUncounted = (caseId: string, fault: unknown) => void;

/**
 * Brings the counts up to the register's cases, for at most that long; false when some are still behind: told, never hidden.
 * A fact is always that of the acts: nothing is counted from what was told. A case that can't be counted keeps no other from it.
 */
export async function catchUp(
  register: Register,
  procedures: readonly string[],
  patienceMs: number,
  onUncounted: OnUncounted = () => undefined,
): Promise<boolean> {
  const limit = Date.now() + patienceMs;
  const uncounted = new Set<string>();
  for (;;) {
    // Those that can't be counted stay behind: as many again are looked for among them.
    const behind = await register.statistics.behind(procedures, atOnce + uncounted.size);
    const late = behind.filter(({ id }) => !uncounted.has(id));
    for (const { id, version } of late) {
      try {
        await countNow(register, id, version);
      } catch (fault) {
        // When it is the register that is away, no case is to blame.
        await register.reachable();
        uncounted.add(id);
        onUncounted(id, fault);
      }
      if (Date.now() > limit) return false;
    }
    if (late.length < atOnce) return uncounted.size === 0;
  }
}

/**
 * Counts what has grown, now and then, so that a request finds next to nothing left to count; what it finds, it counts itself.
 * Returns how to stop.
 */
export function keepCounted(
  register: Register,
  { everyMs, onUncounted }: { readonly everyMs: number; readonly onUncounted?: OnUncounted },
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const again = async (): Promise<void> => {
    try {
      await catchUp(register, counted, passMs, onUncounted);
    } catch {
      // The register is away: requests say so, and the next pass counts.
    }
    if (!stopped) timer = setTimeout(() => void again(), everyMs);
  };
  void again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Counts one case as it stands. */
export async function countNow(register: Register, id: string, version: number): Promise<void> {
  const record = await register.case(id);
  const { facts: read, procedure } = served.get(record?.procedure ?? "") ?? {};
  if (record === undefined || read === undefined || procedure === undefined) return;
  const until = parisDay(fromEpochMs(Date.now() + record.offsetMs));
  const acts = await register.acts(id);
  const facts = read({ procedure, opening: openingOf(id, record.filedAt, record.ruleset, record.filing), acts, until });
  await register.statistics.project({ id, procedure: record.procedure, sandbox: record.sandbox, version }, facts);
}
