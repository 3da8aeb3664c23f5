import { type Letter, say } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { AnsCertification } from "./definition.js";
import * as by from "./sources.js";

/** What each party of a certificate reads, in French: what happened, by which text, and what follows. */

type Own = Letter<AnsCertification>;
const lppr = ({ filing }: Own): boolean => filing.list === "lppr";
const validation = (letter: Own) => (lppr(letter) ? "lpprValidation" : "validation");
const information = (letter: Own) => (lppr(letter) ? "lpprInformation" : "information");
const silence = (letter: Own) => (lppr(letter) ? by.lpprSilenceLaw : by.silenceLaw);
const abandonment = (letter: Own) => (lppr(letter) ? by.lpprAbandonmentLaw : by.abandonmentLaw);
const endOf = (letter: Own) => (lppr(letter) ? by.lpprEndLaw : by.endLaw);

export const letters = lettersOf<AnsCertification>({
  requested: (letter) => [
    say`Demande de validation reçue`,
    say`La demande a été déposée le ${letter.today(by.applicationLaw)}. Le délai de l'ANS court de son accusé de réception, qui atteste qu'elle comporte les pièces requises (${by.acknowledgementLaw.ref}).`,
  ],
  missingItems: (letter) => [
    say`Pièces manquantes`,
    say`L'ANS a constaté le ${letter.today(by.missingLaw)} qu'il manque :`,
    letter.items("missing"),
  ],
  acknowledged: (letter) => [
    say`Accusé de réception de la demande`,
    say`L'ANS a accusé réception le ${letter.today(by.acknowledgementLaw)} d'une demande complète. Décision : ${letter.length(validation(letter))}, dernier jour le ${letter.lastDay(validation(letter))}.`,
    say`Sans décision à cette date, la demande est rejetée (${silence(letter).ref}). Un rejet, exprès ou né du silence, se conteste devant le tribunal administratif dans les deux mois (${by.silentRejectionLaw.ref}).`,
  ],
  informationRequested: (letter) => [
    say`Renseignements complémentaires demandés`,
    say`Le ${letter.today(by.informationLaw)}, l'ANS vous demande :`,
    letter.items("items"),
    say`Délai imparti : ${letter.text("days")} jours ; le dernier jour est le ${letter.lastDay(information(letter))}. Sans réponse complète, la demande est réputée abandonnée (${abandonment(letter).ref}).`,
    say`Le délai de l'ANS est suspendu depuis la notification, jusqu'à la réception de ce qui est demandé.`,
  ],
  informationPartial: (letter) => [
    say`Réponse partielle reçue`,
    say`Une partie des renseignements a été reçue le ${letter.today(by.suspensionLaw)}. Il manque :`,
    letter.items("missing"),
  ],
  informationComplete: (letter) => [
    say`Réponse complète reçue`,
    say`Tous les renseignements de la demande « ${letter.about} » sont reçus depuis le ${letter.today(by.suspensionLaw)} : le délai reprend.`,
  ],
  abandoned: (letter) => [
    say`Demande réputée abandonnée`,
    say`Les renseignements de la demande « ${letter.about} » n'ont pas été transmis dans le délai imparti : au ${letter.today(abandonment(letter))}, la demande de validation est réputée abandonnée. Une nouvelle demande peut être déposée.`,
  ],
  withdrawn: (letter) => [
    say`Demande de validation retirée`,
    say`La demande a été retirée le ${letter.today(by.applicationLaw)}.`,
  ],
  validated: (letter) => [
    say`Certificat de conformité`,
    say`L'ANS a validé le ${letter.today(by.decisionLaw)} la conformité du dispositif : certificat ${letter.text("reference")}. Il se joint à la demande d'inscription. L'ANS peut, à tout moment, en vérifier le respect par un audit (${by.auditLaw.ref}).`,
  ],
  refused: (letter) => [
    say`Validation refusée`,
    say`L'ANS a refusé le ${letter.today(by.decisionLaw)} de valider la conformité du dispositif.`,
    say`Motifs : ${letter.text("reasons")}\nVoies et délais de recours : ${letter.text("remedies")}`,
  ],
  silentRejection: (letter) => [
    say`Demande rejetée par le silence de l'ANS`,
    say`Aucune décision n'a été communiquée dans le délai : au ${letter.today(silence(letter))}, ce silence vaut rejet de la demande de validation. Les motifs peuvent en être demandés (${by.reasonsLaw.ref}).`,
    letter.toApplicant
      ? say`Recours devant le tribunal administratif jusqu'au ${letter.lastDayOfAppeal()}.`
      : say`Le demandeur peut former un recours devant le tribunal administratif.`,
  ],
  auditCompliant: (letter) => [
    say`Audit sans manquement`,
    say`L'audit du ${letter.today(by.auditLaw)} ne constate pas de manquement : ${letter.text("findings")}`,
  ],
  breachFound: (letter) => [
    say`Manquement constaté`,
    say`Un audit a constaté le ${letter.today(by.auditLaw)} un manquement : ${letter.text("findings")}`,
    say`Le titulaire peut présenter ses observations jusqu'au ${letter.dated("until", by.observationsLaw)}. L'ANS met fin au certificat sur un manquement constaté (${endOf(letter).ref}) ; jusque-là, il vaut.`,
  ],
  observationsMade: (letter) => [
    say`Observations sur le manquement constaté`,
    say`Le titulaire a présenté ses observations le ${letter.today(by.observationsLaw)} :`,
    letter.text("observations"),
  ],
  certificateEnded: (letter) => [
    say`Fin du certificat de conformité`,
    say`L'ANS a mis fin le ${letter.today(endOf(letter))} au certificat ${letter.text("reference")}, en entier. Les dossiers liés qui reposent sur lui en sont informés.`,
    say`Motifs : ${letter.text("reasons")}\nVoies et délais de recours : ${letter.text("remedies")}`,
  ],
  referentialChanged: (letter) => [
    say`Référentiels modifiés`,
    say`Le ${letter.today(by.newCertificateLaw)}, une modification des référentiels est signalée, en vigueur le ${letter.dated("from", by.newCertificateLaw)}. L'exploitant d'une activité ou d'un dispositif inscrit sollicite un nouveau certificat dans les quinze jours qui suivent (${by.newCertificateLaw.ref}, ${by.lpprNewCertificateLaw.ref}). Le certificat vaut jusqu'à son remplacement.`,
  ],
  certificateReplaced: (letter) => [
    say`Certificat remplacé`,
    say`Depuis le ${letter.today(by.newCertificateLaw)}, le certificat ${letter.text("replacement")} remplace le certificat ${letter.text("reference")}.`,
  ],
});
