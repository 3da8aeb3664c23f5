import { randomUUID } from "node:crypto";

export const siret = "73282932000074";
export const otherSiret = "55210055400013";
export const applicant = `applicant;organisation=${siret}`;

/** Who alone signs the convention for it. */
export const legalRepresentative = `${applicant};legal-representative=yes`;

/** Who sends that act for that party. */
export function speakerOf(act: string, party: string): string {
  if (party !== "applicant") return party;
  return act === "conventionSigned" ? legalRepresentative : applicant;
}

/** A filing of its own product, so that no other case covers it. */
export function filing(changes: object = {}): Record<string, unknown> {
  return {
    applicant: { siret, name: "Acme Santé", rank: "manufacturer" },
    product: { id: `p-${randomUUID().slice(0, 13)}`, name: "Suivi épilepsie", ceMarked: true },
    indications: [{ id: "epilepsy", label: "Épilepsie de l'enfant", list: "lppr" }],
    accounts: { convergence: { status: "open" }, sesame: { status: "open" } },
    ...changes,
  };
}

const document = { title: "Pièce" };

/** The acts that lead a filing to the examination, and who sends each. */
export const towardsExamination: readonly (readonly [act: string, by: string, body: object, about?: string])[] = [
  [
    "convergenceDeposited",
    "applicant",
    {
      functionalDocumentation: document,
      dataProtectionAttestation: document,
      ceDeclaration: document,
      hdsCertificate: document,
    },
  ],
  ["ansAdmissibilityNotified", "ANS", { admissible: true }],
  ["conventionSent", "ANS", {}],
  ["conventionSigned", "applicant", { signatory: "legal-representative", signature: "sig-1" }],
  ["evidenceSubmitted", "applicant", { documents: [document] }, "security"],
  ["evidenceCompleted", "applicant", {}],
  ["sesameDeposited", "applicant", { documents: [document] }],
  ["completenessNotified", "ministers", { admissible: true, complete: true }],
  ["applicationAcknowledged", "ministers", {}],
];
