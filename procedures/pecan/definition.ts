import { chapters } from "../../case/chapters.js";
import { defineProcedure } from "../../case/definition.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Prise en charge anticipée numérique: who takes part, by which acts, in which phases, under which delays, to which endings. */
export const pecan = defineProcedure<Bodies, Filing>()(
  {
    name: "pecan",
    prefix: "PECAN",
    title: "Prise en charge anticipée numérique (PECAN)",
    source: by.pecanLaw,

    parties: {
      applicant: { label: "Exploitant" },
      ANS: { label: "Agence du numérique en santé" },
      HAS: { label: "Haute Autorité de santé" },
      CNEDiMTS: { label: "CNEDiMTS" },
      ministers: { label: "Ministres chargés de la santé et de la sécurité sociale (DSS)" },
      ANSM: { label: "ANSM" },
      CNP: { label: "Conseils nationaux professionnels" },
      insurer: { label: "Assurance maladie" },
      prescribers: { label: "Prescripteurs" },
    },

    acts,

    phases: {
      deposit: "Dépôt du dossier (étapes 4 à 9)",
      reception: "Dossier complet, accusé de réception attendu (étape 10)",
      examination: "Instruction (étapes 11 et 12)",
      decision: "Décision des ministres (étape 13)",
      publication: "Décision favorable, arrêté à publier (étape 14)",
      coverage: "Prise en charge anticipée (arrêté publié)",
      listing: "Inscription de droit commun demandée",
      tariff: "Inscrit, tarif à publier",
      endToPronounce: "Fin à prononcer par arrêté",
      endPronounced: "Fin prononcée par arrêté, à venir",
      penalty: "Prises en charge terminées, procédure de pénalité en cours",
      continuity: "Continuité des traitements",
      requested: "Réponse attendue",
      underReview: "Réponse à examiner",
      partial: "Réponse partielle, à compléter",
      satisfied: "Réponse complète",
      deprioritised: "Dépriorisée",
      submitted: "Preuves déposées",
      refusedEvidence: "Preuves refusées, à corriger",
    },

    endings: {
      refused: { label: "Prise en charge anticipée refusée", adverse: true, source: by.refusalLaw },
      deemedAbandoned: { label: "Demande réputée abandonnée", adverse: true, source: by.abandonmentLaw },
      consideredAbandoned: {
        label: "Candidature inactive considérée comme abandonnée par l'ANS",
        adverse: true,
        source: by.step.inactivity,
      },
      withdrawn: { label: "Demande retirée par l'exploitant", adverse: false, source: by.applicationLaw },
      listed: {
        label: "Inscription de droit commun : la prise en charge anticipée a cessé de plein droit",
        adverse: false,
        source: by.endByListingLaw,
      },
      continuityOver: {
        label: "Prise en charge terminée et continuité achevée",
        adverse: false,
        source: by.continuityLaw,
      },
      dutiesLifted: {
        label: "Arrêt pour la sécurité des patients : prise en charge et engagements terminés",
        adverse: false,
        source: by.dutiesLiftedLaw,
      },
      concluded: {
        label: "Toutes les indications sont terminées, chacune selon son issue",
        adverse: false,
        source: by.pecanLaw,
      },
    },

    suspensions: {
      furtherInformation: {
        label: "Renseignements complémentaires demandés par les ministres",
        source: by.suspensionLaw,
      },
      ansWaiting: { label: "L'ANS attend une réponse de l'exploitant", source: by.step.ansStopwatch },
    },

    delays,

    notices,

    tasks,

    handovers: {
      certificateStruck: { label: "Fin du certificat" },
      coverageEnded: { label: "Fin de la prise en charge anticipée" },
    },

    bridge: { coveredUntil: "coverageYear" },

    silent: [
      "Inscription demandée avant la décision de prise en charge : l'engagement de la demander dans les six ou neuf mois est alors tenu ; aucun délai ne court pour lui.",
      "Une pénalité envisagée après la fin du dossier n'est pas suivie ici ; engagée avant, elle le garde ouvert jusqu'à son terme.",
      "Renseignements demandés au stade des ministres : le guide dit dix jours (étape 13), le code trente à tous les stades (R. 162-112, al. 5). Notre choix (lecture C3) : les règles `parcours` sont le texte des guides, elles appliquent les dix jours ; chaque courrier de ce stade montre les trente, jusqu'auxquels un abandon est contestable. L'opérateur choisit le texte du code en déposant la demande avec `ruleset` égal à `css` ; un dossier garde les règles de son dépôt.",
      "Dernier jour de l'année de prise en charge : non écrit. Notre choix (lecture T4) : le même quantième un an plus tard, le jour le plus tardif puisque la fin est défavorable ; la veille est montrée comme l'autre lecture. L'arrêté peut fixer le jour : celui où la prise en charge prend effet, d'où l'année est comptée, et, s'il y met fin, celui où elle cesse.",
    ],
  },
  rulesets,
);

export type Pecan = typeof pecan;
/** A chapter of the PECAN's story, typed by its definition. */
export const chapter = chapters<Pecan>();
