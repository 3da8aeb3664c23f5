import type { DelaySpec } from "../../case/definition.js";

/** The delays, whatever the ruleset: who bears each, what stops it, what its end does. */
export const delays = {
  delegationTerm: {
    label: "Terme que l'entreprise a donné à la délégation",
    bearer: "applicant",
    onExpiry: "lapse",
  },
} as const satisfies Readonly<Record<string, DelaySpec>>;
