import type { Burst, HeldBurst, Recorded } from "../case/burst.js";
import type { Register } from "../register/register.js";
import { type BurstReference, readFrom, recordInto } from "./recording.js";

/** What a case asks of the world. Idempotent: each may run again after a crash. */
export interface Activities {
  /** Writes a burst into the register, in one transaction. */
  recordBurst(burst: Burst): Promise<Recorded>;
  /** Reads a burst that the register holds; null when it holds none of that number. */
  readBurst(reference: BurstReference): Promise<HeldBurst | null>;
}

export function createActivities(register: Register): Activities {
  return {
    recordBurst: (burst) => recordInto(register, burst),
    readBurst: (reference) => readFrom(register, reference),
  };
}
