import type { Owed } from "../case/owed.js";
import { settleAct, taskName } from "../case/tasks.js";
import type { CivilDate } from "../law/civil-date.js";
import { parisDay } from "../law/paris.js";
import { procedures } from "../procedures/all.js";
import type { StoredOwed } from "../register/register.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { scopeOf } from "./rights.js";

/** A due act or an open task of a case. */
export interface Task extends Owed {
  readonly case: string;
  readonly procedure: string;
  /** Of a trial case. */
  readonly sandbox: boolean;
  /** Name of the product. */
  readonly product: string | null;
  /** Name of the company that filed. */
  readonly company: string | null;
  readonly phase: string | null;
  /** The day that it is in the case: a trial's time may be moved. */
  readonly today: CivilDate;
  /** The acts by which it is done, each with what it names as its subject: any of them. */
  readonly doneBy: readonly { readonly act: string; readonly about: string | null }[];
}

export interface TaskQuery {
  readonly procedure?: string | undefined;
  /** Whose. */
  readonly party?: string | undefined;
  /** Only what the principal's own party owes. */
  readonly mine?: boolean | undefined;
  /** In time until a day before this one. */
  readonly before?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly sandbox?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A due act is done by itself; a task by the acts that settle it, or by its party's word where none does. */
function doneBy({ procedure, kind, names, about }: Omit<StoredOwed, "offsetMs">): Task["doneBy"] {
  if (kind === "act") return names.map((act) => ({ act, about }));
  const [name = ""] = names;
  const shape = procedures.get(procedure)?.shape;
  const acts = shape?.tasks[name]?.settledBy ?? [];
  if (acts.length === 0) return [{ act: settleAct, about: taskName(name, about ?? undefined) }];
  return acts.map((act) => ({ act, about: shape?.acts[act]?.about === undefined ? null : about }));
}

const taskOf = ({ offsetMs, ...owed }: StoredOwed): Task => ({
  ...owed,
  today: parisDay(nowOf({ offsetMs })),
  doneBy: doneBy(owed),
});

/**
 * What is owed in the open cases that the principal may see: overdue first, then next due, then what has waited longest.
 * @throws DeskRefusal `unknown-cursor`
 */
export async function tasksOf(
  { register }: Desk,
  principal: Principal,
  { mine = false, ...query }: TaskQuery,
): Promise<{ readonly tasks: readonly Task[]; readonly next: string | null }> {
  // Mine, and of another party: nothing is both.
  if (mine && query.party !== undefined && query.party !== principal.party) return { tasks: [], next: null };
  const filter = { ...query, ...scopeOf(principal), ...(mine && { party: principal.party }) };
  const page = await register.owed(filter);
  return { tasks: page.rows.map(taskOf), next: page.next };
}
