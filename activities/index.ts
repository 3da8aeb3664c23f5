import type { Register } from "../register/register.js";
import type { Burst, BurstReference, HeldBurst, NoticeReference, Recorded } from "./burst.js";
import { deliver } from "./delivery.js";
import type { Mailer } from "./mailer.js";
import { readFrom, recordInto } from "./recording.js";

/** Every effect on the world. Idempotent: each may run again after a crash. */
export interface Activities {
  /** Writes a burst into the register, in one transaction. */
  recordBurst(burst: Burst): Promise<Recorded>;
  /** Reads a burst that the register holds; null when it holds none of that number. */
  readBurst(reference: BurstReference): Promise<HeldBurst | null>;
  /** Sends one recorded notice to its party. */
  deliverNotice(reference: NoticeReference): Promise<string>;
}

export function createActivities(register: Register, mailer: Mailer): Activities {
  return {
    recordBurst: (burst) => recordInto(register, burst),
    readBurst: (reference) => readFrom(register, reference),
    deliverNotice: (reference) => deliver(register, mailer, reference),
  };
}
