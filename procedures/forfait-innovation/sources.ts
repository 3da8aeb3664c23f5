/** The texts of the forfait innovation, each with the version that was read and the words relied upon. */
import { crpa, css, reading } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";

const version = (legiarti: string, inForceSince: string) => ({ legiarti, inForceSince: civilDate(inForceSince) });
const law = version("LEGIARTI000044628361", "2021-12-25");
const application = version("LEGIARTI000039742381", "2019-12-28");
const admissibility = version("LEGIARTI000039742370", "2019-12-28");
const evaluation = version("LEGIARTI000039742352", "2019-12-28");
const ministers = version("LEGIARTI000039742343", "2019-12-28");
const decision = version("LEGIARTI000039742312", "2019-12-28");
const order = version("LEGIARTI000039742400", "2019-12-28");

export const forfaitLaw = css("L. 165-1-1, I", {
  ...law,
  quote: "conditionnée à la réalisation d'une étude clinique ou médico-économique",
});
export const studyDutyLaw = css("L. 165-1-1, II", { ...law, quote: "Mener à leur terme les études prévues" });
export const listingDutyLaw = css("L. 165-1-1, II", {
  ...law,
  quote: "dans un délai d'un an à compter de la fin de l'étude",
});
export const exemptionLaw = css("L. 165-1-1, II", {
  ...law,
  quote: "ne permettent raisonnablement pas d'envisager une issue favorable à une demande d'inscription",
});
export const penaltyLaw = css("L. 165-1-1, II", {
  ...law,
  quote: "après que cette dernière a été mise en mesure de présenter ses observations",
});
export const penaltyCapLaw = css("L. 165-1-1, II", { ...law, quote: "ne peut être supérieur à 30 %" });

export const applicantLaw = css("R. 165-65", {
  ...version("LEGIARTI000032886217", "2016-07-11"),
  quote: "Pour les actes, par un conseil national professionnel",
});
export const applicationLaw = css("R. 165-66, I", { ...application, quote: "simultanément sous format électronique" });
export const unsolicitedLaw = css("R. 165-66, III", {
  ...application,
  quote: "il n'est pas tenu compte des modifications que le demandeur apporterait à son dossier",
});
export const adverseFactsLaw = css("R. 165-66, IV", {
  ...application,
  quote: "susceptible de remettre en cause l'efficacité ou la sécurité",
});
export const admissibilityLaw = css("R. 165-67", {
  ...admissibility,
  quote: "dispose d'un délai de quinze jours pour apprécier la recevabilité administrative",
});
export const missingLaw = css("R. 165-67", { ...admissibility, quote: "en indiquant les éléments manquants" });

export const opinionLaw = css("R. 165-68, I", { ...evaluation, quote: "dispose d'un délai de soixante-quinze jours" });
export const requestLaw = css("R. 165-68, II", {
  ...evaluation,
  quote: "le demandeur dispose d'un délai de trente jours pour modifier le projet de protocole",
});
export const addedLaw = css("R. 165-68, II", {
  ...evaluation,
  quote: "Ce délai s'ajoute aux soixante-quinze jours mentionnés au I",
});
export const unfavourableLaw = css("R. 165-68, III", { ...evaluation, quote: "rend un avis défavorable motivé" });
export const observationsLaw = css("R. 165-68, IV", {
  ...evaluation,
  quote: "peut rendre un avis favorable avec observations",
});
export const amendmentLaw = css("R. 165-68, IV", {
  ...evaluation,
  quote: "dispose d'un délai de trente jours à compter de la réception de l'avis",
});
export const secondOpinionLaw = css("R. 165-68, IV", {
  ...evaluation,
  quote: "dispose d'un délai de trente jours pour évaluer si ces éléments satisfont aux observations",
});
export const unamendedLaw = css("R. 165-68, IV", { ...evaluation, quote: "cette dernière rend un avis défavorable" });
export const publicationLaw = css("R. 165-68, V", {
  ...evaluation,
  quote: "sont rendus publics sur son site internet",
});

export const ministersLaw = css("R. 165-69, I", { ...ministers, quote: "est favorable sans observation" });
export const firstExaminationLaw = css("R. 165-69, II", {
  ...ministers,
  quote: "soixante-quinze jours à compter de la date à laquelle l'avis favorable sans observation",
});
export const secondExaminationLaw = css("R. 165-69, II", {
  ...ministers,
  quote: "quarante-cinq jours à compter de la date à laquelle l'avis favorable sans observation",
});
export const elementsLaw = css("R. 165-69, III", {
  ...ministers,
  quote: "dont la durée totale n'excède pas trente jours",
});
export const deemedWithdrawnLaw = css("R. 165-69, III", {
  ...ministers,
  quote: "la demande est réputée retirée par le demandeur",
});

export const orderLaw = css("R. 165-70, I", { ...decision, quote: "est publié au Journal officiel" });
export const refusalGroundsLaw = css("R. 165-70, II", {
  ...decision,
  quote: "pour l'un des motifs suivants",
});
export const refusalLaw = css("R. 165-70, III", {
  ...decision,
  quote: "est motivée et indique les voies et délais de recours applicables",
});
export const silenceLaw = css("R. 165-70, IV", {
  ...decision,
  quote: "dans le délai de cent quatre-vingt-quinze jours suivant la réception de la demande",
});
export const clearancesLaw = css("R. 165-72, I", {
  ...order,
  quote: "Aucun patient ne peut être inclus dans l'étude",
});
export const durationLaw = css("R. 165-72, II", { ...order, quote: "la durée de la prise en charge qui comprend" });
export const endByListingLaw = css("R. 165-72, IV", {
  ...order,
  quote: "entraîne de plein droit l'arrêt de la prise en charge au titre de l'article L. 165-1-1",
});
export const patientsLaw = css("R. 165-73", {
  ...version("LEGIARTI000030253367", "2015-02-19"),
  quote: "indique en outre le nombre de patients pouvant bénéficier de la prise en charge",
});
export const orderInForceLaw = crpa("L. 221-3", {
  ...version("LEGIARTI000031367546", "2016-01-01"),
  quote: "à la date qu'ils fixent ou, à défaut, le lendemain de leur publication",
});

export const givenReading = reading(
  "E63",
  "R. 165-68, II et R. 165-69, III : les jours donnés s'ajoutent en entier, quel qu'en soit l'usage ; autre lecture : les seuls jours employés.",
);
export const completedReading = reading(
  "F5",
  "Les 195 jours suivent « la réception de la demande » : complétée après une non-recevabilité, elle est comptée du jour où elle est complète, le plus tardif ; autre lecture : du premier dépôt.",
);
