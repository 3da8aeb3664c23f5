import { Case } from "../../case/case.js";
import type { JournalEntry } from "../../case/entry.js";
import { noon, type Opening } from "../../case/kernel.js";
import type { Procedure } from "../../case/procedure.js";
import { lastInstantOf, type SimulatedAct } from "../../case/simulate.js";
import { addDays, type CivilDate, civilDate } from "../../law/civil-date.js";
import { instant } from "../../law/instant.js";
import { facts as accesPrecoceFacts } from "../../procedures/acces-precoce/facts.js";
import { figures } from "../../procedures/acces-precoce/figures.js";
import { procedureOf } from "../../procedures/all.js";
import type { RecordedCase } from "../../procedures/facts.js";
import { facts as meetingFacts } from "../../procedures/pre-depot-medicament/facts.js";
import { periodOfFacts } from "../../statistics/period.js";
import { type Line, linesOf } from "../../statistics/report.js";
import { earlyAccessCohort } from "./early-access.js";
import { firstDay, lastDay } from "./early-access-plan.js";
import { bounds, published } from "./published.js";

const accesPrecoce = procedureOf("acces-precoce");
const preDepotMedicament = procedureOf("pre-depot-medicament");

/** A case that was played through its real story, to the last instant of the period. */
export interface Played {
  readonly procedure: Procedure;
  readonly live: Case;
  readonly journal: readonly JournalEntry[];
}

/** Plays a case as its parties would: a refused act is a fault of the cohort. */
export function play(procedure: Procedure, opening: Opening, acts: readonly SimulatedAct[], until: CivilDate): Played {
  const live = Case.open(procedure, opening, opening.filedAt);
  const journal = live.takeNews();
  acts.forEach(({ act, at, ...message }, i) => {
    live.accept(act, { id: `${opening.id}-${i + 1}`, ...message, on: at }, noon(civilDate(at)));
    journal.push(...live.takeNews());
  });
  live.advance(lastInstantOf(until));
  journal.push(...live.takeNews());
  return { procedure, live, journal };
}

/** One hundred meetings asked for, as the report says roughly; ninety led to a filing. */
function meetings(): Played[] {
  return Array.from({ length: 100 }, (_, i) => {
    const filedOn = addDays(firstDay, 7 * i);
    const opening: Opening = {
      id: `RPD-${filedOn.slice(0, 4)}-${String(i + 1).padStart(4, "0")}`,
      filedAt: instant(`${filedOn}T09:00:00Z`),
      filedOn,
      ruleset: rulesetOfMeetings(),
      filing: {
        applicant: { siret: "73282932000074", name: "Laboratoire" },
        product: { id: `candidat-${i + 1}`, name: `Candidat ${i + 1}` },
        indications: [],
        channel: { kind: "e-mail", address: "pre-depot@has-sante.fr" },
        marketingAuthorisation: "applied-for",
        indicationsAimedAt: ["Indication visée"],
        topics: ["eligibility"],
        questions: ["Le critère principal convient-il ?"],
      } as Opening["filing"],
    };
    return play(preDepotMedicament, opening, [], lastDay);
  });
}

/** The meetings have one ruleset, younger than the period: its delays have no part in what is counted. */
function rulesetOfMeetings(): string {
  const [ruleset] = preDepotMedicament.rulesets;
  if (ruleset === undefined) throw new Error("The meetings have no ruleset.");
  return `${ruleset.name}@${ruleset.from}`;
}

export interface Cohort {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly requests: readonly Played[];
  readonly meetings: readonly Played[];
}

/** The cohorts, by name. */
export const cohorts: Readonly<Record<string, () => Cohort>> = {
  "acces-precoce-2021-2023": () => ({
    from: firstDay,
    to: lastDay,
    requests: earlyAccessCohort().map(({ opening, acts }) => play(accesPrecoce, opening, acts, lastDay)),
    meetings: meetings(),
  }),
};

/** What statistics read of a played case. */
export function recordedOf({ procedure, live }: Played, until: CivilDate): RecordedCase {
  return { procedure, opening: live.opening, acts: live.recordedActs, until };
}

/** The lines of the report, from the acts of a played cohort, in memory. */
export function linesOfCohort({ requests, meetings: asked, from, to }: Cohort): Line[] {
  const facts = requests.flatMap((each) => accesPrecoceFacts(recordedOf(each, to)));
  const before = asked.flatMap((each) => meetingFacts(recordedOf(each, to)));
  return linesOf(figures.lines, periodOfFacts(figures, facts, before, from, to));
}

/** The lines that aren't what the report says, each with both figures; none when the cohort is the report's. */
export function differences(lines: readonly Pick<Line, "id" | "value" | "unit">[]): string[] {
  const found: string[] = [];
  const known = new Map(lines.map((line) => [line.id, line]));
  for (const id of [...Object.keys(published), ...Object.keys(bounds)])
    if (!known.has(id)) found.push(`${id}: no such line`);
  for (const { id, value, unit } of lines) {
    const shown = value !== null && (unit === "share" || unit === "growth") ? Math.round(value * 100) / 100 : value;
    const [least, most] = bounds[id] ?? [published[id], published[id]];
    if (least === undefined || most === undefined) found.push(`${id}: ${value}, and the report has no such figure`);
    else if (shown === null || shown < least || shown > most)
      found.push(`${id}: ${value}, and the report says ${least === most ? least : `${least} to ${most}`}`);
  }
  return found;
}
