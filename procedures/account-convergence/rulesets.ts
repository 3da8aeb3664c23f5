import type { Ruleset } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, workingDays } from "../../law/delay.js";
import * as by from "./sources.js";

/** Reading C12: "3 jours" are a service target, counted in working days; the calendar reading is shown beside it. */
export const rulesets: readonly Ruleset<"accountOpening">[] = [
  {
    name: "parcours",
    from: civilDate("2023-04-01"),
    label: "Parcours officiel (G_NIUS, ANS)",
    delays: {
      accountOpening: {
        length: workingDays(3),
        source: by.opening,
        otherwise: [
          { length: days(3), note: "en jours calendaires", source: by.opening },
          { note: by.c12.quote ?? "", source: by.c12 },
        ],
      },
    },
  },
];
