import type { Logger } from "pino";
import type { Certificates } from "../desk/certificates.js";
import type { Desk } from "../desk/desk.js";
import type { JournalListener } from "../desk/journal-listener.js";
import type { Simulator } from "../desk/simulations/simulator.js";

/** What routes work with. */
export interface Services {
  readonly desk: Desk;
  readonly journal: JournalListener;
  readonly simulator: Simulator;
  readonly certificates: Certificates;
  readonly log: Logger;
}
