/**
 * The same date as `deadline`, reached step by step and told. It shares the calendar with `deadline` but not its
 * arithmetic: it spends the days of the delay one span after the other, as a person with a diary would.
 */

import { type Calendar, type ClosedDays, calendarDigest, closedDays, closureInFrench } from "./calendar.js";
import { dateInFrench, weekdayInFrench } from "./citation.js";
import { type CivilDate, dayNumber, dayOfMonth, fromDayNumber, monthsAfter, weekday, weekdayOf } from "./civil-date.js";
import type { DeadlineInput } from "./deadline-input.js";
import { addDelays, type DayCount, type Delay, delayInFrench, lastDayOf } from "./delay.js";
import { inOrder } from "./suspension.js";
import { HOLIDAY_SOURCES, RULES, type RuleId, type SkippedDay, type Step, type StepKind, type Walk } from "./walk.js";

export type Explanation = {
  readonly lastDay: CivilDate | null;
  readonly unrolledLastDay: CivilDate | null;
  readonly suspendedDays: number;
  readonly walk: Walk;
};

/** The last day with its walk; with `at`, as if the open suspensions ended on that day. Throws RangeError as `deadline` does. */
export function explain(input: DeadlineInput, at: CivilDate | null = null): Explanation {
  const closed = closedDays(input.closed);
  const walk: Step[] = [];
  const origin = dayNumber(tellOrigin(input, walk));
  const delay = tellLength(input, origin, walk);
  tellCalendar(input, origin, walk);
  const first = tellLastDay(origin, delay, input, closed, walk);
  const { end, suspendedDays } = tellSpans(origin, first, input, at, walk);
  if (end === null) return { lastDay: null, unrolledLastDay: null, suspendedDays, walk };
  const last = tellRoll(end, input, closed, walk);
  walk.push(
    step("result", "T7", last, last, 0, {
      sentence: `Dernier jour : ${onDay(last)} ; le délai est échu à 24 h, heure de Paris.`,
    }),
  );
  return { lastDay: fromDayNumber(last), unrolledLastDay: fromDayNumber(end), suspendedDays, walk };
}

function step(
  kind: StepKind,
  rule: RuleId,
  from: number,
  to: number | null,
  days: number,
  rest: Pick<Step, "sentence"> & Partial<Step>,
): Step {
  return {
    kind,
    rule,
    source: RULES[rule],
    from: fromDayNumber(from),
    to: to === null ? null : fromDayNumber(to),
    days,
    ...rest,
  };
}

/** "vendredi 1er mai 2026". */
const onDay = (n: number): string => {
  const date = fromDayNumber(n);
  return `${weekdayInFrench(weekday(date))} ${dateInFrench(date)}`;
};
const plain = (n: number): string => dateInFrench(fromDayNumber(n));
const jours = (n: number): string => `${n} jour${n < 2 ? "" : "s"}`;
/** "le 3 mars 2026", "du 3 au 5 …" in full. */
const range = (from: number, to: number): string =>
  from === to ? `le ${plain(from)}` : `du ${plain(from)} au ${plain(to)}`;

function tellOrigin(input: DeadlineInput, walk: Step[]): CivilDate {
  const from = dayNumber(input.from);
  const moment = input.fromInstant === undefined ? "" : ` (jour de Paris de l’instant ${input.fromInstant})`;
  walk.push(
    step("origin", "T1", from, from, 0, { sentence: `Origine : ${onDay(from)}${moment}. Ce jour ne compte pas.` }),
  );
  const restarts = (input.restarts ?? []).filter((restart) => restart > input.from).toSorted();
  const last = restarts.at(-1);
  if (last === undefined) return input.from;
  const on = dayNumber(last);
  walk.push(
    step("restart", "T1", from, on, on - from, {
      sentence: `Le délai repart en entier du ${onDay(on)}, qui ne compte pas.`,
    }),
  );
  return last;
}

function tellLength(input: DeadlineInput, origin: number, walk: Step[]): Delay {
  if (input.extension === undefined) return input.delay;
  const whole = addDelays(input.delay, input.extension);
  const [base, more, all] = [input.delay, { ...input.extension, counted: whole.counted }, whole].map(delayInFrench);
  walk.push(
    step("extension", "T2", origin, origin, 0, {
      sentence: `Prolongation : ${base} et ${more}, soit ${all}, comptés une seule fois depuis l’origine.`,
    }),
  );
  return whole;
}

const CLOSED_DAYS: Readonly<Record<Calendar, string>> = {
  fr: "Calendrier « fr » : samedis, dimanches, 11 jours fériés",
  "fr-alsace-moselle": "Calendrier « fr-alsace-moselle » : samedis, dimanches, 13 jours fériés",
  none: "Calendrier « none » : samedis et dimanches, sans jours fériés",
};

function tellCalendar(input: DeadlineInput, origin: number, walk: Step[]): void {
  const calendar = input.calendar ?? "fr";
  const more = input.closed === undefined || input.closed.length === 0 ? 0 : new Set(input.closed).size;
  walk.push(
    step("calendar", "T3", origin, origin, 0, {
      ...(calendar === "none" ? {} : { source: HOLIDAY_SOURCES[calendar] }),
      digest: calendarDigest(calendar, input.closed),
      sentence: `${CLOSED_DAYS[calendar]}${more === 0 ? "" : `, et ${jours(more)} de fermeture`}.`,
    }),
  );
}

/** Years and months in one jump, then weeks, then days. */
function tellLastDay(origin: number, delay: Delay, input: DeadlineInput, closed: ClosedDays, walk: Step[]): number {
  const jump = delay.years * 12 + delay.months;
  const landed = jump === 0 ? origin : monthsAfter(origin, jump);
  if (jump !== 0) {
    const length = delayInFrench({ ...delay, weeks: 0, days: 0, counted: "calendar" });
    walk.push(
      step("jump", "T2", origin, landed, landed - origin, {
        sentence: `${length}, de quantième à quantième, depuis le ${plain(origin)} : le ${plain(landed)}.`,
      }),
    );
    const [wanted, got] = [dayOfMonth(fromDayNumber(origin)), dayOfMonth(fromDayNumber(landed))];
    if (wanted !== got) {
      walk.push(
        step("clamp", "T2", landed, landed, 0, {
          sentence: `Ce mois n’a pas de ${wanted} : le dernier jour du mois, le ${plain(landed)}.`,
        }),
      );
    }
  }
  const last = lastDayOf(origin, delay, input.calendar ?? "fr", closed);
  if (last !== landed) tellDays(landed, last, delay, input, closed, walk);
  return last;
}

const COUNTING_RULES: Readonly<Record<DayCount, { rule: RuleId; lastWeekday: 5 | 6 | null; says: string }>> = {
  calendar: { rule: "T6", lastWeekday: null, says: "" },
  working: { rule: "T3", lastWeekday: 5, says: " (du lundi au vendredi)" },
  ouvrable: { rule: "T3", lastWeekday: 6, says: " (du lundi au samedi)" },
  clear: { rule: "T5", lastWeekday: null, says: " (ni le premier ni le dernier jour ne comptent)" },
};

function tellDays(
  start: number,
  last: number,
  delay: Delay,
  input: DeadlineInput,
  closed: ClosedDays,
  walk: Step[],
): void {
  const [from, to] = last > start ? [start + 1, last] : [last, start - 1];
  const part = { ...delay, years: 0, months: 0 };
  const length = part.days === 0 && part.weeks === 0 ? "Délai franc, un jour de plus" : delayInFrench(part);
  const counting = COUNTING_RULES[delay.counted];
  const skipped = counting.lastWeekday === null ? [] : holidaysSkipped(from, to, counting.lastWeekday, input, closed);
  const listed = skipped.length === 0 ? "" : " Ne comptent pas, outre les fins de semaine :";
  walk.push(
    step("jump", counting.rule, start, last, last - start, {
      ...(skipped.length === 0 ? {} : { skipped }),
      sentence: `${length}${counting.says}, ${range(from, to)} : le ${plain(last)}.${listed}`,
    }),
  );
}

/** Beyond these, the days left out are only counted: a list that nobody reads explains nothing. */
const MOST_LISTED = 60;
const LISTED_WITHIN = 10 * 366;

function holidaysSkipped(
  from: number,
  to: number,
  lastWeekday: 5 | 6,
  input: DeadlineInput,
  closed: ClosedDays,
): SkippedDay[] {
  const skipped: SkippedDay[] = [];
  for (let n = from; n <= Math.min(to, from + LISTED_WITHIN) && skipped.length < MOST_LISTED; n++) {
    const why = weekdayOf(n) > lastWeekday ? null : closureInFrench(n, input.calendar ?? "fr", closed);
    if (why !== null && why !== "samedi") skipped.push({ on: fromDayNumber(n), why });
  }
  return skipped;
}

/** Spends the days of the delay, span after span, around the suspensions. */
function tellSpans(
  origin: number,
  first: number,
  input: DeadlineInput,
  at: CivilDate | null,
  walk: Step[],
): { end: number | null; suspendedDays: number } {
  const halfOpen = (input.counting ?? "half-open") === "half-open";
  const suspensions = inOrder(input.suspensions ?? []);
  let toldTo = origin;
  let left = first - origin;
  let suspendedDays = 0;
  const count = (upTo: number): void => {
    if (upTo <= toldTo) return;
    const days = upTo - toldTo;
    left -= days;
    walk.push(
      step("counted", "T1", toldTo + 1, upTo, days, {
        sentence: `Courent : ${jours(days)}, ${range(toldTo + 1, upTo)}. Il en reste ${left}.`,
      }),
    );
    toldTo = upTo;
  };
  for (const suspension of suspensions) {
    const { by, why, source } = suspension;
    const who: Partial<Step> = {
      ...(by === undefined ? {} : { by }),
      ...(why === undefined ? {} : { why }),
      ...(source === undefined ? {} : { source }),
    };
    const told = [by, why].filter((part) => part !== undefined).join(" : ");
    const because = told === "" ? "" : ` (${told})`;
    const from = dayNumber(suspension.from);
    const to = suspension.to === null ? (at === null ? null : dayNumber(at)) : dayNumber(suspension.to);
    const firstSuspended = Math.max(from + (halfOpen ? 1 : 0), origin + 1);
    const none = (reason: string): void => {
      walk.push(
        step("ignored", "S3", from, to, 0, {
          ...who,
          source: RULES.S3,
          sentence: `Suspension du ${plain(from)}${because} sans effet : ${reason}.`,
        }),
      );
    };
    if (Math.max(from, origin) > toldTo + left) {
      none(`le délai est déjà échu le ${plain(toldTo + left)}`);
    } else if (to === null) {
      count(firstSuspended - 1);
      walk.push(
        step("open", halfOpen ? "S1" : "S2", from, null, 0, {
          ...who,
          sentence: `Suspension ouverte le ${plain(from)}${because} : pas de dernier jour tant qu’elle dure ; il reste ${jours(left)}.`,
        }),
      );
      return { end: null, suspendedDays };
    } else if (to < from) {
      none(`elle ne commence qu’après le ${plain(to)}`);
    } else if (to < firstSuspended) {
      none(to <= origin && from < to ? "elle est close avant l’origine" : "elle est levée le jour même");
    } else if (to <= toldTo) {
      none("ces jours sont déjà suspendus");
    } else {
      count(firstSuspended - 1);
      const days = to - toldTo;
      suspendedDays += days;
      walk.push(
        step("suspended", halfOpen ? "S1" : "S2", toldTo + 1, to, days, {
          ...who,
          sentence: `Suspension${because} : ${jours(days)}, ${range(toldTo + 1, to)}. Le dernier jour passe du ${plain(to - days + left)} au ${plain(to + left)}.`,
        }),
      );
      toldTo = to;
    }
  }
  count(toldTo + left);
  return { end: toldTo + left, suspendedDays };
}

function tellRoll(end: number, input: DeadlineInput, closed: ClosedDays, walk: Step[]): number {
  if (input.roll === undefined || input.roll === "none") return end;
  const forward = input.roll === "next";
  const skipped: SkippedDay[] = [];
  let day = end;
  for (;;) {
    const why = closureInFrench(day, input.calendar ?? "fr", closed);
    if (why === null) break;
    skipped.push({ on: fromDayNumber(day), why });
    day += forward ? 1 : -1;
  }
  const sentence =
    day === end
      ? `Le ${onDay(end)} est un jour ouvré : pas de report.`
      : `Le ${onDay(end)} n’est pas un jour ouvré : report au ${onDay(day)}, ${forward ? "prochain" : "dernier"} jour ouvré.`;
  walk.push(step("roll", "T3", end, day, day - end, { ...(skipped.length === 0 ? {} : { skipped }), sentence }));
  return day;
}
