/** R. 162-113, II: what an earlier decision forbids to grant again. It forbids no filing. */
import type { Filing } from "./bodies.js";

type Criterion = NonNullable<NonNullable<Filing["precedents"]>[number]["criteria"]>[number];

/** The conditions of L. 162-1-23, II, as R. 162-113, I specifies them, but for the studies in progress (I, 2°), which don't bar. */
const barring: ReadonlySet<string> = new Set([
  "ce-marking",
  "presumed-innovation",
  "simple-technical-evolution",
  "data-protection",
  "interoperability-security",
  "data-export",
  "hosting",
  "quality-of-care",
] satisfies Criterion[]);

/**
 * II, 2°. Does a refusal on these grounds bar the indication for good? A measure lifted, an exploitant corrected or a cumulation
 * that is over may be asked for again; a refusal whose grounds aren't known proves no criterion.
 */
export const barForGood = (grounds: readonly string[]): boolean => grounds.some((ground) => barring.has(ground));

/** II, 1° and 2°: the earlier decision that stands in the way of an indication, if there is one. */
export function bar(filing: Filing, indication: string): { readonly case: string; readonly why: string } | undefined {
  for (const precedent of filing.precedents ?? []) {
    if (precedent.indication !== indication) continue;
    if (precedent.outcome === "granted")
      return { case: precedent.case, why: "a déjà fait l'objet d'une prise en charge anticipée" };
    if (barForGood(precedent.criteria ?? []))
      return { case: precedent.case, why: "a été refusée sur un autre critère que les études en cours" };
  }
  return undefined;
}
