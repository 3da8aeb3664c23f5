import { z } from "zod";
import { account, applicant, day, document, name, noIndication, nothing, text } from "../common-bodies.js";

/** The bodies of the acts on a Sésame account, and of its request. */

const person = z.strictObject({
  id: name("Identifier of the person"),
  name: text("Name of the person", 200),
  email: text("E-mail address", 200).optional(),
});

/** The company's attestation. How many managers it may name is a rule of the story, told with its source. */
const attestation = z.strictObject({
  document,
  stamped: z.boolean().meta({ description: "The attestation bears the company's stamp" }),
  signedBy: z
    .enum(["legal-representative", "other"])
    .meta({ description: "legal-representative, or other (the attestation is then not valid)" }),
  managers: z.array(person).min(1).max(20),
});

export const bodies = {
  attestationReturned: z.strictObject({ reason: text("What is wrong with the attestation") }),
  attestationSubmitted: z.strictObject({ attestation }),
  accountOpened: nothing,
  contributorCreated: z.strictObject({ manager: name("Manager who creates the contributor"), contributor: person }),
  delegationGiven: z.strictObject({
    consultant: person,
    organisation: text("Consulting company", 200),
    designatedBy: z
      .enum(["legal-representative", "other"])
      .meta({ description: "legal-representative, or other (the delegation is then not valid)" }),
    from: day("First day of the delegation"),
    until: day("Last day of the delegation").optional(),
    scope: z
      .enum(["file-and-follow", "follow"])
      .meta({ description: "What he may do with the requests that he has opened, and with no others" }),
    procedures: z
      .array(text("Name of a procedure", 60))
      .max(50)
      .meta({ description: "Procedures to which the delegation is limited; all when absent" })
      .optional(),
  }),
  consultantAccessOpened: nothing,
  delegationRevoked: z.strictObject({ reason: text("Why, if the company wishes to say").optional() }),
  managersDesignated: z.strictObject({ attestation }),
  managersRecorded: nothing,
  managersReturned: z.strictObject({ reason: text("What is wrong with the attestation") }),
  notificationOptionSet: z.strictObject({ active: z.boolean() }),
  accountClosed: z.strictObject({ reason: text("Why, if the company wishes to say").optional() }),
  withdrawn: z.strictObject({ reason: text("Why, if the company wishes to say").optional() }),
};

export const filing = z.strictObject({
  applicant,
  product: account,
  indications: noIndication,
  attestation,
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
