import type { NoticeSpec } from "../../case/definition.js";

/** What the parties are told; the texts are in letters.ts. */
export const notices = {
  requested: { label: "Demande de validation reçue", kind: "legal" },
  missingItems: { label: "Pièces manquantes", kind: "legal" },
  acknowledged: { label: "Accusé de réception", kind: "legal" },
  informationRequested: { label: "Renseignements demandés", kind: "legal" },
  informationPartial: { label: "Réponse partielle", kind: "legal" },
  informationComplete: { label: "Réponse complète", kind: "legal" },
  abandoned: { label: "Demande réputée abandonnée", kind: "legal" },
  withdrawn: { label: "Demande retirée", kind: "legal" },
  validated: { label: "Certificat de conformité", kind: "legal" },
  refused: { label: "Validation refusée", kind: "legal" },
  silentRejection: { label: "Demande rejetée par le silence de l'ANS", kind: "legal" },
  auditCompliant: { label: "Audit sans manquement", kind: "status" },
  breachFound: { label: "Manquement constaté, observations demandées", kind: "legal" },
  observationsMade: { label: "Observations présentées", kind: "status" },
  certificateEnded: { label: "Fin du certificat", kind: "legal" },
  referentialChanged: { label: "Référentiels modifiés", kind: "legal" },
  certificateReplaced: { label: "Certificat remplacé", kind: "legal" },
  overrun: { label: "Délai dépassé", kind: "status" },
  reminder: { label: "Échéance proche", kind: "status" },
} as const satisfies Readonly<Record<string, NoticeSpec>>;
