import { z } from "zod";
import {
  account,
  applicant,
  choice,
  day,
  document,
  name,
  noIndication,
  nothing,
  text,
  yesOrNo,
} from "../common-bodies.js";

/** The bodies of the acts on a Convergence account, and of its request. */

const role = choice("Rôle dans la structure", {
  "mandataire-social": "Mandataire social",
  representant: "Représentant",
  salarie: "Salarié",
});
const person = z
  .strictObject({ id: name("Identifiant de la personne"), name: text("Nom de la personne", 200), role })
  .meta({ description: "Personne" });

const identityDocument = z
  .strictObject({ document, validUntil: day("Dernier jour de validité de la pièce d'identité") })
  .meta({ description: "Pièce d'identité" });

export const bodies = {
  supportingDocumentRefused: z.strictObject({ reason: text("Pourquoi le document n'est pas accepté") }),
  supportingDocumentSubmitted: z.strictObject({
    document,
    validUntil: day("Dernier jour de validité de la pièce d'identité").optional(),
  }),
  accountOpened: nothing,
  roleGiven: z.strictObject({ person }),
  accountClosed: z.strictObject({ reason: text("Motif, si l'entreprise souhaite le dire").optional() }),
  withdrawn: z.strictObject({ reason: text("Motif, si l'entreprise souhaite le dire").optional() }),
};

export const filing = z.strictObject({
  applicant,
  product: account,
  indications: noIndication,
  identityProvider: z
    .strictObject({
      registered: yesOrNo("La structure a son compte chez le fournisseur d'identité (iSC)"),
      representative: person.meta({ description: "Représentant" }),
    })
    .meta({ description: "Fournisseur d'identité" }),
  documents: z
    .strictObject({
      kbis: document.meta({ description: "Extrait Kbis" }).optional(),
      identityDocument: identityDocument.optional(),
    })
    .meta({ description: "Pièces" }),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
