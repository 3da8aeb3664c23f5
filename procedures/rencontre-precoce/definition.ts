import { chapters } from "../../case/chapters.js";
import { defineProcedure } from "../../case/definition.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
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

    acts,

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

    delays,

    notices,

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
export const chapter = chapters<RencontrePrecoce>();
