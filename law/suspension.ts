/**
 * Suspensions of delays: a ledger of requests for further information, and the four ways in which the texts let such a
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
export interface InformationRequest {
  /** The party that asked. */
  readonly by: string;
  /** Day on which the notification was addressed to the applicant. */
  readonly addressedOn: CivilDate;
  /** Day on which the applicant received it; null as long as that isn't known. */
  readonly receivedOn: CivilDate | null;
  /** Day on which all that was asked had been received; null while a piece is missing. */
  readonly completedOn: CivilDate | null;
  /** Calendar days given to the applicant to answer. */
  readonly allowedDays?: number;
  readonly why?: string;
  readonly source?: Citation;
}

type Ledger = readonly InformationRequest[];

const span = <R extends InformationRequest>(request: R, from: CivilDate): R & Suspension => ({
  ...request,
  from,
  to: request.completedOn,
});

/**
 * Families A and D, which are one: whoever asked, every clock stops, from the notification until all that was asked is in.
 * PECAN (CSS R. 162-112, al. 5, "des informations demandées"), LATM (R. 162-81, al. 2), early access (CSP R. 5121-69-1, "la totalité").
 */
export const shared = <R extends InformationRequest>(ledger: readonly R[]) =>
  ledger.map((request) => span(request, request.addressedOn));

/** Family B, the ANS's certificate (CSS R. 162-76, V): only the delay of the authority that asked stops, from the notification. */
export const own = <R extends InformationRequest>(ledger: readonly R[], bearer: string) =>
  shared(ledger.filter(({ by }) => by === bearer));

/** Family C, LPPR and ordinary listing of drugs (CSS R. 165-8, R. 163-9, II): from the day the applicant receives the request. */
export const lateStart = <R extends InformationRequest>(ledger: readonly R[]) =>
  ledger.flatMap((request) => (request.receivedOn === null ? [] : [span(request, request.receivedOn)]));

/**
 * Family E, forfait innovation (CSS R. 165-68, II, R. 165-69, III): nothing stops; the time given to the applicant is added to the delay,
 * "ce délai s'ajoute". `granted` adds each delay given, whole, from the day of the request; `used`, the other reading (E63), the days used,
 * at most those given, over the union of the requests: an open one adds none before its answer is whole.
 */
export function additive(ledger: Ledger, reading: "granted" | "used" = "granted"): Delay {
  if (reading === "granted") return days(ledger.reduce((sum, { allowedDays = 0 }) => sum + allowedDays, 0));
  let added = 0;
  let coveredTo = Number.NEGATIVE_INFINITY;
  for (const request of ledger.toSorted((a, b) => compareDates(a.addressedOn, b.addressedOn))) {
    const allowed = request.allowedDays ?? 0;
    const used = request.completedOn === null ? 0 : Math.max(0, daysBetween(request.addressedOn, request.completedOn));
    const start = dayNumber(request.addressedOn);
    const end = start + Math.min(used, allowed);
    added += Math.max(0, end - Math.max(start, coveredTo));
    coveredTo = Math.max(coveredTo, end);
  }
  return days(added);
}

/** The families, as a ruleset names them. */
export const FAMILIES = ["shared", "own", "late-start", "additive"] as const;
export type SuspensionFamily = (typeof FAMILIES)[number];

/** The spans in which requests stop a delay of that family, borne by that party. */
export function stopping<R extends InformationRequest>(
  family: SuspensionFamily,
  ledger: readonly R[],
  bearer: string,
): readonly (R & Suspension)[] {
  switch (family) {
    case "shared":
      return shared(ledger);
    case "own":
      return own(ledger, bearer);
    case "late-start":
      return lateStart(ledger);
    case "additive":
      return [];
  }
}

/** The ledger as it stood on a day: what came later has no effect on a delay that was closed then. */
export const asOf = <R extends InformationRequest>(ledger: readonly R[], day: CivilDate): readonly R[] =>
  ledger
    .filter(({ addressedOn }) => addressedOn < day)
    .map((request) => ({
      ...request,
      receivedOn: request.receivedOn !== null && request.receivedOn < day ? request.receivedOn : null,
      completedOn: request.completedOn !== null && request.completedOn < day ? request.completedOn : day,
    }));

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
