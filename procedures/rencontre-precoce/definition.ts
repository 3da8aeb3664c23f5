import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import type { Bodies, Filing } from "./bodies.js";
import { rulesets } from "./rulesets.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Rencontre précoce: an hour with the HAS about a study that hasn't started, and what is kept of it. */
export const rencontrePrecoce = defineProcedure<Bodies, Filing>()(
  {
    name: "rencontre-precoce",
    prefix: "RP",
    title: "Rencontre précoce pour un dispositif médical",
    source: by.meetingLaw,
    confidential: true,
    onePerProduct: true,

    parties: {
      applicant: { label: "Demandeur" },
      HAS: { label: "Haute Autorité de santé (service d'évaluation des dispositifs)" },
    },

    acts: {
      itemsSubmitted: {
        label: "Éléments transmis",
        description:
          "Le demandeur transmet des éléments du dossier ; jusqu'au rendez-vous, tout document à y discuter.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "La demande",
        source: by.items,
        otherwise: "Aucun document non transmis avant le rendez-vous ne peut y être discuté.",
      },
      completenessNotified: {
        label: "Complétude notifiée",
        description: "La HAS dit si tous les éléments du dossier sont transmis, et sinon ce qui manque.",
        by: ["HAS"],
        step: "La demande",
        source: by.items,
        otherwise: "Le dossier est déjà complet.",
      },
      withdrawn: {
        label: "Demande retirée",
        description: "Le demandeur renonce à la rencontre, qui est optionnelle.",
        by: ["applicant"],
        struckBy: ["HAS"],
        binding: true,
        step: "La demande",
        source: by.principles,
        otherwise: "Une rencontre se retire avant d'avoir eu lieu.",
      },
      attendeesNamed: {
        label: "Participants du demandeur désignés",
        description: "Le demandeur dit qui viendra pour lui ; un consultant ne peut être seul à le représenter.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "La recevabilité",
        source: by.consultantAlone,
        otherwise: "Les participants se désignent avant le rendez-vous.",
      },
      clinicalStudyStarted: {
        label: "Étude clinique débutée",
        description: "L'étude a débuté : la rencontre n'a peut-être plus d'intérêt, la HAS tranche.",
        by: ["applicant", "HAS"],
        struckBy: ["HAS"],
        binding: true,
        step: "La recevabilité",
        source: by.studyStarted,
        otherwise: "Le début de l'étude se signale avant le rendez-vous.",
      },
      startedStudySettled: {
        label: "Étude débutée : la HAS a tranché",
        description: "La HAS maintient la rencontre bien que l'étude ait débuté, ou refuse la demande.",
        by: ["HAS"],
        step: "La recevabilité",
        source: by.studyStarted,
        otherwise: "Aucun début d'étude n'est à trancher.",
      },
      admissibilityNotified: {
        label: "Recevabilité notifiée",
        description: "La HAS évalue l'intérêt de la rencontre ; elle peut refuser la demande.",
        by: ["HAS"],
        step: "La recevabilité",
        source: by.interest,
        otherwise: "La recevabilité ne se notifie qu'une fois.",
      },
      expertChosen: {
        label: "Expert choisi",
        description: "La HAS choisit un expert, après analyse de sa déclaration publique d'intérêts.",
        by: ["HAS"],
        step: "Le rendez-vous",
        source: by.interests,
        otherwise: "Les experts se choisissent avant le rendez-vous.",
      },
      meetingPlanned: {
        label: "Rendez-vous planifié",
        description: "La HAS fixe le rendez-vous d'une heure, ou le déplace.",
        by: ["HAS"],
        step: "Le rendez-vous",
        source: by.planning,
        otherwise: "Le rendez-vous se planifie une fois tous les éléments transmis et la demande recevable.",
      },
      meetingHeld: {
        label: "Rendez-vous tenu",
        description: "La HAS dit qui a participé et quels documents ont été discutés.",
        by: ["HAS"],
        step: "Le rendez-vous",
        source: by.meeting,
        otherwise: "Un rendez-vous se tient une fois planifié.",
      },
      meetingNotHeld: {
        label: "Rendez-vous non tenu",
        description: "Le rendez-vous n'a pas eu lieu : il se planifie à nouveau, aucun droit n'est perdu.",
        by: ["HAS"],
        step: "Le rendez-vous",
        source: by.consultantAlone,
        otherwise: "Aucun rendez-vous n'est planifié.",
      },
      minutesSubmitted: {
        label: "Compte rendu transmis",
        description: "Le demandeur adresse le compte rendu, au format de l'annexe 2, en version modifiable.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "Le compte-rendu",
        source: by.minutes,
        otherwise: "Le compte rendu suit le rendez-vous ; il s'adresse une fois.",
      },
      minutesReturned: {
        label: "Compte rendu retourné",
        description: "La HAS retourne le compte rendu, modifié s'il lui semble nécessaire.",
        by: ["HAS"],
        step: "Le compte-rendu",
        source: by.amendedMinutes,
        otherwise: "Le compte rendu se retourne après avoir été reçu.",
      },
    },

    phases: {
      request: "Demande déposée : éléments et recevabilité à examiner",
      toPlan: "Recevable et complète : rendez-vous à planifier",
      planned: "Rendez-vous planifié",
      minutes: "Rendez-vous tenu : compte rendu attendu",
      review: "Compte rendu en relecture à la HAS",
      chosen: "Expert choisi",
    },

    endings: {
      closed: { label: "Rencontre tenue, compte rendu conservé par les deux parties", adverse: false, source: by.kept },
      refused: { label: "Demande de rencontre refusée par la HAS", adverse: true, source: by.interest },
      withdrawn: { label: "Demande retirée par le demandeur", adverse: false, source: by.principles },
      met: { label: "Rencontre tenue pour cette technologie", adverse: false, source: by.secondMeeting },
    },

    suspensions: {},

    delays: {
      minutes: {
        label: "Compte rendu du demandeur",
        bearer: "applicant",
        onExpiry: "overrun",
        tells: ["HAS"],
        reminders: [3, 1],
        roll: "next",
      },
      amendedMinutes: {
        label: "Retour du compte rendu par la HAS",
        bearer: "HAS",
        onExpiry: "overrun",
        tells: ["applicant"],
        reminders: [3],
      },
    },

    notices: {
      requested: { label: "Demande de rencontre précoce reçue", kind: "status" },
      toExamine: { label: "Demande de rencontre précoce à examiner", kind: "status" },
      incomplete: { label: "Éléments manquants", kind: "legal" },
      complete: { label: "Dossier complet", kind: "status" },
      itemsReceived: { label: "Éléments reçus", kind: "status" },
      consultantAlone: { label: "Consultant seul représentant", kind: "legal" },
      studyStarted: { label: "Étude débutée", kind: "legal" },
      studySettled: { label: "Étude débutée : rencontre maintenue", kind: "legal" },
      accepted: { label: "Demande recevable", kind: "legal" },
      refused: { label: "Demande refusée", kind: "legal" },
      planned: { label: "Rendez-vous planifié", kind: "legal" },
      notHeld: { label: "Rendez-vous non tenu", kind: "legal" },
      held: { label: "Rendez-vous tenu", kind: "legal" },
      minutesReceived: { label: "Compte rendu reçu", kind: "status" },
      minutesReturned: { label: "Compte rendu retourné", kind: "legal" },
      withdrawn: { label: "Demande retirée", kind: "legal" },
      overrun: { label: "Délai dépassé", kind: "status" },
      reminder: { label: "Échéance proche", kind: "status" },
    },

    tasks,

    silent: [
      "Le guide ne dit pas en combien de temps la HAS répond à une demande ni planifie le rendez-vous : aucun délai n'est compté.",
      "Aucun effet n'est attaché au retard d'un compte rendu : il est rappelé, dit, et jamais sanctionné.",
      "« sous 10 jours » : le guide ne dit pas depuis quand ; nous comptons depuis la réception du compte rendu par la HAS.",
      "Le délai du demandeur est reporté au premier jour ouvrable quand il finit un samedi, un dimanche ou un jour férié (CPC 642, par analogie) ; celui de la HAS ne l'est pas.",
      "Après un refus ou un rendez-vous qui n'a pas eu lieu, une nouvelle demande est possible : seul un second rendez-vous ne l'est pas.",
      "Le retrait d'une demande n'est pas prévu ; la rencontre étant optionnelle, il est possible jusqu'au rendez-vous.",
      "Un début d'étude entre la demande et le rendez-vous : le guide dit que la rencontre n'a alors plus d'intérêt, et que la HAS évalue l'intérêt : elle est avertie et tranche.",
      "Le guide cite l'article R. 161-64 pour le secret des agents : c'est aujourd'hui l'article R. 161-84 (lecture C14).",
      "Les rencontres précoces des médicaments ont leur propre guide, que nous n'avons pas : elles ne sont pas admises ici.",
    ],
  },
  rulesets,
);

export type RencontrePrecoce = typeof rencontrePrecoce;
export const story = stories<RencontrePrecoce>();
