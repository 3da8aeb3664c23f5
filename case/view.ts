import type { CivilDate } from "../law/civil-date.js";
import { deadline, expiresAt, remaining } from "../law/deadline.js";
import type { Instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import type { Clock, Closing } from "./clock.js";
import type { Shape } from "./definition.js";
import type { Kernel } from "./kernel.js";
import { type Owed, whoseMove } from "./owed.js";
import type { Awaited } from "./refusal.js";

/**
 * `overdue`: over, without any effect in its text, and what it awaits is still awaited; `expired`: over, with the effect that
 * its text gives; `met` by the act that it awaited; `stopped` with the passage, or the case, in which it ran.
 */
export type ClockState = "running" | "suspended" | "overdue" | "expired" | "met" | "stopped";

export interface ClockView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly bearer: string;
  readonly about: string | null;
  readonly state: ClockState;
  readonly from: CivilDate;
  /** The last day on which the act is in time; null while suspended. */
  readonly lastDay: CivilDate | null;
  readonly expiresAt: Instant | null;
  readonly remainingDays: number | null;
  readonly suspendedDays: number;
  /** When, and by what, it came to no longer run; null while it runs, is suspended or overdue. */
  readonly closed: Closing | null;
  readonly informative: boolean;
  readonly source: string;
}

export interface EndingView {
  readonly name: string;
  readonly label: string;
  readonly effectiveOn: CivilDate;
  readonly source: string;
  /** An adverse ending by expiry is final once it is journaled. */
  readonly final: boolean;
  readonly toldAt: Instant | null;
}

export interface SubjectView {
  readonly id: string;
  readonly label: string | null;
  readonly phase: string | null;
  readonly outcome: string | null;
  readonly facts?: { readonly [fact: string]: unknown };
  readonly since: CivilDate;
}

/** A case as everybody with access sees it. Dates are Europe/Paris. */
export interface CaseView {
  readonly id: string;
  readonly procedure: string;
  readonly ruleset: string;
  readonly phase: string | null;
  readonly status: "open" | "concluded";
  readonly ending: EndingView | null;
  readonly filedOn: CivilDate;
  readonly now: Instant;
  readonly awaited: readonly Awaited[];
  /** What is due, by whom, since when and until when: the acts and the tasks of those who have the move. */
  readonly owed: readonly Owed[];
  readonly whoseMove: readonly string[];
  readonly clocks: readonly ClockView[];
  readonly indications: readonly SubjectView[];
  /** Requests, sections and whatever else the procedure follows apart. */
  readonly subjects: readonly SubjectView[];
  /** Number of entries in the journal. */
  readonly version: number;
}

function stateOf(clock: Clock, counted: ClockState): ClockState {
  if (clock.outcome === "met" || clock.outcome === "stopped") return clock.outcome;
  if (clock.outcome === "lapsed") return "expired";
  if (clock.overrun) return clock.spec.informative === true ? "expired" : "overdue";
  return clock.lastDay === null ? "suspended" : counted;
}

export function clockView(clock: Clock, today: CivilDate): ClockView {
  const { lastDay } = clock;
  const count = clock.outcome === "open" || clock.outcome === "lapsed" ? remaining(clock.query, today) : null;
  return {
    id: clock.id,
    name: clock.delay,
    label: clock.spec.label,
    bearer: clock.spec.bearer,
    about: clock.about ?? null,
    state: stateOf(clock, count?.state ?? "running"),
    from: clock.from,
    lastDay,
    expiresAt: lastDay === null ? null : expiresAt(lastDay),
    remainingDays: count?.remainingDays ?? null,
    suspendedDays: deadline(clock.query).suspendedDays,
    closed: clock.closing,
    informative: clock.spec.informative ?? false,
    source: clock.rule.source.ref,
  };
}

export function viewOf(shape: Shape, kernel: Kernel, now: Instant, version: number): CaseView {
  const { opening, ended } = kernel;
  const today = parisDay(now);
  const final = ended !== null && (ended.tellAt === null || ended.tellAt <= now);
  const spec = ended === null ? undefined : shape.endings[ended.name];
  const indications = opening.filing.indications;
  const due = kernel.owed();
  const subject = (id: string, label: string | null): SubjectView => {
    const known = kernel.subjects.get(id);
    return {
      id,
      label,
      phase: known?.phase ?? null,
      outcome: known?.outcome ?? null,
      ...(known?.facts !== undefined && { facts: known.facts }),
      since: known?.since ?? opening.filedOn,
    };
  };
  return {
    id: opening.id,
    procedure: shape.name,
    ruleset: opening.ruleset,
    phase: kernel.phase,
    status: final ? "concluded" : "open",
    ending:
      ended === null || spec === undefined
        ? null
        : {
            name: ended.name,
            label: spec.label,
            effectiveOn: ended.on,
            source: spec.source.ref,
            final,
            toldAt: ended.tellAt !== null && final ? ended.tellAt : null,
          },
    filedOn: opening.filedOn,
    now,
    awaited: kernel.awaited(),
    owed: due,
    whoseMove: whoseMove(shape, due),
    clocks: kernel.clocks.map((clock) => clockView(clock, today)),
    indications: indications.map(({ id, label }) => subject(id, label)),
    subjects: [...kernel.subjects.keys()]
      .filter((id) => !indications.some((i) => i.id === id))
      .map((id) => subject(id, null)),
    version,
  };
}

/** The earliest last day of a delay that runs or is overdue, information apart: what is late stays first. */
export function nextDueOn(clocks: readonly ClockView[]): CivilDate | null {
  const days = clocks.flatMap(({ state, informative, lastDay }) =>
    (state === "running" || state === "overdue") && !informative && lastDay !== null ? [lastDay] : [],
  );
  return days.sort()[0] ?? null;
}
