import { z } from "zod";
import {
  applicantFields,
  certificate,
  certificateStruck,
  day,
  document,
  indicationFields,
  journal,
  links,
  name,
  nothing,
  productFields,
  requestName,
  sense,
  text,
  texts,
  withdrawal,
} from "../common-bodies.js";

/** The bodies of the acts of a listing on the LATM, and of its filing. Rules across fields live in the story. */

const termYears = z.int().min(1).max(5).meta({ description: "Term in years; five when absent" }).optional();
const refusal = {
  reasons: text("Reasons of a refusal").optional(),
  remedies: text("How and until when a refusal can be challenged").optional(),
};
const observations = z.strictObject({ observations: text("The observations, or where they are") });

/** R. 162-85. Those of I are for the commission to give an opinion on; those of II aren't; a ban (III) and a few of II need no notice. */
export const delistingGrounds = [
  "asked-for", // I, 1°
  "criteria", // I, 2°
  "superior-activity", // I, 3°
  "generic-line", // I, 4°
  "indicators", // I, 5°
  "no-reimbursement", // II, 1°
  "discontinued", // II, 1°
  "ce-withdrawn", // II, 1°
  "certificate-not-asked", // II, 2°
  "breach-found", // II, 3°
  "not-listable", // II, 4°
  "misinformation", // II, 5°
  "banned", // III
] as const;

export const bodies = {
  missingItemsNotified: z.strictObject({ missing: texts("A missing item").min(1) }),
  certificateJoined: certificate,
  certificateStruck,
  applicationAcknowledged: nothing,
  informationRequested: z.strictObject({
    request: requestName,
    items: texts("An item requested").min(1),
    days: z.int().min(1).max(365).meta({ description: "Days given: ten at least; ten, under a PECAN" }),
  }),
  informationReceived: z.strictObject({ items: texts("An item sent, as it was requested").min(1) }),
  draftOpinionCommunicated: z.strictObject({ sense, document: document.optional() }),
  draftObservations: observations,
  hearingRequested: nothing,
  hearingShortened: z.strictObject({ reason: text("Why") }),
  hearingHeld: nothing,
  opinionRendered: z.strictObject({ sense }),
  examinationImpossible: z.strictObject({ reason: text("Why") }),
  withdrawn: withdrawal,
  listingDecided: z.strictObject({
    decisions: z
      .array(
        z.strictObject({
          indication: name("Identifier of the indication"),
          outcome: z.enum(["listed", "refused"]).meta({ description: "listed or refused" }),
          ...refusal,
        }),
      )
      .min(1)
      .max(50),
    termYears,
  }),
  listingPublished: z.strictObject({ journal, effectiveOn: day("First day of the listing").optional() }),
  amountPublished: z.strictObject({ journal }),
  renewalRequested: z.strictObject({ documents: z.array(document).min(1).max(200) }),
  renewalIncomplete: z.strictObject({ missing: texts("A missing item").min(1) }),
  renewalAcknowledged: nothing,
  renewalOpinionRendered: z.strictObject({ sense }),
  renewalDecided: z.strictObject({
    outcome: z.enum(["renewed", "refused"]).meta({ description: "renewed or refused" }),
    termYears,
    ...refusal,
  }),
  referentialChanged: z.strictObject({ inForceOn: day("Entry into force of the change") }),
  certificateRequested: nothing,
  delistingPlanned: z.strictObject({
    ground: z.enum(delistingGrounds).meta({ description: `One of ${delistingGrounds.join(", ")}` }),
    reasons: text("Why"),
    opinionDays: z
      .int()
      .min(1)
      .max(365)
      .meta({ description: "Days given to the commission, where its opinion is required" })
      .optional(),
  }),
  delistingObservations: observations,
  delistingOpinionRendered: z.strictObject({ sense }),
  delistingDecided: z.strictObject({
    outcome: z.enum(["delisted", "given-up"]).meta({ description: "delisted or given-up" }),
    journal: journal.optional(),
  }),
  genericLineProposed: z.strictObject({ line: text("The generic line planned"), journal }),
  lineObservations: observations,
  lineHearingRequested: nothing,
  lineHearingHeld: nothing,
  lineOpinionRendered: z.strictObject({ sense }),
  genericLineDecided: z.strictObject({
    outcome: z
      .enum(["listed", "proposed-again", "given-up"])
      .meta({ description: "listed, proposed-again (a new notice is published) or given-up" }),
    journal: journal.optional(),
  }),
};

export const filing = z.strictObject({
  applicant: z.strictObject(applicantFields),
  product: z.strictObject({ ...productFields, ceMarked: z.boolean() }),
  indications: z.array(z.strictObject(indicationFields)).min(1).max(50),
  underPecan: z.boolean().meta({ description: "The activity is covered in advance under L. 162-1-23: shorter delays" }),
  certificate: certificate.optional(),
  links: links.optional(),
});

export type Bodies = { readonly [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
