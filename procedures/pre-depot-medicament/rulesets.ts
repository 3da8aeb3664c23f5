import type { Ruleset } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";

/** No text states any delay for these appointments: none is invented. In force with the accès précoce, on 1 July 2021. */
export const rulesets: readonly Ruleset<never>[] = [
  {
    name: "guide",
    from: civilDate("2021-07-01"),
    label: "Accès précoce (HAS, ANSM)",
    delays: {},
  },
];
