import type { Case, Procedure, Snapshot } from "./case.js";
import type { Opening } from "./kernel.js";
import { type RecordedBurst, rebuild } from "./rebuild.js";

/** Where a case of the register stands: what a new run of its workflow is started with. */
export interface Standing {
  readonly opening: Opening;
  readonly snapshot?: Snapshot;
  readonly bursts: number;
  readonly head: string;
}

/** From the register's bursts; without any, the case starts at its opening. */
export function standing(
  procedure: Procedure,
  opening: Opening,
  bursts: readonly RecordedBurst[],
  head: string,
): Standing {
  if (bursts.length === 0) return { opening, bursts: 0, head };
  const rebuilt: Case = rebuild(procedure, opening, bursts);
  return { opening, snapshot: rebuilt.snapshot(), bursts: bursts.length, head };
}
