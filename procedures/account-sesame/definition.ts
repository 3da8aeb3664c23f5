import { chapters } from "../../case/chapters.js";
import { defineProcedure } from "../../case/definition.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
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

    acts,

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

    delays,

    notices,

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
export const chapter = chapters<AccountSesame>();
