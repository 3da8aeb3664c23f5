/** The texts of the LPPR, each with the version that was read and the words relied upon. */
import { crpa, css, reading } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";

const since = civilDate;
const terms = { legiarti: "LEGIARTI000031605160", inForceSince: since("2015-12-14") };
const bars = { legiarti: "LEGIARTI000051350274", inForceSince: since("2025-03-20") };
const examination = { legiarti: "LEGIARTI000021020326", inForceSince: since("2009-09-05") };
const initiative = { legiarti: "LEGIARTI000042270854", inForceSince: since("2020-08-28") };
const renewal = { legiarti: "LEGIARTI000046884478", inForceSince: since("2023-01-01") };
const opinion = { legiarti: "LEGIARTI000037027334", inForceSince: since("2018-06-07") };
const tariff = { legiarti: "LEGIARTI000042270821", inForceSince: since("2020-08-28") };

export const listLaw = css("L. 165-1", {
  legiarti: "LEGIARTI000046822845",
  inForceSince: since("2025-12-31"),
  earlier: [{ legiarti: "LEGIARTI000044628218", inForceSince: since("2024-01-01") }],
});

export const applicationLaw = css("R. 165-7", {
  legiarti: "LEGIARTI000042270857",
  inForceSince: since("2020-08-28"),
  quote: "une copie en est simultanément adressée à la Commission nationale d'évaluation",
});
export const priceFileLaw = css("R. 165-7", {
  legiarti: "LEGIARTI000042270857",
  inForceSince: since("2020-08-28"),
  quote: "adresse au comité économique des produits de santé copie du dossier de demande d'inscription",
});
export const marketingLaw = css("R. 165-4", {
  ...bars,
  quote:
    "Les produits qui ne satisfont pas aux exigences de mise sur le marché prévues par le code de la santé publique",
});
export const certificateLaw = css("R. 165-4", { ...bars, quote: "n'a pas joint au dossier prévu" });
export const telemonitoringLaw = css("R. 165-4", {
  ...bars,
  quote: "présentant exclusivement des fonctionnalités de télésurveillance médicale",
});
export const validationLaw = css("R. 165-5-2", {
  legiarti: "LEGIARTI000046883789",
  inForceSince: since("2024-01-01"),
  quote: "fait valider la conformité de son dispositif médical numérique",
});

export const decisionLaw = css("R. 165-8", {
  ...examination,
  quote: "dans un délai de cent quatre-vingt jours à compter de la réception de la demande",
});
export const publicationLaw = css("R. 165-8", { ...examination, quote: "Elles sont publiées au Journal officiel" });
export const requestLaw = css("R. 165-8", {
  ...examination,
  quote: "notifie immédiatement au demandeur les renseignements complémentaires détaillés qui sont exigés",
});
export const suspensionLaw = css("R. 165-8", {
  ...examination,
  quote:
    "est suspendu à compter de la date de réception de cette notification et jusqu'à la date de réception des informations demandées",
});
export const refusalLaw = css("R. 165-16", {
  legiarti: "LEGIARTI000037116194",
  inForceSince: since("2018-06-29"),
  quote: "être motivées et mentionner les voies et délais de recours",
});

export const opinionLaw = css("R. 165-12", {
  ...opinion,
  quote: "est communiqué au fabricant ou au distributeur",
});
export const opinionAnswerLaw = css("R. 165-12", {
  ...opinion,
  quote: "dispose d'un délai de dix jours suivant la réception de cet avis",
});
export const hearingLaw = css("R. 165-12", {
  ...opinion,
  quote: "intervient dans un délai maximal de quarante-cinq jours suivant la réception de la demande",
});
export const shortHearingLaw = css("R. 165-12", { ...opinion, quote: "ce délai peut être réduit à un mois" });
export const finalOpinionLaw = css("R. 165-12", { ...opinion, quote: "est rendu public sans délai" });
export const withdrawalLaw = css("R. 165-12", {
  ...opinion,
  quote: "la commission, sauf impossibilité, achève son examen et rend public son avis",
});

export const brandTermLaw = css("R. 165-3", {
  ...terms,
  quote: "pour une durée maximale de cinq ans renouvelable, sous forme de marque ou de nom commercial",
});
export const genericTermLaw = css("R. 165-3", {
  ...terms,
  quote: "pour une durée maximale de dix ans renouvelable par la description générique",
});
export const auditLaw = css("R. 165-5-3", {
  legiarti: "LEGIARTI000046882099",
  inForceSince: since("2024-01-01"),
  quote: "il met fin au certificat de conformité et en informe les ministres",
});
export const newCertificateLaw = css("R. 165-5-2, V", {
  legiarti: "LEGIARTI000046883789",
  inForceSince: since("2024-01-01"),
  quote: "dans un délai de quinze jours suivant l'entrée en vigueur de ces modifications",
});
const delisting = { legiarti: "LEGIARTI000046884493", inForceSince: since("2023-01-01") };
export const certificateNotAskedLaw = css("R. 165-5, II", {
  ...delisting,
  quote: "n'a pas été sollicitée dans le délai prévu au V de l'article R. 165-5-2",
});
export const delistingLaw = css("R. 165-5, III", {
  ...delisting,
  quote: "est prononcée par le ministre chargé de la sécurité sociale et le ministre chargé de la santé",
});
export const delistingGroundsLaw = css("R. 165-5", { ...delisting, quote: "peuvent être radiés de la liste" });
export const delistingInformationLaw = css("R. 165-5, III", {
  ...delisting,
  quote: "Les ministres informent le fabricant ou le distributeur du projet de radiation",
});
export const delistingObservationsLaw = css("R. 165-5, III", {
  ...delisting,
  quote: "dans le délai de vingt jours suivant la réception ou la publication de l'information",
});
export const deemedOpinionLaw = css("R. 165-5, III", {
  ...delisting,
  quote: "Si la commission ne s'est pas prononcée dans ce délai, son avis est réputé rendu",
});
export const renewalRequestLaw = css("R. 165-10, I", {
  ...renewal,
  quote: "au plus tard cent quatre-vingts jours avant l'expiration de la durée d'inscription",
});
export const renewalDecisionLaw = css("R. 165-10, II", {
  ...renewal,
  quote: "prises et communiquées avant l'expiration de la durée d'inscription",
});
export const tacitRenewalLaw = css("R. 165-10, II", {
  ...renewal,
  quote: "le renouvellement de l'inscription est accordé tacitement",
});

export const projectLaw = css("R. 165-9, I", {
  ...initiative,
  quote: "sont informés de ce projet par une notification adressée à chacun d'eux",
});
export const projectObservationsLaw = css("R. 165-9, I", {
  ...initiative,
  quote: "dans un délai de vingt jours à compter de cette information, présenter des observations écrites",
});
export const projectHearingRequestLaw = css("R. 165-9, I", {
  ...initiative,
  quote: "dans un délai de huit jours à compter de cette même information, demander à être entendus",
});
export const projectHearingLaw = css("R. 165-9, I", {
  ...initiative,
  quote: "au plus tard quarante-cinq jours après la réception de la demande",
});
export const projectOpinionLaw = css("R. 165-9, III", {
  ...initiative,
  quote: "Dans un délai de vingt jours à l'issue de la phase contradictoire",
});
export const projectPriceLaw = css("R. 165-9, II", {
  ...initiative,
  quote: "demander, dans ce même délai, à être entendus par le comité",
});
export const projectPriceHearingLaw = css("R. 165-9, II", {
  ...initiative,
  quote: "au plus tard trente-cinq jours après la réception de la demande",
});
export const projectDecisionLaw = css("R. 165-9, III", {
  ...initiative,
  quote: "peuvent retenir tout élément contenu dans l'avis de projet initial ou dans les avis de la commission",
});

export const tariffChangeLaw = css("R. 165-15, II", {
  ...tariff,
  quote: "doit être prise et notifiée dans un délai de quatre-vingt-dix jours à compter de la réception de la demande",
});
export const tariffRequestLaw = css("R. 165-15, II", {
  ...tariff,
  quote: "Dans ce cas, le délai est suspendu à compter de la date de réception de cette notification",
});
export const tacitTariffLaw = css("R. 165-15, II", {
  ...tariff,
  quote: "la modification du tarif ou du prix est accordée tacitement",
});
export const measureLaw = css("R. 165-4-1", {
  legiarti: "LEGIARTI000046884512",
  inForceSince: since("2023-01-01"),
  quote: "la suspension de sa prise en charge par l'assurance maladie",
});
export const orderInForceLaw = crpa("L. 221-3", {
  legiarti: "LEGIARTI000031367546",
  inForceSince: since("2016-01-01"),
  quote: "à la date qu'ils fixent ou, à défaut, le lendemain de leur publication",
});

export const refusedInTime = reading(
  "L1",
  "R. 165-10, II attache la tacite reconduction à « l'absence de publication de la décision de renouvellement » : un refus notifié avant l'expiration, même non publié, l'empêche.",
);
export const eveReading = reading(
  "C21",
  "Une durée d'inscription compte son premier jour : elle finirait la veille du jour de même quantième.",
);
