import { delistingLetters } from "../delisting-letters.js";
import { type Letter, nothing, type Sentence, say, senseInFrench } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { Latm } from "./definition.js";
import * as by from "./sources.js";

/** What each party of a listing reads, in French: what happened, by which text, and what follows. */

const refusal = (letter: Letter<Latm>): Sentence =>
  letter.has("reasons")
    ? say`Motifs : ${letter.text("reasons")}\nVoies et délais de recours : ${letter.text("remedies")}`
    : nothing;
const opinionDelay = ({ filing }: Letter<Latm>) => (filing.underPecan ? "pecanOpinion" : "opinion");
const decisionDelay = ({ filing }: Letter<Latm>) => (filing.underPecan ? "pecanDecision" : "decision");
const party = (letter: Letter<Latm>): string =>
  letter.shape.parties[letter.text("party")]?.label ?? letter.text("party");

export const letters = lettersOf<Latm>({
  requested: (letter) => [
    say`Demande d'inscription sur la LATM reçue`,
    say`La demande a été déposée le ${letter.today(by.applicationLaw)} ; la CNEDiMTS et les conseils nationaux professionnels en reçoivent copie. Les délais courent de l'accusé de réception des ministres (${by.acknowledgementLaw.ref}).`,
  ],
  certificateAwaited: (letter) => [
    say`Certificat de conformité attendu`,
    say`Au ${letter.today(by.certificateLaw)}, aucun certificat de conformité n'est joint à votre demande. Il s'obtient de l'ANS avant de solliciter l'inscription ; la demande n'est pas complète sans lui.`,
  ],
  certificateStruck: (letter) => [
    say`Fin du certificat de conformité`,
    say`L'ANS a mis fin le ${letter.today(by.auditLaw)} au certificat de conformité : ${letter.text("reasons")}`,
    say`Sans certificat, l'activité ne peut être inscrite (${by.certificateBarLaw.ref}) ; inscrite, elle peut être radiée (${by.delistingGroundsLaw.ref}, II, 3°). Rien n'est automatique.`,
  ],
  coverageEnded: (letter) => [
    say`Prise en charge anticipée terminée`,
    say`La prise en charge anticipée de l'indication ${letter.indication()} est terminée depuis le ${letter.today(by.pecanInformationLaw)}. Les délais qui courent gardent leur longueur ; une demande de renseignements laisse désormais dix jours au moins (${by.informationLaw.ref}).`,
  ],
  missingItems: (letter) => [
    say`Pièces manquantes`,
    say`Les ministres ont constaté le ${letter.today(by.acknowledgementLaw)} qu'il manque :`,
    letter.items("missing"),
  ],
  acknowledged: (letter) => [
    say`Accusé de réception de la demande`,
    say`Les ministres ont accusé réception le ${letter.today(by.acknowledgementLaw)} d'une demande complète.`,
    say`Avis de la CNEDiMTS : ${letter.length(opinionDelay(letter))}, dernier jour le ${letter.lastDay(opinionDelay(letter))}. Décision des ministres : ${letter.length(decisionDelay(letter))}, dernier jour le ${letter.lastDay(decisionDelay(letter))}.`,
  ],
  informationRequested: (letter) => [
    say`Renseignements complémentaires demandés`,
    say`Le ${letter.today(by.informationLaw)}, ${party(letter)} vous demande :`,
    letter.items("items"),
    say`Délai imparti : ${letter.text("days")} jours ; le dernier jour est le ${letter.lastDay(letter.filing.underPecan ? "pecanInformation" : "information")}. Sans réponse complète, la demande est réputée abandonnée (${by.abandonmentLaw.ref}).`,
    say`L'avis et la décision sont suspendus depuis la notification, jusqu'à la réception de ce qui est demandé.`,
  ],
  informationPartial: (letter) => [
    say`Réponse partielle reçue`,
    say`Une partie des renseignements a été reçue le ${letter.today(by.suspensionLaw)}. Il manque :`,
    letter.items("missing"),
  ],
  informationComplete: (letter) => [
    say`Réponse complète reçue`,
    say`Tous les renseignements de la demande « ${letter.about} » sont reçus depuis le ${letter.today(by.suspensionLaw)} : les délais reprennent.`,
  ],
  abandoned: (letter) => [
    say`Demande réputée abandonnée`,
    say`Les renseignements de la demande « ${letter.about} » n'ont pas été transmis dans le délai imparti : au ${letter.today(by.abandonmentLaw)}, la demande d'inscription est réputée abandonnée.`,
    say`La commission rend son avis tout de même : son délai a recommencé à courir à l'expiration du vôtre (${by.opinionAfterAbandonmentLaw.ref}).`,
  ],
  draftOpinion: (letter) => [
    say`Projet d'avis de la CNEDiMTS`,
    say`La commission a communiqué le ${letter.today(by.draftLaw)} un projet d'avis ${senseInFrench(letter.text("sense"))}.`,
    say`Observations écrites et demande d'audition : ${letter.length("draftAnswer")}, jusqu'au ${letter.lastDay("draftAnswer")}.`,
  ],
  draftObservations: (letter) => [
    say`Observations sur le projet d'avis`,
    say`Observations reçues le ${letter.today(by.draftLaw)} : ${party(letter)}.`,
    letter.text("observations"),
  ],
  hearingRequested: (letter) => [
    say`Audition demandée`,
    say`Une audition a été demandée le ${letter.today(by.draftLaw)} : ${party(letter)}. Elle a lieu au plus tard le ${letter.lastDay("hearing")}.`,
  ],
  opinion: (letter) => [
    say`Avis de la CNEDiMTS`,
    say`La commission a rendu le ${letter.today(by.opinionLaw)} un avis ${senseInFrench(letter.text("sense"))}. Il est publié sans délai (${by.publicationLaw.ref}).`,
  ],
  withdrawn: (letter) => [
    say`Demande d'inscription retirée`,
    say`La demande a été retirée le ${letter.today(by.withdrawalLaw)}. La commission, sauf impossibilité, achève l'examen d'une demande accusée et rend public son avis.`,
  ],
  decided: (letter) => [
    letter.text("outcome") === "listed" ? say`Inscription décidée` : say`Inscription refusée`,
    letter.text("outcome") === "listed"
      ? say`Les ministres ont décidé le ${letter.today(by.decisionLaw)} d'inscrire l'indication ${letter.indication()}.`
      : say`Les ministres ont refusé le ${letter.today(by.decisionLaw)} d'inscrire l'indication ${letter.indication()}.`,
    refusal(letter),
  ],
  listed: (letter) => [
    say`Activité inscrite sur la LATM`,
    say`L'inscription, publiée le ${letter.today(by.listLaw)} (${letter.text("journal")}), prend effet le ${letter.dated("from", by.orderInForceLaw)}. Elle dure jusqu'au ${letter.lastDay("term")} ; son renouvellement se demande au plus tard le ${letter.lastDay("renewalRequest")}.`,
  ],
  amount: (letter) => [
    say`Montant forfaitaire publié`,
    say`L'arrêté qui fixe le montant forfaitaire de l'activité est publié le ${letter.today(by.amountLaw)} (${letter.text("journal")}).`,
  ],
  renewalRequested: (letter) => [
    say`Renouvellement demandé dans le délai`,
    say`Le renouvellement a été demandé le ${letter.today(by.renewalRequestLaw)}. La décision est notifiée avant l'expiration, le ${letter.dated("lastDay", by.renewalDecisionLaw)} ; sans décision expresse, et si le dossier est complet, il est accordé tacitement (${by.tacitRenewalLaw.ref}).`,
  ],
  renewalLate: (letter) => [
    say`Renouvellement demandé trop tard`,
    say`Le renouvellement a été demandé le ${letter.today(by.renewalRequestLaw)}, moins de 120 jours avant l'expiration. Il est examiné ; le silence ne le vaudra pas. Sans décision, l'inscription expire le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`,
  ],
  renewalOverdue: (letter) => [
    say`Date limite du renouvellement passée`,
    say`Aucune demande de renouvellement n'a été reçue avant le ${letter.today(by.renewalRequestLaw)}. L'inscription expire le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`,
  ],
  renewalIncomplete: (letter) => [
    say`Dossier de renouvellement incomplet`,
    say`Les ministres ont constaté le ${letter.today(by.tacitRenewalLaw)} qu'il manque :`,
    letter.items("missing"),
    say`Seul un dossier complet peut être tacitement renouvelé, à l'expiration du ${letter.dated("lastDay", by.tacitRenewalLaw)}.`,
  ],
  renewalOpinion: (letter) => [
    say`Avis de la CNEDiMTS sur le renouvellement`,
    say`La commission a rendu le ${letter.today(by.renewalOpinionLaw)} un avis ${senseInFrench(letter.text("sense"))} sur le renouvellement.`,
  ],
  renewalDecided: (letter) => [
    letter.text("outcome") === "renewed" ? say`Renouvellement décidé` : say`Renouvellement refusé`,
    say`Les ministres ont décidé le ${letter.today(by.renewalDecisionLaw)} du renouvellement de l'inscription, dont la durée s'achève le ${letter.dated("lastDay", by.renewalDecisionLaw)}.`,
    refusal(letter),
  ],
  renewed: (letter) => [
    say`Inscription renouvelée`,
    say`L'inscription est renouvelée à compter du ${letter.today(by.renewalDecisionLaw)}.`,
  ],
  tacitlyRenewed: (letter) => [
    say`Inscription renouvelée tacitement`,
    say`Aucune décision expresse n'était prise à l'expiration : le renouvellement est accordé tacitement le ${letter.dated("on", by.tacitRenewalLaw)} à 0 heure. Il avait été demandé le ${letter.dated("askedOn", by.renewalRequestLaw)}, avec un dossier complet. Un avis est publié au Journal officiel. Cette lettre en atteste.`,
  ],
  expired: (letter) => [
    say`Inscription expirée`,
    say`L'inscription n'est plus en vigueur depuis le ${letter.dated("on", by.termLaw)} : sa durée est écoulée sans renouvellement.`,
  ],
  ...delistingLetters(by, {
    mayBeDelisted: "l'activité peut être radiée",
    whose: "de l'activité",
    pronounced: "prononcée par arrêté",
  }),
  lineProposed: (letter) => [
    say`Projet de ligne générique`,
    say`Un projet est publié au Journal officiel le ${letter.today(by.genericLineLaw)} : ${letter.text("line")}. Observations jusqu'au ${letter.lastDay("lineObservations")} ; demande d'audition jusqu'au ${letter.lastDay("lineHearingRequest")}.`,
  ],
  lineOpinion: (letter) => [
    say`Avis de la CNEDiMTS sur le projet de ligne générique`,
    say`La commission a rendu le ${letter.today(by.lineOpinionLaw)} un avis ${senseInFrench(letter.text("sense"))}.`,
  ],
  lineDecided: (letter) => [
    say`Projet de ligne générique : suite donnée`,
    letter.text("outcome") === "listed"
      ? say`La ligne générique est inscrite par un arrêté du ${letter.today(by.genericLineLaw)}. ${letter.text("journal")}`
      : letter.text("outcome") === "given-up"
        ? say`Les ministres ont renoncé au projet le ${letter.today(by.genericLineLaw)}.`
        : say`Un nouvel avis de projet est publié le ${letter.today(by.secondLineLaw)}. Observations jusqu'au ${letter.lastDay("secondLineObservations")}.`,
  ],
});
