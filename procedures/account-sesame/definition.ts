import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import type { Bodies, Filing } from "./bodies.js";
import { rulesets } from "./rulesets.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** The access to Sésame, the HAS's platform: one account by company, its managers, its contributors, its consultants. */
export const accountSesame = defineProcedure<Bodies, Filing>()(
  {
    name: "account-sesame",
    prefix: "SESAME",
    title: "Compte d'accès à la plateforme Sésame",
    source: by.accountStep,
    onePerProduct: true,

    parties: {
      applicant: { label: "Entreprise" },
      HAS: { label: "Haute Autorité de santé" },
    },

    acts: {
      attestationReturned: {
        label: "Attestation renvoyée",
        description: "La HAS renvoie une attestation qui n'est pas celle que le guide demande, et dit pourquoi.",
        by: ["HAS"],
        step: "Demande de création de compte",
        source: by.piecesOfRequest,
        otherwise: "Une attestation se renvoie avant l'ouverture du compte, une fois reçue.",
      },
      attestationSubmitted: {
        label: "Attestation transmise",
        description: "L'entreprise transmet une attestation corrigée.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "Demande de création de compte",
        source: by.piecesOfRequest,
        otherwise: "Aucune attestation n'est à corriger.",
      },
      withdrawn: {
        label: "Demande retirée",
        description: "L'entreprise renonce à sa demande avant l'ouverture du compte.",
        by: ["applicant"],
        struckBy: ["HAS"],
        binding: true,
        step: "Demande de création de compte",
        source: by.request,
        otherwise: "Une fois le compte ouvert, il se ferme.",
      },
      accountOpened: {
        label: "Compte ouvert",
        description: "La HAS crée le compte dédié ; les personnes désignées en deviennent gestionnaires.",
        by: ["HAS"],
        step: "Création du compte dédié",
        source: by.opening,
        otherwise: "Le compte s'ouvre une fois, sur une attestation conforme.",
      },
      contributorCreated: {
        label: "Contributeur créé",
        description: "Un gestionnaire crée un contributeur, qui a son propre identifiant et mot de passe.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "Contributeurs",
        source: by.contributors,
        otherwise: "Les contributeurs se créent sur un compte ouvert.",
      },
      delegationGiven: {
        label: "Délégation donnée à un consultant",
        description:
          "L'entreprise donne délégation à un consultant, à compter d'un jour et, si elle le veut, jusqu'à un autre.",
        by: ["applicant"],
        struckBy: ["HAS"],
        about: "delegation",
        step: "Délégation à un consultant",
        source: by.delegation,
        otherwise: "Une délégation se donne sur un compte ouvert.",
      },
      consultantAccessOpened: {
        label: "Accès du consultant ouvert",
        description: "La HAS ouvre un accès à la personne désignée par le représentant légal de l'entreprise.",
        by: ["HAS"],
        about: "delegation",
        step: "Délégation à un consultant",
        source: by.consultantAccess,
        otherwise: "Aucune délégation de ce nom n'attend un accès.",
      },
      delegationRevoked: {
        label: "Délégation révoquée",
        description: "L'entreprise met fin à la délégation.",
        by: ["applicant"],
        struckBy: ["HAS"],
        binding: true,
        about: "delegation",
        step: "Délégation à un consultant",
        source: by.delegation,
        otherwise: "Aucune délégation de ce nom n'est en cours.",
      },
      managersDesignated: {
        label: "Gestionnaires désignés",
        description: "Une nouvelle attestation du représentant légal désigne les gestionnaires du compte.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "Gestionnaires de compte",
        source: by.attestation,
        otherwise: "Les gestionnaires se changent sur un compte ouvert, une attestation à la fois.",
      },
      managersRecorded: {
        label: "Gestionnaires enregistrés",
        description: "La HAS enregistre les gestionnaires désignés : ils remplacent les précédents.",
        by: ["HAS"],
        step: "Gestionnaires de compte",
        source: by.managers,
        otherwise: "Aucune désignation n'attend d'être enregistrée.",
      },
      managersReturned: {
        label: "Désignation renvoyée",
        description: "La HAS renvoie une attestation non conforme : les gestionnaires restent les mêmes.",
        by: ["HAS"],
        step: "Gestionnaires de compte",
        source: by.attestation,
        otherwise: "Aucune désignation n'attend d'être enregistrée.",
      },
      notificationOptionSet: {
        label: "Option de notification choisie",
        description: "L'entreprise active ou désactive la notification par courriel des changements de statut.",
        by: ["applicant"],
        struckBy: ["HAS"],
        step: "Notifications",
        source: by.notificationOption,
        otherwise: "L'option se choisit sur un compte ouvert.",
      },
      accountClosed: {
        label: "Compte fermé",
        description: "L'entreprise ferme son compte.",
        by: ["applicant"],
        struckBy: ["HAS"],
        binding: true,
        source: by.request,
        otherwise: "Seul un compte ouvert se ferme.",
      },
    },

    phases: {
      requested: "Demande de création de compte",
      open: "Compte ouvert",
      manager: "Gestionnaire de compte",
      formerManager: "Ancien gestionnaire",
      contributor: "Contributeur",
      delegated: "Délégation donnée, accès à ouvrir",
      access: "Accès du consultant ouvert",
    },

    endings: {
      closed: { label: "Compte fermé par l'entreprise", adverse: false, source: by.request },
      withdrawn: { label: "Demande retirée par l'entreprise", adverse: false, source: by.request },
      revoked: { label: "Délégation révoquée", adverse: false, source: by.delegation },
      over: { label: "Délégation arrivée à son terme", adverse: false, source: by.delegation },
    },

    suspensions: {},

    delays: {
      delegationTerm: {
        label: "Terme que l'entreprise a donné à la délégation",
        bearer: "applicant",
        onExpiry: "lapse",
      },
    },

    notices: {
      requested: { label: "Demande de compte reçue", kind: "status" },
      toOpen: { label: "Compte à ouvrir", kind: "status" },
      attestationReturned: { label: "Attestation à corriger", kind: "legal" },
      opened: { label: "Compte ouvert", kind: "legal" },
      contributorCreated: { label: "Contributeur créé", kind: "status" },
      delegationGiven: { label: "Délégation donnée", kind: "legal" },
      consultantAccess: { label: "Accès du consultant ouvert", kind: "legal" },
      delegationOver: { label: "Fin de la délégation", kind: "legal" },
      managersDesignated: { label: "Gestionnaires désignés", kind: "status" },
      managersRecorded: { label: "Gestionnaires enregistrés", kind: "legal" },
      notificationOption: { label: "Option de notification", kind: "legal" },
      closed: { label: "Compte fermé", kind: "legal" },
      withdrawn: { label: "Demande retirée", kind: "legal" },
    },

    tasks,

    silent: [
      "Aucun délai d'ouverture n'est donné : aucun n'est compté.",
      "Le refus d'un compte n'est pas prévu : la HAS renvoie l'attestation, l'entreprise la corrige.",
      "Le retrait d'un contributeur et la durée d'un compte ne sont pas prévus ; l'entreprise peut fermer le sien.",
      "Le nombre de gestionnaires est de deux au plus selon le guide ; une FAQ plus récente n'en donne pas (lecture C13) : c'est un paramètre.",
      "La durée d'une délégation n'est pas fixée : l'entreprise peut lui donner un terme, et la révoquer quand elle veut.",
    ],
  },
  rulesets,
);

export type AccountSesame = typeof accountSesame;
export const story = stories<AccountSesame>();
