import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, workingDays } from "../../law/delay.js";
import * as by from "./sources.js";

export const rulesets = {
  parcours: { name: "parcours", from: civilDate("2023-04-01"), label: "Parcours officiel (G_NIUS, ANS)" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

export const delays = {
  accountOpening: {
    label: "Ouverture du compte Convergence",
    bearer: "ANS",
    onExpiry: "overrun",
    tells: ["applicant"],
    // Reading C12: "3 jours" are a service target, counted in working days; the calendar reading is shown beside it.
    rule: {
      length: workingDays(3),
      source: by.opening,
      otherwise: [
        { length: days(3), note: "en jours calendaires", source: by.opening },
        { note: by.c12.quote ?? "", source: by.c12 },
      ],
    },
  },
} as const satisfies Delays<keyof typeof rulesets>;
