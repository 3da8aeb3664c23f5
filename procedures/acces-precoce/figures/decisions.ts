import { count, type Figure, shareOf } from "../../figures.js";
import { decided, first, renewals } from "./metrics.js";

const group = "Décisions sur les premières demandes";

/** Decisions on first requests: what they say, who was heard, which criterion was missing. */
export const decisions: readonly Figure[] = [
  count(
    group,
    "decided",
    "Décisions, premières demandes et renouvellements",
    "Au jour de la décision",
    ...first,
    ...renewals,
  ),
  count(
    group,
    "contributed",
    "– avec au moins une contribution écrite d'association",
    "Une contribution compte une fois par décision",
    "contributed:first",
    "contributed:renewal",
  ),
  shareOf(
    group,
    "contributed-first-share",
    "– part des premières demandes avec contribution",
    "Sur les décisions de premières demandes",
    ["contributed:first"],
    first,
  ),
  count(
    group,
    "heard",
    "– avec au moins une audition par la CT",
    "Une audition compte une fois par décision",
    "heard:first",
    "heard:renewal",
  ),
  count(group, "decided-first", "Décisions sur les premières demandes", "Au jour de la décision", ...first),
  count(group, "decided-first-pre", "– pré-AMM", "Selon le motif du dépôt", ...decided("first-pre")),
  count(group, "decided-first-post", "– post-AMM", "Selon le motif du dépôt", ...decided("first-post")),
  count(
    group,
    "granted",
    "Autorisations octroyées",
    "Octrois, exprès ou tacites",
    "decided:first-pre:granted",
    "decided:first-post:granted",
  ),
  shareOf(
    group,
    "granted-share",
    "– part des décisions",
    "Sur les décisions rendues, non sur les demandes",
    ["decided:first-pre:granted", "decided:first-post:granted"],
    first,
  ),
  count(group, "granted-pre", "– pré-AMM", "Selon le motif du dépôt", "decided:first-pre:granted"),
  count(group, "granted-post", "– post-AMM", "Selon le motif du dépôt", "decided:first-post:granted"),
  count(
    group,
    "refused",
    "Refus",
    "Refus, exprès ou tacites",
    "decided:first-pre:refused",
    "decided:first-post:refused",
  ),
  count(group, "refused-pre", "– pré-AMM", "Selon le motif du dépôt", "decided:first-pre:refused"),
  count(group, "refused-post", "– post-AMM", "Selon le motif du dépôt", "decided:first-post:refused"),
  ...(
    [
      ["serious-disease", "maladie grave, rare ou invalidante"],
      ["no-appropriate-treatment", "absence de traitement approprié"],
      ["cannot-be-deferred", "impossibilité de différer"],
      ["presumed-innovation", "caractère présumé innovant"],
      ["strong-presumption", "forte présomption d'efficacité et de sécurité (ANSM)"],
    ] as const
  ).map(([criterion, name]) => ({
    ...count(
      group,
      `criterion-${criterion}`,
      `– critère non rempli : ${name}`,
      "Plusieurs critères par refus",
      `criterion:${criterion}`,
    ),
    chart: { title: "Critères non remplis dans les refus", unit: "Refus", name },
  })),
  shareOf(
    group,
    "oncology-share",
    "Part de l'oncologie-hématologie",
    "Sur les décisions de premières demandes",
    ["area:oncology-haematology"],
    first,
  ),
];
