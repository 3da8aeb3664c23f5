import type { NoticeSpec } from "../../case/definition.js";

/** What the parties are told; the texts are in letters.ts. */
export const notices = {
  requested: { label: "Demande de compte reçue", kind: "status" },
  toOpen: { label: "Compte à ouvrir", kind: "status" },
  documentRefused: { label: "Pièce justificative refusée", kind: "legal" },
  documentSubmitted: { label: "Pièce justificative remplacée", kind: "status" },
  opened: { label: "Compte ouvert", kind: "legal" },
  roleGiven: { label: "Rôle donné", kind: "legal" },
  closed: { label: "Compte fermé", kind: "legal" },
  withdrawn: { label: "Demande retirée", kind: "legal" },
  overrun: { label: "Délai dépassé", kind: "status" },
} as const satisfies Readonly<Record<string, NoticeSpec>>;
