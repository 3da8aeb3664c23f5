/** What a deadline is computed from: the same for the last day, for its walk and for its certificate. */

import type { Calendar } from "./calendar.js";
import type { CivilDate } from "./civil-date.js";
import type { Delay } from "./delay.js";
import type { Instant } from "./instant.js";
import type { Counting, Suspension } from "./suspension.js";

/** Off Saturdays, Sundays and closed days: to the `next` or the `previous` working day, once, at the very end. */
export type Roll = "none" | "next" | "previous";
export const ROLLS = ["none", "next", "previous"] as const satisfies readonly Roll[];

export type DeadlineInput = {
  /** The day of the triggering act, which doesn't count. */
  readonly from: CivilDate;
  /** The instant of that act when it is known; `from` is its Paris day. Only told in the walk. */
  readonly fromInstant?: Instant | undefined;
  readonly delay: Delay;
  /** Default `none`: only delays borne by the company roll. */
  readonly roll?: Roll | undefined;
  /** Default `fr`. */
  readonly calendar?: Calendar | undefined;
  /** Further closed days. */
  readonly closed?: readonly CivilDate[] | undefined;
  readonly suspensions?: readonly Suspension[] | undefined;
  /** Default `half-open`. */
  readonly counting?: Counting | undefined;
  /** Days from which the whole delay starts again; the latest is the origin. */
  readonly restarts?: readonly CivilDate[] | undefined;
  /** Summed part by part with the delay, and counted once from the origin. */
  readonly extension?: Delay | undefined;
};
