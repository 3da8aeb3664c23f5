import type { NoticeSpec } from "../../case/definition.js";

/** What the parties are told; the texts are in letters.ts. */
export const notices = {
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
} as const satisfies Readonly<Record<string, NoticeSpec>>;
