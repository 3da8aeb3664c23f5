import { addDays, addMonths, type CivilDate, civilDate, yearOf } from "../../law/civil-date.js";
import type { Register } from "../../register/register.js";
import { Counts } from "./counts.js";
import type { Fact } from "./facts.js";
import { FILED, type Period, STANDING } from "./lines.js";

const firstOfYear = (day: CivilDate): CivilDate => civilDate(`${yearOf(day)}-01-01`);

/** The whole quarters of a period, by their first day. */
function quartersOf(from: CivilDate, to: CivilDate): CivilDate[] {
  const month = Number(from.slice(5, 7));
  const first = civilDate(`${from.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`);
  const quarters: CivilDate[] = [];
  for (let start = first < from ? addMonths(first, 3) : first; ; start = addMonths(start, 3)) {
    if (addDays(addMonths(start, 3), -1) > to) return quarters;
    quarters.push(start);
  }
}

const quarterName = (start: CivilDate): string => `${start.slice(0, 4)}-T${Math.ceil(Number(start.slice(5, 7)) / 3)}`;

/** From facts in memory: a cohort that was only played. */
export function periodOfFacts(
  facts: readonly Fact[],
  meetings: readonly Fact[],
  from: CivilDate,
  to: CivilDate,
): Period {
  const yearFrom = firstOfYear(to) > from ? firstOfYear(to) : from;
  const upTo = Counts.of(facts, null, to);
  const filed = upTo.histogram("product-filed");
  return {
    from,
    to,
    during: Counts.of(facts, from, to),
    upTo,
    lastYear: Counts.of(facts, yearFrom, to),
    refiled: [...upTo.histogram("product-abandoned").keys()].filter((product) => (filed.get(product) ?? 0) > 1).length,
    meetings: Counts.of(meetings, from, to).count("filed:meeting"),
    quarters: quartersOf(from, to).map((start) => ({
      quarter: quarterName(start),
      filed: Counts.of(facts, start, addDays(addMonths(start, 3), -1)).count(...FILED),
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
  const of = { procedures: [procedure], sandbox, to } as const;
  const yearFrom = firstOfYear(to) > from ? firstOfYear(to) : from;
  const quarters = quartersOf(from, to);
  const [during, upTo, lastYear, months, refiled, meetings] = await Promise.all([
    statistics.counts({ ...of, from }),
    statistics.counts({ ...of, from: null, metrics: STANDING }),
    statistics.counts({ ...of, from: yearFrom }),
    statistics.byMonth({ ...of, from, metrics: FILED }),
    statistics.refiled(of),
    procedure === "accesPrecoce"
      ? statistics.counts({ ...of, procedures: ["preDepotMedicament"], from })
      : Promise.resolve([]),
  ]);
  return {
    from,
    to,
    during: Counts.ofRows(during),
    upTo: Counts.ofRows(upTo),
    lastYear: Counts.ofRows(lastYear),
    refiled,
    meetings: Counts.ofRows(meetings).count("filed:meeting"),
    quarters: quarters.map((start) => ({
      quarter: quarterName(start),
      filed: months
        .filter(({ month }) => month >= start && month < addMonths(start, 3))
        .reduce((sum, { count }) => sum + count, 0),
    })),
  };
}
