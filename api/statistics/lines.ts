import { type CivilDate, dayNumber } from "../../law/civil-date.js";
import type { Counts } from "./counts.js";

/** What the lines of a table are computed from. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Facts of the period. */
  readonly during: Counts;
  /** Facts since the beginning, to the last day of the period. */
  readonly upTo: Counts;
  /** Facts of the period in the calendar year of its last day. */
  readonly lastYear: Counts;
  /** Products abandoned up to the last day, of which another first request was filed. */
  readonly refiled: number;
  /** Rendez-vous asked for before a filing. */
  readonly meetings: number;
  /** Requests filed in each quarter of the period, all motives, in order. */
  readonly quarters: readonly { readonly quarter: string; readonly filed: number }[];
}

export type Unit = "count" | "share" | "days" | "growth";

/** A metric with its written definition. */
export interface LineSpec {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly definition: string;
  readonly unit: Unit;
  of(period: Period): number | null;
  /** Where the HAS's own report is inconsistent: told beside the figure, never corrected. */
  readonly flag?: string;
  /** A confidential procedure of which the figure tells something: those who don't know of it aren't told. */
  readonly tellsOf?: string;
}

export interface Line extends Omit<LineSpec, "of" | "tellsOf"> {
  readonly value: number | null;
}

export const FILED = [
  "first",
  "first-pre",
  "first-post",
  "renewal",
  "new-data",
  "continuity",
  "modification",
  "withdrawal",
].map((motive) => `filed:${motive}`);
const decided = (motive: string) => [`decided:${motive}:granted`, `decided:${motive}:refused`];
const FIRST = [...decided("first-pre"), ...decided("first-post")];
const RENEWED = decided("renewal");
const OTHER = ["new-data", "continuity", "modification"].flatMap(decided);
/** What is counted since the beginning: requests pending, authorisations that stand, products filed again. */
export const STANDING = [
  ...FILED,
  ...FIRST,
  ...RENEWED,
  ...OTHER,
  "abandoned:pre",
  "abandoned:post",
  "withdrawn-request",
  "authorised",
  "authorised-day",
  "authorisation-over",
  "authorisation-over-day",
  "refiled",
];
const CLASSES = ["over-100-million", "10-to-100-million", "under-10-million", "unknown"];

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const count = (group: string, id: string, label: string, definition: string, ...metrics: string[]): LineSpec => ({
  id,
  group,
  label,
  definition,
  unit: "count",
  of: ({ during }) => during.count(...metrics),
});

const shareOf = (
  group: string,
  id: string,
  label: string,
  definition: string,
  part: readonly string[],
  whole: readonly string[],
): LineSpec => ({
  id,
  group,
  label,
  definition,
  unit: "share",
  of: ({ during }) => share(during.count(...part), during.count(...whole)),
});

const median = (group: string, id: string, label: string, definition: string, metric: string): LineSpec => ({
  id,
  group,
  label,
  definition,
  unit: "days",
  of: ({ during }) => during.median(metric),
});

const C15 =
  "C15 : le rapport compte 39 PUT-RD pré-AMM pour 38 autorisations pré-AMM octroyées. Les deux sont reproduits, aucun n'est corrigé.";
const C16 =
  "C16 : le rapport publie « 80 % » pour 11 avis ; aucun entier ne donne 80 %. Le dénominateur (tous les médicaments évalués) n'est pas dans les dossiers : seul le numérateur se compte.";

const requests = "Demandes";
const decisions = "Décisions sur les premières demandes";
const delays = "Délais";
const data = "Recueil de données";
const commonLaw = "Droit commun";
const companies = "Laboratoires";

/** `domain.md` §9, line by line: the tables of the HAS's report of October 2023. */
export const accesPrecoceLines: readonly LineSpec[] = [
  count(
    requests,
    "filed",
    "Demandes déposées, tous motifs",
    "Demandes dont le jour de dépôt est dans la période",
    ...FILED,
  ),
  count(
    requests,
    "filed-first-pre",
    "– premières demandes pré-AMM",
    "Par indication, au jour du dépôt",
    "filed:first-pre",
  ),
  count(
    requests,
    "filed-first-post",
    "– premières demandes post-AMM",
    "Par indication, au jour du dépôt",
    "filed:first-post",
  ),
  count(requests, "filed-renewal", "– renouvellements", "Au jour de la demande", "filed:renewal"),
  count(
    requests,
    "filed-other",
    "– continuité de prise en charge et nouvelles données",
    "Une seule catégorie, comme à la figure 2 ; les modifications y sont comptées",
    "filed:new-data",
    "filed:continuity",
    "filed:modification",
  ),
  count(
    requests,
    "filed-withdrawal",
    "– demandes de retrait d'une autorisation",
    "Au jour de la demande",
    "filed:withdrawal",
  ),
  {
    id: "growth",
    group: requests,
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
    group: requests,
    label: "Part des renouvellements dans l'année en cours",
    definition: "Renouvellements sur demandes, déposés dans l'année civile du dernier jour de la période",
    unit: "share",
    of: ({ lastYear }) => share(lastYear.count("filed:renewal"), lastYear.count(...FILED)),
  },
  count(
    requests,
    "completed",
    "Instructions abouties",
    "Demandes qui ont reçu leur décision, expresse ou tacite, dans la période",
    ...FIRST,
    ...RENEWED,
    ...OTHER,
  ),
  count(
    requests,
    "abandoned",
    "Abandons en cours d'instruction",
    "Demandes réputées abandonnées dans la période ; hors des instructions abouties",
    "abandoned:pre",
    "abandoned:post",
  ),
  count(requests, "abandoned-pre", "– pré-AMM", "Selon la situation du médicament à l'abandon", "abandoned:pre"),
  count(requests, "abandoned-post", "– post-AMM", "Selon la situation du médicament à l'abandon", "abandoned:post"),
  {
    id: "refiled",
    group: requests,
    label: "– redéposées",
    definition: "Couples médicament et indication abandonnés dont une autre première demande est déposée",
    unit: "count",
    of: ({ refiled }) => refiled,
  },
  {
    id: "pending",
    group: requests,
    label: "Demandes en cours au dernier jour",
    definition: "Déposées jusqu'au dernier jour, sans décision, ni abandon, ni retrait de la demande",
    unit: "count",
    of: ({ upTo }) =>
      upTo.count(...FILED.filter((metric) => metric !== "filed:withdrawal")) -
      upTo.count(...FIRST, ...RENEWED, ...OTHER, "abandoned:pre", "abandoned:post", "withdrawn-request"),
  },
  count(requests, "renewed", "Renouvellements octroyés", "Au jour de la décision", "renewed:pre", "renewed:post"),
  count(requests, "renewed-pre", "– pré-AMM", "L'AMM n'était pas obtenue à la décision", "renewed:pre"),
  {
    id: "meetings",
    group: requests,
    label: "Rendez-vous pré-dépôt demandés",
    definition: "Demandés à la HAS et à l'ANSM dans la période ; le rendez-vous est une procédure à part",
    unit: "count",
    of: ({ meetings }) => meetings,
    tellsOf: "pre-depot-medicament",
  },
  {
    ...count(
      requests,
      "filed-after-meeting",
      "Rendez-vous pré-dépôt suivis d'un dépôt",
      "Premières demandes qui en déclarent un",
      "filed-after-meeting",
    ),
    tellsOf: "pre-depot-medicament",
  },

  count(
    decisions,
    "decided",
    "Décisions, premières demandes et renouvellements",
    "Au jour de la décision",
    ...FIRST,
    ...RENEWED,
  ),
  count(
    decisions,
    "contributed",
    "– avec au moins une contribution écrite d'association",
    "Une contribution compte une fois par décision",
    "contributed:first",
    "contributed:renewal",
  ),
  shareOf(
    decisions,
    "contributed-first-share",
    "– part des premières demandes avec contribution",
    "Sur les décisions de premières demandes",
    ["contributed:first"],
    FIRST,
  ),
  count(
    decisions,
    "heard",
    "– avec au moins une audition par la CT",
    "Une audition compte une fois par décision",
    "heard:first",
    "heard:renewal",
  ),
  count(decisions, "decided-first", "Décisions sur les premières demandes", "Au jour de la décision", ...FIRST),
  count(decisions, "decided-first-pre", "– pré-AMM", "Selon le motif du dépôt", ...decided("first-pre")),
  count(decisions, "decided-first-post", "– post-AMM", "Selon le motif du dépôt", ...decided("first-post")),
  count(
    decisions,
    "granted",
    "Autorisations octroyées",
    "Octrois, exprès ou tacites",
    "decided:first-pre:granted",
    "decided:first-post:granted",
  ),
  shareOf(
    decisions,
    "granted-share",
    "– part des décisions",
    "Sur les décisions rendues, non sur les demandes",
    ["decided:first-pre:granted", "decided:first-post:granted"],
    FIRST,
  ),
  count(decisions, "granted-pre", "– pré-AMM", "Selon le motif du dépôt", "decided:first-pre:granted"),
  count(decisions, "granted-post", "– post-AMM", "Selon le motif du dépôt", "decided:first-post:granted"),
  count(
    decisions,
    "refused",
    "Refus",
    "Refus, exprès ou tacites",
    "decided:first-pre:refused",
    "decided:first-post:refused",
  ),
  count(decisions, "refused-pre", "– pré-AMM", "Selon le motif du dépôt", "decided:first-pre:refused"),
  count(decisions, "refused-post", "– post-AMM", "Selon le motif du dépôt", "decided:first-post:refused"),
  ...(
    [
      ["serious-disease", "maladie grave, rare ou invalidante"],
      ["no-appropriate-treatment", "absence de traitement approprié"],
      ["cannot-be-deferred", "impossibilité de différer"],
      ["presumed-innovation", "caractère présumé innovant"],
      ["strong-presumption", "forte présomption d'efficacité et de sécurité (ANSM)"],
    ] as const
  ).map(([criterion, label]) =>
    count(
      decisions,
      `criterion-${criterion}`,
      `– critère non rempli : ${label}`,
      "Plusieurs critères par refus",
      `criterion:${criterion}`,
    ),
  ),
  shareOf(
    decisions,
    "oncology-share",
    "Part de l'oncologie-hématologie",
    "Sur les décisions de premières demandes",
    ["area:oncology-haematology"],
    FIRST,
  ),

  median(
    delays,
    "evaluation",
    "Délai d'évaluation médian, premières demandes",
    "De l'accusé de réception à la décision, toute issue, hors périodes de suspension (réunion des périodes) ; cible : 90 jours",
    "evaluation",
  ),
  shareOf(
    delays,
    "parallel-amm-share",
    "Part des demandes pré-AMM avec une demande d'AMM parallèle",
    "Sur les premières demandes pré-AMM déposées",
    ["parallel-amm"],
    ["filed:first-pre"],
  ),
  median(
    delays,
    "before-amm",
    "Autorisation avant l'AMM, médiane",
    "De l'octroi pré-AMM à l'AMM, compté le jour de l'AMM",
    "before-amm",
  ),
  count(
    delays,
    "before-amm-count",
    "– médicaments qui ont obtenu leur AMM",
    "AMM obtenue après l'octroi",
    "before-amm",
  ),
  median(delays, "filing-after-amm", "Dépôt post-AMM après l'AMM, médiane", "De l'AMM au dépôt", "filing-after-amm"),
  median(
    delays,
    "grant-after-amm",
    "Octroi post-AMM après l'AMM, médiane",
    "De l'AMM à la décision favorable",
    "grant-after-amm",
  ),
  {
    id: "before-listing",
    group: delays,
    label: "Disponibilité avant l'inscription, moyenne",
    definition: "De l'octroi à la publication du tarif, compté le jour de celle-ci",
    unit: "days",
    of: ({ during }) => during.mean("before-listing"),
  },
  {
    id: "still-authorised",
    group: delays,
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

  {
    id: "patients",
    group: data,
    label: "Patients déclarés",
    definition: "Somme des patients des rapports de synthèse reçus dans la période",
    unit: "count",
    of: ({ during }) => during.count("patients"),
  },
  {
    ...count(
      data,
      "protocols",
      "PUT-RD validés et publiés",
      "Au jour de la publication",
      "protocol:pre",
      "protocol:post",
    ),
    flag: C15,
  },
  { ...count(data, "protocols-pre", "– pré-AMM", "Selon le motif de la première demande", "protocol:pre"), flag: C15 },
  count(
    data,
    "collection-forms",
    "– efficacité par fiches de suivi",
    "Mode déclaré à la publication",
    "collection:follow-up-forms",
  ),
  count(
    data,
    "collection-pro",
    "– avec auto-questionnaire du patient",
    "Mode déclaré à la publication",
    "collection:patient-reported-outcome",
  ),
  count(data, "collection-registry", "– adossés à un registre", "Mode déclaré à la publication", "collection:registry"),
  count(data, "collection-bamara", "– via BaMaRa", "Mode déclaré à la publication", "collection:bamara"),
  count(data, "reports", "Rapports de synthèse reçus", "Au jour de la réception", "report"),

  ...commonLawLines(),

  {
    id: "laboratories",
    group: companies,
    label: "Laboratoires ayant déposé une première demande",
    definition: "SIRET distincts, au jour du dépôt",
    unit: "count",
    of: ({ during }) => during.distinct(...during.metrics("laboratory:")),
  },
  laboratoryShare("over-100-million", "– chiffre d'affaires remboursable de plus de 100 M€", ["over-100-million"]),
  laboratoryShare("under-10-million", "– de moins de 10 M€", ["under-10-million"]),
  laboratoryShare("under-10-or-unknown", "– de moins de 10 M€ ou non connu", ["under-10-million", "unknown"]),
];

function laboratoryShare(id: string, label: string, classes: readonly string[]): LineSpec {
  return {
    id: `laboratories-${id}`,
    group: companies,
    label,
    definition: "Sur les laboratoires distincts",
    unit: "share",
    of: ({ during }) =>
      share(
        during.distinct(...classes.map((each) => `laboratory:${each}`)),
        during.distinct(...CLASSES.map((each) => `laboratory:${each}`)),
      ),
  };
}

function commonLawLines(): LineSpec[] {
  const after = (outcome: "granted" | "refused", ...classes: string[]) =>
    classes.map((each) => `common-law:${outcome}:${each}`);
  const all = ["insufficient", "I", "II", "III", "IV", "V"];
  const definition = "Premier avis de droit commun, compté quand la décision et l'avis sont connus";
  return [
    count(
      commonLaw,
      "common-law",
      "Médicaments aussi évalués en droit commun",
      definition,
      ...after("granted", ...all),
      ...after("refused", ...all),
    ),
    count(commonLaw, "common-law-granted", "– accès précoce octroyé", definition, ...after("granted", ...all)),
    count(commonLaw, "common-law-granted-I-III", "–– ASMR I à III", definition, ...after("granted", "I", "II", "III")),
    count(commonLaw, "common-law-granted-IV", "–– ASMR IV", definition, ...after("granted", "IV")),
    count(commonLaw, "common-law-granted-V", "–– ASMR V", definition, ...after("granted", "V")),
    count(
      commonLaw,
      "common-law-granted-insufficient",
      "–– SMR insuffisant",
      definition,
      ...after("granted", "insufficient"),
    ),
    count(commonLaw, "bet-unsettled", "–– « pari » non levé", "ASMR V avec réévaluation programmée", "bet-unsettled"),
    count(commonLaw, "common-law-refused", "– accès précoce refusé", definition, ...after("refused", ...all)),
    count(
      commonLaw,
      "common-law-refused-insufficient",
      "–– SMR insuffisant",
      definition,
      ...after("refused", "insufficient"),
    ),
    count(commonLaw, "common-law-refused-IV", "–– ASMR IV", definition, ...after("refused", "IV")),
    count(commonLaw, "common-law-refused-V", "–– ASMR V", definition, ...after("refused", "V")),
    {
      id: "innovative-in-access-last-year",
      group: commonLaw,
      label: "ASMR I à III de l'année en cours déjà en accès précoce",
      definition: "Avis rendus dans l'année civile du dernier jour sur un accès précoce octroyé (numérateur seul)",
      unit: "count",
      of: ({ lastYear }) => lastYear.count(...after("granted", "I", "II", "III")),
      flag: C16,
    },
  ];
}

/** What compares from one procedure to the other, by the same code. */
export const pecanLines: readonly LineSpec[] = [
  count(requests, "filed", "Demandes déposées", "Par indication, au jour du dépôt", "filed:first"),
  count(decisions, "decided-first", "Décisions", "Par indication, au jour de la notification", ...decided("first")),
  count(decisions, "granted", "Prises en charge accordées", "Par indication", "decided:first:granted"),
  shareOf(
    decisions,
    "granted-share",
    "– part des décisions",
    "Sur les décisions rendues",
    ["decided:first:granted"],
    decided("first"),
  ),
  count(requests, "abandoned", "Abandons", "Hors des décisions", "abandoned:first"),
  median(
    delays,
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
];

/** Days by the set of parties that had the move: they add up to the days elapsed. */
export function moveDays({ during }: Pick<Period, "during">): { readonly parties: string; readonly days: number }[] {
  return during
    .metrics("move:")
    .map((metric) => ({ parties: metric.slice("move:".length), days: during.count(metric) }))
    .sort((a, b) => b.days - a.days);
}

export function linesOf(
  specs: readonly LineSpec[],
  period: Period,
  knows: (procedure: string) => boolean = () => true,
): Line[] {
  return specs
    .filter(({ tellsOf }) => tellsOf === undefined || knows(tellsOf))
    .map(({ of, tellsOf: _, ...spec }) => ({ ...spec, value: of(period) }));
}
