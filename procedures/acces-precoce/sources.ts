/**
 * The texts of the accès précoce. The Code de la santé publique was read in excerpts only (stored copies of the version
 * of 1 July 2021): its articles are cited as such, and quoted nowhere.
 */
import { type Citation, cja, crpa, csp, css, guide, reading } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";
import { earlyAccessReview } from "../texts.js";

const inForceSince = civilDate("2021-07-01");
const excerpt = (ref: string): Citation => csp(`${ref} (lu en extrait)`, { inForceSince });
/** CSS L. 162-16-5-1, and L. 162-16-5-4. */
const coverage = { legiarti: "LEGIARTI000042685888", inForceSince: civilDate("2021-07-01") };
const duties = {
  legiarti: "LEGIARTI000044628312",
  inForceSince: civilDate("2021-12-25"),
  earlier: [{ legiarti: "LEGIARTI000042685855", inForceSince: civilDate("2021-07-01") }],
};

export const earlyAccess = excerpt("L. 5121-12");
export const criteriaLaw = excerpt("L. 5121-12, I");
export const ammFilingLaw = excerpt("L. 5121-12, II, 1°");
export const listingDutyLaw = excerpt("L. 5121-12, II, 2°");
export const applicationLaw = excerpt("R. 5121-68, II");
export const withdrawnRequestLaw = excerpt("R. 5121-68, V");
export const decisionLaw = excerpt("R. 5121-69, I");
export const silenceLaw = excerpt("R. 5121-69, II, A");
export const ansmOpinionLaw = excerpt("R. 5121-69, II");
/** LFSS 2023: the version of L. 5121-12 of 25 December 2022, read in translation and in commentaries. */
export const chmpLaw = csp("L. 5121-12, III (lu en extrait)", { inForceSince: civilDate("2022-12-25") });
export const extensionLaw = excerpt("R. 5121-69, III");
export const requestLaw = excerpt("R. 5121-69-1");
export const termLaw = excerpt("D. 5121-69-3");
export const renewalLaw = excerpt("R. 5121-69-4");
export const prolongationLaw = excerpt("R. 5121-69-4, III");
export const continuityAfterAmmLaw = excerpt("R. 5121-69-4, I");
export const protocolLaw = excerpt("R. 5121-70");
export const defaultProtocolLaw = excerpt("R. 5121-70, I, A");
export const reportLaw = excerpt("R. 5121-70-1");
export const newDataLaw = excerpt("R. 5121-71-1");
export const modificationLaw = excerpt("R. 5121-72, I");
export const measureLaw = excerpt("R. 5121-72-1, I");
export const holderWithdrawalLaw = excerpt("R. 5121-72-1, II");
export const suspensionLaw = excerpt("R. 5121-72-1, III à V");
export const publicityLaw = excerpt("R. 5121-73");

/** CSS R. 161-78-1: the part of the HAS, of its commission and of its president. */
export const collegeLaw = css("R. 161-78-1", {
  legiarti: "LEGIARTI000045166788",
  inForceSince: civilDate("2022-02-13"),
  earlier: [{ legiarti: "LEGIARTI000043756178", inForceSince: civilDate("2021-07-01") }],
});
export const coverageLaw = css("L. 162-16-5-1, I", {
  ...coverage,
  quote:
    "Les spécialités pharmaceutiques disposant, pour des indications particulières, d'une autorisation d'accès précoce",
});
export const coverageEndByListingLaw = css("L. 162-16-5-1, II, A", {
  ...coverage,
  quote: "l'avis de fixation du tarif de responsabilité ou du prix est publié",
});
export const endByOrderLaw = css("L. 162-16-5-1, II, B", {
  ...coverage,
  quote: "il est également mis fin, par arrêté des ministres chargés de la santé et de la sécurité sociale",
});
/** The order is communicated with a certain date, its reasons and its remedies. */
export const endNotifiedLaw = css("R. 163-37", {
  legiarti: "LEGIARTI000043759103",
  inForceSince: civilDate("2021-07-01"),
  quote: "avec la mention des motifs de ces décisions ainsi que des voies et délais de recours",
});
export const orderInForceLaw = crpa("L. 221-3", {
  legiarti: "LEGIARTI000031367546",
  inForceSince: civilDate("2016-01-01"),
  quote: "à la date qu'ils fixent ou, à défaut, le lendemain de leur publication",
});
export const listeEnSusLaw = css("L. 162-16-5-1, III", coverage);
export const declarationLaw = css("L. 162-16-5-1-1, I", {
  legiarti: "LEGIARTI000048703283",
  inForceSince: civilDate("2023-12-28"),
  earlier: [
    { legiarti: "LEGIARTI000046812655", inForceSince: civilDate("2022-12-25") },
    { legiarti: "LEGIARTI000042685882", inForceSince: civilDate("2021-07-01") },
  ],
});
export const continuityLaw = css("D. 163-3, I", {
  legiarti: "LEGIARTI000045602084",
  inForceSince: civilDate("2022-04-18"),
  earlier: [{ legiarti: "LEGIARTI000043734969", inForceSince: civilDate("2021-07-01") }],
});
export const lastConditionsLaw = css("D. 163-3, II", {
  legiarti: "LEGIARTI000045602084",
  inForceSince: civilDate("2022-04-18"),
  earlier: [{ legiarti: "LEGIARTI000043734969", inForceSince: civilDate("2021-07-01") }],
});
const penaltyArticle = { legiarti: "LEGIARTI000043759107", inForceSince: civilDate("2021-07-01") };

export const dutiesLaw = css("L. 162-16-5-4, I", {
  ...duties,
  quote: "un arrêt de commercialisation pour des raisons sérieuses relatives à la sécurité des patients",
});
/** The continuity is owed after a listing too, under the conditions of the lists. */
export const continuityWhenListedLaw = css("L. 162-16-5-4, I bis, 1°", {
  ...duties,
  quote: "les conditions de dispensation et de prise en charge au titre de l'inscription sur ces listes s'appliquent",
});
export const penaltyLaw = css("L. 162-16-5-4, II", {
  ...duties,
  quote: "les ministres chargés de la santé et de la sécurité sociale peuvent prononcer",
});
export const penaltyProcedureLaw = css("R. 163-39, I", {
  ...penaltyArticle,
  quote: "Dans le délai de vingt jours suivant la réception de cette information",
});
export const penaltyHearingRequestLaw = css("R. 163-39, I", {
  ...penaltyArticle,
  quote: "dans un délai de huit jours suivant cette même réception, à être entendue",
});
export const penaltyHearingLaw = css("R. 163-39, I", {
  ...penaltyArticle,
  quote: "dans un délai qui ne peut être supérieur à quarante-cinq jours suivant la réception de cette demande",
});
export const turnoverLaw = css("R. 163-39, I", {
  ...penaltyArticle,
  quote: "dans le délai de vingt jours prévu à l'alinéa précédent, les éléments de son chiffre d'affaires",
});
export const formalNoticeLaw = css("R. 163-39, I", {
  ...penaltyArticle,
  quote: "met en demeure l'entreprise de déférer à la demande précitée sous 15 jours",
});
export const penaltyPaymentLaw = css("R. 163-39, II", {
  ...penaltyArticle,
  quote: "Dans le délai d'un mois à compter de cette notification",
});
export const listingLaw = css("R. 163-9", {
  legiarti: "LEGIARTI000043912065",
  inForceSince: civilDate("2021-08-07"),
  earlier: [{ legiarti: "LEGIARTI000042270597", inForceSince: civilDate("2020-08-28") }],
});
export const listingHearingLaw = css("R. 163-16", {
  legiarti: "LEGIARTI000043762054",
  inForceSince: civilDate("2021-07-01"),
});
export const renewalUpdateLaw = css("R. 163-32", {
  legiarti: "LEGIARTI000053185282",
  inForceSince: civilDate("2026-01-01"),
  earlier: [
    { legiarti: "LEGIARTI000050420742", inForceSince: civilDate("2024-11-01") },
    { legiarti: "LEGIARTI000043762230", inForceSince: civilDate("2021-07-01") },
  ],
});
export const attestationLaw = crpa("L. 232-3", {
  legiarti: "LEGIARTI000031367635",
  inForceSince: civilDate("2016-01-01"),
});
export const observationsLaw = crpa("L. 121-1", {
  legiarti: "LEGIARTI000031367424",
  inForceSince: civilDate("2016-01-01"),
});
export const hearingLaw = crpa("L. 122-1", {
  legiarti: "LEGIARTI000031367431",
  inForceSince: civilDate("2016-01-01"),
});
export const exemptionLaw = crpa("L. 121-2", {
  legiarti: "LEGIARTI000031367426",
  inForceSince: civilDate("2016-01-01"),
});
export const reasonsLaw = crpa("L. 211-2", { legiarti: "LEGIARTI000031367505", inForceSince: civilDate("2016-01-01") });
export const remediesLaw = cja("R. 421-1");

/** HAS, ANSM et ministère, October 2023: two years of the procedure, in figures. */
export const review = {
  motives: earlyAccessReview("1.2", "Les motifs de dépôt des industriels sont de plusieurs ordres"),
  contributions: earlyAccessReview(
    "1.2",
    "les 1ères demandes d’autorisation d’accès précoce et les demandes de renouvellements d’autorisation d’accès précoce sont ouvertes à contribution",
  ),
  ninetyDays: earlyAccessReview(
    "3",
    "Le délai réglementaire pour rendre une décision après réception du dossier complet est de 90 jours",
  ),
  extension: earlyAccessReview(
    "3",
    "Les textes permettent à la HAS d’allonger le délai à 4 mois en cas de nombre élevé de demandes",
  ),
  criteria: earlyAccessReview("2", "plusieurs critères peuvent être non remplis pour une seule décision"),
  commonLaw: earlyAccessReview(
    "4",
    "également évaluées par la commission de la transparence dans le cadre du droit commun",
  ),
} as const;

export const c11 = reading(
  "C11",
  "Trois mois de date à date depuis l'accusé de réception (89 à 92 jours) ; l'indicateur se lit contre 90 jours.",
);
export const a6 = reading(
  "A6",
  "Silence après AMM : le texte n'a pas été obtenu, les commentaires se contredisent. Une personne décide.",
);
export const laterTexts = reading(
  "A5",
  "Les règles de silence modifiées en 2022 n'ont pas été lues : l'expiration fait une tâche, les deux issues expliquées.",
);
export const a18 = reading(
  "A18",
  "Aucune périodicité légale : celle que fixe le PUT-RD, un an au plus par le renouvellement.",
);
export const a10 = reading(
  "A10",
  "Plafond de la prolongation : la durée de l'autorisation, plus les trois mois de l'examen, le mois de prolongation s'il est annoncé et les jours de suspension ; le délai de R. 5121-68, IV, qui n'a pas été lu, n'y est pas compté.",
);
export const continuityAfterAmm = reading(
  "A14",
  "Continuité après AMM : R. 5121-72, III, qui l'excepte du renouvellement, n'a pas été lu. Passé le plafond, une personne dit si l'autorisation tient.",
);
export const expiryReading = reading(
  "A7",
  "L'expiration n'est pas dans la liste de L. 162-16-5-1, II, B ; son I ne prend en charge que les spécialités « disposant » d'une autorisation : la prise en charge cesse de plein droit avec elle.",
);
export const penaltyAuthority = reading(
  "A21",
  "La loi (depuis le 25 décembre 2021) fait prononcer la pénalité par les ministres, R. 163-39 par le CEPS : la loi l'emporte, le décret n'est pas repris ; l'un ou l'autre peut agir.",
);
export const silenceOfTheWaived = reading(
  "A5-bis",
  "Sans avis de l'ANSM, le CHMP s'étant prononcé favorablement : aucun texte lu ne dit ce que vaut le silence. Une personne décide.",
);
export const renewalStart = reading(
  "A7-bis",
  "Le renouvellement court de la fin de la période précédente, ou de la décision si elle vient après.",
);
export const followUp = reading(
  "Suivi",
  "Vingt-quatre mois d'observation après un refus, comme la période du bilan de la HAS : statistique, sans effet.",
);
export const report = guide("HAS, Accès précoce : bilan à deux ans (octobre 2023)");
