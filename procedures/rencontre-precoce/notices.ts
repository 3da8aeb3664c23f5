import { dated, type Letter, type LettersOf, lettersOf } from "../letters.js";
import type { RencontrePrecoce } from "./definition.js";
import * as by from "./sources.js";

/** What the applicant and the HAS read of a rencontre précoce. No object of a letter names the product: the case is confidential. */

const groundInFrench: Readonly<Record<string, string>> = {
  "second-meeting": `un rendez-vous a déjà eu lieu pour la même technologie (${by.secondMeeting.ref})`,
  "consultant-alone": `un consultant est seul à représenter le demandeur (${by.consultantAlone.ref})`,
  "main-object": `les questions réglementaires, ou relatives à la prise en charge, en sont l'objet principal (${by.mainObject.ref})`,
  timing: `l'évaluation clinique du dossier pour l'admission au remboursement est engagée (${by.timing.ref})`,
  "study-started": `l'étude clinique a débuté (${by.studyStarted.ref})`,
  "lack-of-interest": `l'intérêt d'une rencontre n'est pas établi par les éléments transmis (${by.interest.ref})`,
  "out-of-scope": `le produit n'entre pas dans le champ de ces rencontres (${by.scope.ref})`,
};

const groundsOf = (grounds: unknown): string =>
  Array.isArray(grounds)
    ? grounds.map((ground) => `— ${groundInFrench[String(ground)] ?? String(ground)} ;`).join("\n")
    : "";

const whyNotHeld: Readonly<Record<string, string>> = {
  "consultant-alone": `le consultant était seul à représenter le demandeur, ce que le guide exclut (${by.consultantAlone.ref})`,
  "applicant-absent": "personne ne s'est présenté pour le demandeur",
  postponed: "il a été reporté",
  other: "il n'a pas pu se tenir",
};

const secrecy = `Vos données et ces échanges sont confidentiels. Les agents de la HAS et les experts sont tenus au secret professionnel (${by.secrecyLaw.ref}, ${by.expertSecrecyLaw.ref}) ; aucun accord supplémentaire de confidentialité n'est signé (${by.noAgreement.ref}).`;

const force = `Les conseils et avis formulés ne sont valables qu'à la date de la rencontre. Ils ne vous contraignent pas ; ils n'engagent pas la HAS et ne pourront être opposés lors de l'évaluation par les commissions (${by.bindsNobody.ref}).`;

const toApplicant = ({ party }: Letter): boolean => party === "applicant";

const letters = {
  requested: (letter) => [
    "Votre demande de rencontre précoce est reçue",
    `La HAS a reçu votre demande le ${letter.on(by.channel)}.`,
    `Le rendez-vous sera planifié quand tous les éléments du dossier auront été transmis (${by.planning.ref}). La HAS évalue l'intérêt de la rencontre et peut refuser une demande (${by.interest.ref}).`,
    "Le guide ne fixe aucun délai à ces deux étapes : nous n'en annonçons pas ; vous serez prévenu à chacune.",
    secrecy,
  ],
  toExamine: (letter) => [
    "Demande de rencontre précoce à examiner",
    `Une demande est arrivée par Sésame le ${letter.on(by.channel)}. Sont attendues, dans l'ordre que vous voudrez, la complétude du dossier et la recevabilité de la demande.`,
  ],
  itemsReceived: (letter) => [
    "De nouveaux éléments sont arrivés",
    `Le demandeur a transmis, le ${letter.on(by.items)} :`,
    letter.items("items"),
  ],
  incomplete: (letter) => [
    "Il manque des éléments à votre dossier",
    `La HAS a examiné votre dossier le ${letter.on(by.items)}. Il manque :`,
    letter.items("missing"),
    `Le rendez-vous sera planifié une fois ces éléments transmis (${by.planning.ref}). Aucun délai ne vous est imposé.`,
  ],
  complete: (letter) => [
    "Votre dossier est complet",
    `Tous les éléments de votre dossier sont transmis, ce que la HAS a constaté le ${letter.on(by.items)}.`,
    `Vous pouvez encore envoyer des documents jusqu'au rendez-vous : aucun document non transmis au préalable ne pourra y être discuté (${by.documentsBeforehand.ref}).`,
  ],
  consultantAlone: (letter) => [
    "Un consultant ne peut être seul à vous représenter",
    `D'après la liste du ${letter.on(by.consultantAlone)}, seuls des consultants participeraient à la réunion pour vous. Un consultant peut y participer, mais aucun rendez-vous n'est accepté avec le consultant pour seul représentant du demandeur.`,
    "Désignez au moins une personne de votre entreprise : votre demande reste ouverte.",
  ],
  studyStarted: (letter) => [
    "Étude débutée : la HAS doit trancher",
    `L'étude « ${letter.fact("study")} » a débuté, ou débuterait avant le rendez-vous : c'est signalé depuis le ${letter.on(by.studyStarted)}.`,
    toApplicant(letter)
      ? "Une rencontre précoce n'a d'intérêt que si l'étude clinique n'a pas encore débuté. Ce n'est pas un refus : la HAS dira si elle maintient la rencontre."
      : "Il vous revient de dire si la rencontre est maintenue, ou si la demande est refusée.",
  ],
  studySettled: (letter) => [
    "La rencontre est maintenue",
    `Bien que l'étude ait débuté, la HAS maintient la rencontre. Elle l'a dit le ${letter.on(by.studyStarted)} :`,
    letter.fact("reasons"),
  ],
  accepted: (letter) => [
    "Votre demande est recevable",
    `La HAS a accepté votre demande le ${letter.on(by.interest)}. Le rendez-vous, d'une heure, se planifie une fois le dossier complet.`,
  ],
  refused: ({ facts, ...letter }) => [
    "Votre demande de rencontre précoce est refusée",
    `La HAS a refusé votre demande le ${letter.on(by.interest)}, pour les motifs suivants :`,
    groundsOf(facts.grounds),
    letter.fact("reasons"),
    Array.isArray(facts.grounds) && facts.grounds.includes("main-object")
      ? "Pour des questions réglementaires ou relatives à la prise en charge, un rendez-vous pré-dépôt est possible : predepot.dmdmn@has-sante.fr."
      : "",
    Array.isArray(facts.grounds) && facts.grounds.includes("second-meeting")
      ? ""
      : "Aucune rencontre n'ayant eu lieu, ce refus n'empêche pas une nouvelle demande pour la même technologie.",
  ],
  planned: ({ facts, ...letter }) => [
    letter.party === "applicant" ? "Votre rencontre précoce est planifiée" : "Rencontre précoce planifiée",
    `Le rendez-vous, d'une heure, aura lieu le ${dated(facts.on, by.meeting)}. ${letter.fact("at")}.`,
    facts.language === "en" ? `Il se déroulera en anglais (${by.english.ref}).` : "",
    Array.isArray(facts.services) && facts.services.length > 0
      ? `Y participeront aussi les services suivants de la HAS :\n${facts.services.map((service) => `— ${String(service)}`).join("\n")}`
      : "",
    letter.party === "applicant"
      ? `Un consultant peut y participer, mais pas seul (${by.consultantAlone.ref}). Aucun document non transmis au préalable ne pourra être discuté (${by.documentsBeforehand.ref}).`
      : `Aucun membre de la CNEDiMTS ne peut y participer (${by.noCommissionMember.ref}).`,
    letter.party === "applicant" ? force : "",
  ],
  notHeld: (letter) => [
    "Le rendez-vous n'a pas eu lieu",
    `Le rendez-vous du ${letter.on(by.meeting)} n'a pas eu lieu : ${whyNotHeld[letter.fact("reason")] ?? ""}.`,
    letter.fact("detail"),
    `Vous ne perdez aucun droit : c'est un second rendez-vous qui est exclu (${by.secondMeeting.ref}), et celui-ci n'a pas eu lieu. Il sera planifié à nouveau.`,
  ],
  held: (letter) =>
    toApplicant(letter)
      ? [
          "Après votre rencontre précoce",
          `La rencontre a eu lieu le ${letter.on(by.meeting)}.`,
          force,
          `Vous rédigez le compte rendu, au format de l'annexe 2, et l'adressez à la HAS en version Word modifiable (${by.editable.ref}). Délai : ${letter.length("minutes")} ; le dernier jour est le ${letter.lastDay("minutes")}. Aucun texte n'attache d'effet à un retard.`,
          `Un second rendez-vous ne peut être sollicité pour la même technologie (${by.secondMeeting.ref}).`,
        ]
      : [
          "Rencontre précoce tenue",
          `La rencontre a eu lieu le ${letter.on(by.meeting)}. Le compte rendu du demandeur est attendu jusqu'au ${letter.lastDay("minutes")}.`,
          letter.items("experts") === ""
            ? ""
            : `Les experts qui y ont participé ne pourront pas participer à l'évaluation du produit (${by.expertExclusion.ref}) :\n${letter.items("experts")}`,
        ],
  minutesReceived: (letter) => [
    toApplicant(letter) ? "Votre compte rendu est reçu" : "Compte rendu à relire",
    `Le compte rendu est arrivé à la HAS le ${letter.on(by.minutes)}.`,
    `La HAS y intègre toute modification qui lui semble nécessaire et le retourne. Délai : ${letter.length("amendedMinutes")} ; le dernier jour est le ${letter.lastDay("amendedMinutes")}.`,
  ],
  minutesReturned: ({ facts, ...letter }) => [
    "Le compte rendu vous est retourné",
    `La HAS vous a retourné le compte rendu le ${letter.on(by.amendedMinutes)}, ${facts.amended === true ? "avec ses modifications" : "sans modification"} : « ${letter.fact("document")} ».`,
    `Il est conservé par vous et par la HAS. Il n'est pas publié (${by.kept.ref}).`,
    force,
  ],
  withdrawn: (letter) => [
    "La demande de rencontre précoce est retirée",
    `Le demandeur a retiré sa demande le ${letter.on(by.principles)}. La rencontre est optionnelle et n'a pas eu lieu : une nouvelle demande reste possible.`,
  ],
} satisfies LettersOf<RencontrePrecoce>;

export const { render, renderRectification } = lettersOf(letters);
