import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import * as by from "./sources.js";

export const rulesets = {
  guide: { name: "guide", from: civilDate("2022-12-21"), label: "Guide de la HAS du 21 décembre 2022" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

/** The guide of 21 December 2022 states two delays, and gives no effect to the end of either. */
export const delays = {
  minutes: {
    label: "Compte rendu du demandeur",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["HAS"],
    reminders: [3, 1],
    roll: "next",
    rule: { length: days(10), source: by.minutes },
  },
  amendedMinutes: {
    label: "Retour du compte rendu par la HAS",
    bearer: "HAS",
    onExpiry: "overrun",
    tells: ["applicant"],
    reminders: [3],
    rule: { length: days(10), source: by.amendedMinutes },
  },
} as const satisfies Delays<keyof typeof rulesets>;
