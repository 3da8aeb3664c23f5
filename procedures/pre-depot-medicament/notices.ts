import type { NoticeSpec } from "../../case/definition.js";

/** What the parties are told; the texts are in letters.ts. */
export const notices = {
  requested: { label: "Demande de rendez-vous reçue", kind: "status" },
  toPlan: { label: "Rendez-vous à fixer", kind: "status" },
  documentsReceived: { label: "Documents reçus", kind: "status" },
  planned: { label: "Rendez-vous fixé", kind: "legal" },
  notHeld: { label: "Rendez-vous non tenu", kind: "legal" },
  held: { label: "Rendez-vous tenu", kind: "status" },
  withdrawn: { label: "Demande retirée", kind: "legal" },
} as const satisfies Readonly<Record<string, NoticeSpec>>;
