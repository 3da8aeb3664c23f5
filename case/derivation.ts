import { dateInFrench } from "../law/citation.js";
import { type Act, inLegalOrder, strikeAct, struckAmong } from "./act.js";
import { rulesetId, type Shape } from "./definition.js";
import { Kernel, type Opening } from "./kernel.js";
import type { Gates, Procedure } from "./procedure.js";
import { Refusal, StoryFault } from "./refusal.js";

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

/** Derives one case, as often as need be: what a gate has answered once, it answers each time. */
export class Derivations {
  private readonly asked: Record<string, boolean> = {};
  private taken = 0;

  constructor(
    private readonly procedure: Procedure,
    private readonly opening: Opening,
    private readonly gates: Gates,
  ) {}

  /** Acts that kernels have taken for the case: what it has cost so far. */
  get acts(): number {
    return this.taken;
  }

  /** Answers of the gates that the story has asked. */
  get answers(): Readonly<Record<string, boolean>> {
    return { ...this.asked };
  }

  answer(gate: string): boolean | undefined {
    return this.asked[gate];
  }

  /** The kernel takes an act, and the case needn't be derived again. */
  take(kernel: Kernel, act: Act): void {
    this.taken++;
    kernel.take(act);
  }

  derive(acts: readonly Act[], numberOf: (actId: string) => number, newcomer?: Act): Kernel {
    this.taken += acts.length;
    const gate: Gates = (name) => {
      const answer = this.asked[name] ?? this.gates(name);
      this.asked[name] = answer;
      return answer;
    };
    return derive(this.procedure, this.opening, acts, gate, numberOf, newcomer);
  }
}

/** What is recorded of the past may newly end the case adversely: never without a person who confirms it. @throws Refusal `confirm` */
export function refuseAdverseEnd({ endings }: Shape, before: Kernel, { ended }: Kernel, confirmed: boolean): void {
  if (ended?.adverse !== true || before.ended?.name === ended.name || confirmed) return;
  const label = endings[ended.name]?.label ?? ended.name;
  throw new Refusal(
    "confirm",
    `Avec cet acte, le dossier aurait pris fin le ${dateInFrench(ended.on)} : ${label}. Une personne confirme cet effet en renvoyant l'acte, confirmé (« confirm »).`,
    { source: endings[ended.name]?.source },
  );
}
