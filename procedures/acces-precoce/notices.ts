import { dated, type Letter, type LettersOf, lettersOf } from "../letters.js";
import type { AccesPrecoce } from "./definition.js";
import * as by from "./sources.js";

/** What the parties of an accès précoce read. */

const criteriaInFrench: Readonly<Record<string, string>> = {
  "serious-disease": "maladie grave, rare ou invalidante",
  "no-appropriate-treatment": "absence de traitement approprié",
  "cannot-be-deferred": "impossibilité de différer le traitement",
  "presumed-innovation": "caractère présumé innovant",
  "strong-presumption": "forte présomption d'efficacité et de sécurité",
};
const motivesInFrench: Readonly<Record<string, string>> = {
  first: "première demande",
  renewal: "renouvellement",
  newData: "nouvelles données",
  modification: "modification",
  continuity: "continuité après AMM",
};

const motive = ({ facts }: Letter): string => motivesInFrench[String(facts.motive)] ?? "demande";
const named = ({ about }: Letter): string => about ?? "";
const criteria = ({ facts }: Letter): string =>
  Array.isArray(facts.criteria) && facts.criteria.length > 0
    ? `Critères non remplis :\n${facts.criteria.map((each) => `— ${criteriaInFrench[String(each)] ?? String(each)}`).join("\n")}`
    : "";
const number = (letter: Letter, name: string): string =>
  typeof letter.facts[name] === "number" ? String(letter.facts[name]) : "";
/** A suspended delay has no last day. */
const isKnown = (lastDay: string): boolean => /\d/.test(lastDay);
const sentence = (start: string, text: string): string => (text === "" ? "" : `${start}${text}`);

const letters = {
  requestFiled: (letter) => [
    `Demande déposée : ${motive(letter)}`,
    `Une demande (${motive(letter)}, ${named(letter)}) est déposée le ${letter.on(by.applicationLaw)} : sa complétude est à vérifier.`,
  ],
  missingItems: (letter) => [
    "Des pièces manquent à votre demande",
    "La HAS ne peut en accuser réception sans :",
    letter.items("missing"),
    "Aucun délai n'a été lu pour les fournir : l'examen ne commence qu'à l'accusé de réception.",
  ],
  acknowledged: (letter) => [
    "Votre dossier est complet",
    `La HAS accuse réception de votre dossier complet (${named(letter)}) le ${letter.on(by.decisionLaw)}. La décision vous est communiquée au plus tard le ${letter.lastDay("examination")}.`,
    `Le délai est de trois mois, de date à date ; le bilan de la HAS l'énonce en jours, 90 (${by.review.ninetyDays.ref}).`,
    "Une demande de renseignements le suspend ; une prolongation d'un mois peut vous être annoncée avant sa fin.",
  ],
  examinationStarted: (letter) => [
    `Examen ouvert : ${motive(letter)}`,
    `L'examen de ${named(letter)} s'ouvre le ${letter.on(by.decisionLaw)} ; il prend fin le ${letter.lastDay("examination")}.`,
  ],
  examinationExtended: (letter) => [
    "L'examen est prolongé d'un mois",
    `Le nombre de demandes est exceptionnellement élevé (${by.extensionLaw.ref}) : la décision est due au plus tard le ${letter.lastDay("examination")}.`,
    letter.fact("reason"),
  ],
  informationRequested: (letter) => [
    `Renseignements demandés : ${named(letter)}`,
    `La HAS demande, le ${letter.on(by.requestLaw)} :`,
    letter.items("items"),
    letter.party === "applicant"
      ? `Vous avez ${number(letter, "days")} jours, jusqu'au ${letter.lastDay("information")}. Le délai d'examen s'arrête ; il reprend à la réception de la totalité. Sans réponse complète, la demande est réputée abandonnée.`
      : "Le délai d'examen s'arrête jusqu'à la réception de la totalité.",
  ],
  informationPartial: (letter) => [
    `Il manque encore des renseignements : ${named(letter)}`,
    `Au ${letter.on(by.requestLaw)}, l'examen reste suspendu. Sont attendus :`,
    letter.items("missing"),
  ],
  informationComplete: (letter) => [
    `Renseignements tous reçus : ${named(letter)}`,
    `La totalité est reçue le ${letter.on(by.requestLaw)}.`,
    isKnown(letter.lastDay("examination"))
      ? `L'examen reprend : la décision est due le ${letter.lastDay("examination")}.`
      : "Une autre demande de renseignements tient encore l'examen suspendu.",
  ],
  informationMissing: (letter) => [
    `Une pièce ne répond pas à la demande : ${named(letter)}`,
    `La HAS l'a constaté le ${letter.on(by.requestLaw)} ; l'examen est suspendu comme si ces pièces n'étaient pas venues :`,
    letter.items("missing"),
  ],
  abandoned: (letter) => [
    `La demande est réputée abandonnée : ${named(letter)}`,
    `Les renseignements demandés n'étaient pas tous reçus à l'expiration du délai : la demande est réputée abandonnée depuis le ${letter.on(by.requestLaw)}.`,
    "Une nouvelle demande complète peut être déposée.",
  ],
  requestWithdrawn: (letter) => [
    `La demande est retirée : ${named(letter)}`,
    `Le titulaire a retiré sa demande le ${letter.on(by.withdrawnRequestLaw)}.`,
  ],
  ansmOpinion: (letter) => [
    `Avis de l'ANSM : ${letter.facts.sense === "favourable" ? "favorable" : "défavorable"}`,
    `L'ANSM a rendu son avis le ${letter.on(by.ansmOpinionLaw)}.`,
    letter.fact("reasons"),
    letter.facts.sense === "favourable"
      ? ""
      : `La HAS est tenue de refuser ; l'avis de la commission de la transparence n'est pas requis (${by.collegeLaw.ref}).`,
  ],
  ctOpinion: (letter) => [
    `Avis de la commission de la transparence : ${letter.facts.sense === "favourable" ? "favorable" : "défavorable"}`,
    `La commission a rendu son avis le ${letter.on(by.collegeLaw)}.`,
    letter.fact("reasons"),
  ],
  contribution: (letter) => [
    letter.facts.heard === true ? "Une association a été entendue" : "Contribution d'une association",
    `${letter.fact("association")}, le ${letter.on(by.review.contributions)}.`,
  ],
  motiveChanged: (letter) => [
    "L'AMM est obtenue pendant l'examen",
    `Depuis le ${letter.on(by.listingDutyLaw)}, la demande s'examine comme une demande après AMM : l'avis de l'ANSM ne conditionne plus la décision, et l'inscription est à demander dans le mois.`,
  ],
  decision: (letter) => [
    `Décision de la HAS : ${letter.facts.outcome === "granted" ? "accordée" : "refusée"} (${motive(letter)})`,
    `La HAS, par ${letter.facts.decidedBy === "president" ? "son président, sur délégation et avis conforme" : "son Collège"}, a décidé le ${letter.on(by.decisionLaw)}.`,
    sentence("Durée, en mois : ", number(letter, "months")),
    criteria(letter),
    letter.fact("reasons"),
    letter.fact("remedies"),
  ],
  tacitGrant: (letter) => [
    "L'accès précoce est autorisé par le silence",
    `La HAS n'a pas décidé dans le délai et l'ANSM avait attesté une forte présomption : l'autorisation est acquise depuis le ${letter.on(by.silenceLaw)}. Le projet de PUT-RD annexé à l'avis de l'ANSM s'applique (${by.defaultProtocolLaw.ref}).`,
    `Une attestation peut être demandée à la HAS (${by.attestationLaw.ref}).`,
  ],
  tacitRejection: (letter) => [
    "La demande est rejetée par le silence",
    `La HAS n'a pas décidé dans le délai, et aucun avis de l'ANSM attestant une forte présomption n'est venu dans ce délai : la demande est rejetée depuis le ${letter.on(by.silenceLaw)}.`,
    `Ce rejet se conteste dans les deux mois, délai franc (${by.remediesLaw.ref}).`,
  ],
  silence: (letter) => [
    "Le délai d'examen est écoulé : une personne décide",
    `Aucune décision n'était prise le ${letter.on(by.decisionLaw)}. Le texte applicable n'a pas été lu (${letter.fact("source")}) : aucune conséquence n'est tirée par la machine. La décision reste attendue.`,
    "Deux issues sont possibles : l'acceptation, ou le rejet.",
  ],
  published: (letter) => [
    letter.facts.what === "protocol" ? "Le PUT-RD est publié" : "La décision est publiée",
    `Publication le ${letter.on(by.publicityLaw)} : ${letter.fact("address")}`,
  ],
  attestation: (letter) => [
    "Attestation d'une autorisation tacite",
    `La HAS atteste, le ${letter.on(by.attestationLaw)}, l'autorisation tacite de ${named(letter)}.`,
  ],
  authorised: (letter) => [
    `Accès précoce autorisé : ${named(letter)}`,
    `L'accès précoce est autorisé depuis le ${dated(letter.facts.from, by.termLaw)}.`,
    letter.party === "prescribers"
      ? "Le patient est informé du caractère précoce et dérogatoire de la prise en charge."
      : `Il prend fin le ${letter.lastDay("authorisation")} ; un renouvellement se demande jusqu'au ${letter.lastDay("renewalRequest")}.`,
    sentence("PUT-RD : ", letter.fact("protocol")),
  ],
  renewed: (letter) => [
    `Autorisation renouvelée : ${named(letter)}`,
    `La nouvelle période court du ${dated(letter.facts.from, by.renewalStart)} au ${dated(letter.facts.lastDay, by.termLaw)}.`,
  ],
  renewalOverdue: (letter) => [
    "Aucun renouvellement n'est demandé",
    `Il se demandait trois mois avant l'échéance (${by.renewalLaw.ref}). Demandé désormais, il sera examiné, mais l'autorisation prendra fin le ${dated(letter.facts.lastDay, by.termLaw)}, sauf décision avant ce jour.`,
  ],
  prolonged: (letter) => [
    "L'autorisation reste en vigueur",
    `Son échéance est passée, le renouvellement étant à l'examen depuis un dépôt en temps utile : elle reste en vigueur depuis le ${letter.on(by.renewalLaw)} jusqu'à la décision, due le ${letter.lastDay("examination")}.`,
  ],
  expired: (letter) => [
    `L'autorisation est expirée : ${named(letter)}`,
    `Elle n'est plus en vigueur depuis le ${letter.on(by.termLaw)}.`,
  ],
  ammGranted: (letter) => [
    "AMM obtenue",
    `L'AMM est obtenue le ${dated(letter.facts.ammOn, by.listingDutyLaw)}. L'inscription de droit commun se demande dans le mois.`,
  ],
  ammFiled: (letter) => ["Dépôt de l'AMM", `La demande d'AMM est déposée le ${letter.on(by.ammFilingLaw)}.`],
  listingRequested: (letter) => [
    letter.facts.list === "en-sus" ? "Liste en sus demandée" : "Inscription demandée",
    `La demande est enregistrée le ${letter.on(letter.facts.list === "en-sus" ? by.listeEnSusLaw : by.listingDutyLaw)}.`,
  ],
  listingInformation: (letter) => [
    "Renseignements demandés pour l'inscription",
    `Les ministres demandent, le ${letter.on(by.listingLaw)} ; le délai d'inscription s'arrête à votre réception :`,
    letter.items("items"),
  ],
  listingDraft: (letter) => [
    "Projet d'avis de droit commun",
    `La commission vous transmet son projet le ${letter.on(by.listingHearingLaw)} : vous pouvez l'observer, ou demander à être entendu, jusqu'au ${letter.lastDay("listingObservations")}.`,
  ],
  commonLawOpinion: (letter) => [
    "Avis de droit commun",
    `La commission de la transparence s'est prononcée le ${letter.on(by.review.commonLaw)} : SMR ${letter.facts.smr === "sufficient" ? "suffisant" : "insuffisant"}${sentence(", ASMR ", letter.fact("asmr"))}.`,
  ],
  listeEnSusOver: (letter) => [
    "Le délai de la liste en sus est écoulé",
    `Les deux semaines sont passées depuis l'avis de droit commun ; ce délai est clos depuis le ${letter.on(by.listeEnSusLaw)}.`,
  ],
  listingDecided: (letter) => [
    letter.facts.outcome === "listed" ? "Le médicament est inscrit" : "L'inscription est refusée",
    `Décision du ${letter.on(by.listingLaw)}.`,
    letter.fact("reasons"),
    letter.facts.outcome === "listed"
      ? "La prise en charge au titre de l'accès précoce cesse avec l'avis de tarif."
      : "La prise en charge au titre de l'accès précoce continue jusqu'à l'arrêté des ministres.",
  ],
  coverageEnded: (letter) => [
    `Fin de la prise en charge : ${named(letter)}`,
    sentence(
      "Premier jour sans prise en charge au titre de l'accès précoce : ",
      dated(letter.facts.firstDayWithout, by.coverageLaw),
    ),
    letter.facts.how === "listed"
      ? "Le médicament est désormais pris en charge dans le droit commun."
      : `La continuité des traitements en cours est due pendant un an au moins (${by.continuityLaw.ref}) ; les dernières conditions de prise en charge valent trois mois (${by.lastConditionsLaw.ref}).`,
  ],
  reportReceived: (letter) => [
    "Rapport de synthèse reçu",
    `Le rapport et son projet de résumé sont reçus le ${letter.on(by.reportLaw)}.`,
    sentence("Patients traités depuis le précédent : ", number(letter, "patients")),
  ],
  summaryPublished: (letter) => [
    "Résumé du rapport de synthèse publié",
    `Publication le ${letter.on(by.reportLaw)} : ${letter.fact("address")}`,
    letter.party === "applicant"
      ? "Vous l'envoyez sans délai aux prescripteurs, aux pharmaciens et aux centres de pharmacovigilance et antipoison."
      : "",
  ],
  newData: (letter) => [
    "Nouvelles données",
    `Des données nouvelles sont déposées le ${letter.on(by.newDataLaw)} pour ${named(letter)}.`,
  ],
  measureContemplated: (letter) => [
    `Mesure envisagée : ${letter.facts.measure === "suspension" ? "suspension" : "retrait"}`,
    `${letter.fact("authority")} l'envisage, le ${letter.on(by.observationsLaw)}, pour la raison suivante :`,
    letter.fact("reason"),
    "Vous êtes invité à présenter vos observations.",
  ],
  observations: (letter) => [
    "Observations du titulaire",
    `Reçues le ${letter.on(by.observationsLaw)} :`,
    letter.fact("observations"),
  ],
  suspended: (letter) => [
    `L'autorisation est suspendue : ${named(letter)}`,
    `${letter.fact("authority")} l'a suspendue le ${letter.on(by.suspensionLaw)}, jusqu'au ${letter.lastDay("authorisationSuspension")} au plus tard.`,
    letter.fact("reason"),
  ],
  suspensionOver: (letter) => [
    `La suspension est terminée : ${named(letter)}`,
    `L'autorisation reprend effet le ${letter.on(by.suspensionLaw)}.`,
  ],
  withdrawn: (letter) => [
    `L'autorisation est retirée : ${named(letter)}`,
    letter.facts.how === "silence"
      ? `Un mois de silence de la HAS vaut acceptation de la demande du titulaire : le retrait est acquis depuis le ${letter.on(by.holderWithdrawalLaw)}.`
      : `La HAS a retiré l'autorisation le ${letter.on(by.measureLaw)}.`,
    letter.fact("reason"),
  ],
  withdrawalAcknowledged: (letter) => [
    "Retrait demandé par le titulaire",
    letter.party === "HAS"
      ? `La demande est arrivée le ${letter.on(by.holderWithdrawalLaw)} : un accusé de réception est attendu.`
      : `La HAS accuse réception le ${letter.on(by.holderWithdrawalLaw)}. Son silence jusqu'au ${letter.lastDay("holderWithdrawal")} vaut acceptation.`,
  ],
  lastConditionsOver: (letter) => [
    "Fin des dernières conditions de prise en charge",
    `Elles ne valent plus depuis le ${letter.on(by.lastConditionsLaw)} ; la continuité des traitements se poursuit.`,
  ],
  continuityOver: (letter) => [
    "Fin de la continuité des traitements",
    `L'année de continuité est achevée depuis le ${letter.on(by.continuityLaw)}.`,
  ],
  penalty: (letter) => {
    const written: Readonly<Record<string, readonly [string, ...string[]]>> = {
      opened: [
        "Une pénalité est envisagée",
        `Le CEPS vous notifie un manquement le ${letter.on(by.penaltyProcedureLaw)} :`,
        letter.fact("breach"),
        `Vous pouvez présenter vos observations jusqu'au ${letter.lastDay("penaltyObservations")} et demander à être entendu jusqu'au ${letter.lastDay("penaltyHearingRequest")}.`,
      ],
      observed: ["Observations reçues", `Le titulaire a répondu le ${letter.on(by.penaltyProcedureLaw)}.`],
      "turnover-asked": [
        "Mise en demeure",
        `Votre chiffre d'affaires est à déclarer jusqu'au ${letter.lastDay("penaltyTurnover")}.`,
      ],
      "turnover-given": ["Chiffre d'affaires reçu", `Reçu le ${letter.on(by.penaltyProcedureLaw)}.`],
      decided: [
        "Pénalité décidée",
        `Le CEPS a décidé le ${letter.on(by.penaltyLaw)} : ${number(letter, "percent")} % du chiffre d'affaires de vingt-quatre mois.`,
        letter.fact("reason"),
        letter.facts.percent === 0 ? "" : `À verser jusqu'au ${letter.lastDay("penaltyPayment")}.`,
      ],
      paid: ["Pénalité versée", `Versement du ${letter.on(by.penaltyLaw)}.`],
    };
    return written[String(letter.facts.stage)] ?? ["Procédure de pénalité"];
  },
  declared: (letter) => [
    "Déclaration annuelle reçue",
    `Chiffre d'affaires et unités de ${number(letter, "year")}, déclarés le ${letter.on(by.declarationLaw)}.`,
  ],
} satisfies LettersOf<AccesPrecoce>;

export const { render, renderRectification } = lettersOf(letters);
