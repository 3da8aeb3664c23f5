import { addDays, addMonths, type CivilDate, civilDate, latest, yearOf } from "../../law/civil-date.js";
import type { Register } from "../../register/register.js";
import { Counts } from "./counts.js";
import type { Fact } from "./facts.js";
import { FILED, type Period, STANDING } from "./lines.js";
import { piecesOf, quarterName, quartersOf } from "./pieces.js";

/** The days that may be asked for: no procedure is older, and nobody counts on what comes after. */
export const firstCounted = civilDate("2000-01-01");
export const lastCounted = civilDate("2100-12-31");

const firstOfYear = (day: CivilDate): CivilDate => civilDate(`${yearOf(day)}-01-01`);

/** From facts in memory: a cohort that was only played. */
export function periodOfFacts(
  facts: readonly Fact[],
  meetings: readonly Fact[],
  from: CivilDate,
  to: CivilDate,
): Period {
  const upTo = Counts.of(facts, null, to);
  const filed = upTo.histogram("product-filed");
  return {
    from,
    to,
    during: Counts.of(facts, from, to),
    upTo,
    lastYear: Counts.of(facts, latest(from, firstOfYear(to)), to),
    refiled: [...upTo.histogram("product-abandoned").keys()].filter((product) => (filed.get(product) ?? 0) > 1).length,
    meetings: Counts.of(meetings, from, to).count("filed:meeting"),
    quarters: quartersOf(from, to).map((since) => ({
      quarter: quarterName(since),
      filed: Counts.of(facts, since, addDays(addMonths(since, 3), -1)).count(...FILED),
    })),
  };
}

/** From the register, by a few counted reads. */
export async function periodOfRegister(
  { statistics }: Pick<Register, "statistics">,
  procedure: string,
  sandbox: boolean,
  from: CivilDate,
  to: CivilDate,
): Promise<Period> {
  const of = { procedure, sandbox };
  const pieces = piecesOf(from, to);
  const quarters = quartersOf(from, to);
  const [during, standing, lastYear, filed, meetings] = await Promise.all([
    statistics.counts({ ...of, pieces }),
    statistics.counts({ ...of, pieces: piecesOf(firstCounted, to) }, STANDING),
    statistics.counts({ ...of, pieces: piecesOf(latest(from, firstOfYear(to)), to) }),
    statistics.countsByPiece({ ...of, pieces: quarters.map((since) => ({ grain: "quarter", since })) }, FILED),
    procedure === "acces-precoce"
      ? statistics.counts({ ...of, procedure: "pre-depot-medicament", pieces }, ["filed:meeting"])
      : Promise.resolve([]),
  ]);
  const upTo = Counts.ofRows(standing);
  return {
    from,
    to,
    during: Counts.ofRows(during),
    upTo,
    lastYear: Counts.ofRows(lastYear),
    refiled: upTo.count("refiled"),
    meetings: Counts.ofRows(meetings).count("filed:meeting"),
    quarters: quarters.map((since) => ({ quarter: quarterName(since), filed: filed.get(since) ?? 0 })),
  };
}
