import type { ClockView } from "../case/view.js";
import { type CivilDate, civilDate } from "../law/civil-date.js";
import { type Instant, instant } from "../law/instant.js";
import { procedures } from "../procedures/all.js";
import type { DeadlineFilter, StoredDeadline } from "../register/register.js";
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
  /** Of a trial case. */
  readonly sandbox: boolean;
  /** Name of the product. */
  readonly product: string | null;
}

export interface DeadlineQuery {
  readonly procedure?: string | undefined;
  readonly bearer?: string | undefined;
  readonly before?: string | undefined;
  readonly sandbox?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What the register is asked: the delays of the procedures that the principal may know of. */
function filterOf(principal: Principal, { procedure, bearer, ...asked }: DeadlineQuery): DeadlineFilter {
  const { except, ...scope } = scopeOf(principal);
  const delays = [...procedures].flatMap(([name, { shape }]) =>
    except.includes(name) || (procedure !== undefined && name !== procedure)
      ? []
      : Object.entries(shape.delays)
          .filter(([, spec]) => !spec.informative && (bearer === undefined || spec.bearer === bearer))
          .map(([delay]) => `${name}/${delay}`),
  );
  return { ...asked, ...scope, delays };
}

function deadlineOf(row: StoredDeadline): Deadline {
  const { label, about, bearer, state, lastDay, source } = row.clock;
  const { case: id, procedure, sandbox, product } = row;
  return { case: id, procedure, clock: row.id, label, about, bearer, state, lastDay, source, sandbox, product };
}

/** The delays that run or are overdue in open cases, first due first; suspended ones last. */
export async function openDeadlines(
  { register }: Desk,
  principal: Principal,
  query: DeadlineQuery,
): Promise<{ readonly deadlines: readonly Deadline[]; readonly next: string | null }> {
  const page = await register.deadlines(filterOf(principal, query));
  return { deadlines: page.rows.map(deadlineOf), next: page.next };
}

/** A deadline as calendars follow it. */
export interface CalendarDeadline extends Deadline {
  /** Whether it stands: else it is suspended, or has ended, and calendars take it back. */
  readonly stands: boolean;
  /** Its last day, or the last that it had. */
  readonly day: CivilDate;
  /** How often it has moved, has come to stand or has fallen, and since when it is as it is. */
  readonly sequence: number;
  readonly movedAt: Instant;
  /** The bearer's name, in French. */
  readonly bearerLabel: string;
  /** How many days before the last the bearer is reminded. */
  readonly reminders: readonly number[];
}

function calendarDeadlineOf(row: StoredDeadline): CalendarDeadline[] {
  const { lastKnownDay, sequence } = row;
  if (lastKnownDay === null) return [];
  const deadline = deadlineOf(row);
  const shape = procedures.get(row.procedure)?.shape;
  return [
    {
      ...deadline,
      stands: row.state === "running" || row.state === "overdue",
      day: civilDate(lastKnownDay),
      sequence,
      movedAt: instant(row.movedAt),
      bearerLabel: shape?.parties[deadline.bearer]?.label ?? deadline.bearer,
      reminders: shape?.delays[row.clock.name]?.reminders ?? [],
    },
  ];
}

/** A calendar holds at most so many; what is left is on its next page. */
export const mostInCalendar = 5_000;
const atOnce = 1_000;
/** Calendars are read again by then: what has ended is taken back in them for as long. */
const takenBackDays = 60;

/** The deadlines of a calendar: those that stand, first due first, then those to take back; `next` when there are more. */
export async function calendarOf(
  { register }: Desk,
  principal: Principal,
  query: DeadlineQuery,
): Promise<{ readonly deadlines: readonly CalendarDeadline[]; readonly next: string | null }> {
  const filter = filterOf(principal, query);
  const rows: StoredDeadline[] = [];
  let next: string | null = query.after ?? null;
  do {
    const limit = Math.min(atOnce, query.limit - rows.length);
    const page = await register.deadlines({ ...filter, limit, after: next ?? undefined });
    rows.push(...page.rows);
    next = page.next;
  } while (next !== null && rows.length < query.limit);
  // On the last page, once.
  const room = query.limit - rows.length;
  const ended =
    next === null && room > 0 ? await register.endedDeadlines(filter, { days: takenBackDays, limit: room }) : [];
  return { deadlines: [...rows, ...ended].flatMap(calendarDeadlineOf), next };
}
