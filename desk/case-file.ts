/** A case as a person reads it: its view, each delay with what stops it and what its texts say, and what follows if nothing is done. */
import { Case } from "../case/case.js";
import type { Clock } from "../case/clock.js";
import { readingsOf } from "../case/readings.js";
import { type CaseView, type ClockView, clockView } from "../case/view.js";
import type { Citation } from "../law/citation.js";
import { addDays, type CivilDate } from "../law/civil-date.js";
import { expiresAt } from "../law/deadline.js";
import { parisDay } from "../law/paris.js";
import type { Suspension } from "../law/suspension.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { caseNow, recordFor, type ShownCase, shownCase } from "./shown-case.js";

/** A delay of a case, as it is drawn. */
export interface DrawnClock extends Omit<ClockView, "source"> {
  readonly source: Citation;
  readonly suspensions: readonly (Suspension & { readonly label: string })[];
  /** The days on which its bearer is reminded. */
  readonly reminders: readonly CivilDate[];
  /** The last days of its other readings, where they differ. */
  readonly otherReadings: readonly { readonly name: string; readonly lastDay: CivilDate }[];
}

/** What the expiry of a delay would change, if nothing was done until then. */
export interface Otherwise {
  readonly on: CivilDate;
  readonly ending: { readonly label: string; readonly source: string } | null;
  readonly phase: string | null;
  /** The delays that then begin. */
  readonly begins: readonly { readonly label: string; readonly lastDay: CivilDate | null }[];
  /** The texts give it no effect: it is recorded, told, and still awaited. */
  readonly overrun: boolean;
}

export interface CaseFile {
  readonly case: ShownCase;
  readonly today: CivilDate;
  readonly company: string;
  readonly product: string;
  readonly clocks: readonly DrawnClock[];
  /** By the clock that runs. */
  readonly otherwise: ReadonlyMap<string, Otherwise>;
}

/** The file of a case that the principal may see. @throws DeskRefusal `not-found` */
export async function caseFileOf(desk: Desk, principal: Principal, id: string): Promise<CaseFile> {
  const record = await recordFor(desk, principal, id);
  const now = nowOf(record);
  const today = parisDay(now);
  const { company, product } = record;
  if (record.erasedAt !== null) {
    const left = await caseNow(desk, principal, record);
    return { case: left, today, company, product, clocks: [], otherwise: new Map() };
  }
  const live = await desk.cases.derived(record);
  const view = live.viewAt(now);
  const running = view.clocks.filter(({ state, informative }) => state === "running" && !informative);
  return {
    case: shownCase(principal, record, view),
    today,
    company,
    product,
    clocks: drawnClocks(live, today),
    otherwise: new Map(running.flatMap((clock) => whatFollows(live, view, clock))),
  };
}

/** The delays of a case, each with what stops it and what its texts say. */
export const drawnClocks = (live: Case, today: CivilDate): DrawnClock[] =>
  live.clocks.map((clock) => drawn(clock, live, today));

function drawn(clock: Clock, live: Case, today: CivilDate): DrawnClock {
  const { lastDay, spec, suspensions } = clock;
  const { suspensions: labels } = live.procedure.shape;
  const others = new Map(
    readingsOf(clock, live, today).readings.flatMap(({ name, lastDay: other }) =>
      other === null || other === lastDay ? [] : [[other, { name, lastDay: other }]],
    ),
  );
  return {
    ...clockView(clock, today),
    source: clock.rule.source,
    suspensions: suspensions.map((one) => ({ ...one, label: labels[one.kind]?.label ?? one.why })),
    reminders:
      lastDay === null || clock.closing !== null
        ? []
        : (spec.reminders ?? []).map((rung) => addDays(lastDay, -rung)).filter((day) => day > clock.from),
    otherReadings: [...others.values()],
  };
}

/** The same case, left alone until the delay is over: what the story then tells is what follows. */
function whatFollows(
  live: Case,
  { phase, ending, clocks }: CaseView,
  { id, lastDay }: ClockView,
): [string, Otherwise][] {
  const at = lastDay === null ? null : expiresAt(lastDay);
  if (lastDay === null || at === null) return [];
  const alone = Case.restore(live.procedure, live.snapshot());
  alone.advance(at);
  const after = alone.view(at);
  const over = after.clocks.find((clock) => clock.id === id);
  return [
    [
      id,
      {
        on: addDays(lastDay, 1),
        ending: ending === null && after.ending !== null ? after.ending : null,
        phase: after.phase === phase ? null : after.phase,
        begins: after.clocks.filter((clock) => clock.state === "running" && !clocks.some((one) => one.id === clock.id)),
        overrun: over?.state === "overdue",
      },
    ],
  ];
}
