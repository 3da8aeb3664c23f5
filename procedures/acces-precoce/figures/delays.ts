import { dayNumber } from "../../../law/civil-date.js";
import { count, type Figure, median, shareOf } from "../../figures.js";

const group = "Délais";

/** How long examinations and accesses last. */
export const delays: readonly Figure[] = [
  median(
    group,
    "evaluation",
    "Délai d'évaluation médian, premières demandes",
    "De l'accusé de réception à la décision, toute issue, hors périodes de suspension (réunion des périodes) ; cible : 90 jours",
    "evaluation",
  ),
  shareOf(
    group,
    "parallel-amm-share",
    "Part des demandes pré-AMM avec une demande d'AMM parallèle",
    "Sur les premières demandes pré-AMM déposées",
    ["parallel-amm"],
    ["filed:first-pre"],
  ),
  median(
    group,
    "before-amm",
    "Autorisation avant l'AMM, médiane",
    "De l'octroi pré-AMM à l'AMM, compté le jour de l'AMM",
    "before-amm",
  ),
  count(group, "before-amm-count", "– médicaments qui ont obtenu leur AMM", "AMM obtenue après l'octroi", "before-amm"),
  median(group, "filing-after-amm", "Dépôt post-AMM après l'AMM, médiane", "De l'AMM au dépôt", "filing-after-amm"),
  median(
    group,
    "grant-after-amm",
    "Octroi post-AMM après l'AMM, médiane",
    "De l'AMM à la décision favorable",
    "grant-after-amm",
  ),
  {
    id: "before-listing",
    group,
    label: "Disponibilité avant l'inscription, moyenne",
    definition: "De l'octroi à la publication du tarif, compté le jour de celle-ci",
    unit: "days",
    of: ({ during }) => during.mean("before-listing"),
  },
  {
    id: "still-authorised",
    group,
    label: "Ancienneté moyenne des accès précoces en cours",
    definition:
      "De l'octroi au lendemain du dernier jour de la période, autorisations dont la prise en charge n'a pas cessé",
    unit: "days",
    of({ upTo, to }) {
      const standing = upTo.count("authorised") - upTo.count("authorisation-over");
      if (standing === 0) return null;
      const granted = upTo.count("authorised-day") - upTo.count("authorisation-over-day");
      return dayNumber(to) + 1 - granted / standing;
    },
  },
];
