/**
 * Suspensions of delays: a ledger of requests for further information, and the five ways in which the texts let such a
 * request stop a clock. Only unions of spans move a date, never sums: two requests open together stop a clock once.
 */

import type { Citation } from "./citation.js";
import { type CivilDate, compareDates, dayNumber, daysBetween } from "./civil-date.js";
import { type Delay, days } from "./delay.js";

/** A span during which a delay doesn't run: from a notification to the receipt of the answer; `to` null while open. */
export type Suspension = {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** The party whose act stopped the clock. */
  readonly by?: string | undefined;
  /** What was asked, or why. */
  readonly why?: string | undefined;
  readonly source?: Citation | undefined;
};

/**
 * `half-open`: the last day moves by the days from+1..to, so D' = R + (D − N) (our default reading of "il restait D−N jours").
 * `inclusive`: by the days from..to ("à compter de la date … jusqu'à la date …", both included).
 */
export type Counting = "half-open" | "inclusive";
export const COUNTINGS = ["half-open", "inclusive"] as const satisfies readonly Counting[];

/** A request for further information, as the ledger of a case keeps it. */
export type InformationRequest = {
  /** The clock whose authority asked. */
  readonly clock: string;
  /** Day on which the notification was addressed to the applicant. */
  readonly addressedOn: CivilDate;
  /** Day on which the applicant received it; null as long as that isn't known. */
  readonly receivedOn: CivilDate | null;
  /** Day on which the authority received the answer. */
  readonly answeredOn: CivilDate | null;
  /** Day on which it had received all that was asked; null while a piece is missing. */
  readonly completedOn: CivilDate | null;
  /** Calendar days given to the applicant to answer. */
  readonly allowedDays?: number;
  readonly by?: string;
  readonly why?: string;
  readonly source?: Citation;
};

type Ledger = readonly InformationRequest[];

const span = (request: InformationRequest, from: CivilDate, to: CivilDate | null): Suspension => ({
  from,
  to,
  by: request.by,
  why: request.why,
  source: request.source,
});

/** Family A, PECAN (CSS R. 162-112, al. 5): whoever asked, every clock of the case stops, from the notification to the answer. */
export const shared = (ledger: Ledger): readonly Suspension[] =>
  ledger.map((request) => span(request, request.addressedOn, request.answeredOn));

/** Family B, LATM (CSS R. 162-81, R. 162-76, V): only the asking authority's own clock stops, from the notification. */
export const own = (ledger: Ledger, clock: string): readonly Suspension[] =>
  shared(ledger.filter((request) => request.clock === clock));

/** Family C, LPPR and ordinary listing of drugs (CSS R. 165-8, R. 163-9, II): from the day the applicant receives the request. */
export const lateStart = (ledger: Ledger, clock: string): readonly Suspension[] =>
  ledger.flatMap((request) =>
    request.clock === clock && request.receivedOn !== null
      ? [span(request, request.receivedOn, request.answeredOn)]
      : [],
  );

/** Family D, early access to medicines (CSP R. 5121-69-1): until *all* the information asked is received. */
export const total = (ledger: Ledger): readonly Suspension[] =>
  ledger.map((request) => span(request, request.addressedOn, request.completedOn));

/**
 * Family E, forfait innovation (CSS R. 165-68, II): nothing stops; the time given to the applicant is added to the delay.
 * `granted` adds the days given; `used` (recommended, E63) those used, at most the days given: an open request adds none
 * before its answer. Days are those of the union of the requests, so that two together add their days once.
 */
export function additive(ledger: Ledger, reading: "granted" | "used" = "used"): Delay {
  let added = 0;
  let coveredTo = Number.NEGATIVE_INFINITY;
  for (const request of ledger.toSorted((a, b) => compareDates(a.addressedOn, b.addressedOn))) {
    const allowed = request.allowedDays ?? 0;
    const used = request.answeredOn === null ? 0 : Math.max(0, daysBetween(request.addressedOn, request.answeredOn));
    const start = dayNumber(request.addressedOn);
    const end = start + (reading === "granted" ? allowed : Math.min(used, allowed));
    added += Math.max(0, end - Math.max(start, coveredTo));
    coveredTo = Math.max(coveredTo, end);
  }
  return days(added);
}

/** In order of beginning, then of end, open ones last: the order in which a ledger is read, whatever order it was kept in. */
export function inOrder(suspensions: readonly Suspension[]): readonly Suspension[] {
  for (let i = 1; i < suspensions.length; i++) {
    const [before, after] = [suspensions[i - 1], suspensions[i]];
    if (before && after && order(before, after) > 0) return suspensions.toSorted(order);
  }
  return suspensions;
}

const order = (a: Suspension, b: Suspension): number =>
  compareDates(a.from, b.from) ||
  (a.to === b.to ? 0 : a.to === null ? 1 : b.to === null ? -1 : compareDates(a.to, b.to));

/** The spans as a union: disjoint, in order, touching ones joined. Who and why are lost: a union belongs to nobody. */
export function union(suspensions: readonly Suspension[]): readonly Suspension[] {
  const spans: Suspension[] = [];
  for (const { from, to } of inOrder(suspensions)) {
    const last = spans.at(-1);
    if (last === undefined || (last.to !== null && last.to < from)) spans.push({ from, to });
    else if (last.to !== null && (to === null || to > last.to)) spans[spans.length - 1] = { from: last.from, to };
  }
  return spans;
}

/** What a ledger of suspensions does to a deadline, in day numbers. */
export type Shift = {
  /** The unrolled last day; null while a suspension that has effect is open. */
  lastDay: number | null;
  /** Days by which closed suspensions moved it. */
  days: number;
  /** When the day asked about lies strictly inside a suspension that has effect: what remained when it began. */
  frozen: number | null;
};

/**
 * Moves the unrolled `lastDay` of a delay that runs from `origin` by the union of the suspensions. Only days after the
 * origin count; a suspension that begins after the last day as it then stands has no effect. An open one ends on `at`
 * when that is given.
 */
export function shift(
  origin: number,
  lastDay: number,
  suspensions: readonly Suspension[],
  counting: Counting,
  at: number | null,
): Shift {
  const result: Shift = { lastDay, days: 0, frozen: null };
  let current = lastDay;
  let coveredTo = origin; // last day already told to belong to a suspension, or before the delay
  for (const { from, to } of inOrder(suspensions)) {
    const begins = Math.max(dayNumber(from), origin);
    if (begins > current) break; // and so do all that follow
    const ends = to === null ? at : dayNumber(to);
    if (ends === null) return { ...result, lastDay: null };
    const first = Math.max(dayNumber(from) + (counting === "half-open" ? 1 : 0), coveredTo + 1);
    if (at !== null && begins < at && (to === null || at < ends))
      result.frozen ??= current - Math.max(first - 1, origin);
    if (ends < first) continue;
    const moved = ends - first + 1;
    result.days += moved;
    current += moved;
    coveredTo = ends;
  }
  result.lastDay = current;
  return result;
}
