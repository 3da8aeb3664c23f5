import type { CivilDate } from "../law/civil-date.js";
import type { Figure, Figures, Period } from "../procedures/figures.js";
import { served } from "../procedures/served.js";
import type { Register } from "../register/register.js";
import { periodOfRegister } from "./period.js";
import { catchUp } from "./projection.js";

/** What is published of each procedure that is counted, by its name. */
export const published: ReadonlyMap<string, Figures> = new Map(
  [...served].flatMap(([name, { figures }]) => (figures === undefined ? [] : [[name, figures] as const])),
);

/** A figure, computed. */
export interface Line extends Omit<Figure, "of" | "tellsOf"> {
  readonly value: number | null;
}

export interface StatisticsReport {
  readonly procedure: string;
  readonly title: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly sandbox: boolean;
  /** False while cases of the register aren't all counted yet: ask again. */
  readonly complete: boolean;
  readonly lines: readonly Line[];
  readonly quarters: Period["quarters"];
  /** Days by the set of parties that had the move (double entry). */
  readonly moves: readonly { readonly parties: string; readonly days: number }[];
}

/** A request waits that long for the projection; what is left comes with the next. */
const patienceMs = 2_000;

/** The figures of a period. @throws RangeError when nothing is published of that procedure. */
export async function statisticsReport(
  register: Register,
  procedure: string,
  { from, to, sandbox }: { from: CivilDate; to: CivilDate; sandbox: boolean },
  /** May whoever asks know of that procedure's cases, of every organisation? */
  knows: (procedure: string) => boolean = () => true,
): Promise<StatisticsReport> {
  const figures = published.get(procedure);
  if (figures === undefined) throw new RangeError(`Nothing is counted of "${procedure}".`);
  const { title, lines, beside } = figures;
  const complete = await catchUp(register, [procedure, ...(beside ? [beside.procedure] : [])], patienceMs);
  const period = await periodOfRegister(register, procedure, figures, sandbox, from, to);
  return {
    procedure,
    title,
    from,
    to,
    sandbox,
    complete,
    lines: linesOf(lines, period, knows),
    quarters: period.quarters,
    moves: moveDays(period),
  };
}

/** Days by the set of parties that had the move: they add up to the days elapsed. */
export function moveDays({ during }: Pick<Period, "during">): StatisticsReport["moves"] {
  return during
    .metrics("move:")
    .map((metric) => ({ parties: metric.slice("move:".length), days: during.count(metric) }))
    .sort((a, b) => b.days - a.days);
}

export function linesOf(
  figures: readonly Figure[],
  period: Period,
  knows: (procedure: string) => boolean = () => true,
): Line[] {
  return figures
    .filter(({ tellsOf }) => tellsOf === undefined || knows(tellsOf))
    .map(({ of, tellsOf: _, ...figure }) => ({ ...figure, value: of(period) }));
}
