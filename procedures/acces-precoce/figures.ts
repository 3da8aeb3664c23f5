import type { Figures } from "../figures.js";
import { commonLaw } from "./figures/common-law.js";
import { companies } from "./figures/companies.js";
import { data } from "./figures/data.js";
import { decisions } from "./figures/decisions.js";
import { delays } from "./figures/delays.js";
import { filed, first, others, renewals } from "./figures/metrics.js";
import { requests } from "./figures/requests.js";

/** Domain note, § 9, line by line: the tables of the HAS's report of October 2023. */
export const figures: Figures = {
  title: "Accès précoce des médicaments",
  filed,
  // Requests pending, authorisations that stand.
  standing: [
    ...filed,
    ...first,
    ...renewals,
    ...others,
    "abandoned:pre",
    "abandoned:post",
    "withdrawn-request",
    "authorised",
    "authorised-day",
    "authorisation-over",
    "authorisation-over-day",
  ],
  beside: { procedure: "pre-depot-medicament", metrics: ["filed:meeting"] },
  lines: [...requests, ...decisions, ...delays, ...data, ...commonLaw, ...companies],
};
