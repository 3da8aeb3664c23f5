import type { DelaySpec } from "../../case/definition.js";

/** The delays, whatever the ruleset: who bears each, what stops it, what its end does. */
export const delays = {
  accountOpening: {
    label: "Ouverture du compte Convergence",
    bearer: "ANS",
    onExpiry: "overrun",
    tells: ["applicant"],
  },
} as const satisfies Readonly<Record<string, DelaySpec>>;
