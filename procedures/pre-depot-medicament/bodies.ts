import { z } from "zod";
import { applicant, day, document, links, noIndication, product, text, texts, withdrawal } from "../common-bodies.js";

/** The bodies of the acts of a rendez-vous pré-dépôt for a medicine, and its request. */

const documents = z.array(document).max(100);
const agencies = z
  .array(z.enum(["HAS", "ANSM"]))
  .min(1)
  .max(2);

export const bodies = {
  documentsSubmitted: z.strictObject({ documents: documents.min(1) }),
  meetingPlanned: z.strictObject({
    on: day("Day of the appointment"),
    at: text("Time and place, or address of the video meeting", 500),
  }),
  meetingHeld: z.strictObject({
    agencies: agencies.meta({ description: "Agencies whose services took part" }),
    participants: texts("A participant").min(1),
  }),
  meetingNotHeld: z.strictObject({ reason: text("What happened") }),
  withdrawn: withdrawal,
};

export const filing = z.strictObject({
  applicant,
  product,
  indications: noIndication,
  channel: z.strictObject({
    kind: z.enum(["e-mail", "guichet"]),
    address: text("Address to which the e-mail was sent", 200).optional(),
  }),
  /** The marketing authorisation (AMM) of the indications aimed at. */
  marketingAuthorisation: z
    .enum(["none", "applied-for", "granted"])
    .meta({ description: "none, applied-for or granted: these appointments come before a pre-AMM request" }),
  indicationsAimedAt: texts("An indication aimed at").min(1),
  topics: z
    .array(z.enum(["eligibility", "file-content", "filing-calendar", "put-rd-collection"]))
    .min(1)
    .max(4),
  questions: texts("A question").min(1),
  plannedFilingOn: day("Planned day of the accès précoce request").optional(),
  documents: documents.optional(),
  links: links.optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
