import { addDays, addMonths, type CivilDate, dayOfMonth, monthOf, yearOf } from "../law/civil-date.js";
import type { Piece } from "../register/register.js";

/** Months of each grain that is made of them, the largest first. */
const grains = [
  ["decade", 120],
  ["year", 12],
  ["quarter", 3],
  ["month", 1],
] as const;

const lastDayOf = (since: CivilDate, months: number): CivilDate => addDays(addMonths(since, months), -1);

/**
 * A period in the fewest pieces, each day once, in order. Their number doesn't grow with the closed years: twice at most
 * thirty days, two months, three quarters and nine years, and the decades between them.
 */
export function piecesOf(from: CivilDate, to: CivilDate): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  while (at <= to) {
    const since = at;
    const monthsBefore = yearOf(since) * 12 + monthOf(since) - 1;
    const [grain, months] =
      grains.find(
        ([, length]) => dayOfMonth(since) === 1 && monthsBefore % length === 0 && lastDayOf(since, length) <= to,
      ) ?? [];
    pieces.push({ grain: grain ?? "day", since });
    at = months === undefined ? addDays(since, 1) : addMonths(since, months);
  }
  return pieces;
}

/** The whole quarters of a period, by their first day. */
export function quartersOf(from: CivilDate, to: CivilDate): CivilDate[] {
  const sinceQuarter = (monthOf(from) - 1) % 3;
  const quarters: CivilDate[] = [];
  let since = addMonths(addDays(from, 1 - dayOfMonth(from)), -sinceQuarter);
  if (since < from) since = addMonths(since, 3);
  for (; lastDayOf(since, 3) <= to; since = addMonths(since, 3)) quarters.push(since);
  return quarters;
}

/** "2021-T3". */
export const quarterName = (since: CivilDate): string => `${yearOf(since)}-T${Math.ceil(monthOf(since) / 3)}`;
