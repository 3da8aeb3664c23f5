import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import type { Bodies, Filing } from "./bodies.js";
import { rulesets } from "./rulesets.js";
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

    acts: {
      documentsSubmitted: {
        label: "Documents transmis",
        description: "Le laboratoire transmet des documents en vue du rendez-vous.",
        by: ["applicant"],
        struckBy: ["HAS", "ANSM"],
        step: "Demande de rendez-vous",
        source: by.topics,
        otherwise: "Les documents se transmettent avant le rendez-vous.",
      },
      withdrawn: {
        label: "Demande retirée",
        description: "Le laboratoire renonce au rendez-vous, qui n'est pas obligatoire.",
        by: ["applicant"],
        struckBy: ["HAS", "ANSM"],
        binding: true,
        step: "Demande de rendez-vous",
        source: by.encouraged,
        otherwise: "Un rendez-vous se retire avant d'avoir eu lieu.",
      },
      meetingPlanned: {
        label: "Rendez-vous fixé",
        description: "L'une des deux agences fixe le rendez-vous commun, ou le déplace ; l'autre en est prévenue.",
        by: ["HAS", "ANSM"],
        step: "Rendez-vous conjoint",
        source: by.joint,
        otherwise: "Le rendez-vous a déjà eu lieu.",
      },
      meetingHeld: {
        label: "Rendez-vous tenu",
        description: "Le rendez-vous a eu lieu, avec les services des deux agences.",
        by: ["HAS", "ANSM"],
        step: "Rendez-vous conjoint",
        source: by.joint,
        otherwise: "Un rendez-vous se tient une fois fixé.",
      },
      meetingNotHeld: {
        label: "Rendez-vous non tenu",
        description: "Le rendez-vous n'a pas eu lieu : il se fixe à nouveau.",
        by: ["HAS", "ANSM"],
        step: "Rendez-vous conjoint",
        source: by.joint,
        otherwise: "Aucun rendez-vous n'est fixé.",
      },
    },

    phases: {
      requested: "Rendez-vous demandé, à fixer",
      planned: "Rendez-vous fixé",
    },

    endings: {
      held: { label: "Rendez-vous tenu", adverse: false, source: by.joint },
      withdrawn: { label: "Demande retirée par le laboratoire", adverse: false, source: by.encouraged },
    },

    suspensions: {},
    delays: {},

    notices: {
      requested: { label: "Demande de rendez-vous reçue", kind: "status" },
      toPlan: { label: "Rendez-vous à fixer", kind: "status" },
      documentsReceived: { label: "Documents reçus", kind: "status" },
      planned: { label: "Rendez-vous fixé", kind: "legal" },
      notHeld: { label: "Rendez-vous non tenu", kind: "legal" },
      held: { label: "Rendez-vous tenu", kind: "status" },
      withdrawn: { label: "Demande retirée", kind: "legal" },
    },

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
export const story = stories<PreDepotMedicament>();
