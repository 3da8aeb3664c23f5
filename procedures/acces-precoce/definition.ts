import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Accès précoce aux médicaments: who takes part, by which acts, in which phases, under which delays, to which endings. */
export const accesPrecoce = defineProcedure<Bodies, Filing>()(
  {
    name: "acces-precoce",
    prefix: "AAP",
    title: "Autorisation d'accès précoce d'un médicament",
    source: by.earlyAccess,
    silent: [
      "Complétude : aucun délai n'a été lu pour l'accusé de réception de la HAS ; aucun n'est annoncé.",
      "Silence après AMM, et toutes les règles de silence modifiées en 2022 : non lues ; une personne décide, les deux issues lui sont expliquées.",
      "Rapports de synthèse : aucune périodicité légale ; celle du PUT-RD de la décision.",
      "Durée d'une autorisation tacite : non lue ; un an, la durée la plus longue que le texte permet.",
      "Début d'un renouvellement : à la fin de la période précédente, ou à la décision si elle vient après.",
      "Prolongation : le délai de complétude (R. 5121-68, IV) n'a pas été lu, il ne recule pas son plafond (lecture A10). Après AMM, passé ce plafond, une personne dit si l'autorisation tient (lecture A14).",
      "Expiration sans renouvellement : L. 162-16-5-1, II, B ne la cite pas ; la prise en charge cesse de plein droit avec l'autorisation (lecture A7).",
      "Observations avant une mesure : aucun texte n'en fixe le délai ; l'invitation le fixe, et rien n'est prononcé avant son dernier jour.",
      "Pénalité : la loi la confie aux ministres, R. 163-39 au CEPS ; l'un ou l'autre peut agir (lecture A21).",
      "Délai de mise à disposition du médicament : non lu ; il n'est pas suivi.",
    ],

    parties: {
      applicant: { label: "Titulaire des droits d'exploitation ou mandataire" },
      HAS: { label: "Haute Autorité de santé (services, Collège, président)" },
      CT: { label: "Commission de la transparence" },
      ANSM: { label: "Agence nationale de sécurité du médicament et des produits de santé" },
      ministers: { label: "Ministres chargés de la santé et de la sécurité sociale" },
      associations: { label: "Associations de patients et d'usagers" },
      CEPS: { label: "Comité économique des produits de santé" },
      prescribers: { label: "Prescripteurs, pharmacies, centres de pharmacovigilance et antipoison" },
    },

    acts,

    phases: {
      several: "Plusieurs indications, chacune à sa phase",
      deposited: "Demande déposée, complétude à vérifier",
      incomplete: "Pièces manquantes attendues",
      ansm: "Avis de l'ANSM attendu",
      ct: "Avis de la commission de la transparence attendu",
      decision: "Décision de la HAS attendue",
      silent: "Délai d'examen écoulé, texte muet : une personne décide",
      authorised: "Accès précoce autorisé",
      prolonged: "Échéance passée, en vigueur jusqu'à la décision de renouvellement",
      authorisationSuspended: "Autorisation suspendue",
      endToPronounce: "Fin de la prise en charge à prononcer par arrêté",
      endPronounced: "Fin de la prise en charge prononcée",
      continuity: "Prise en charge terminée, continuité des traitements",
      followUp: "Décision prise, suivi statistique",
      requested: "Renseignements attendus",
      partial: "Renseignements incomplets",
      satisfied: "Renseignements tous reçus",
      breached: "Abandon à confirmer",
    },

    endings: {
      refused: { label: "Accès précoce refusé", adverse: true, source: by.decisionLaw },
      tacitlyRejected: { label: "Accès précoce rejeté par le silence", adverse: true, source: by.silenceLaw },
      deemedAbandoned: { label: "Demande réputée abandonnée", adverse: true, source: by.requestLaw },
      requestWithdrawn: { label: "Demande retirée par le titulaire", adverse: false, source: by.withdrawnRequestLaw },
      requestGranted: { label: "Demande accordée", adverse: false, source: by.decisionLaw },
      requestRefused: { label: "Demande refusée", adverse: true, source: by.decisionLaw },
      authorisationExpired: { label: "Autorisation expirée", adverse: true, source: by.termLaw },
      authorisationWithdrawn: { label: "Autorisation retirée par la HAS", adverse: true, source: by.measureLaw },
      authorisationGivenUp: {
        label: "Autorisation retirée à la demande du titulaire",
        adverse: false,
        source: by.holderWithdrawalLaw,
      },
      listed: {
        label: "Inscription et avis de tarif publiés : la prise en charge au titre de l'accès précoce a cessé",
        adverse: false,
        source: by.coverageEndByListingLaw,
      },
      continuityOver: {
        label: "Prise en charge terminée et continuité achevée",
        adverse: false,
        source: by.continuityLaw,
      },
      dutiesLifted: {
        label: "Arrêt de commercialisation pour la sécurité des patients : engagements terminés",
        adverse: false,
        source: by.dutiesLaw,
      },
      concluded: {
        label: "Toutes les indications sont terminées, chacune selon son issue",
        adverse: false,
        source: by.earlyAccess,
      },
    },

    suspensions: {
      furtherInformation: { label: "Renseignements demandés par la HAS", source: by.requestLaw },
      listingInformation: { label: "Renseignements demandés pour l'inscription", source: by.listingLaw },
    },

    delays,

    notices,

    tasks,
  },
  rulesets,
);

export type AccesPrecoce = typeof accesPrecoce;
/** A chapter of the story, typed by its definition. */
export const story = stories<AccesPrecoce>();
