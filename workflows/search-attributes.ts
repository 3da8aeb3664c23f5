import { defineSearchAttributeKey } from "@temporalio/common";

/** The search attributes of a case. No personal data and no product name in any of them. */
export const searchAttributes = {
  procedure: defineSearchAttributeKey("Procedure", "KEYWORD"),
  phase: defineSearchAttributeKey("Phase", "KEYWORD"),
  whoseMove: defineSearchAttributeKey("WhoseMove", "KEYWORD_LIST"),
  nextDueOn: defineSearchAttributeKey("NextDueOn", "KEYWORD"),
  ruleset: defineSearchAttributeKey("Ruleset", "KEYWORD"),
} as const;
