import { nothing, say } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { RencontrePrecoce } from "./definition.js";
import * as by from "./sources.js";

/** What the applicant and the HAS read of a rencontre précoce. No object of a letter names the product: the case is confidential. */

const grounds: Readonly<Record<string, string>> = {
  "second-meeting": `un rendez-vous a déjà eu lieu pour la même technologie (${by.secondMeeting.ref})`,
  "consultant-alone": `un consultant est seul à représenter le demandeur (${by.consultantAlone.ref})`,
  "main-object": `les questions réglementaires, ou relatives à la prise en charge, en sont l'objet principal (${by.mainObject.ref})`,
  timing: `l'évaluation clinique du dossier pour l'admission au remboursement est engagée (${by.timing.ref})`,
  "study-started": `l'étude clinique a débuté (${by.studyStarted.ref})`,
  "lack-of-interest": `l'intérêt d'une rencontre n'est pas établi par les éléments transmis (${by.interest.ref})`,
  "out-of-scope": `le produit n'entre pas dans le champ de ces rencontres (${by.scope.ref})`,
};

const whyNotHeld: Readonly<Record<string, string>> = {
  "consultant-alone": `le consultant était seul à représenter le demandeur, ce que le guide exclut (${by.consultantAlone.ref})`,
  "applicant-absent": "personne ne s'est présenté pour le demandeur",
  postponed: "il a été reporté",
  other: "il n'a pas pu se tenir",
};

const secrecy = say`Vos données et ces échanges sont confidentiels. Les agents de la HAS et les experts sont tenus au secret professionnel (${by.secrecyLaw.ref}, ${by.expertSecrecyLaw.ref}) ; aucun accord supplémentaire de confidentialité n'est signé (${by.noAgreement.ref}).`;

const force = say`Les conseils et avis formulés ne sont valables qu'à la date de la rencontre. Ils ne vous contraignent pas ; ils n'engagent pas la HAS et ne pourront être opposés lors de l'évaluation par les commissions (${by.bindsNobody.ref}).`;

export const letters = lettersOf<RencontrePrecoce>({
  requested: (letter) => [
    say`Votre demande de rencontre précoce est reçue`,
    say`La HAS a reçu votre demande le ${letter.today(by.channel)}.`,
    say`Le rendez-vous sera planifié quand tous les éléments du dossier auront été transmis (${by.planning.ref}). La HAS évalue l'intérêt de la rencontre et peut refuser une demande (${by.interest.ref}).`,
    say`Le guide ne fixe aucun délai à ces deux étapes : nous n'en annonçons pas ; vous serez prévenu à chacune.`,
    secrecy,
  ],
  toExamine: (letter) => [
    say`Demande de rencontre précoce à examiner`,
    say`Une demande est arrivée par Sésame le ${letter.today(by.channel)}. Sont attendues, dans l'ordre que vous voudrez, la complétude du dossier et la recevabilité de la demande.`,
  ],
  itemsReceived: (letter) => [
    say`De nouveaux éléments sont arrivés`,
    say`Le demandeur a transmis, le ${letter.today(by.items)} :`,
    letter.items("items"),
  ],
  incomplete: (letter) => [
    say`Il manque des éléments à votre dossier`,
    say`La HAS a examiné votre dossier le ${letter.today(by.items)}. Il manque :`,
    letter.items("missing"),
    say`Le rendez-vous sera planifié une fois ces éléments transmis (${by.planning.ref}). Aucun délai ne vous est imposé.`,
  ],
  complete: (letter) => [
    say`Votre dossier est complet`,
    say`Tous les éléments de votre dossier sont transmis, ce que la HAS a constaté le ${letter.today(by.items)}.`,
    say`Vous pouvez encore envoyer des documents jusqu'au rendez-vous : aucun document non transmis au préalable ne pourra y être discuté (${by.documentsBeforehand.ref}).`,
  ],
  consultantAlone: (letter) => [
    say`Un consultant ne peut être seul à vous représenter`,
    say`D'après la liste du ${letter.today(by.consultantAlone)}, seuls des consultants participeraient à la réunion pour vous. Un consultant peut y participer, mais aucun rendez-vous n'est accepté avec le consultant pour seul représentant du demandeur.`,
    say`Désignez au moins une personne de votre entreprise : votre demande reste ouverte.`,
  ],
  studyStarted: (letter) => [
    say`Étude débutée : la HAS doit trancher`,
    say`L'étude « ${letter.text("study")} » a débuté, ou débuterait avant le rendez-vous : c'est signalé depuis le ${letter.today(by.studyStarted)}.`,
    letter.toApplicant
      ? say`Une rencontre précoce n'a d'intérêt que si l'étude clinique n'a pas encore débuté. Ce n'est pas un refus : la HAS dira si elle maintient la rencontre.`
      : say`Il vous revient de dire si la rencontre est maintenue, ou si la demande est refusée.`,
  ],
  studySettled: (letter) => [
    say`La rencontre est maintenue`,
    say`Bien que l'étude ait débuté, la HAS maintient la rencontre. Elle l'a dit le ${letter.today(by.studyStarted)} :`,
    letter.text("reasons"),
  ],
  accepted: (letter) => [
    say`Votre demande est recevable`,
    say`La HAS a accepté votre demande le ${letter.today(by.interest)}. Le rendez-vous, d'une heure, se planifie une fois le dossier complet.`,
  ],
  refused: (letter) => [
    say`Votre demande de rencontre précoce est refusée`,
    say`La HAS a refusé votre demande le ${letter.today(by.interest)}, pour les motifs suivants :`,
    say`${letter
      .strings("grounds")
      .map((ground) => `— ${grounds[ground] ?? ground} ;`)
      .join("\n")}`,
    letter.text("reasons"),
    letter.strings("grounds").includes("main-object")
      ? say`Pour des questions réglementaires ou relatives à la prise en charge, un rendez-vous pré-dépôt est possible : predepot.dmdmn@has-sante.fr.`
      : nothing,
    letter.strings("grounds").includes("second-meeting")
      ? nothing
      : say`Aucune rencontre n'ayant eu lieu, ce refus n'empêche pas une nouvelle demande pour la même technologie.`,
  ],
  planned: (letter) => [
    letter.toApplicant ? say`Votre rencontre précoce est planifiée` : say`Rencontre précoce planifiée`,
    say`Le rendez-vous, d'une heure, aura lieu le ${letter.dated("on", by.meeting)}. ${letter.text("at")}.`,
    letter.text("language") === "en" ? say`Il se déroulera en anglais (${by.english.ref}).` : nothing,
    letter.strings("services").length > 0
      ? say`Y participeront aussi les services suivants de la HAS :\n${letter.items("services")}`
      : nothing,
    letter.toApplicant
      ? say`Un consultant peut y participer, mais pas seul (${by.consultantAlone.ref}). Aucun document non transmis au préalable ne pourra être discuté (${by.documentsBeforehand.ref}).`
      : say`Aucun membre de la CNEDiMTS ne peut y participer (${by.noCommissionMember.ref}).`,
    letter.toApplicant ? force : nothing,
  ],
  notHeld: (letter) => [
    say`Le rendez-vous n'a pas eu lieu`,
    say`Le rendez-vous du ${letter.today(by.meeting)} n'a pas eu lieu : ${whyNotHeld[letter.text("reason")] ?? ""}.`,
    letter.text("detail"),
    say`Vous ne perdez aucun droit : c'est un second rendez-vous qui est exclu (${by.secondMeeting.ref}), et celui-ci n'a pas eu lieu. Il sera planifié à nouveau.`,
  ],
  held: (letter) =>
    letter.toApplicant
      ? [
          say`Après votre rencontre précoce`,
          say`La rencontre a eu lieu le ${letter.today(by.meeting)}.`,
          force,
          say`Vous rédigez le compte rendu, au format de l'annexe 2, et l'adressez à la HAS en version Word modifiable (${by.editable.ref}). Délai : ${letter.length("minutes")} (${letter.rule("minutes").source.ref}) ; le dernier jour est le ${letter.lastDay("minutes")}. Aucun texte n'attache d'effet à un retard.`,
          say`Un second rendez-vous ne peut être sollicité pour la même technologie (${by.secondMeeting.ref}).`,
        ]
      : [
          say`Rencontre précoce tenue`,
          say`La rencontre a eu lieu le ${letter.today(by.meeting)}. Le compte rendu du demandeur est attendu jusqu'au ${letter.lastDay("minutes")}.`,
          letter.items("experts") === nothing
            ? nothing
            : say`Les experts qui y ont participé ne pourront pas participer à l'évaluation du produit (${by.expertExclusion.ref}) :\n${letter.items("experts")}`,
        ],
  minutesReceived: (letter) => [
    letter.toApplicant ? say`Votre compte rendu est reçu` : say`Compte rendu à relire`,
    say`Le compte rendu est arrivé à la HAS le ${letter.today(by.minutes)}.`,
    say`La HAS y intègre toute modification qui lui semble nécessaire et le retourne. Délai : ${letter.length("amendedMinutes")} (${letter.rule("amendedMinutes").source.ref}) ; le dernier jour est le ${letter.lastDay("amendedMinutes")}.`,
  ],
  minutesReturned: (letter) => [
    say`Le compte rendu vous est retourné`,
    say`La HAS vous a retourné le compte rendu le ${letter.today(by.amendedMinutes)}, ${letter.facts.amended === true ? "avec ses modifications" : "sans modification"} : « ${letter.text("document")} ».`,
    say`Il est conservé par vous et par la HAS. Il n'est pas publié (${by.kept.ref}).`,
    force,
  ],
  withdrawn: (letter) => [
    say`La demande de rencontre précoce est retirée`,
    say`Le demandeur a retiré sa demande le ${letter.today(by.principles)}. La rencontre est optionnelle et n'a pas eu lieu : une nouvelle demande reste possible.`,
  ],
});
