import { z } from "zod";
import { account, applicant, day, document, name, noIndication, nothing, text } from "../common-bodies.js";

/** The bodies of the acts on a Convergence account, and of its request. */

const role = z
  .enum(["mandataire-social", "representant", "salarie"])
  .meta({ description: "Role in the structure: mandataire-social, representant or salarie" });

const person = z.strictObject({
  id: name("Identifier of the person"),
  name: text("Name of the person", 200),
  role,
});

const identityDocument = z.strictObject({
  document,
  validUntil: day("Last day on which the identity document is valid"),
});

export const bodies = {
  supportingDocumentRefused: z.strictObject({ reason: text("Why the document isn't accepted") }),
  supportingDocumentSubmitted: z.strictObject({
    document,
    validUntil: day("Last day on which the identity document is valid").optional(),
  }),
  accountOpened: nothing,
  roleGiven: z.strictObject({ person }),
  accountClosed: z.strictObject({ reason: text("Why, if the company wishes to say").optional() }),
  withdrawn: z.strictObject({ reason: text("Why, if the company wishes to say").optional() }),
};

export const filing = z.strictObject({
  applicant,
  product: account,
  indications: noIndication,
  identityProvider: z.strictObject({
    registered: z.boolean().meta({ description: "The structure has its account on the identity provider (iSC)" }),
    representative: person,
  }),
  documents: z.strictObject({ kbis: document.optional(), identityDocument: identityDocument.optional() }),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
