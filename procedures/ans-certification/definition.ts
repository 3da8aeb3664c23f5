import { defineProcedure } from "../../case/definition.js";
import { stories } from "../../case/stories.js";
import { acts } from "./acts.js";
import type { Bodies, Filing } from "./bodies.js";
import { delays, rulesets } from "./delays.js";
import { notices } from "./notices.js";
import * as by from "./sources.js";
import { tasks } from "./tasks.js";

/** The ANS's certificate of conformity, outside a PECAN: from its request to the certificate, then its life until it is ended or replaced. */
export const ansCertification = defineProcedure<Bodies, Filing>()(
  {
    name: "ans-certification",
    prefix: "CERT",
    title: "Certificat de conformité de l'ANS",
    source: by.certificateLaw,

    parties: {
      applicant: { label: "Exploitant, fabricant ou distributeur" },
      ANS: { label: "Agence du numérique en santé" },
      ministers: { label: "Ministres chargés de la santé et de la sécurité sociale" },
    },

    acts,

    phases: {
      deposited: "Demande déposée, accusé de réception attendu",
      examination: "Demande à l'examen",
      certified: "Certificat délivré",
      breach: "Manquement constaté, suites à donner",
      requested: "Renseignements attendus",
      partial: "Réponse partielle",
      satisfied: "Réponse complète",
    },

    endings: {
      withdrawn: { label: "Demande retirée", adverse: false, source: by.applicationLaw },
      deemedAbandoned: { label: "Demande réputée abandonnée", adverse: true, source: by.abandonmentLaw },
      refused: { label: "Validation refusée", adverse: true, source: by.decisionLaw },
      silentlyRejected: { label: "Demande rejetée par le silence de l'ANS", adverse: true, source: by.silenceLaw },
      struck: { label: "Fin du certificat", adverse: true, source: by.endLaw },
      replaced: { label: "Certificat remplacé par un nouveau", adverse: false, source: by.newCertificateLaw },
    },

    suspensions: {
      furtherInformation: { label: "Renseignements complémentaires demandés", source: by.suspensionLaw },
    },

    delays,

    notices,

    tasks,

    handovers: {
      certificateEstablished: { label: "Certificat délivré" },
      certificateStruck: { label: "Fin du certificat" },
      referentialChanged: { label: "Référentiels modifiés" },
    },

    silent: [
      "Accusé de réception de l'ANS : aucun délai n'est écrit ; aucun n'est annoncé.",
      "Départ du délai imparti pour des renseignements : non écrit ; nous comptons depuis leur réception par le demandeur.",
      "Durée du certificat : aucune n'est écrite ; il vaut jusqu'à ce qu'il y soit mis fin ou qu'il soit remplacé.",
      "Fin du certificat : R. 162-77 n'organise pas d'échange préalable ; nous demandons celui du CRPA (L. 122-1), dont l'urgence dispense (L. 121-2).",
      "Les quinze jours pour solliciter un nouveau certificat pèsent sur ce qui est inscrit : les dossiers LATM et LPPR liés les comptent ; le certificat vaut jusqu'à son remplacement.",
    ],
  },
  rulesets,
);

export type AnsCertification = typeof ansCertification;
/** A chapter of the certificate's story, typed by its definition. */
export const story = stories<AnsCertification>();
