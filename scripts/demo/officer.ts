/** Says what happened as an officer would: who acted, what moved, which dates, with their sources. */
import { dateInFrench } from "../../law/citation.js";
import { type CivilDate, isCivilDate } from "../../law/civil-date.js";

export interface ClockShown {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly lastDay: string | null;
  readonly remainingDays: number | null;
  readonly informative: boolean;
  readonly source: string;
}

export interface CaseShown {
  readonly id: string;
  readonly phase: string | null;
  readonly now: string;
  readonly status: string;
  readonly ending: {
    readonly label: string;
    readonly effectiveOn: string;
    readonly source: string;
    readonly final: boolean;
  } | null;
  readonly whoseMove: readonly string[];
  readonly clocks: readonly ClockShown[];
  readonly version: number;
}

const states: Readonly<Record<string, string>> = {
  running: "court",
  suspended: "suspendu",
  expired: "écoulé",
  stopped: "clos",
};
const day = (text: string | null): string =>
  text !== null && isCivilDate(text) ? dateInFrench(text as CivilDate) : "-";

/** The clocks that changed between two states of the case, a line each. */
export function movedClocks(before: CaseShown | undefined, after: CaseShown): string[] {
  const known = new Map(before?.clocks.map((clock) => [clock.id, clock]));
  return after.clocks.flatMap((clock) => {
    const was = known.get(clock.id);
    if (was?.state === clock.state && was.lastDay === clock.lastDay) return [];
    const moved = was !== undefined && was.lastDay !== null && clock.lastDay !== null && was.lastDay !== clock.lastDay;
    const from = moved ? ` (au lieu du ${day(was.lastDay)})` : "";
    const last =
      clock.lastDay === null ? "sans échéance pour l'instant" : `dernier jour le ${day(clock.lastDay)}${from}`;
    const when = clock.state === "stopped" ? "" : `, ${last}`;
    return [`     ${clock.label} : ${states[clock.state] ?? clock.state}${when} [${clock.source}]`];
  });
}

export function endingLine({ ending }: CaseShown): string[] {
  if (ending === null) return [];
  const provisional = ending.final ? "" : " (provisoire jusqu'au prochain jour ouvré à midi)";
  return [`     Issue : ${ending.label}, avec effet le ${day(ending.effectiveOn)}${provisional} [${ending.source}]`];
}
