import { count, type Figures, median, shareOf } from "../figures.js";

const decided = ["decided:first:granted", "decided:first:refused"];

/** What compares from one procedure to the other, by the same code. */
export const figures: Figures = {
  title: "Prise en charge anticipée numérique",
  filed: ["filed:first"],
  standing: [],
  lines: [
    count("Demandes", "filed", "Demandes déposées", "Par indication, au jour du dépôt", "filed:first"),
    count(
      "Décisions sur les premières demandes",
      "decided-first",
      "Décisions",
      "Par indication, au jour de la notification",
      ...decided,
    ),
    count(
      "Décisions sur les premières demandes",
      "granted",
      "Prises en charge accordées",
      "Par indication",
      "decided:first:granted",
    ),
    shareOf(
      "Décisions sur les premières demandes",
      "granted-share",
      "– part des décisions",
      "Sur les décisions rendues",
      ["decided:first:granted"],
      decided,
    ),
    count("Demandes", "abandoned", "Abandons", "Hors des décisions", "abandoned:first"),
    median(
      "Délais",
      "evaluation",
      "Délai médian, de l'accusé de réception à la décision",
      "Hors périodes de suspension (réunion des périodes), dossiers décidés",
      "evaluation",
    ),
    {
      id: "laboratories",
      group: "Exploitants",
      label: "Exploitants ayant déposé une demande",
      definition: "SIRET distincts, au jour du dépôt",
      unit: "count",
      of: ({ during }) => during.distinct(...during.metrics("laboratory:")),
    },
  ],
};
