import type { Ruleset } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import * as by from "./sources.js";

/** The guide of 21 December 2022 states two delays, and gives no effect to the end of either. */
export const rulesets: readonly Ruleset<"minutes" | "amendedMinutes">[] = [
  {
    name: "guide",
    from: civilDate("2022-12-21"),
    label: "Guide de la HAS du 21 décembre 2022",
    delays: {
      minutes: { length: days(10), source: by.minutes },
      amendedMinutes: { length: days(10), source: by.amendedMinutes },
    },
  },
];
