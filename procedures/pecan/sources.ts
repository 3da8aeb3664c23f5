/** The texts of the PECAN, each with the version that was read and the words relied upon. */
import { crpa, css, guide, parcours, reading } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";

const since = (day: string) => civilDate(day);

/** L. 162-1-23 */
const coveredEarlyArticle = {
  legiarti: "LEGIARTI000048703007",
  inForceSince: since("2024-01-01"),
  earlier: [{ legiarti: "LEGIARTI000044577372", inForceSince: since("2021-12-25") }],
};
/** R. 162-113 */
const conditionsArticle = {
  legiarti: "LEGIARTI000050942692",
  inForceSince: since("2025-01-01"),
  earlier: [{ legiarti: "LEGIARTI000047382392", inForceSince: since("2023-04-01") }],
};
/** R. 162-116 */
const decisionsArticle = {
  legiarti: "LEGIARTI000053185289",
  inForceSince: since("2026-01-01"),
  earlier: [
    { legiarti: "LEGIARTI000050420802", inForceSince: since("2024-11-01") },
    { legiarti: "LEGIARTI000047382403", inForceSince: since("2023-04-01") },
  ],
};

export const pecanLaw = css("L. 162-1-23", coveredEarlyArticle);
export const coverageLaw = css("L. 162-1-23, I", {
  ...coveredEarlyArticle,
  quote: "pour une durée limitée à un an, non renouvelable",
});
export const conditionsLaw = css("L. 162-1-23, II", {
  ...coveredEarlyArticle,
  quote: "lorsque les conditions suivantes sont remplies",
});
export const listingDutyLaw = css("L. 162-1-23, VI, 1°", {
  ...coveredEarlyArticle,
  quote: "dans des délais respectifs de six mois et neuf mois à compter de la décision de prise en charge anticipée",
});
export const continuityLaw = css("L. 162-1-23, VI, 2°, b", {
  ...coveredEarlyArticle,
  quote: "Pendant une durée d'au moins six mois à compter de l'arrêt de cette prise en charge",
});
export const shortContinuityLaw = css("L. 162-1-23, VI, 2°, b", {
  ...coveredEarlyArticle,
  quote:
    "Ce délai est ramené à quarante-cinq jours lorsque l'indication concernée fait l'objet d'un refus de prise en charge",
});
export const dutiesLiftedLaw = css("L. 162-1-23, VI, dernier al.", {
  ...coveredEarlyArticle,
  quote: "Les engagements mentionnés au présent VI cessent de s'appliquer",
});

export const applicationLaw = css("R. 162-112, al. 1 à 3", {
  legiarti: "LEGIARTI000047382388",
  inForceSince: since("2023-04-01"),
  quote: "est sollicitée par l'exploitant auprès des ministres chargés de la santé et de la sécurité sociale",
});
export const acknowledgementLaw = css("R. 162-112, al. 4", {
  legiarti: "LEGIARTI000047382388",
  inForceSince: since("2023-04-01"),
  quote: "un accusé de réception attestant que la demande comporte toutes les pièces requises",
});
export const requestLaw = css("R. 162-112, al. 5", {
  legiarti: "LEGIARTI000047382388",
  inForceSince: since("2023-04-01"),
  quote: "dans un délai de 30 jours",
});
export const suspensionLaw = css("R. 162-112, al. 5", {
  legiarti: "LEGIARTI000047382388",
  inForceSince: since("2023-04-01"),
  quote:
    "sont suspendus à compter de la date de la notification adressée au demandeur et jusqu'à la date de réception des informations demandées",
});
export const abandonmentLaw = css("R. 162-112, al. 6", {
  legiarti: "LEGIARTI000047382388",
  inForceSince: since("2023-04-01"),
  quote: "sa demande de prise en charge anticipée est réputée abandonnée",
});
export const barsLaw = css("R. 162-113, II", {
  ...conditionsArticle,
  quote: "La prise en charge anticipée ne peut être accordée dans les cas suivants",
});
export const cnedimtsScopeLaw = css("R. 162-114, I", {
  legiarti: "LEGIARTI000047382395",
  inForceSince: since("2023-04-01"),
  quote: "rend un avis comportant, pour chaque indication considérée, une appréciation",
});
export const cnedimtsOpinionLaw = css("R. 162-114, V", {
  legiarti: "LEGIARTI000047382395",
  inForceSince: since("2023-04-01"),
  quote: "dans un délai de soixante jours à compter de la délivrance de l'accusé de réception",
});
export const publicationLaw = css("R. 162-114, V", {
  legiarti: "LEGIARTI000047382395",
  inForceSince: since("2023-04-01"),
  quote: "Il est publié sans délai sur le site de la Haute Autorité de santé",
});
export const opinionContentLaw = css("R. 162-114, II et III", {
  legiarti: "LEGIARTI000047382395",
  inForceSince: since("2023-04-01"),
  quote: "son avis comprend, pour chaque indication retenue",
});
export const frameworkLaw = css("R. 162-114, IV", {
  legiarti: "LEGIARTI000047382395",
  inForceSince: since("2023-04-01"),
  quote: "l'avis favorable de la commission comporte également un référentiel",
});
export const ansOpinionLaw = css("R. 162-115", {
  legiarti: "LEGIARTI000047382398",
  inForceSince: since("2023-04-01"),
  quote: "dans un délai de soixante jours à compter de la délivrance de l'accusé de réception",
});
export const orderLaw = css("R. 162-116, I", {
  ...decisionsArticle,
  quote: "est prononcée par arrêté des ministres chargés de la santé et de la sécurité sociale",
});
export const orderContentLaw = css("R. 162-116, I", {
  ...decisionsArticle,
  quote: "les forfaits et modulations applicables ainsi que la périodicité de la facturation",
});
export const decisionLaw = css("R. 162-116, III", {
  ...decisionsArticle,
  quote: "dans un délai de trente jours à compter de la réception par les ministres",
});
const penalty = { legiarti: "LEGIARTI000047382420", inForceSince: civilDate("2023-04-01") };
export const penaltyCapLaw = css("L. 162-1-23, VIII", {
  ...coveredEarlyArticle,
  quote: "ne peut être supérieur à 30 % du chiffre d'affaires hors taxes réalisé en France",
});
export const penaltyNoticeLaw = css("R. 162-121, I", {
  ...penalty,
  quote: "en lui précisant les motifs pour lesquels cette pénalité est envisagée",
});
export const penaltyObservationsLaw = css("R. 162-121, I", {
  ...penalty,
  quote: "Dans le délai de vingt jours suivant la réception de cette information",
});
export const turnoverLaw = css("R. 162-121, I", {
  ...penalty,
  quote: "déclare aux mêmes ministres dans le délai de vingt jours mentionné à l'alinéa précédent",
});
export const undeclaredLaw = css("R. 162-121, I", {
  ...penalty,
  quote: "le montant de la pénalité est égal à 30 % des montants pris en charge ou remboursés",
});
export const penaltyHearingRequestLaw = css("R. 162-121, I", {
  ...penalty,
  quote: "dans un délai de huit jours suivant cette même réception",
});
export const penaltyHearingLaw = css("R. 162-121, I", {
  ...penalty,
  quote: "au plus tard quarante-cinq jours après la réception de cette demande",
});
export const penaltyDecisionLaw = css("R. 162-121, II", {
  ...penalty,
  quote: "le montant de la pénalité, les motifs qui la justifient, le délai de règlement",
});
export const penaltyPaymentLaw = css("R. 162-121, II", {
  ...penalty,
  quote: "dans un délai d'un mois à compter de cette notification",
});
export const certificateEndLaw = css("R. 162-77", {
  legiarti: "LEGIARTI000046879966",
  inForceSince: civilDate("2023-01-01"),
  quote: "il met fin au certificat de conformité et en informe les ministres",
});
export const endByOrderLaw = css("R. 162-119, I", {
  legiarti: "LEGIARTI000047382413",
  inForceSince: since("2023-04-01"),
  quote: "est prononcée, pour chaque indication considérée, par arrêté des ministres",
});
export const endByLawLaw = css("R. 162-119, II, 1°", {
  legiarti: "LEGIARTI000047382413",
  inForceSince: since("2023-04-01"),
  quote: "A l'expiration d'un délai d'un an, à défaut d'intervention à l'intérieur de ce délai d'une décision",
});
export const endByListingLaw = css("R. 162-119, II, 2°", {
  legiarti: "LEGIARTI000047382413",
  inForceSince: since("2023-04-01"),
  quote: "à compter de la publication, respectivement, de l'acte fixant le tarif de prise en charge",
});
export const refusalLaw = css("R. 162-120", {
  legiarti: "LEGIARTI000047382418",
  inForceSince: since("2023-04-01"),
  quote: "avec la mention des motifs de ces décisions ainsi que des voies et délais de recours",
});
export const platformReceptionLaw = crpa("R. 112-20", {
  legiarti: "LEGIARTI000036254179",
  inForceSince: since("2017-12-24"),
  quote: "A défaut de consultation du document par son destinataire dans un délai de quinze jours",
});
export const reasonsLaw = crpa("L. 211-2 et L. 114-5");
/** What proves the day, and the hour where it counts, of what was sent. */
export const registrationLaw = crpa("L. 112-13", {
  legiarti: "LEGIARTI000031367365",
  inForceSince: since("2016-01-01"),
  quote: "fait foi la date figurant sur l'accusé de réception ou, le cas échéant, sur l'accusé d'enregistrement",
});
/** An order is in force the day after its publication, unless it says otherwise. */
export const orderInForceLaw = crpa("L. 221-3", {
  legiarti: "LEGIARTI000031367546",
  inForceSince: since("2016-01-01"),
  quote: "à la date qu'ils fixent ou, à défaut, le lendemain de leur publication",
});
/** An individual decision that must give its reasons is taken after the party was invited to present its observations. */
export const observationsLaw = crpa("L. 121-1", {
  legiarti: "LEGIARTI000031367424",
  inForceSince: since("2016-01-01"),
  quote: "sont soumises au respect d'une procédure contradictoire préalable",
});
export const acknowledgementMentions = crpa("R. 112-11-1", {
  legiarti: "LEGIARTI000033288138",
  inForceSince: since("2016-11-07"),
  quote:
    "La désignation du service chargé du dossier, ainsi que son adresse électronique ou postale et son numéro de téléphone",
});
export const acknowledgementTarget = reading(
  "T9",
  "Aucun texte ne fixe le délai de l'accusé de réception du dossier complet : dix jours ouvrés, objectif de service.",
);
export const ansOpinionReading = reading(
  "C21",
  "R. 162-115 demande un avis, sans dire qu'il lie : sans certificat les conditions 3° et 4° manquent, et aucun accord n'est enregistré.",
);
export const signatoryReading = reading(
  "C22",
  "L'étape 8 ne dit pas qui signe la convention : le représentant légal, inscrit auprès du fournisseur d'identité (étape 4.a).",
);
export const transitionReading = reading(
  "E65",
  "Aucun texte ne dit à quelles demandes de PECAN une règle nouvelle s'applique : par jour de la demande, choix affiché.",
);

export const step = {
  convergenceAccount: parcours("4.a", "Délai 3 jours pour l'ouverture d'un compte"),
  sesameAccount: parcours(
    "4.b",
    "Pour soumettre un dossier sur Sésame, je dois disposer d'un compte d'accès à la plateforme",
  ),
  convergenceDeposit: parcours(
    "5.a",
    "Un certain nombre de documents administratifs sera à déposer sur la plateforme Convergence",
  ),
  sesameDeposit: parcours("5.b", "Je dépose ma candidature via la plateforme Sésame de la HAS"),
  ansAdmissibility: parcours("6.a", "L'ANS étudie la recevabilité de mon dossier"),
  completeness: parcours("6.b", "étudient la recevabilité et le caractère complet de mon dossier"),
  admissible: parcours("7", "Je suis informé par e-mail concernant la recevabilité de mon dossier"),
  convention: parcours("8", "ne permet pas le dépôt des preuves pour vérifier la conformité de celles-ci"),
  evidence: parcours("9", "J'ai la possibilité de **déposer les preuves section par section**"),
  inactivity: parcours(
    "9",
    "Une candidature déposée depuis plus de 6 mois mais qui n'a pas évolué pourra être considérée comme abandonnée",
  ),
  acknowledgement: parcours("10", "Cette accusé de réception démarre l'instruction officielle du dossier"),
  missingItems: parcours("10", "Si des informations sont manquantes, je reçois une notification par courriel"),
  ansEvaluation: parcours("11.a", "L'ANS a 60 jours maximum à compter de la date de soumission de TOUTES les preuves"),
  ansRequest: parcours("11.a", "Délai 30 jours"),
  ansDeprioritises: parcours("11.a", "est a minima dépriorisée et dans certains cas, est réputée abandonnée"),
  ansStopwatch: parcours(
    "11.a",
    "Le temps d'évaluation côté ANS n'est pas comptabilisé dès qu'une information complémentaire est en attente côté ENS",
  ),
  cnedimtsEvaluation: parcours(
    "11.b",
    "La CNEDiMTS rend son avis dans un délai de 60 jours, dès accusé de réception d'un dossier complet",
  ),
  cnedimtsRequest: parcours("11.b", "Délai 30 jours pour compléter votre demande"),
  ansOpinion: parcours(
    "12.a",
    "Je reçois un avis favorable de la part de l'ANS et j'obtiens le certificat de conformité",
  ),
  cnedimtsOpinion: parcours(
    "12.b",
    "Je reçois l'avis de la CNEDiMTS, favorable ou défavorable, via la plateforme Sésame",
  ),
  decision: parcours("13", "Délai 30 jours à partir de la réception des deux avis"),
  ministersRequest: parcours("13", "Je dois fournir les renseignements complémentaires sous **10 jours**"),
  order: parcours("14", "est établie par arrêté conjoint des ministres chargés de la santé et de la sécurité sociale"),
  lppr: parcours("14", "**6 mois** pour déposer mon dossier de demande de prise en charge sur la **LLPR**"),
  latm: parcours("14", "**9 mois** pour déposer mon dossier de demande de prise en charge sur la **LATM**"),
} as const;

export const undertakings = guide(
  "ANS, Convergence PECAN (engagements de l'exploitant)",
  "mener à leur terme les études prévues",
);
export const undertakenListing = guide(
  "ANS, Convergence PECAN (engagements de l'exploitant)",
  "dans un délai d'un an à compter de la fin de l'étude",
);
export const coverageStart = guide("ANS, Convergence PECAN", "à compter du début de la prise en charge anticipée");

export const c1 = reading(
  "C1",
  "Délai légal depuis l'accusé de réception ; le temps d'analyse de l'ANS est une information, sans effet.",
);
export const c3 = reading(
  "C3",
  "Parcours : 10 jours au stade des ministres ; R. 162-112 : 30 jours. Un abandon prononcé entre les deux serait contestable.",
);
export const c6 = reading(
  "C6",
  "Six et neuf mois depuis la décision, prise à sa publication ; l'année depuis sa date d'effet.",
);
export const c8 = reading(
  "C8",
  "Le délai d'un an après l'étude relève du forfait innovation (L. 165-1-1), non de la PECAN.",
);
export const c10 = reading(
  "C10",
  "Six mois depuis la dernière activité de l'exploitant ; la suite est décidée par un agent de l'ANS.",
);
export const c12 = reading("C12", "Trois jours ouvrés, objectif de service sans effet juridique.");
export const c19 = reading(
  "C19",
  "Inscrit ou refusé dans l'année sans tarif ni arrêté au terme : R. 162-119, II, 1° ne s'applique pas, mais l'année de L. 162-1-23, I est écoulée ; la fin est constatée, les ministres tranchent.",
);
export const c20 = reading(
  "C20",
  "Refus d'inscription après la fin de la prise en charge : aucun arrêté n'est possible ; les quarante-cinq jours et les six mois sont montrés, le plus long est gardé.",
);
export const receptionReading = reading(
  "F7",
  "Trente jours depuis la réception par les ministres du dernier avis, quand elle est enregistrée ; sinon depuis sa communication.",
);
export const eveReading = reading(
  "T4",
  "Une durée d'un an dont le premier jour est couvert finit la veille du même quantième ; le jour le plus tardif est appliqué, la fin étant défavorable.",
);
export const receptionProof = reading(
  "F6",
  "La lettre est reçue au jour de son avis de réception, ou de sa présentation si elle est refusée ou non réclamée ; sans preuve après quinze jours, les ministres l'établissent.",
);
