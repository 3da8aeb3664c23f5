/** The texts of the ANS's certificate of conformity, each with the version that was read and the words relied upon. */
import { crpa, css } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";

const version = (legiarti: string, inForceSince: string) => ({ legiarti, inForceSince: civilDate(inForceSince) });
const latm = version("LEGIARTI000046879964", "2023-01-01");
const latmAudit = version("LEGIARTI000046879966", "2023-01-01");
const lppr = version("LEGIARTI000046883789", "2024-01-01");
const lpprAudit = version("LEGIARTI000046882099", "2024-01-01");

const sixtyDays = "dans un délai de soixante jours à compter de l'accusé de réception";
const atLeastTen = "dans un délai qui ne peut être inférieur à dix jours";
const suspended =
  "est suspendu à compter de la date de cette notification et jusqu'à la date de réception des informations demandées";
const rejection = "vaut décision de rejet de la demande de validation";
const endsTheCertificate = "il met fin au certificat de conformité et en informe les ministres";

export const certificateLaw = css("R. 162-76, I", {
  ...latm,
  quote: "l'exploitant fait valider la conformité de son dispositif médical numérique",
});
export const organismLaw = css("R. 162-76, III", { ...latm, quote: "L'organisme chargé de délivrer le certificat" });
export const applicationLaw = css("R. 162-76, IV", { ...latm, quote: "par voie dématérialisée" });
export const decisionLaw = css("R. 162-76, V", { ...latm, quote: sixtyDays });
export const acknowledgementLaw = css("R. 162-76, V", {
  ...latm,
  quote: "attestant que la demande comporte les pièces requises",
});
export const informationLaw = css("R. 162-76, V", { ...latm, quote: atLeastTen });
export const suspensionLaw = css("R. 162-76, V", { ...latm, quote: suspended });
export const abandonmentLaw = css("R. 162-76, V", {
  ...latm,
  quote: "la demande de l'exploitant est réputée abandonnée",
});
export const silenceLaw = css("R. 162-76, V", { ...latm, quote: rejection });
export const newCertificateLaw = css("R. 162-76, VI", {
  ...latm,
  quote: "dans un délai de quinze jours suivant l'entrée en vigueur de ces modifications",
});
export const auditLaw = css("R. 162-77", { ...latmAudit, quote: "peut, à tout moment, réaliser un audit" });
export const endLaw = css("R. 162-77", { ...latmAudit, quote: endsTheCertificate });

export const lpprDecisionLaw = css("R. 165-5-2, IV", { ...lppr, quote: sixtyDays });
export const lpprInformationLaw = css("R. 165-5-2, IV", { ...lppr, quote: atLeastTen });
export const lpprAbandonmentLaw = css("R. 165-5-2, IV", {
  ...lppr,
  quote: "la demande du fabricant ou du distributeur est réputée abandonnée",
});
export const lpprSilenceLaw = css("R. 165-5-2, IV", { ...lppr, quote: rejection });
export const lpprNewCertificateLaw = css("R. 165-5-2, V", {
  ...lppr,
  quote: "dans un délai de quinze jours suivant l'entrée en vigueur de ces modifications",
});
export const lpprEndLaw = css("R. 165-5-3", { ...lpprAudit, quote: endsTheCertificate });

export const missingLaw = crpa("L. 114-5", {
  ...version("LEGIARTI000031367402", "2016-01-01"),
  quote: "celle-ci indique au demandeur les pièces et informations manquantes",
});
export const reasonsLaw = crpa("L. 211-2", {
  ...version("LEGIARTI000031367505", "2016-01-01"),
  quote: "doivent être motivées les décisions",
});
export const observationsLaw = crpa("L. 122-1", {
  ...version("LEGIARTI000031367431", "2016-01-01"),
  quote: "mise à même de présenter des observations écrites",
});
export const urgencyLaw = crpa("L. 121-2", {
  ...version("LEGIARTI000031367426", "2016-01-01"),
  quote: "En cas d'urgence ou de circonstances exceptionnelles",
});
export const silentRejectionLaw = crpa("R. 112-11-1", {
  ...version("LEGIARTI000033288138", "2016-11-07"),
  quote: "il mentionne les délais et les voies de recours à l'encontre de la décision",
});
