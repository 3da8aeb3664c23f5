import { z } from "zod";
import { applicant, day, document, links, noIndication, product, text, texts, withdrawal } from "../common-bodies.js";

/** The bodies of the acts of a rendez-vous pré-dépôt for a device, and its request. */

const documents = z.array(document).max(100);

export const bodies = {
  documentsSubmitted: z.strictObject({ documents: documents.min(1) }),
  meetingPlanned: z.strictObject({
    on: day("Day of the appointment"),
    at: text("Time and place, or address of the video meeting", 500),
  }),
  requestRedirected: z.strictObject({
    to: z
      .enum(["rencontre-precoce", "forfait-innovation", "digital-health"])
      .meta({ description: "Who answers such questions: rencontre-precoce, forfait-innovation or digital-health" }),
    reasons: text("Why"),
  }),
  meetingHeld: z.strictObject({ participants: texts("A participant").min(1) }),
  meetingNotHeld: z.strictObject({ reason: text("What happened") }),
  withdrawn: withdrawal,
};

export const filing = z.strictObject({
  applicant,
  product,
  indications: noIndication,
  /** Asked by e-mail, and recorded as such by the HAS, or asked here. */
  channel: z.strictObject({
    kind: z.enum(["e-mail", "guichet"]),
    address: text("Address to which the e-mail was sent", 200).optional(),
  }),
  kind: z
    .enum(["technical-regulatory", "economic"])
    .meta({ description: "technical-regulatory, or economic (with the DEAI, preparing an economic opinion)" }),
  category: z
    .enum(["medical-device", "other"])
    .meta({ description: "What the product is: these appointments are for devices" }),
  topics: z
    .array(z.enum(["lppr", "latm", "pecan", "file-content", "economic-evaluation", "study-protocol", "other"]))
    .min(1)
    .max(7),
  questions: texts("A question").min(1),
  documents: documents.optional(),
  links: links.optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
