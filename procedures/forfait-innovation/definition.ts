import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Forfait innovation: from the request to the order, then the coverage, the study, and what its end obliges to. */
export const forfaitInnovation = defineProcedure<Bodies, Filing>()(
  {
    name: "forfait-innovation",
    prefix: "FI",
    title: "Forfait innovation",
    source: by.forfaitLaw,

    parties: {
      applicant: { label: "Demandeur" },
      HAS: { label: "Haute Autorité de santé" },
      ministers: { label: "Ministres chargés de la santé et de la sécurité sociale" },
      insurer: { label: "Assurance maladie" },
    },

    acts,

    phases: {
      admissibility: "Recevabilité à apprécier",
      inadmissible: "Demande non recevable, à compléter",
      evaluation: "Évaluation par la HAS",
      amendment: "Avis favorable avec observations, protocole à mettre en conformité",
      secondEvaluation: "Nouvel avis de la HAS attendu",
      ministers: "Examen par les ministres",
      refusal: "Avis défavorable, décision attendue",
      publication: "Prise en charge décidée, arrêté à publier",
      coverage: "Prise en charge au forfait",
      over: "Prise en charge terminée, suites de l'étude",
      covered: "Prise en charge au forfait",
      requested: "Réponse attendue",
      partial: "Réponse partielle",
      satisfied: "Réponse complète",
    },

    endings: {
      withdrawn: { label: "Demande retirée", adverse: false, source: by.applicationLaw },
      deemedWithdrawn: { label: "Demande réputée retirée", adverse: true, source: by.deemedWithdrawnLaw },
      refused: { label: "Prise en charge refusée", adverse: true, source: by.refusalGroundsLaw },
      silentlyRejected: { label: "Demande rejetée par le silence des ministres", adverse: true, source: by.silenceLaw },
      listed: { label: "Arrêt de plein droit : indication inscrite", adverse: false, source: by.endByListingLaw },
      termOver: { label: "Durée de la prise en charge écoulée", adverse: false, source: by.durationLaw },
      concluded: {
        label: "Prise en charge et étude terminées, engagements réglés",
        adverse: false,
        source: by.forfaitLaw,
      },
    },

    suspensions: {
      protocol: { label: "Modification du protocole demandée par la HAS", source: by.addedLaw },
      furtherInformation: { label: "Éléments complémentaires sollicités par les ministres", source: by.elementsLaw },
    },

    delays,

    notices,

    tasks,

    bridge: { coveredUntil: "coverage" },

    silent: [
      "Demande de la HAS sans réponse : rien n'est abandonné ; la HAS évalue le protocole tel qu'il est.",
      "Avis et examens : aucun effet n'est attaché à leur retard ; seul le silence au terme des 195 jours vaut rejet.",
      "Les trente jours pour mettre le protocole en conformité ne s'ajoutent pas aux 195, qui les comptent déjà (15 + 75 + 30 + 30 + 45).",
      "Avis défavorable : aucun délai propre aux ministres n'est écrit ; les 195 jours courent.",
      "Les engagements du II de L. 165-1-1 sont ceux de l'exploitant d'un produit de santé : ils ne sont pas comptés pour un acte.",
      "Délai des observations avant une pénalité : non écrit ; les ministres le fixent.",
      "Le suivi des patients et du forfait (R. 165-72, V et VI, R. 165-73) se fait hors de Guichet.",
    ],
  },
  rulesets,
);

export type ForfaitInnovation = typeof forfaitInnovation;
/** A chapter of the forfait innovation's story, typed by its definition. */
export const story = stories<ForfaitInnovation>();
