/** The texts of the LATM, each with the version that was read and the words relied upon. */
import { crpa, css, reading } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";

const since2023 = civilDate("2023-01-01");
const version = (legiarti: string, inForceSince = since2023) => ({ legiarti, inForceSince });
const listing = version("LEGIARTI000053185293", civilDate("2026-01-01"));
const bars = version("LEGIARTI000046879960");
const certificate = version("LEGIARTI000046879964");
const opinion = version("LEGIARTI000046879974");
const information = version("LEGIARTI000046879976");
const genericLine = version("LEGIARTI000046879984");
const grounds = version("LEGIARTI000046879988");
const delisting = version("LEGIARTI000046879990");
const renewal = version("LEGIARTI000046879996");

export const listLaw = css("R. 162-73, I", {
  ...listing,
  quote: "sont inscrites sous forme de marque ou de nom commercial",
});
export const termLaw = css("R. 162-73, III", {
  ...listing,
  quote: "est effectuée pour une durée maximale de cinq ans",
});
export const markingLaw = css("R. 162-75", { ...bars, quote: "qui ne disposent pas du marquage CE" });
export const certificateBarLaw = css("R. 162-75", {
  ...bars,
  quote: "l'exploitant ne dispose pas du certificat de conformité prévu à l'article R. 162-76",
});
export const certificateLaw = css("R. 162-76, I", {
  ...certificate,
  quote: "l'exploitant fait valider la conformité de son dispositif médical numérique",
});
export const newCertificateLaw = css("R. 162-76, VI", {
  ...certificate,
  quote: "dans un délai de quinze jours suivant l'entrée en vigueur de ces modifications",
});
export const auditLaw = css("R. 162-77", {
  ...version("LEGIARTI000046879966"),
  quote: "il met fin au certificat de conformité et en informe les ministres",
});
export const applicationLaw = css("R. 162-78", {
  ...version("LEGIARTI000046879970"),
  quote: "est sollicitée par l'exploitant auprès des ministres chargés de la santé et de la sécurité sociale",
});
const decision = version("LEGIARTI000046879972");
export const acknowledgementLaw = css("R. 162-79", {
  ...decision,
  quote: "attestant que la demande comporte toutes les pièces requises",
});
export const decisionLaw = css("R. 162-79", {
  ...decision,
  quote: "dans un délai de cent-vingt jours à compter de l'accusé de réception",
});
export const pecanDecisionLaw = css("R. 162-79", {
  ...decision,
  quote: "Ce délai est ramené à quatre-vingt-dix-jours",
});
export const opinionLaw = css("R. 162-80, I", {
  ...opinion,
  quote: "dans un délai de quatre-vingt-dix jours à compter de l'accusé de réception",
});
export const pecanOpinionLaw = css("R. 162-80, I", { ...opinion, quote: "Ce délai est ramené à soixante-dix-jours" });
export const draftLaw = css("R. 162-80, II", {
  ...opinion,
  quote: "disposent d'un délai de dix jours suivant la réception de ce projet",
});
export const hearingLaw = css("R. 162-80, II", {
  ...opinion,
  quote: "dans les quarante-cinq jours suivant la réception de la demande",
});
export const shortHearingLaw = css("R. 162-80, II", { ...opinion, quote: "ce délai peut être réduit à un mois" });
export const publicationLaw = css("R. 162-80, III", { ...opinion, quote: "Il est publié sans délai" });
export const withdrawalLaw = css("R. 162-80, IV", {
  ...opinion,
  quote: "la commission achève, sauf impossibilité, son examen et rend public son avis",
});
export const informationLaw = css("R. 162-81", {
  ...information,
  quote: "dans un délai qui ne peut être inférieur à 10 jours",
});
export const pecanInformationLaw = css("R. 162-81", {
  ...information,
  quote: "le délai imparti à l'exploitant est de dix jours",
});
export const suspensionLaw = css("R. 162-81", {
  ...information,
  quote:
    "sont suspendus à compter de la date de la notification adressée au demandeur et jusqu'à la date de réception des informations demandées",
});
export const abandonmentLaw = css("R. 162-81", {
  ...information,
  quote: "sa demande d'inscription ou de modification est réputée abandonnée",
});
export const opinionAfterAbandonmentLaw = css("R. 162-81", {
  ...information,
  quote: "recommence à courir à l'expiration du délai qui était imparti à l'exploitant",
});
export const genericLineLaw = css("R. 162-84, II", {
  ...genericLine,
  quote: "fait l'objet d'un avis publié au Journal officiel",
});
export const lineObservationsLaw = css("R. 162-84, II", {
  ...genericLine,
  quote: "dans un délai de vingt jours à compter de cette information",
});
export const lineHearingRequestLaw = css("R. 162-84, II", {
  ...genericLine,
  quote: "dans un délai de huit jours à compter de cette même information",
});
export const lineHearingLaw = css("R. 162-84, II", {
  ...genericLine,
  quote: "au plus tard quarante-cinq jours après la réception de la demande",
});
export const lineOpinionLaw = css("R. 162-84, III", {
  ...genericLine,
  quote: "Dans un délai de vingt jours suivant le délai de vingt jours mentionné au II",
});
export const secondLineLaw = css("R. 162-84, IV", {
  ...genericLine,
  quote: "disposent d'un délai de dix jours à compter de cette information",
});
export const secondLineOpinionLaw = css("R. 162-84, IV", {
  ...genericLine,
  quote: "dans un délai de vingt jours suivant l'expiration de ce délai",
});
export const delistingGroundsLaw = css("R. 162-85", { ...grounds, quote: "Peuvent être radiées de la liste" });
export const certificateNotAskedLaw = css("R. 162-85, II", {
  ...grounds,
  quote: "n'a pas été sollicitée dans le délai prévu au VI de l'article R. 162-76",
});
export const delistingLaw = css("R. 162-86, I", { ...delisting, quote: "est prononcée par arrêté des ministres" });
export const delistingInformationLaw = css("R. 162-86, II", {
  ...delisting,
  quote: "les ministres en informent préalablement les exploitants",
});
export const delistingObservationsLaw = css("R. 162-86, III", {
  ...delisting,
  quote: "dans un délai de vingt jours suivant la réception ou la publication de l'information",
});
export const deemedOpinionLaw = css("R. 162-86, III", {
  ...delisting,
  quote: "Si la commission ne s'est pas prononcée dans ce délai, son avis est réputé rendu",
});
export const renewalRequestLaw = css("R. 162-88, I", {
  ...renewal,
  quote: "au plus tard cent-vingt jours avant l'expiration de la durée d'inscription",
});
export const renewalOpinionLaw = css("R. 162-88, II", {
  ...renewal,
  quote: "dans un délai de quatre-vingt-dix jours à compter de l'accusé de réception",
});
export const renewalDecisionLaw = css("R. 162-88, III", {
  ...renewal,
  quote: "sont notifiées à l'exploitant avant l'expiration de la durée d'inscription",
});
export const tacitRenewalLaw = css("R. 162-88, III", {
  ...renewal,
  quote: "le renouvellement de l'inscription est accordé tacitement",
});
export const amountLaw = css("R. 162-95, I", {
  ...version("LEGIARTI000046880018"),
  quote: "par un arrêté des ministres chargés de la santé et de la sécurité sociale",
});
export const orderInForceLaw = crpa("L. 221-3", {
  legiarti: "LEGIARTI000031367546",
  inForceSince: civilDate("2016-01-01"),
  quote: "à la date qu'ils fixent ou, à défaut, le lendemain de leur publication",
});

export const resumesReading = reading(
  "L2",
  "R. 162-81 : le délai d'avis « recommence à courir » après l'abandon : il reprend ce qui en restait, comme après une réponse.",
);
export const eveReading = reading(
  "C21",
  "Une durée d'inscription compte son premier jour : elle finirait la veille du jour de même quantième.",
);
