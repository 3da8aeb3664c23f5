import type { Client } from "@temporalio/client";
import type { Configuration } from "../config/index.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { procedures } from "../procedures/all.js";
import type { CaseRecord, Register } from "../register/register.js";
import { type JournalListener, listenToJournal } from "./journal-listener.js";
import { KeptCases } from "./kept-cases.js";
import { type Left, LeftAside } from "./left-aside.js";
import { refuseUnruledActs } from "./rules.js";
import { Signer } from "./signing.js";
import { openSimulator, type Simulator } from "./simulations/simulator.js";
import { Turnstile } from "./turnstile.js";

/** Where everything is asked, by whichever door: commands go from here to Temporal, reads to the register. */
export interface Desk {
  readonly register: Register;
  readonly client: Client;
  readonly taskQueue: string;
  /** Whether the time of sandbox cases may be moved here: never in production. */
  readonly movesTime: boolean;
  /** Where it is found, for the links that it gives. */
  readonly publicUrl: string;
  /** Where commands wait for their turn. */
  readonly turnstile: Turnstile;
  /** How long an answer may be waited for once its turn has come, in milliseconds. */
  readonly patience: number;
  readonly cases: KeptCases;
  readonly journal: JournalListener;
  readonly simulator: Simulator;
  /** What its loops left aside so that the rest goes on. */
  readonly leftAside: LeftAside;
  /** Signs certificates. */
  readonly signer: Signer;
  /** Ends what the desk itself runs; the register and the client belong to who gave them. */
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly patience?: number | undefined;
  /** Hears of what a loop left aside. */
  readonly onLeftAside?: ((left: Left) => void) | undefined;
}

/** A desk over a register and a Temporal that are open already. */
export function openDesk(
  { register, client }: { readonly register: Register; readonly client: Client },
  configuration: Configuration,
  { patience = 5_000, onLeftAside }: DeskOptions = {},
): Desk {
  refuseUnruledActs([...procedures.values()].map(({ shape }) => shape));
  const leftAside = new LeftAside(onLeftAside);
  const journal = listenToJournal(register, leftAside);
  const simulator = openSimulator(leftAside);
  return {
    register,
    client,
    taskQueue: configuration.temporal.taskQueue,
    publicUrl: configuration.api.publicUrl,
    movesTime: configuration.environment !== "production",
    patience,
    turnstile: new Turnstile(),
    cases: new KeptCases(register),
    journal,
    simulator,
    leftAside,
    signer: new Signer(configuration),
    async close() {
      await Promise.all([journal.close(), simulator.close()]);
    },
  };
}

/** What time it is for a case: real time, or ahead of it in a sandbox. */
export const nowOf = ({ offsetMs }: Pick<CaseRecord, "offsetMs">): Instant => fromEpochMs(Date.now() + offsetMs);
