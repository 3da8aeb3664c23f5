import { chapters } from "../../case/chapters.js";
import { defineProcedure } from "../../case/definition.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Rendez-vous pré-dépôt for a medicine: the HAS and the ANSM together, before a pre-AMM accès précoce request. */
export const preDepotMedicament = defineProcedure<Bodies, Filing>()(
  {
    name: "pre-depot-medicament",
    prefix: "PREDEPOT-MED",
    title: "Rendez-vous pré-dépôt avant un accès précoce pré-AMM",
    source: by.meeting,
    confidential: true,

    parties: {
      applicant: { label: "Laboratoire" },
      HAS: { label: "Haute Autorité de santé (service d'évaluation des médicaments)" },
      ANSM: { label: "Agence nationale de sécurité du médicament et des produits de santé" },
    },

    acts,

    phases: {
      requested: "Rendez-vous demandé, à fixer",
      planned: "Rendez-vous fixé",
    },

    endings: {
      held: { label: "Rendez-vous tenu", adverse: false, source: by.joint },
      withdrawn: { label: "Demande retirée par le laboratoire", adverse: false, source: by.encouraged },
    },

    suspensions: {},

    delays,

    notices,

    tasks,

    silent: [
      "Aucun délai n'est donné, ni pour répondre, ni pour fixer le rendez-vous : aucun n'est compté.",
      "L'adresse des demandes n'est pas donnée : une demande par courriel est enregistrée comme telle, sans contrôle d'adresse.",
      "Laquelle des deux agences fixe le rendez-vous n'est pas dit : l'une ou l'autre.",
      "Ni le refus d'un rendez-vous, ni sa durée, ni un compte rendu, ni une exclusion d'experts ne sont prévus.",
      "La confidentialité n'est pas écrite pour ces rendez-vous ; nous appliquons celle des rendez-vous pré-dépôt des dispositifs.",
    ],
  },
  rulesets,
);

export type PreDepotMedicament = typeof preDepotMedicament;
export const chapter = chapters<PreDepotMedicament>();
