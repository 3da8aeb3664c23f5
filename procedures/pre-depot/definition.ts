import { chapters } from "../../case/chapters.js";
import { defineProcedure } from "../../case/definition.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Rendez-vous pré-dépôt for a device: technical and regulatory questions while the file is being built. */
export const preDepot = defineProcedure<Bodies, Filing>()(
  {
    name: "pre-depot",
    prefix: "PREDEPOT",
    title: "Rendez-vous pré-dépôt pour un dispositif médical",
    source: by.meeting,
    confidential: true,

    parties: {
      applicant: { label: "Industriel" },
      HAS: { label: "Haute Autorité de santé" },
    },

    acts,

    phases: {
      requested: "Rendez-vous demandé, à fixer",
      planned: "Rendez-vous fixé",
    },

    endings: {
      held: { label: "Rendez-vous tenu", adverse: false, source: by.meeting },
      redirected: {
        label: "Demande réorientée vers un autre interlocuteur",
        adverse: false,
        source: by.otherAddresses,
      },
      withdrawn: { label: "Demande retirée par l'industriel", adverse: false, source: by.principles },
    },

    suspensions: {},

    delays,

    notices,

    tasks,

    silent: [
      "Aucun délai n'est donné, ni pour répondre, ni pour fixer le rendez-vous : aucun n'est compté.",
      "Ni le nombre des rendez-vous, ni leur durée, ni un compte rendu ne sont prévus : rien n'en limite le nombre ici.",
      "Le refus d'un rendez-vous n'est pas prévu : la HAS peut indiquer un autre interlocuteur, ceux que nomme sa fiche.",
      "Le rendez-vous économique (note 3 du guide des rencontres précoces) se prépare par un dossier dont le contenu n'est pas dit ici.",
      "L'exclusion des experts, écrite pour les rencontres précoces, ne l'est pas pour ces rendez-vous : elle ne s'y applique pas.",
    ],
  },
  rulesets,
);

export type PreDepot = typeof preDepot;
export const chapter = chapters<PreDepot>();
