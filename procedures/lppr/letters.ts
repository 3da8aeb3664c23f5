import { delistingLetters } from "../delisting-letters.js";
import { type Letter, nothing, type Sentence, say, senseInFrench, when } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { Lppr } from "./definition.js";
import * as by from "./sources.js";

/** What each party of a listing reads, in French: what happened, by which text, and what follows. */

const bars: Readonly<Record<string, { readonly why: string; readonly ref: string }>> = {
  marketing: { why: "il ne satisfait pas aux exigences de mise sur le marché", ref: by.marketingLaw.ref },
  telemonitoring: {
    why: "ses fonctionnalités sont exclusivement de télésurveillance médicale, qui relève d'une autre liste",
    ref: by.telemonitoringLaw.ref,
  },
  certificate: {
    why: "aucun certificat de conformité de l'ANS n'est joint au dossier de ce dispositif médical numérique",
    ref: by.certificateLaw.ref,
  },
};

const refusal = (letter: Letter<Lppr>): Sentence =>
  letter.has("reasons")
    ? say`Motifs : ${letter.text("reasons")}\nVoies et délais de recours (${by.refusalLaw.ref}) : ${letter.text("remedies")}`
    : nothing;

export const letters = lettersOf<Lppr>({
  requested: (letter) => [
    say`Demande d'inscription sur la LPPR reçue`,
    say`La demande a été reçue le ${letter.today(by.applicationLaw)} par les ministres ; la CNEDiMTS en reçoit copie, et le CEPS avec le dossier de tarif (${by.priceFileLaw.ref}).`,
    say`Les décisions d'inscription et de tarif sont prises et communiquées dans un délai de ${letter.length("listingDecision")} : le dernier jour est le ${letter.lastDay("listingDecision")}. Aucun texte n'attache d'effet au silence.`,
  ],
  notListable: (letter) => {
    const bar = bars[letter.text("why")];
    return [
      say`Le produit ne peut être inscrit en l'état`,
      say`Au ${letter.today(by.applicationLaw)}, le produit ne peut être inscrit : ${bar?.why ?? ""} (${bar?.ref ?? ""}).`,
      say`La demande est reçue et les délais courent ; l'inscription ne pourra être accordée tant qu'il en est ainsi.`,
    ];
  },
  informationRequested: (letter) => [
    say`Renseignements complémentaires exigés`,
    say`Le ${letter.today(by.requestLaw)}, ${letter.shape.parties[letter.text("party")]?.label ?? letter.text("party")} vous demande :`,
    letter.items("items"),
    say`Le délai de décision s'arrête au jour où vous recevez cette demande, et reprend au jour où votre réponse est reçue. Aucun délai de réponse n'est fixé par le texte.`,
  ],
  delaysStopped: (letter) => [
    say`Délai suspendu`,
    say`La demande « ${letter.about} » a été reçue le ${letter.today(by.suspensionLaw)} : le délai de décision est suspendu depuis ce jour.`,
  ],
  delaysResumed: (letter) => [
    say`Délai repris`,
    say`La réponse à la demande « ${letter.about} » a été reçue le ${letter.today(by.suspensionLaw)} : le délai de décision reprend.`,
    when(letter.lastDay("listingDecision"), (day) => say`Décision d'inscription : dernier jour le ${day}.`),
    when(letter.lastDay("tariffDecision"), (day) => say`Décision de tarif : dernier jour le ${day}.`),
    when(letter.lastDay("tariffChange"), (day) => say`Modification du tarif : dernier jour le ${day}.`),
  ],
  opinionCommunicated: (letter) => [
    say`Avis de la CNEDiMTS`,
    say`La commission vous a communiqué le ${letter.today(by.opinionLaw)} un avis ${senseInFrench(letter.text("sense"))}.`,
    say`Vous pouvez demander à être entendu ou adresser vos observations dans un délai de ${letter.length("opinionAnswer")} : le dernier jour est le ${letter.lastDay("opinionAnswer")}.`,
  ],
  opinionAnswered: (letter) => [
    say`Réponse du demandeur à l'avis`,
    letter.text("wish") === "hearing"
      ? say`Le demandeur a demandé à être entendu le ${letter.today(by.opinionAnswerLaw)}. L'audition a lieu au plus tard le ${letter.lastDay("hearing")}.`
      : say`Le demandeur a adressé ses observations le ${letter.today(by.opinionAnswerLaw)}.`,
    letter.text("observations"),
  ],
  finalOpinion: (letter) => [
    say`Avis définitif de la CNEDiMTS`,
    say`La commission a rendu le ${letter.today(by.finalOpinionLaw)} un avis définitif ${senseInFrench(letter.text("sense"))}. Il est rendu public sans délai.`,
  ],
  withdrawn: (letter) => [
    say`Demande d'inscription retirée`,
    say`La demande a été retirée le ${letter.today(by.withdrawalLaw)}. La commission, sauf impossibilité, achève son examen et rend public son avis.`,
  ],
  decided: (letter) => [
    letter.text("outcome") === "listed" ? say`Inscription décidée` : say`Inscription refusée`,
    letter.text("outcome") === "listed"
      ? say`Les ministres ont décidé le ${letter.today(by.decisionLaw)} d'inscrire l'indication ${letter.indication()}. La décision est publiée au Journal officiel.`
      : say`Les ministres ont refusé le ${letter.today(by.refusalLaw)} d'inscrire l'indication ${letter.indication()}.`,
    refusal(letter),
    letter.text("outcome") === "refused" && letter.toApplicant
      ? say`Pour information, un recours serait hors délai après le ${letter.lastDayOfAppeal()}.`
      : nothing,
  ],
  tariffDecided: (letter) => [
    say`Tarif décidé`,
    say`Le CEPS a fixé le tarif le ${letter.today(by.decisionLaw)}, ${letter.facts.agreement === true ? "par convention" : "par décision"} : ${letter.text("tariff")}. Il est publié au Journal officiel.`,
  ],
  listed: (letter) => [
    say`Produit inscrit sur la LPPR`,
    say`L'inscription, publiée le ${letter.today(by.publicationLaw)} (${letter.text("journal")}), prend effet le ${letter.dated("from", by.orderInForceLaw)}.`,
    say`Elle dure jusqu'au ${letter.lastDay(letter.filing.form === "brand" ? "term" : "genericTerm")}. Son renouvellement se demande au plus tard le ${letter.lastDay("renewalRequest")}.`,
  ],
  renewalRequested: (letter) => [
    say`Renouvellement demandé dans le délai`,
    say`Le renouvellement a été demandé le ${letter.today(by.renewalRequestLaw)}. La décision est communiquée avant l'expiration, le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`,
    say`Sans publication de la décision à cette date, et si le dossier est complet, le renouvellement est accordé tacitement, tarif reconduit (${by.tacitRenewalLaw.ref}).`,
  ],
  renewalLate: (letter) => [
    say`Renouvellement demandé trop tard`,
    say`Le renouvellement a été demandé le ${letter.today(by.renewalRequestLaw)}, moins de 180 jours avant l'expiration. Il est examiné ; le silence ne le vaudra pas.`,
    say`Sans décision publiée, l'inscription expire le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`,
  ],
  renewalOverdue: (letter) => [
    say`Date limite du renouvellement passée`,
    say`Aucune demande de renouvellement n'a été reçue avant le ${letter.today(by.renewalRequestLaw)}. Une demande déposée désormais ne peut plus être tacitement accordée ; l'inscription expire le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`,
  ],
  renewalIncomplete: (letter) => [
    say`Dossier de renouvellement incomplet`,
    say`Les ministres ont constaté le ${letter.today(by.tacitRenewalLaw)} qu'il manque :`,
    letter.items("missing"),
    say`Seul un dossier complet peut être tacitement renouvelé, à l'expiration du ${letter.dated("lastDay", by.tacitRenewalLaw)}.`,
  ],
  renewalDecided: (letter) => [
    letter.text("outcome") === "renewed" ? say`Renouvellement décidé` : say`Renouvellement refusé`,
    letter.text("outcome") === "renewed"
      ? say`Les ministres ont décidé le ${letter.today(by.renewalDecisionLaw)} de renouveler l'inscription, qui suit le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`
      : say`Les ministres ont refusé le ${letter.today(by.refusalLaw)} de renouveler l'inscription, qui expire le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`,
    refusal(letter),
  ],
  renewed: (letter) => [
    say`Inscription renouvelée`,
    say`L'inscription est renouvelée à compter du ${letter.today(by.renewalDecisionLaw)}.`,
  ],
  tacitlyRenewed: (letter) => [
    say`Inscription renouvelée tacitement`,
    say`Aucune décision n'était publiée à l'expiration : le renouvellement est accordé tacitement le ${letter.dated("on", by.tacitRenewalLaw)} à 0 heure. Il avait été demandé le ${letter.dated("askedOn", by.renewalRequestLaw)}, avec un dossier complet.`,
    say`Le tarif et, le cas échéant, le prix en vigueur sont reconduits. Un avis est publié au Journal officiel. Cette lettre en atteste.`,
  ],
  expired: (letter) => [
    say`Inscription expirée`,
    say`L'inscription n'est plus en vigueur depuis le ${letter.dated("on", by.renewalDecisionLaw)} : sa durée est écoulée sans renouvellement.`,
  ],
  certificateStruck: (letter) => [
    say`Fin du certificat de conformité`,
    say`L'ANS a mis fin le ${letter.today(by.auditLaw)} au certificat de conformité : ${letter.text("reasons")}`,
    say`Sans certificat, le dispositif ne peut être inscrit (${by.certificateLaw.ref}, 5°) ; inscrit, il peut être radié (${by.delistingGroundsLaw.ref}, II, 4°). Rien n'est automatique.`,
  ],
  ...delistingLetters(by, {
    mayBeDelisted: "le produit peut être radié",
    whose: "du produit",
    pronounced: "prononcée",
  }),
  changeProposed: (letter) => [
    say`Modification des conditions d'inscription envisagée`,
    say`Les ministres vous informent le ${letter.today(by.projectLaw)} d'un projet : ${letter.text("project")}`,
    say`Observations écrites jusqu'au ${letter.lastDay("changeObservations")} ; demande d'audition jusqu'au ${letter.lastDay("changeHearingRequest")}.`,
  ],
  changeOpinion: (letter) => [
    say`Avis de la CNEDiMTS sur la modification envisagée`,
    say`La commission a rendu son avis le ${letter.today(by.projectOpinionLaw)} : ${letter.text("opinion")}`,
  ],
  changeDecided: (letter) => [
    say`Modification envisagée : décision`,
    letter.text("outcome") === "changed"
      ? say`Les conditions d'inscription sont modifiées par une décision du ${letter.today(by.projectDecisionLaw)}. ${letter.text("journal")}`
      : say`Les ministres ont renoncé à la modification le ${letter.today(by.projectDecisionLaw)}.`,
  ],
  tariffProposed: (letter) => [
    say`Tarif envisagé`,
    say`Le CEPS vous informe le ${letter.today(by.projectPriceLaw)} du tarif qu'il envisage : ${letter.text("planned")}.`,
    say`Vous pouvez présenter vos observations ou demander à être entendu jusqu'au ${letter.lastDay("tariffAnswer")}.`,
  ],
  tariffSet: (letter) => [
    say`Tarif envisagé : suite donnée`,
    letter.text("outcome") === "set"
      ? say`Le CEPS a fixé le tarif le ${letter.today(by.projectPriceLaw)}. ${letter.text("journal")}`
      : say`Le CEPS a renoncé au tarif envisagé le ${letter.today(by.projectPriceLaw)}.`,
  ],
  tariffChangeRequested: (letter) => [
    say`Modification du tarif demandée`,
    say`Le CEPS a reçu la demande le ${letter.today(by.tariffChangeLaw)} : ${letter.text("asked")}. Il notifie sa décision au plus tard le ${letter.lastDay("tariffChange")} ; sinon la modification est accordée tacitement (${by.tacitTariffLaw.ref}).`,
  ],
  tariffChangeNotified: (letter) => [
    say`Modification du tarif : décision`,
    letter.text("outcome") === "granted"
      ? say`Le CEPS a accordé la modification le ${letter.today(by.tariffChangeLaw)} : ${letter.text("asked")}.`
      : say`Le CEPS a refusé la modification le ${letter.today(by.refusalLaw)}.`,
    refusal(letter),
  ],
  tariffTacitlyChanged: (letter) => [
    say`Modification du tarif accordée tacitement`,
    say`Aucune décision n'a été notifiée dans le délai : la modification est accordée tacitement le ${letter.dated("on", by.tacitTariffLaw)} à 0 heure : ${letter.text("asked")}.`,
    say`Un avis la mentionne au Journal officiel. Cette lettre en atteste.`,
  ],
  coverageSuspended: (letter) => [
    say`Prise en charge suspendue`,
    say`La mise sur le marché du produit est suspendue par l'ANSM le ${letter.today(by.measureLaw)} (${letter.text("measure")}) : sa prise en charge l'est aussi. La modification des conditions d'inscription est engagée.`,
  ],
  coverageResumed: (letter) => [
    say`Prise en charge reprise`,
    say`La suspension est levée le ${letter.today(by.measureLaw)} : la prise en charge reprend.`,
  ],
});
