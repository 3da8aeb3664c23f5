import type { Precedent } from "../../register/register.js";

/** A settled indication of an earlier case, as a filing freezes it. */
export interface FrozenPrecedent {
  readonly case: string;
  readonly indication: string;
  readonly outcome: "granted" | "refused";
  readonly criteria?: readonly string[];
}

/** As bursts write it: the outcome's name, and its facts beside it. */
interface Outcome {
  readonly outcome?: unknown;
  readonly criteria?: unknown;
}

/** An indication that was refused stays refused; any other outcome that isn't a desertion followed a grant. */
function senseOf(outcome: string): "granted" | "refused" | null {
  if (outcome === "refused") return "refused";
  const deserted = ["withdrawn", "deemedAbandoned", "consideredAbandoned"];
  return deserted.includes(outcome) ? null : "granted";
}

/** What a story needs to know of the earlier cases: frozen into the filing, so that it never asks again. */
export function frozenPrecedents(precedents: readonly Precedent[]): FrozenPrecedent[] {
  return precedents.flatMap((earlier) =>
    earlier.indications.flatMap(({ id, outcome }): FrozenPrecedent[] => {
      // An indication without an outcome of its own ended with its case.
      const told = (outcome ?? { outcome: earlier.ending }) as Outcome;
      const sense = typeof told.outcome === "string" ? senseOf(told.outcome) : null;
      if (sense === null) return [];
      const { criteria } = told;
      return [
        {
          case: earlier.case,
          indication: id,
          outcome: sense,
          ...(Array.isArray(criteria) && criteria.length > 0 && { criteria: criteria as string[] }),
        },
      ];
    }),
  );
}
