import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import type { Bodies, Filing } from "./bodies.js";
import { rulesets } from "./rulesets.js";
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

    acts: {
      documentsSubmitted: {
        label: "Documents transmis",
        description: "L'industriel transmet des documents en vue du rendez-vous.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "Demande de rendez-vous",
        source: by.topics,
        otherwise: "Les documents se transmettent avant le rendez-vous.",
      },
      requestRedirected: {
        label: "Demande réorientée",
        description: "La HAS indique le bon interlocuteur : rencontre précoce, forfait innovation, santé numérique.",
        by: ["HAS"],
        step: "Demande de rendez-vous",
        source: by.otherAddresses,
        otherwise: "Une demande se réoriente avant le rendez-vous.",
      },
      withdrawn: {
        label: "Demande retirée",
        description: "L'industriel renonce au rendez-vous, qui n'a aucun caractère obligatoire.",
        by: ["applicant"],
        struckBy: ["HAS"],
        binding: true,
        step: "Demande de rendez-vous",
        source: by.principles,
        otherwise: "Un rendez-vous se retire avant d'avoir eu lieu.",
      },
      meetingPlanned: {
        label: "Rendez-vous fixé",
        description: "La HAS fixe le rendez-vous, ou le déplace.",
        by: ["HAS"],
        step: "Rendez-vous",
        source: by.meeting,
        otherwise: "Le rendez-vous a déjà eu lieu.",
      },
      meetingHeld: {
        label: "Rendez-vous tenu",
        description: "Le rendez-vous a eu lieu.",
        by: ["HAS"],
        step: "Rendez-vous",
        source: by.meeting,
        otherwise: "Un rendez-vous se tient une fois fixé.",
      },
      meetingNotHeld: {
        label: "Rendez-vous non tenu",
        description: "Le rendez-vous n'a pas eu lieu : il se fixe à nouveau.",
        by: ["HAS"],
        step: "Rendez-vous",
        source: by.meeting,
        otherwise: "Aucun rendez-vous n'est fixé.",
      },
    },

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
    delays: {},

    notices: {
      requested: { label: "Demande de rendez-vous reçue", kind: "status" },
      toPlan: { label: "Rendez-vous à fixer", kind: "status" },
      documentsReceived: { label: "Documents reçus", kind: "status" },
      planned: { label: "Rendez-vous fixé", kind: "legal" },
      notHeld: { label: "Rendez-vous non tenu", kind: "legal" },
      held: { label: "Rendez-vous tenu", kind: "status" },
      redirected: { label: "Demande réorientée", kind: "legal" },
      withdrawn: { label: "Demande retirée", kind: "legal" },
    },

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
export const story = stories<PreDepot>();
