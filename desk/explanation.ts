import type { Case } from "../case/case.js";
import type { Clock } from "../case/clock.js";
import { type DelayRule, rulesetId } from "../case/definition.js";
import type { Procedure } from "../case/procedure.js";
import { type ReadingsView, readingsOf } from "../case/readings.js";
import { rulesetDigest } from "../case/ruleset-document.js";
import { type ClockView, clockView } from "../case/view.js";
import { calendarDigest } from "../law/calendar.js";
import type { Citation } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { type DeadlineInput, explain } from "../law/deadline.js";
import { formatDelay } from "../law/delay.js";
import { parisDay } from "../law/paris.js";
import type { Walk } from "../law/walk.js";
import type { CaseRecord } from "../register/register.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { servedOf } from "./procedures.js";
import { DeskRefusal } from "./refusal.js";
import { recordFor } from "./shown-case.js";

/** The readings as JSON tells them: lengths as durations. */
export type ReadingsShown = Omit<ReadingsView, "readings"> & {
  readonly readings: readonly (Omit<ReadingsView["readings"][number], "length"> & { readonly length: string })[];
};

/** A date with everything that it rests upon. */
export interface Explanation extends ReadingsShown {
  readonly case: string;
  readonly ruleset: string;
  /** What a third party needs to know that nothing was changed since. */
  readonly digests: { readonly ruleset: string | null; readonly calendar: string };
  readonly clock: ClockView;
  readonly delay: { readonly length: string; readonly start: string | null; readonly source: Citation };
  readonly suspensions: readonly {
    readonly kind: string;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly about: string | null;
    readonly by: string;
    readonly why: string;
    readonly source: Citation | null;
  }[];
  readonly walk: Walk;
}

/** A clock of a case, with what its texts say. */
export interface FoundClock {
  readonly clock: Clock;
  /** The case in which it runs. */
  readonly live: Case;
  readonly procedure: Procedure;
  readonly ruleset: string;
}

/** @throws DeskRefusal `not-found` naming the clocks that there are. */
export async function clockOf(
  desk: Desk,
  principal: Principal,
  caseId: string,
  clockId: string,
): Promise<FoundClock & { readonly record: CaseRecord }> {
  const record = await recordFor(desk, principal, caseId);
  const live = await desk.cases.derived(record);
  const clock = live.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) {
    const known = live.clocks.map(({ id }) => id).join(", ");
    throw new DeskRefusal("not-found", `${record.id} has no such clock; its clocks are: ${known || "none yet"}.`);
  }
  const { procedure } = servedOf(record.procedure);
  return { record, clock, live, procedure, ruleset: live.opening.ruleset };
}

/** What the law is asked for a clock, its suspensions worded in French and each with its article. */
export function shownQuery({ clock, procedure: { shape } }: Pick<FoundClock, "clock" | "procedure">): DeadlineInput {
  const suspensions = clock.suspensions.map(({ kind, about, from, to, by, why }) => ({
    from,
    to,
    by: shape.parties[by]?.label ?? by,
    why: about === undefined ? why : `${why}, ${about}`,
    source: shape.suspensions[kind]?.source,
  }));
  return { ...clock.query, suspensions };
}

/** A clock under every reading of the texts, as JSON tells it. */
export function readingsShown(clock: Clock, live: Case, today: CivilDate): ReadingsShown {
  const { readings, ...rest } = readingsOf(clock, live, today);
  return { readings: readings.map((one) => ({ ...one, length: formatDelay(one.length) })), ...rest };
}

/** A clock as it stands today, under each reading of the texts. */
export type ClockWithReadings = ClockView & ReadingsShown;

/** The clocks of a case, open or closed. @throws DeskRefusal `not-found` */
export async function clocksOf(desk: Desk, principal: Principal, caseId: string): Promise<ClockWithReadings[]> {
  const record = await recordFor(desk, principal, caseId);
  const live = await desk.cases.derived(record);
  const today = parisDay(nowOf(record));
  return live.clocks.map((one) => ({ ...clockView(one, today), ...readingsShown(one, live, today) }));
}

/** Explains a clock of a case, day by day. @throws DeskRefusal `not-found` as `clockOf` does. */
export async function explainClock(
  desk: Desk,
  principal: Principal,
  caseId: string,
  clockId: string,
): Promise<{ readonly explanation: Explanation; readonly found: FoundClock; readonly rule: DelayRule }> {
  const found = await clockOf(desk, principal, caseId, clockId);
  const { record, clock, live, procedure, ruleset } = found;
  const { shape, rulesets } = procedure;
  const today = parisDay(nowOf(record));
  const { rule } = clock;
  const dated = rulesets.find((one) => rulesetId(one) === ruleset);
  const explanation: Explanation = {
    case: record.id,
    ruleset,
    digests: { ruleset: dated === undefined ? null : rulesetDigest(shape, dated), calendar: calendarDigest("fr") },
    clock: clockView(clock, today),
    delay: { length: formatDelay(rule.length), start: rule.start ?? null, source: rule.source },
    suspensions: clock.suspensions.map(({ kind, from, to, about, by, why }) => ({
      kind,
      from,
      to,
      about: about ?? null,
      by,
      why,
      source: shape.suspensions[kind]?.source ?? null,
    })),
    walk: explain(shownQuery(found)).walk,
    ...readingsShown(clock, live, today),
  };
  return { explanation, found, rule };
}
