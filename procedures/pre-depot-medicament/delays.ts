import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";

/** In force with the accès précoce, on 1 July 2021. */
export const rulesets = {
  guide: { name: "guide", from: civilDate("2021-07-01"), label: "Accès précoce (HAS, ANSM)" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

/** No text states any delay for these appointments: none is invented. */
export const delays = {} as const satisfies Delays<keyof typeof rulesets>;
