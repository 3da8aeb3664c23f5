import type { CivilDate } from "../../law/civil-date.js";
import type { Register } from "../../register/register.js";
import { accesPrecoceLines, type Line, type LineSpec, linesOf, moveDays, type Period, pecanLines } from "./lines.js";
import { periodOfRegister } from "./period.js";
import { catchUp } from "./projection.js";

/** The procedures that have statistics, by the name in their address. */
export const counted = {
  "acces-precoce": { procedure: "acces-precoce", title: "Accès précoce des médicaments", lines: accesPrecoceLines },
  pecan: { procedure: "pecan", title: "Prise en charge anticipée numérique", lines: pecanLines },
} as const satisfies Record<string, { procedure: string; title: string; lines: readonly LineSpec[] }>;

type CountedName = keyof typeof counted;

export const isCounted = (name: string): name is CountedName => Object.hasOwn(counted, name);

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

export async function statisticsReport(
  register: Register,
  name: CountedName,
  { from, to, sandbox }: { from: CivilDate; to: CivilDate; sandbox: boolean },
  /** May whoever asks know of that procedure's cases, of every organisation? */
  knows: (procedure: string) => boolean = () => true,
): Promise<StatisticsReport> {
  const { procedure, title, lines } = counted[name];
  const procedures = procedure === "acces-precoce" ? [procedure, "pre-depot-medicament"] : [procedure];
  const complete = await catchUp(register, procedures, patienceMs);
  const period = await periodOfRegister(register, procedure, sandbox, from, to);
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
