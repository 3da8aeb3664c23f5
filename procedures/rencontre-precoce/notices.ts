import type { NoticeSpec } from "../../case/definition.js";

/** What the parties are told; the texts are in letters.ts. */
export const notices = {
  requested: { label: "Demande de rencontre précoce reçue", kind: "status" },
  toExamine: { label: "Demande de rencontre précoce à examiner", kind: "status" },
  incomplete: { label: "Éléments manquants", kind: "legal" },
  complete: { label: "Dossier complet", kind: "status" },
  itemsReceived: { label: "Éléments reçus", kind: "status" },
  consultantAlone: { label: "Consultant seul représentant", kind: "legal" },
  studyStarted: { label: "Étude débutée", kind: "legal" },
  studySettled: { label: "Étude débutée : rencontre maintenue", kind: "legal" },
  accepted: { label: "Demande recevable", kind: "legal" },
  refused: { label: "Demande refusée", kind: "legal" },
  planned: { label: "Rendez-vous planifié", kind: "legal" },
  notHeld: { label: "Rendez-vous non tenu", kind: "legal" },
  held: { label: "Rendez-vous tenu", kind: "legal" },
  minutesReceived: { label: "Compte rendu reçu", kind: "status" },
  minutesReturned: { label: "Compte rendu retourné", kind: "legal" },
  withdrawn: { label: "Demande retirée", kind: "legal" },
  overrun: { label: "Délai dépassé", kind: "status" },
  reminder: { label: "Échéance proche", kind: "status" },
} as const satisfies Readonly<Record<string, NoticeSpec>>;
