import type { FilingOptions } from "../office.js";
import type { Scenario } from "../teller.js";

/** A way that a case may go: played on the real server, by `simulate`, and recorded for the replay tests. */
export interface Way {
  /** What its history is called: its ending, where no other way leads there. */
  readonly name: string;
  /** The ending to which it leads. */
  readonly to: string;
  readonly filing: object;
  readonly options: FilingOptions & { readonly procedure: string };
  readonly scenario: Scenario;
}
