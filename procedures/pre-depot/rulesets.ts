import type { Ruleset } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";

/** No text states any delay for these appointments: none is invented. */
export const rulesets: readonly Ruleset<never>[] = [
  {
    name: "parcours",
    from: civilDate("2023-04-01"),
    label: "Parcours officiel (G_NIUS, HAS)",
    delays: {},
  },
];
