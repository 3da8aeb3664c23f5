import type { ClockView } from "../case/view.js";
import { procedures } from "../procedures/all.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { scopeOf } from "./rights.js";

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

export interface DeadlineQuery {
  readonly procedure?: string | undefined;
  readonly bearer?: string | undefined;
  readonly before?: string | undefined;
  readonly sandbox?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The delays that run or are overdue in open cases, first due first; suspended ones last. */
export async function openDeadlines(
  { register }: Desk,
  principal: Principal,
  { procedure, bearer, ...asked }: DeadlineQuery,
): Promise<{ readonly deadlines: readonly Deadline[]; readonly next: string | null }> {
  const { except, ...scope } = scopeOf(principal);
  const wanted = [...procedures.keys()].filter(
    (name) => !except.includes(name) && (procedure === undefined || name === procedure),
  );
  const delays: string[] = [];
  for (const name of wanted) {
    for (const [delay, spec] of Object.entries(procedures.get(name)?.shape.delays ?? {})) {
      if (spec.informative || (bearer !== undefined && spec.bearer !== bearer)) continue;
      delays.push(`${name}/${delay}`);
    }
  }
  const page = await register.deadlines({ ...asked, ...scope, delays });
  return {
    deadlines: page.rows.map((row) => {
      const { label, about, bearer: bound, state, lastDay, source } = row.clock;
      return {
        case: row.case,
        procedure: row.procedure,
        clock: row.id,
        label,
        about,
        bearer: bound,
        state,
        lastDay,
        source,
      };
    }),
    next: page.next,
  };
}
