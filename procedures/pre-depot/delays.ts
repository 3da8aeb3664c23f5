import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";

export const rulesets = {
  parcours: { name: "parcours", from: civilDate("2023-04-01"), label: "Parcours officiel (G_NIUS, HAS)" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

/** No text states any delay for these appointments: none is invented. */
export const delays = {} as const satisfies Delays<keyof typeof rulesets>;
