import { addDays, addMonths, type CivilDate, civilDate, latest, yearOf } from "../law/civil-date.js";
import type { Fact } from "../procedures/facts.js";
import type { Figures, Period } from "../procedures/figures.js";
import type { Register } from "../register/register.js";
import { Counts } from "./counts.js";
import { piecesOf, quarterName, quartersOf } from "./pieces.js";

/** The days that may be asked for: no procedure is older, and nobody counts on what comes after. */
export const firstCounted = civilDate("2000-01-01");
export const lastCounted = civilDate("2100-12-31");

const firstOfYear = (day: CivilDate): CivilDate => civilDate(`${yearOf(day)}-01-01`);

/** Counted by the register itself: products abandoned, of which another first request was filed. */
const refiled = "refiled";

function refiledAmong(upTo: Counts): number {
  const filed = upTo.histogram("product-filed");
  return [...upTo.histogram("product-abandoned").keys()].filter((product) => (filed.get(product) ?? 0) > 1).length;
}

/** From facts in memory: a cohort that was only played, and the facts of what is counted with it. */
export function periodOfFacts(
  { filed }: Figures,
  facts: readonly Fact[],
  beside: readonly Fact[],
  from: CivilDate,
  to: CivilDate,
): Period {
  const again = refiledAmong(Counts.of(facts, null, to));
  const upTo = [...facts, { metric: refiled, on: to, value: 1, count: again }];
  return {
    from,
    to,
    during: Counts.of(facts, from, to),
    upTo: Counts.of(upTo, null, to),
    lastYear: Counts.of(facts, latest(from, firstOfYear(to)), to),
    beside: Counts.of(beside, from, to),
    quarters: quartersOf(from, to).map((since) => ({
      quarter: quarterName(since),
      filed: Counts.of(facts, since, addDays(addMonths(since, 3), -1)).count(...filed),
    })),
  };
}

/** From the register, by a few counted reads. */
export async function periodOfRegister(
  { statistics }: Pick<Register, "statistics">,
  procedure: string,
  { filed, standing, beside }: Figures,
  sandbox: boolean,
  from: CivilDate,
  to: CivilDate,
): Promise<Period> {
  const of = { procedure, sandbox };
  const pieces = piecesOf(from, to);
  const quarters = quartersOf(from, to);
  const [during, upTo, lastYear, filedByQuarter, other] = await Promise.all([
    statistics.counts({ ...of, pieces }),
    statistics.counts({ ...of, pieces: piecesOf(firstCounted, to) }, [...standing, refiled]),
    statistics.counts({ ...of, pieces: piecesOf(latest(from, firstOfYear(to)), to) }),
    statistics.countsByPiece({ ...of, pieces: quarters.map((since) => ({ grain: "quarter", since })) }, filed),
    beside === undefined
      ? Promise.resolve([])
      : statistics.counts({ ...of, procedure: beside.procedure, pieces }, beside.metrics),
  ]);
  return {
    from,
    to,
    during: Counts.ofRows(during),
    upTo: Counts.ofRows(upTo),
    lastYear: Counts.ofRows(lastYear),
    beside: Counts.ofRows(other),
    quarters: quarters.map((since) => ({ quarter: quarterName(since), filed: filedByQuarter.get(since) ?? 0 })),
  };
}
