import type { CivilDate } from "../../law/civil-date.js";
import type { Teller } from "../teller.js";

const document = { title: "Pièce" };

/** A filing of one telemonitoring indication, its accounts open. */
export const filing = (more: object = {}): object => ({
  applicant: { siret: "73282932000074", name: "Société Exemple", rank: "manufacturer" },
  product: { id: "produit", name: "Produit exemple", ceMarked: true },
  indications: [{ id: "A", label: "Insuffisance cardiaque", list: "latm" }],
  accounts: { convergence: { status: "open" }, sesame: { status: "open" } },
  ...more,
});

export const bodies = {
  convergence: {
    functionalDocumentation: document,
    dataProtectionAttestation: document,
    ceDeclaration: document,
    hdsCertificate: document,
  },
  documents: { documents: [document] },
  request: (request: string) => ({
    request,
    items: ["Précisions sur l'étude"],
    means: "platform",
    consentRecorded: true,
    availabilityEmailSent: true,
  }),
  /** All that `request` asks. */
  answer: { items: ["Précisions sur l'étude"] },
  endForSafety: {
    ground: "safety-withdrawal",
    reasons: "Le dispositif est arrêté pour la sécurité des patients.",
    remedies: "Recours devant le tribunal administratif dans les deux mois.",
    exemption: { case: "urgency", reason: "Patients exposés." },
  },
  grant: (signedOn: CivilDate, indication = "A") => ({ signedOn, decisions: [{ indication, outcome: "granted" }] }),
  refusal: (signedOn: CivilDate, indication = "A") => ({
    signedOn,
    decisions: [
      {
        indication,
        outcome: "refused",
        criteria: ["presumed-innovation"],
        reasons: "La présomption d'innovation n'est pas établie.",
        remedies: "Recours devant le tribunal administratif dans les deux mois.",
      },
    ],
  }),
};

/** Steps 5 to 10, on the day of filing. */
export async function toAcknowledgement(file: Pick<Teller, "act">): Promise<void> {
  await file.act("convergenceDeposited", "applicant", bodies.convergence);
  await file.act("sesameDeposited", "applicant", bodies.documents);
  await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
  await file.act("conventionSent", "ANS");
  await file.act("conventionSigned", "applicant", { signatory: "legal-representative", signature: "S-1" });
  await file.act("evidenceSubmitted", "applicant", bodies.documents, { about: "securite" });
  await file.act("evidenceCompleted", "applicant");
  await file.act("completenessNotified", "ministers", { admissible: true, complete: true });
  await file.act("applicationAcknowledged", "ministers");
}
