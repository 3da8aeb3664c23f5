import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import type { Bodies, Filing } from "./bodies.js";
import { rulesets } from "./rulesets.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** The access to Convergence, the ANS's platform, through its identity provider: step 4.a of the parcours. */
export const accountConvergence = defineProcedure<Bodies, Filing>()(
  {
    name: "account-convergence",
    prefix: "CONVERGENCE",
    title: "Compte d'accès à la plateforme Convergence",
    source: by.accountStep,
    onePerProduct: true,

    parties: {
      applicant: { label: "Structure" },
      ANS: { label: "Agence du numérique en santé" },
    },

    acts: {
      supportingDocumentRefused: {
        label: "Pièce justificative refusée",
        description: "L'ANS refuse une pièce justificative (kbis ou identity-document) et dit pourquoi.",
        by: ["ANS"],
        about: "document",
        step: "4.a",
        source: by.supportingDocuments,
        otherwise: "Une pièce se refuse avant l'ouverture du compte.",
      },
      supportingDocumentSubmitted: {
        label: "Pièce justificative transmise",
        description: "La structure remplace une pièce refusée.",
        by: ["applicant"],
        struckBy: ["ANS"],
        about: "document",
        step: "4.a",
        source: by.supportingDocuments,
        otherwise: "Cette pièce n'est pas refusée.",
      },
      withdrawn: {
        label: "Demande retirée",
        description: "La structure renonce à sa demande avant l'ouverture du compte.",
        by: ["applicant"],
        struckBy: ["ANS"],
        binding: true,
        step: "4.a",
        source: by.accountStep,
        otherwise: "Une fois le compte ouvert, il se ferme.",
      },
      accountOpened: {
        label: "Compte Convergence ouvert",
        description: "L'ANS ouvre le compte, les pièces justificatives vérifiées.",
        by: ["ANS"],
        step: "4.a",
        source: by.opening,
        otherwise: "Le compte ne s'ouvre qu'une fois.",
      },
      roleGiven: {
        label: "Rôle donné",
        description:
          "La structure inscrit une personne comme mandataire social, représentant ou salarié, ou change son rôle.",
        by: ["applicant"],
        struckBy: ["ANS"],
        step: "4.a",
        source: by.representative,
        otherwise: "Les rôles se donnent sur un compte ouvert.",
      },
      accountClosed: {
        label: "Compte fermé",
        description: "La structure ferme son compte.",
        by: ["applicant"],
        struckBy: ["ANS"],
        binding: true,
        source: by.accountStep,
        otherwise: "Seul un compte ouvert se ferme.",
      },
    },

    phases: {
      requested: "Compte demandé, pièces à vérifier",
      refusedDocument: "Pièce refusée, à remplacer",
      submittedDocument: "Pièce remplacée",
      open: "Compte ouvert",
      corporateOfficer: "Mandataire social",
      representative: "Représentant",
      employee: "Salarié",
    },

    endings: {
      closed: { label: "Compte fermé par la structure", adverse: false, source: by.accountStep },
      withdrawn: { label: "Demande retirée par la structure", adverse: false, source: by.accountStep },
    },

    suspensions: {},

    delays: {
      accountOpening: {
        label: "Ouverture du compte Convergence",
        bearer: "ANS",
        onExpiry: "overrun",
        tells: ["applicant"],
      },
    },

    notices: {
      requested: { label: "Demande de compte reçue", kind: "status" },
      toOpen: { label: "Compte à ouvrir", kind: "status" },
      documentRefused: { label: "Pièce justificative refusée", kind: "legal" },
      documentSubmitted: { label: "Pièce justificative remplacée", kind: "status" },
      opened: { label: "Compte ouvert", kind: "legal" },
      roleGiven: { label: "Rôle donné", kind: "legal" },
      closed: { label: "Compte fermé", kind: "legal" },
      withdrawn: { label: "Demande retirée", kind: "legal" },
      overrun: { label: "Délai dépassé", kind: "status" },
    },

    tasks,

    silent: [
      "« 3 jours » : le parcours ne dit pas si ce sont des jours ouvrés, ni depuis quand ils courent, ni ce qui suit s'ils passent. Lecture C12 : trois jours ouvrés depuis la demande, un objectif de service sans effet ; la lecture en jours calendaires est montrée à côté.",
      "Une pièce refusée n'arrête pas ce délai : aucun texte ne le suspend.",
      "Le refus d'un compte et sa fermeture ne sont pas prévus : une pièce refusée se remplace, la structure peut fermer son compte.",
      "Ce que chaque rôle permet n'est pas écrit, sauf qu'il faut un représentant pour engager la structure dans un dispositif.",
    ],
  },
  rulesets,
);

export type AccountConvergence = typeof accountConvergence;
export const story = stories<AccountConvergence>();
