import { chapters } from "../../case/chapters.js";
import { defineProcedure } from "../../case/definition.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
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

    acts,

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

    delays,

    notices,

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
export const chapter = chapters<AccountConvergence>();
