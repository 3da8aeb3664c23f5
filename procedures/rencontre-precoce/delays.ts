import type { DelaySpec } from "../../case/definition.js";

/** The delays, whatever the ruleset: who bears each, what stops it, what its end does. */
export const delays = {
  minutes: {
    label: "Compte rendu du demandeur",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["HAS"],
    reminders: [3, 1],
    roll: "next",
  },
  amendedMinutes: {
    label: "Retour du compte rendu par la HAS",
    bearer: "HAS",
    onExpiry: "overrun",
    tells: ["applicant"],
    reminders: [3],
  },
} as const satisfies Readonly<Record<string, DelaySpec>>;
