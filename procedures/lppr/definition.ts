import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** Inscription sur la LPPR: from the request to the decisions of listing and tariff, then the terms, their renewals and what changes. */
export const lppr = defineProcedure<Bodies, Filing>()(
  {
    name: "lppr",
    prefix: "LPPR",
    title: "Inscription sur la liste des produits et prestations remboursables (LPPR)",
    source: by.listLaw,

    parties: {
      applicant: { label: "Fabricant ou distributeur" },
      ministers: { label: "Ministres chargés de la santé et de la sécurité sociale" },
      CEPS: { label: "Comité économique des produits de santé" },
      CNEDiMTS: { label: "CNEDiMTS" },
      ANS: { label: "Agence du numérique en santé" },
      ANSM: { label: "ANSM" },
      insurer: { label: "Assurance maladie" },
    },

    acts,

    phases: {
      examination: "Demande à l'examen",
      withdrawn: "Demande retirée, avis de la commission à achever",
      publication: "Décisions à publier au Journal officiel",
      listed: "Inscrit",
      renewal: "Inscrit, renouvellement demandé",
      delisting: "Inscrit, radiation envisagée",
      suspended: "Inscrit, prise en charge suspendue",
      requested: "Demande de renseignements adressée",
      received: "Demande de renseignements reçue, réponse attendue",
      satisfied: "Réponse reçue",
      consultation: "Phase contradictoire",
      opinion: "Avis de la commission attendu",
      decision: "Décision attendue",
      asked: "Modification du tarif demandée",
    },

    endings: {
      refused: { label: "Inscription refusée", adverse: true, source: by.refusalLaw },
      withdrawn: { label: "Demande retirée par le demandeur", adverse: false, source: by.withdrawalLaw },
      expired: {
        label: "Durée d'inscription écoulée sans renouvellement",
        adverse: true,
        source: by.renewalDecisionLaw,
      },
      delisted: { label: "Produit radié", adverse: true, source: by.delistingLaw },
      listed: { label: "Indication inscrite", adverse: false, source: by.decisionLaw },
      changed: { label: "Modification décidée", adverse: false, source: by.projectDecisionLaw },
      givenUp: { label: "Projet abandonné", adverse: false, source: by.projectDecisionLaw },
      tariffChanged: { label: "Tarif modifié", adverse: false, source: by.tariffChangeLaw },
      tariffKept: { label: "Tarif maintenu", adverse: true, source: by.tariffChangeLaw },
      tacitlyGranted: { label: "Modification du tarif accordée tacitement", adverse: false, source: by.tacitTariffLaw },
    },

    suspensions: {
      furtherInformation: { label: "Renseignements complémentaires exigés", source: by.suspensionLaw },
      tariffInformation: { label: "Renseignements exigés par le CEPS sur le tarif", source: by.tariffRequestLaw },
    },

    delays,

    notices,

    tasks,

    handovers: {
      listingRequested: { label: "Inscription demandée" },
      listingRequestWithdrawn: { label: "Demande d'inscription retirée" },
      listingDecided: { label: "Inscription décidée" },
      tariffPublished: { label: "Tarif publié" },
      listingPublished: { label: "Inscription publiée" },
    },

    bridge: { decidedWithin: ["listingDecision"] },

    silent: [
      "Décisions d'inscription et de tarif : aucun effet n'est attaché au silence à la fin des cent quatre-vingts jours ; le dépassement est constaté et dit.",
      "Renseignements exigés (R. 165-8) : aucun délai de réponse et aucun abandon ne sont écrits ; les délais restent suspendus.",
      "Un produit sans certificat joint, non conforme ou de télésurveillance exclusive ne peut être inscrit : sa demande est reçue, et l'inscription ne peut être accordée.",
      "Un refus de renouvellement notifié avant l'expiration, même non publié, empêche la tacite reconduction (lecture L1).",
      "Début de la durée d'inscription : au jour que fixe l'arrêté, sinon le lendemain de sa publication (CRPA L. 221-3).",
      "Demande de renouvellement déposée après la date limite : examinée, jamais tacitement accordée.",
      "Délai du comité ou des ministres pour décider après l'avis sur une modification envisagée : aucun n'est écrit.",
    ],
  },
  rulesets,
);

export type Lppr = typeof lppr;
/** A chapter of the LPPR's story, typed by its definition. */
export const story = stories<Lppr>();
