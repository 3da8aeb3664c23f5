import type { Ruleset } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import * as by from "./sources.js";

/** Reading C13: the guide says two, a more recent FAQ gives no number. */
export const managersAtMost = 2;

/** No text states any delay for a Sésame account: the only date is the one that the company itself gives to a delegation. */
export const rulesets: readonly Ruleset<"delegationTerm">[] = [
  {
    name: "guide",
    from: civilDate("2022-12-21"),
    label: "Guide de la HAS du 21 décembre 2022",
    delays: { delegationTerm: { length: days(0), source: by.delegation } },
  },
];
