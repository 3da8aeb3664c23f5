import type { EarlierCase, Frozen } from "../frozen.js";
import { excludedExperts } from "../rencontre-precoce/outcome.js";
import type { Filing } from "./bodies.js";

type Precedent = NonNullable<Filing["precedents"]>[number];

/** As bursts write it: the outcome's name, and its facts beside it. */
interface Outcome {
  readonly outcome?: unknown;
  readonly criteria?: unknown;
}

/** An indication that was refused stays refused; any other outcome that isn't a desertion followed a grant. */
function senseOf(outcome: string): Precedent["outcome"] | null {
  if (outcome === "refused") return "refused";
  const deserted = ["withdrawn", "deemedAbandoned", "consideredAbandoned"];
  return deserted.includes(outcome) ? null : "granted";
}

/** R. 162-113, II: the indications that earlier PECAN of the product have settled. */
export function precedents(earlier: readonly EarlierCase[]): Precedent[] {
  return earlier
    .filter(({ procedure }) => procedure === "pecan")
    .flatMap(({ case: number, ending, indications }) =>
      indications.flatMap(({ id, open, outcome }): Precedent[] => {
        // An indication without an outcome of its own ended with its case.
        const told = (outcome ?? { outcome: ending }) as Outcome;
        const sense = !open && typeof told.outcome === "string" ? senseOf(told.outcome) : null;
        if (sense === null) return [];
        const { criteria } = told;
        return [
          {
            case: number,
            indication: id,
            outcome: sense,
            ...(Array.isArray(criteria) && criteria.length > 0 && { criteria: criteria as Precedent["criteria"] }),
          },
        ];
      }),
    );
}

/** What a PECAN knows of the product's earlier cases. */
export const frozen: Frozen = {
  precedents: { freeze: precedents },
  excludedExperts: {
    freeze: (earlier) => excludedExperts(earlier.flatMap(({ view }) => view ?? [])),
    // The expert's interest follows the product, whoever has it now (E47, E70).
    everyCompany: true,
    tellsOf: "rencontre-precoce",
  },
};
