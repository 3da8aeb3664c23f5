import { chapters } from "../../case/chapters.js";
import { defineProcedure } from "../../case/definition.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Inscription sur la LATM: from the request to the listing and its amount, then the terms, their renewals, and what ends them. */
export const latm = defineProcedure<Bodies, Filing>()(
  {
    name: "latm",
    prefix: "LATM",
    title: "Inscription sur la liste des activités de télésurveillance médicale (LATM)",
    source: by.listLaw,

    parties: {
      applicant: { label: "Exploitant" },
      ministers: { label: "Ministres chargés de la santé et de la sécurité sociale" },
      CNEDiMTS: { label: "CNEDiMTS" },
      CNP: { label: "Conseils nationaux professionnels" },
      ANS: { label: "Agence du numérique en santé" },
      insurer: { label: "Assurance maladie" },
    },

    acts,

    phases: {
      deposited: "Demande déposée, accusé de réception attendu",
      examination: "Demande à l'examen",
      unfinished: "Demande retirée ou abandonnée, avis de la commission à achever",
      publication: "Arrêtés à publier",
      listed: "Inscrite",
      renewal: "Inscrite, renouvellement demandé",
      delisting: "Inscrite, radiation envisagée",
      requested: "Renseignements attendus",
      partial: "Réponse partielle",
      satisfied: "Réponse complète",
    },

    endings: {
      refused: { label: "Inscription refusée", adverse: true, source: by.decisionLaw },
      withdrawn: { label: "Demande retirée par l'exploitant", adverse: false, source: by.withdrawalLaw },
      deemedAbandoned: { label: "Demande réputée abandonnée", adverse: true, source: by.abandonmentLaw },
      expired: { label: "Durée d'inscription écoulée sans renouvellement", adverse: true, source: by.termLaw },
      delisted: { label: "Activité radiée", adverse: true, source: by.delistingLaw },
      listed: { label: "Indication inscrite", adverse: false, source: by.decisionLaw },
    },

    suspensions: {
      furtherInformation: { label: "Renseignements complémentaires demandés", source: by.suspensionLaw },
    },

    delays,

    notices,

    tasks,

    handovers: {
      listingRequested: { label: "Inscription demandée" },
      listingRequestWithdrawn: { label: "Demande d'inscription retirée" },
      listingDecided: { label: "Inscription décidée" },
      tariffPublished: { label: "Montant forfaitaire publié" },
    },

    bridge: { decidedWithin: ["decision", "pecanDecision"] },

    silent: [
      "Avis et décision : aucun effet n'est attaché au silence ; le dépassement est constaté et dit.",
      "Accusé de réception : aucun délai n'est écrit ; aucun n'est annoncé.",
      "Départ du délai imparti pour des renseignements : non écrit ; nous comptons depuis leur réception par l'exploitant.",
      "Après un abandon, le délai d'avis reprend ce qui en restait (lecture L2).",
      "Un abandon n'est pas transmis à la prise en charge anticipée : R. 162-119 n'y attache pas d'effet.",
      "Modification d'une inscription à l'initiative des ministres (R. 162-83) : elle n'est pas suivie ici.",
    ],
  },
  rulesets,
);

export type Latm = typeof latm;
/** A chapter of the LATM's story, typed by its definition. */
export const chapter = chapters<Latm>();
