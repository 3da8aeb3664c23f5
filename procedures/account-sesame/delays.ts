import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import * as by from "./sources.js";

export const rulesets = {
  guide: { name: "guide", from: civilDate("2022-12-21"), label: "Guide de la HAS du 21 décembre 2022" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

/** No text states any delay for a Sésame account: the only date is the one that the company itself gives to a delegation. */
export const delays = {
  delegationTerm: {
    label: "Terme que l'entreprise a donné à la délégation",
    bearer: "applicant",
    onExpiry: "lapse",
    rule: { length: days(0), source: by.delegation },
  },
} as const satisfies Delays<keyof typeof rulesets>;
