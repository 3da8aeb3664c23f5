import { type Letter, nothing, type Sentence, say, senseInFrench, when } from "../letter.js";
import { lettersOf, type Writing } from "../letters.js";
import type { AccesPrecoce } from "./definition.js";
import * as by from "./sources.js";
import {
  authorities,
  criteriaInFrench,
  endGrounds,
  measureGrounds,
  measuresInFrench,
  motivesInFrench,
} from "./words.js";

/** What the parties of an accès précoce read. */

const authority = (letter: Letter): string => authorities[letter.text("authority")] ?? letter.text("authority");
const endGround = (letter: Letter): string => endGrounds[letter.text("ground")] ?? letter.text("ground");
const motive = (letter: Letter): string => motivesInFrench[letter.text("motive")] ?? "demande";
const criteria = (letter: Letter): Sentence =>
  after("Critères non remplis :\n", letter.items("criteria", criteriaInFrench));
/** What there is to say, after its beginning; nothing when there is nothing. */
const after = (beginning: string, text: Sentence): Sentence => (text === nothing ? nothing : say`${beginning}${text}`);

export const letters = lettersOf<AccesPrecoce>({
  requestFiled: (letter) => [
    say`Demande déposée : ${motive(letter)}`,
    say`Une demande (${motive(letter)}, ${letter.about}) est déposée le ${letter.today(by.applicationLaw)} : sa complétude est à vérifier.`,
  ],
  missingItems: (letter) => [
    say`Des pièces manquent à votre demande`,
    say`La HAS ne peut en accuser réception sans :`,
    letter.items("missing"),
    say`Aucun délai n'a été lu pour les fournir : l'examen ne commence qu'à l'accusé de réception.`,
  ],
  acknowledged: (letter) => [
    say`Votre dossier est complet`,
    say`La HAS accuse réception de votre dossier complet (${letter.about}) le ${letter.today(by.decisionLaw)}. La décision vous est communiquée au plus tard le ${letter.lastDay("examination")}.`,
    say`Le délai est de trois mois, de date à date ; le bilan de la HAS l'énonce en jours, 90 (${by.review.ninetyDays.ref}).`,
    say`Une demande de renseignements le suspend ; une prolongation d'un mois peut vous être annoncée avant sa fin.`,
  ],
  examinationStarted: (letter) => [
    say`Examen ouvert : ${motive(letter)}`,
    say`L'examen de ${letter.about} s'ouvre le ${letter.today(by.decisionLaw)} ; il prend fin le ${letter.lastDay("examination")}.`,
  ],
  examinationExtended: (letter) => [
    say`L'examen est prolongé d'un mois`,
    say`Le nombre de demandes est exceptionnellement élevé (${by.extensionLaw.ref}) : la décision est due au plus tard le ${letter.lastDay("examination")}.`,
    letter.text("reason"),
  ],
  informationRequested: (letter) => [
    say`Renseignements demandés : ${letter.about}`,
    say`La HAS demande, le ${letter.today(by.requestLaw)} :`,
    letter.items("items"),
    letter.toApplicant
      ? say`Vous avez ${letter.text("days")} jours, jusqu'au ${letter.lastDay("information")}. Le délai d'examen s'arrête ; il reprend à la réception de la totalité. Sans réponse complète, la demande est réputée abandonnée.`
      : say`Le délai d'examen s'arrête jusqu'à la réception de la totalité.`,
  ],
  informationPartial: (letter) => [
    say`Il manque encore des renseignements : ${letter.about}`,
    say`Au ${letter.today(by.requestLaw)}, l'examen reste suspendu. Sont attendus :`,
    letter.items("missing"),
  ],
  informationComplete: (letter) => [
    say`Renseignements tous reçus : ${letter.about}`,
    say`La totalité est reçue le ${letter.today(by.requestLaw)}.`,
    letter.lastDay("examination") !== undefined
      ? say`L'examen reprend : la décision est due le ${letter.lastDay("examination")}.`
      : say`Une autre demande de renseignements tient encore l'examen suspendu.`,
  ],
  informationMissing: (letter) => [
    say`Une pièce ne répond pas à la demande : ${letter.about}`,
    say`La HAS l'a constaté le ${letter.today(by.requestLaw)} ; l'examen est suspendu comme si ces pièces n'étaient pas venues :`,
    letter.items("missing"),
  ],
  abandoned: (letter) => [
    say`La demande est réputée abandonnée : ${letter.about}`,
    say`Les renseignements demandés n'étaient pas tous reçus à l'expiration du délai : la demande est réputée abandonnée depuis le ${letter.today(by.requestLaw)}.`,
    say`Une nouvelle demande complète peut être déposée.`,
  ],
  requestWithdrawn: (letter) => [
    say`La demande est retirée : ${letter.about}`,
    say`Le titulaire a retiré sa demande le ${letter.today(by.withdrawnRequestLaw)}.`,
  ],
  ansmOpinion: (letter) => [
    say`Avis de l'ANSM : ${senseInFrench(letter.text("sense"))}`,
    say`L'ANSM a rendu son avis le ${letter.today(by.ansmOpinionLaw)}.`,
    letter.text("reasons"),
    letter.text("sense") === "favourable"
      ? nothing
      : say`La HAS est tenue de refuser ; l'avis de la commission de la transparence n'est pas requis (${by.collegeLaw.ref}).`,
  ],
  chmpOpinion: (letter) => [
    say`Avis du CHMP : ${senseInFrench(letter.text("sense"))}`,
    say`L'avis du comité des médicaments à usage humain est versé à ${letter.about} le ${letter.today(by.chmpLaw)}.`,
    letter.facts.waived === true
      ? say`Favorable, il dispense de l'avis de l'ANSM : l'instruction se poursuit sans lui.`
      : say`L'avis de l'ANSM reste requis.`,
  ],
  ctOpinion: (letter) => [
    say`Avis de la commission de la transparence : ${senseInFrench(letter.text("sense"))}`,
    say`La commission a rendu son avis le ${letter.today(by.collegeLaw)}.`,
    letter.text("reasons"),
  ],
  contribution: (letter) => [
    letter.facts.heard === true ? say`Une association a été entendue` : say`Contribution d'une association`,
    say`${letter.text("association")}, le ${letter.today(by.review.contributions)}.`,
  ],
  motiveChanged: (letter) => [
    say`L'AMM est obtenue pendant l'examen`,
    say`Depuis le ${letter.today(by.listingDutyLaw)}, la demande s'examine comme une demande après AMM : l'avis de l'ANSM ne conditionne plus la décision, et l'inscription est à demander dans le mois.`,
  ],
  decision: (letter) => [
    say`Décision de la HAS : ${letter.text("outcome") === "granted" ? "accordée" : "refusée"} (${motive(letter)})`,
    say`La HAS, par ${letter.text("decidedBy") === "president" ? "son président, sur délégation et avis conforme" : "son Collège"}, a décidé le ${letter.today(by.decisionLaw)}.`,
    after("Durée, en mois : ", letter.text("months")),
    criteria(letter),
    letter.text("reasons"),
    letter.text("remedies"),
  ],
  tacitGrant: (letter) => [
    say`L'accès précoce est autorisé par le silence`,
    say`La HAS n'a pas décidé dans le délai et l'ANSM avait attesté une forte présomption : l'autorisation est acquise depuis le ${letter.today(by.silenceLaw)}. Le projet de PUT-RD annexé à l'avis de l'ANSM s'applique (${by.defaultProtocolLaw.ref}).`,
    say`Une attestation peut être demandée à la HAS (${by.attestationLaw.ref}).`,
  ],
  tacitRejection: (letter) => [
    say`La demande est rejetée par le silence`,
    say`La HAS n'a pas décidé dans le délai, et aucun avis de l'ANSM attestant une forte présomption n'est venu dans ce délai : la demande est rejetée depuis le ${letter.today(by.silenceLaw)}.`,
    say`Ce rejet se conteste dans les deux mois, délai franc (${by.remediesLaw.ref}).`,
  ],
  silence: (letter) => [
    say`Le délai d'examen est écoulé : une personne décide`,
    say`Aucune décision n'était prise le ${letter.today(by.decisionLaw)}. Le texte applicable n'a pas été lu (${letter.text("source")}) : aucune conséquence n'est tirée par la machine. La décision reste attendue.`,
    say`Si ce silence vaut acceptation, l'autorisation est acquise depuis ce jour : le projet de PUT-RD annexé à l'avis de l'ANSM s'applique (${by.defaultProtocolLaw.ref}), et une attestation peut être demandée (${by.attestationLaw.ref}).`,
    say`S'il vaut rejet, la demande est rejetée depuis ce jour : elle peut être déposée de nouveau, et le rejet contesté dans les deux mois, délai franc (${by.remediesLaw.ref}).`,
  ],
  published: (letter) => [
    letter.text("what") === "protocol" ? say`Le PUT-RD est publié` : say`La décision est publiée`,
    say`Publication le ${letter.today(by.publicityLaw)} : ${letter.text("address")}`,
  ],
  attestation: (letter) => [
    say`Attestation d'une autorisation tacite`,
    say`La HAS atteste, le ${letter.today(by.attestationLaw)}, l'autorisation tacite de ${letter.about}.`,
  ],
  authorised: (letter) => [
    say`Accès précoce autorisé : ${letter.about}`,
    say`L'accès précoce est autorisé depuis le ${letter.dated("from", by.termLaw)}.`,
    letter.party === "prescribers"
      ? say`Le patient est informé du caractère précoce et dérogatoire de la prise en charge.`
      : say`Il prend fin le ${letter.lastDay("authorisation")} ; un renouvellement se demande jusqu'au ${letter.lastDay("renewalRequest")}.`,
    after("PUT-RD : ", letter.text("protocol")),
  ],
  renewed: (letter) => [
    say`Autorisation renouvelée : ${letter.about}`,
    say`La nouvelle période court du ${letter.dated("from", by.renewalStart)} au ${letter.dated("lastDay", by.termLaw)}.`,
  ],
  renewalOverdue: (letter) => [
    say`Aucun renouvellement n'est demandé`,
    say`Il se demandait trois mois avant l'échéance (${by.renewalLaw.ref}). Demandé désormais, il sera examiné, mais l'autorisation prendra fin le ${letter.dated("lastDay", by.termLaw)}, sauf décision avant ce jour.`,
  ],
  prolonged: (letter) => [
    say`L'autorisation reste en vigueur`,
    say`Son échéance est passée, le renouvellement étant à l'examen depuis un dépôt en temps utile : elle reste en vigueur depuis le ${letter.today(by.renewalLaw)} jusqu'à la décision.`,
    letter.lastDay("prolongation") === undefined
      ? say`Une demande de renseignements suspend l'examen : elle recule d'autant le jour auquel l'autorisation prendra fin au plus tard.`
      : say`Sans décision, elle prend fin au plus tard le ${letter.lastDay("prolongation")} : ce jour recule avec une prolongation ou une suspension de l'examen. Le délai de complétude (R. 5121-68, IV), qui n'a pas été lu, n'y est pas compté.`,
  ],
  expired: (letter) => [
    say`L'autorisation est expirée : ${letter.about}`,
    say`Elle n'est plus en vigueur depuis le ${letter.today(by.termLaw)}.`,
  ],
  ammGranted: (letter) => [
    say`AMM obtenue`,
    say`L'AMM est obtenue le ${letter.dated("ammOn", by.listingDutyLaw)}. L'inscription de droit commun se demande dans le mois.`,
  ],
  ammFiled: (letter) => [say`Dépôt de l'AMM`, say`La demande d'AMM est déposée le ${letter.today(by.ammFilingLaw)}.`],
  listingRequested: (letter) => [
    letter.text("list") === "en-sus" ? say`Liste en sus demandée` : say`Inscription demandée`,
    say`La demande est enregistrée le ${letter.today(letter.text("list") === "en-sus" ? by.listeEnSusLaw : by.listingDutyLaw)}.`,
  ],
  listingInformation: (letter) => [
    say`Renseignements demandés pour l'inscription`,
    say`Les ministres demandent, le ${letter.today(by.listingLaw)} ; le délai d'inscription s'arrête à votre réception :`,
    letter.items("items"),
  ],
  listingDraft: (letter) => [
    say`Projet d'avis de droit commun`,
    say`La commission vous transmet son projet le ${letter.today(by.listingHearingLaw)} : vous pouvez l'observer, ou demander à être entendu, jusqu'au ${letter.lastDay("listingObservations")}.`,
  ],
  commonLawOpinion: (letter) => [
    say`Avis de droit commun`,
    say`La commission de la transparence s'est prononcée le ${letter.today(by.review.commonLaw)} : SMR ${letter.text("smr") === "sufficient" ? "suffisant" : "insuffisant"}${after(", ASMR ", letter.text("asmr"))}.`,
  ],
  listeEnSusOver: (letter) => [
    say`Le délai de la liste en sus est écoulé`,
    say`Les deux semaines sont passées depuis l'avis de droit commun ; ce délai est clos depuis le ${letter.today(by.listeEnSusLaw)}.`,
  ],
  listingDecided: (letter) => [
    letter.text("outcome") === "listed" ? say`Le médicament est inscrit` : say`L'inscription est refusée`,
    say`Décision du ${letter.today(by.listingLaw)}.`,
    letter.text("reasons"),
    letter.text("outcome") === "listed"
      ? say`La prise en charge au titre de l'accès précoce cesse avec l'avis de tarif.`
      : say`La prise en charge au titre de l'accès précoce continue jusqu'à l'arrêté des ministres.`,
  ],
  reminder: (letter) => {
    const delay = letter.text("delay");
    const lastDay = say`${letter.label(delay)} : le dernier jour est le ${letter.lastDay(delay)}.`;
    return [
      say`Échéance proche : ${letter.label(delay)}`,
      lastDay,
      delay === "authorisation" && letter.runs("prolongation")
        ? say`Un renouvellement demandé en temps utile est à l'examen : l'autorisation reste en vigueur jusqu'à la décision, dans la limite de sa prolongation.`
        : nothing,
    ];
  },
  listingWithdrawn: (letter) => [
    say`La demande d'inscription est retirée : ${letter.about}`,
    say`Le titulaire l'a retirée le ${letter.today(by.endByOrderLaw)}.`,
  ],
  endToPronounce: (letter) => [
    say`Fin de la prise en charge à prononcer : ${letter.about}`,
    say`Depuis le ${letter.today(by.endByOrderLaw)}, ${endGround(letter)} : il est mis fin à la prise en charge par un arrêté des ministres.`,
    say`La prise en charge continue jusqu'au jour que fixe cet arrêté. Il donne ses motifs, les voies et délais de recours (${by.endNotifiedLaw.ref}) ; sauf dispense, le titulaire est d'abord invité à présenter ses observations (${by.observationsLaw.ref}).`,
  ],
  endPronounced: (letter) => [
    say`Fin de la prise en charge prononcée : ${letter.about}`,
    say`Un arrêté des ministres du ${letter.today(by.endByOrderLaw)} met fin à la prise en charge : ${endGround(letter)}. Premier jour sans prise en charge : ${letter.dated("firstDayWithout", by.orderInForceLaw)} ; elle continue jusque-là.`,
    after("Motifs : ", letter.text("reasons")),
    after("Voies et délais de recours : ", letter.text("remedies")),
  ],
  coverageEnded: (letter) => [
    say`Fin de la prise en charge : ${letter.about}`,
    when(
      letter.dated("firstDayWithout", by.coverageLaw),
      (day) => say`Premier jour sans prise en charge au titre de l'accès précoce : ${day}`,
    ),
    letter.text("how") === "listed"
      ? say`Le médicament est désormais pris en charge dans le droit commun, aux conditions de son inscription.`
      : nothing,
    letter.text("how") === "expired"
      ? say`L'autorisation est expirée : la prise en charge, réservée aux spécialités qui en disposent, cesse avec elle (${by.expiryReading.ref}).`
      : nothing,
    letter.facts.lifted === true
      ? say`La commercialisation est arrêtée pour la sécurité des patients : la continuité des traitements n'est pas due (${by.dutiesLaw.ref}).`
      : letter.text("how") === "listed"
        ? say`La continuité des traitements en cours reste due pendant un an, aux conditions des listes (${by.continuityWhenListedLaw.ref}).`
        : say`La continuité des traitements en cours est due pendant un an au moins (${by.continuityLaw.ref}) ; les dernières conditions de prise en charge valent trois mois (${by.lastConditionsLaw.ref}).`,
  ],
  reportReceived: (letter) => [
    say`Rapport de synthèse reçu`,
    say`Le rapport et son projet de résumé sont reçus le ${letter.today(by.reportLaw)}.`,
    after("Patients traités depuis le précédent : ", letter.text("patients")),
  ],
  summaryPublished: (letter) => [
    say`Résumé du rapport de synthèse publié`,
    say`Publication le ${letter.today(by.reportLaw)} : ${letter.text("address")}`,
    letter.toApplicant
      ? say`Vous l'envoyez sans délai aux prescripteurs, aux pharmaciens et aux centres de pharmacovigilance et antipoison.`
      : nothing,
  ],
  newData: (letter) => [
    say`Nouvelles données`,
    say`Des données nouvelles sont déposées le ${letter.today(by.newDataLaw)} pour ${letter.about}.`,
  ],
  measureContemplated: (letter) => [
    say`Mesure envisagée : ${measuresInFrench[letter.text("measure")] ?? letter.text("measure")}`,
    say`Qui l'envisage, le ${letter.today(by.observationsLaw)} : ${authority(letter)}.`,
    after("Motif : ", say`${measureGrounds[letter.text("ground")] ?? letter.text("ground")}`),
    letter.text("reason"),
    say`Vous êtes invité à présenter vos observations, écrites ou, à votre demande, orales, avec un conseil de votre choix (${by.hearingLaw.ref}), jusqu'au ${letter.dated("until", by.observationsLaw)} : rien n'est prononcé avant la fin de ce jour.`,
  ],
  observations: (letter) => [
    say`Observations du titulaire`,
    say`Reçues le ${letter.today(by.observationsLaw)} :`,
    letter.text("observations"),
  ],
  suspended: (letter) => [
    say`L'autorisation est suspendue : ${letter.about}`,
    say`${authority(letter)} l'a suspendue le ${letter.today(by.suspensionLaw)}, jusqu'au ${letter.lastDay("authorisationSuspension")} au plus tard.`,
    letter.text("reason"),
  ],
  suspensionOver: (letter) => [
    say`La suspension est terminée : ${letter.about}`,
    say`L'autorisation reprend effet le ${letter.today(by.suspensionLaw)}.`,
  ],
  withdrawn: (letter) => [
    say`L'autorisation est retirée : ${letter.about}`,
    letter.text("how") === "silence"
      ? say`Un mois de silence de la HAS vaut acceptation de la demande du titulaire : le retrait est acquis depuis le ${letter.today(by.holderWithdrawalLaw)}.`
      : say`La HAS a retiré l'autorisation le ${letter.today(by.measureLaw)}.`,
    letter.text("reason"),
  ],
  withdrawalAcknowledged: (letter) => [
    say`Retrait demandé par le titulaire`,
    letter.party === "HAS"
      ? say`La demande est arrivée le ${letter.today(by.holderWithdrawalLaw)} : un accusé de réception est attendu.`
      : say`La HAS accuse réception le ${letter.today(by.holderWithdrawalLaw)}. Son silence jusqu'au ${letter.lastDay("holderWithdrawal")} vaut acceptation.`,
  ],
  marketingStopped: (letter) => [
    say`La commercialisation est arrêtée pour la sécurité des patients : ${letter.about}`,
    say`Arrêt du ${letter.today(by.dutiesLaw)} : la continuité des traitements n'est plus due.`,
  ],
  listedMeanwhile: (letter) => [
    say`Le médicament est inscrit pendant la continuité : ${letter.about}`,
    say`Depuis le ${letter.today(by.continuityWhenListedLaw)}, les conditions de dispensation et de prise en charge sont celles des listes ; la continuité va à son terme.`,
  ],
  lastConditionsOver: (letter) => [
    say`Fin des dernières conditions de prise en charge`,
    say`Elles ne valent plus depuis le ${letter.today(by.lastConditionsLaw)} ; la continuité des traitements se poursuit.`,
  ],
  continuityOver: (letter) => [
    say`Fin de la continuité des traitements`,
    say`L'année de continuité est achevée depuis le ${letter.today(by.continuityLaw)}.`,
  ],
  penalty: (letter) => {
    const written: Readonly<Record<string, Writing>> = {
      opened: [
        say`Une pénalité est envisagée`,
        say`${authority(letter)} vous notifie${letter.text("authority") === "ministers" ? "nt" : ""} un manquement le ${letter.today(by.penaltyProcedureLaw)} :`,
        letter.text("breach"),
        say`Vous pouvez présenter vos observations jusqu'au ${letter.lastDay("penaltyObservations")} et demander à être entendu jusqu'au ${letter.lastDay("penaltyHearingRequest")}. Le chiffre d'affaires nécessaire est à donner jusqu'au ${letter.lastDay("penaltyTurnover")}.`,
      ],
      observed: [say`Observations reçues`, say`Le titulaire a répondu le ${letter.today(by.penaltyProcedureLaw)}.`],
      "turnover-asked": [
        say`Mise en demeure`,
        say`Votre chiffre d'affaires est à donner jusqu'au ${letter.lastDay("penaltyFormalNotice")}.`,
      ],
      "turnover-given": [say`Chiffre d'affaires reçu`, say`Reçu le ${letter.today(by.penaltyProcedureLaw)}.`],
      decided: [
        say`Pénalité décidée`,
        say`Décision du ${letter.today(by.penaltyLaw)} : ${letter.text("percent")} % du chiffre d'affaires de vingt-quatre mois.`,
        letter.text("reason"),
        letter.facts.percent === 0 ? nothing : say`À verser jusqu'au ${letter.lastDay("penaltyPayment")}.`,
      ],
      paid: [say`Pénalité versée`, say`Versement du ${letter.today(by.penaltyLaw)}.`],
    };
    return written[letter.text("stage")] ?? [say`Procédure de pénalité`];
  },
  declared: (letter) => [
    say`Déclaration annuelle reçue`,
    say`Chiffre d'affaires et unités de ${letter.text("year")}, déclarés le ${letter.today(by.declarationLaw)}.`,
  ],
});
