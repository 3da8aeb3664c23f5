import { dateInFrench } from "../law/citation.js";
import { type Act, inLegalOrder, strikeAct } from "./act.js";
import { rulesetId } from "./definition.js";
import { type Entry, meaning } from "./entry.js";
import { Kernel, type Opening } from "./kernel.js";
import type { Gates, Procedure } from "./procedure.js";
import { Refusal, StoryFault } from "./refusal.js";

/** The ids of the acts that were struck. */
export function struckAmong(acts: readonly Act[]): Set<string> {
  return new Set(acts.filter((act) => act.act === strikeAct).map((act) => act.about ?? ""));
}

/** A fault of the story while an act is tried refuses that act: the case must never break for what a party sends. */
export function refusalOf(fault: unknown, act: string): Refusal {
  if (fault instanceof Refusal) return fault;
  const message = fault instanceof Error ? fault.message : String(fault);
  return new Refusal("conflict", `"${act}" can't be taken: ${message}`);
}

/**
 * Tells the story from the start over the accepted acts, in legal order.
 * @throws Refusal of the newcomer, or `conflict` naming the earlier act that no longer fits.
 */
export function derive(
  procedure: Procedure,
  opening: Opening,
  acts: readonly Act[],
  gates: Gates,
  numberOf: (actId: string) => number,
  newcomer?: Act,
): Kernel {
  const ruleset = procedure.rulesets.find((known) => rulesetId(known) === opening.ruleset);
  if (ruleset === undefined) throw new StoryFault(`No ruleset is called ${opening.ruleset}.`);
  const kernel = new Kernel(procedure.shape, ruleset, opening, procedure.story, gates);
  const struck = struckAmong(acts);
  for (const act of inLegalOrder(acts)) {
    if (act.act === strikeAct || struck.has(act.id)) continue;
    try {
      kernel.take(act);
    } catch (fault) {
      const refusal = refusalOf(fault, act.act);
      if (act === newcomer) throw refusal;
      const label = procedure.shape.acts[act.act]?.label ?? act.act;
      throw new Refusal(
        "conflict",
        `L'acte n° ${numberOf(act.id)} (« ${label} », ${dateInFrench(act.on)}) ne tiendrait plus : ${refusal.message} S'il ne doit pas rester, écartez-le d'abord.`,
        { awaited: refusal.awaited },
      );
    }
  }
  return kernel;
}

/** What was told, matched by meaning with what is derived now. */
export interface Match {
  /** For each derived entry, the number under which it was told; 0 when it wasn't. */
  readonly numbers: number[];
  /** What was told and no longer holds, as the entries that rectify it: rectified, never erased. */
  readonly rectified: Entry[];
}

export function matchByMeaning(before: readonly Entry[], told: readonly number[], derived: readonly Entry[]): Match {
  const toldBefore = new Map<string, number[]>();
  before.forEach((entry, i) => {
    const number = told[i] ?? 0;
    if (number === 0) return;
    const key = meaning(entry);
    const numbers = toldBefore.get(key);
    if (numbers === undefined) toldBefore.set(key, [number]);
    else numbers.push(number);
  });
  const numbers = derived.map((entry) => toldBefore.get(meaning(entry))?.shift() ?? 0);
  const gone = new Set([...toldBefore.values()].flat());
  const rectified = before.flatMap((entry, i): Entry[] => {
    const number = told[i] ?? 0;
    if (!gone.has(number)) return [];
    const { kind, tellAt: _tellAt, detail: _detail, ...kept } = entry;
    return [{ ...kept, kind: "rectified", detail: { rectifies: number, kind } }];
  });
  return { numbers, rectified };
}
