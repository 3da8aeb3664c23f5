import { defineSearchAttributeKey, type SearchAttributePair, type SearchAttributeUpdatePair } from "@temporalio/common";
import { type CaseView, nextDueOn } from "../case/view.js";

/**
 * The search attributes of a case: what operators filter by in the Web UI. No personal data and no product name in any of
 * them, and no reserved word of the query language (`Procedure` is one) as a name.
 */
export const searchAttributes = {
  procedure: defineSearchAttributeKey("CaseProcedure", "KEYWORD"),
  phase: defineSearchAttributeKey("Phase", "KEYWORD"),
  whoseMove: defineSearchAttributeKey("WhoseMove", "KEYWORD_LIST"),
  nextDueOn: defineSearchAttributeKey("NextDueOn", "KEYWORD"),
  ruleset: defineSearchAttributeKey("Ruleset", "KEYWORD"),
} as const;

/** The values of a case's search attributes; null removes one. Parties in one order: only another set of them is a change. */
export function attributesOf(view: CaseView): SearchAttributeUpdatePair[] {
  const concluded = view.status === "concluded";
  return [
    { key: searchAttributes.procedure, value: view.procedure },
    { key: searchAttributes.phase, value: concluded ? (view.ending?.name ?? null) : view.phase },
    { key: searchAttributes.whoseMove, value: [...view.whoseMove].sort() },
    { key: searchAttributes.nextDueOn, value: nextDueOn(view.clocks) },
    { key: searchAttributes.ruleset, value: view.ruleset },
  ];
}

/** Those of a run that starts: what has no value isn't set. */
export const attributesAtStart = (view: CaseView): SearchAttributePair[] =>
  attributesOf(view).filter((pair): pair is SearchAttributePair => pair.value !== null);
