import { count, type Figure, share } from "../../figures.js";
import { filed, first, others, renewals } from "./metrics.js";

const group = "Demandes";

/** Requests filed, gone through, abandoned and renewed; the appointments that came before. */
export const requests: readonly Figure[] = [
  count(
    group,
    "filed",
    "Demandes déposées, tous motifs",
    "Demandes dont le jour de dépôt est dans la période",
    ...filed,
  ),
  count(
    group,
    "filed-first-pre",
    "– premières demandes pré-AMM",
    "Par indication, au jour du dépôt",
    "filed:first-pre",
  ),
  count(
    group,
    "filed-first-post",
    "– premières demandes post-AMM",
    "Par indication, au jour du dépôt",
    "filed:first-post",
  ),
  count(group, "filed-renewal", "– renouvellements", "Au jour de la demande", "filed:renewal"),
  count(
    group,
    "filed-other",
    "– continuité de prise en charge et nouvelles données",
    "Une seule catégorie, comme à la figure 2 ; les modifications y sont comptées",
    "filed:new-data",
    "filed:continuity",
    "filed:modification",
  ),
  count(
    group,
    "filed-withdrawal",
    "– demandes de retrait d'une autorisation",
    "Au jour de la demande",
    "filed:withdrawal",
  ),
  {
    id: "growth",
    group,
    label: "Croissance trimestrielle des demandes",
    definition: "Croissance moyenne composée du premier au dernier trimestre entier de la période, tous motifs",
    unit: "growth",
    of({ quarters }) {
      const [first, last] = [quarters[0], quarters.at(-1)];
      if (first === undefined || last === undefined || quarters.length < 2 || first.filed === 0) return null;
      return (last.filed / first.filed) ** (1 / (quarters.length - 1)) - 1;
    },
  },
  {
    id: "renewal-share-last-year",
    group,
    label: "Part des renouvellements dans l'année en cours",
    definition: "Renouvellements sur demandes, déposés dans l'année civile du dernier jour de la période",
    unit: "share",
    of: ({ lastYear }) => share(lastYear.count("filed:renewal"), lastYear.count(...filed)),
  },
  count(
    group,
    "completed",
    "Instructions abouties",
    "Demandes qui ont reçu leur décision, expresse ou tacite, dans la période",
    ...first,
    ...renewals,
    ...others,
  ),
  count(
    group,
    "abandoned",
    "Abandons en cours d'instruction",
    "Demandes réputées abandonnées dans la période ; hors des instructions abouties",
    "abandoned:pre",
    "abandoned:post",
  ),
  count(group, "abandoned-pre", "– pré-AMM", "Selon la situation du médicament à l'abandon", "abandoned:pre"),
  count(group, "abandoned-post", "– post-AMM", "Selon la situation du médicament à l'abandon", "abandoned:post"),
  {
    id: "refiled",
    group,
    label: "– redéposées",
    definition: "Couples médicament et indication abandonnés dont une autre première demande est déposée",
    unit: "count",
    of: ({ upTo }) => upTo.count("refiled"),
  },
  {
    id: "pending",
    group,
    label: "Demandes en cours au dernier jour",
    definition: "Déposées jusqu'au dernier jour, sans décision, ni abandon, ni retrait de la demande",
    unit: "count",
    of: ({ upTo }) =>
      upTo.count(...filed.filter((metric) => metric !== "filed:withdrawal")) -
      upTo.count(...first, ...renewals, ...others, "abandoned:pre", "abandoned:post", "withdrawn-request"),
  },
  count(group, "renewed", "Renouvellements octroyés", "Au jour de la décision", "renewed:pre", "renewed:post"),
  count(group, "renewed-pre", "– pré-AMM", "L'AMM n'était pas obtenue à la décision", "renewed:pre"),
  {
    id: "meetings",
    group,
    label: "Rendez-vous pré-dépôt demandés",
    definition: "Demandés à la HAS et à l'ANSM dans la période ; le rendez-vous est une procédure à part",
    unit: "count",
    of: ({ beside }) => beside.count("filed:meeting"),
    tellsOf: "pre-depot-medicament",
  },
  {
    ...count(
      group,
      "filed-after-meeting",
      "Rendez-vous pré-dépôt suivis d'un dépôt",
      "Premières demandes qui en déclarent un",
      "filed-after-meeting",
    ),
    tellsOf: "pre-depot-medicament",
  },
];
