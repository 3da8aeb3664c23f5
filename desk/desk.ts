import type { Client } from "@temporalio/client";
import { fromEpochMs, type Instant } from "../law/instant.js";
import type { CaseRecord, Register } from "../register/register.js";
import { KeptCases } from "./kept-cases.js";
import { Turnstile } from "./turnstile.js";

/** Where commands are taken to Temporal and reads to the register. Routes and pages go through it. */
export interface Desk {
  readonly register: Register;
  readonly client: Client;
  readonly taskQueue: string;
  /** Whether the time of sandbox cases may be moved here: never in production. */
  readonly movesTime: boolean;
  readonly cases: KeptCases;
  /** Where commands wait for their turn. */
  readonly turnstile: Turnstile;
  /** How long an answer may be waited for once its turn has come, in milliseconds. */
  readonly patience: number;
}

export function openDesk(parts: Omit<Desk, "cases" | "turnstile" | "patience"> & { readonly patience?: number }): Desk {
  return { patience: 5_000, ...parts, cases: new KeptCases(parts.register), turnstile: new Turnstile() };
}

/** What time it is for a case: real time, or ahead of it in a sandbox. */
export const nowOf = ({ offsetMs }: Pick<CaseRecord, "offsetMs">): Instant => fromEpochMs(Date.now() + offsetMs);

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
