import type { CaseView, ClockView } from "../../case/view.js";
import { type Principal, seesEverything } from "../principal.js";
import { knowsOf } from "./access.js";
import type { Desk } from "./desk.js";
import { servedOf } from "./kept-cases.js";

/** An open clock of an open case. */
export interface Deadline {
  readonly case: string;
  readonly procedure: string;
  readonly clock: string;
  readonly label: string;
  readonly about: string | null;
  readonly bearer: string;
  readonly state: ClockView["state"];
  readonly lastDay: ClockView["lastDay"];
  readonly source: string;
}

export interface DeadlineFilter {
  readonly procedure?: string | undefined;
  readonly bearer?: string | undefined;
  readonly before?: string | undefined;
  readonly sandbox?: boolean | undefined;
}

/** Still running, or overdue: a delay that lapsed had its effect, and nobody awaits its end any more. */
function isOpen(procedure: string, { name, state, informative }: ClockView): boolean {
  if (state === "stopped" || informative) return false;
  return state !== "expired" || servedOf(procedure).procedure.shape.delays[name]?.onExpiry === "overrun";
}

/** How many open cases are looked through. */
const MOST_CASES = 2_000;
const AT_ONCE = 200;

/** The delays that run in open cases, next due first; suspended ones last. */
export async function openDeadlines(
  { register }: Desk,
  principal: Principal,
  { procedure, bearer, before, sandbox }: DeadlineFilter,
): Promise<Deadline[]> {
  const found: Deadline[] = [];
  let after: string | undefined;
  for (let read = 0; read < MOST_CASES; read += AT_ONCE) {
    const page = await register.cases({
      status: "open",
      procedure,
      sandbox,
      organisation: seesEverything(principal) ? undefined : principal.organisation,
      after,
      limit: AT_ONCE,
    });
    for (const { id, procedure, view } of page.rows) {
      if (!knowsOf(principal, procedure)) continue;
      for (const clock of (view as CaseView | null)?.clocks ?? []) {
        if (!isOpen(procedure, clock)) continue;
        if (bearer !== undefined && clock.bearer !== bearer) continue;
        if (before !== undefined && (clock.lastDay === null || clock.lastDay >= before)) continue;
        const { label, about, state, lastDay, source } = clock;
        found.push({
          case: id,
          procedure,
          clock: clock.id,
          label,
          about,
          bearer: clock.bearer,
          state,
          lastDay,
          source,
        });
      }
    }
    if (page.next === null) break;
    after = page.next;
  }
  const key = ({ lastDay }: Deadline): string => lastDay ?? "9999-99-99";
  return found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
