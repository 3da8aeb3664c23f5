import { addDays, type CivilDate, daysBetween } from "../law/civil-date.js";
import { type Act, inLegalOrder, strikeAct, struckAmong } from "./act.js";
import { rulesetId } from "./definition.js";
import { Kernel, type Opening } from "./kernel.js";
import type { Procedure } from "./procedure.js";
import { StoryFault } from "./refusal.js";

/** Consecutive days that belong to the same set of parties: those who had the move; nobody when it is empty. */
export interface Spell {
  /** First and last day, both counted. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly parties: readonly string[];
}

export interface DoubleEntry {
  readonly spells: readonly Spell[];
  /** Days by set of parties, "HAS+CT"; the days of the spells are exactly the days elapsed. */
  readonly days: Readonly<Record<string, number>>;
  /** From the filing to the end of the case, or to `until`. */
  readonly elapsedDays: number;
}

export const nobody = "nobody";

/** The name of a set of parties, whatever their order. */
export const setOf = (parties: readonly string[]): string =>
  parties.length === 0 ? nobody : [...parties].sort().join("+");

/**
 * Each calendar day of a case in exactly one column. A day belongs to those who had the move when it began: the day on
 * which a party acts is still its own, as the day of a triggering act doesn't count in the delay that it starts.
 */
export function doubleEntry(
  procedure: Procedure,
  opening: Opening,
  acts: readonly Act[],
  until: CivilDate,
): DoubleEntry {
  const ruleset = procedure.rulesets.find((known) => rulesetId(known) === opening.ruleset);
  if (ruleset === undefined) throw new StoryFault(`No ruleset is called ${opening.ruleset}.`);
  const kernel = new Kernel(procedure.shape, ruleset, opening, procedure.story);
  const spells: Spell[] = [];
  let next = addDays(opening.filedOn, 1);

  const give = (to: CivilDate) => {
    if (to < next || kernel.ended !== null) return;
    const parties = kernel.whoseMove().sort();
    const last = spells.at(-1);
    if (last !== undefined && setOf(last.parties) === setOf(parties)) spells[spells.length - 1] = { ...last, to };
    else spells.push({ from: next, to, parties });
    next = addDays(to, 1);
  };
  const pass = (day: CivilDate) => {
    for (let on = kernel.nextMidnightOn; on !== null && on <= day; on = kernel.nextMidnightOn) {
      give(addDays(on, -1));
      kernel.advance(on);
    }
    give(day);
  };

  const struck = struckAmong(acts);
  for (const act of inLegalOrder(acts)) {
    if (act.act === strikeAct || struck.has(act.id) || act.on > until) continue;
    pass(act.on);
    kernel.take(act);
  }
  pass(until);
  return { spells, days: daysOf(spells), elapsedDays: daysBetween(opening.filedOn, next) - 1 };
}

function daysOf(spells: readonly Spell[]): Record<string, number> {
  const days: Record<string, number> = {};
  for (const { from, to, parties } of spells) {
    const set = setOf(parties);
    days[set] = (days[set] ?? 0) + daysBetween(from, to) + 1;
  }
  return days;
}
