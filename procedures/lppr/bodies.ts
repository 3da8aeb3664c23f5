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

/** The bodies of the acts of a listing on the LPPR, and of its filing. Rules across fields live in the story. */

const tariff = text("Tariff and, where there is one, price, as published", 500);
const wish = z.enum(["observations", "hearing"]).meta({ description: "observations in writing, or a hearing" });

const decision = z.strictObject({
  indication: name("Identifier of the indication"),
  outcome: z.enum(["listed", "refused"]).meta({ description: "listed or refused" }),
  reasons: text("Reasons of a refusal (R. 165-16)").optional(),
  remedies: text("How and until when a refusal can be challenged (R. 165-16)").optional(),
});

/** R. 165-5. Those of I are for the commission to give an opinion on; those of II aren't; those of R. 165-5-1 bind the ministers. */
export const delistingGrounds = [
  "criteria", // I, 1°
  "specifications", // I, 2°
  "asked-for", // I, 3°
  "no-reimbursement", // II, 1°
  "discontinued", // II, 1°
  "ce-withdrawn", // II, 1°
  "rebates", // II, 2°
  "certificate-not-asked", // II, 3°
  "breach-found", // II, 4°
  "not-listable", // II, 5°
  "misinformation", // II, 6°
  "hospital-care", // R. 165-5-1, 1°
  "banned", // R. 165-5-1, 2°
] as const;

export const bodies = {
  certificateJoined: certificate,
  certificateStruck,
  informationRequested: z.strictObject({ request: requestName, items: texts("An item requested").min(1) }),
  requestReceived: nothing,
  informationReceived: z.strictObject({ items: texts("An item sent").min(1) }),
  opinionCommunicated: z.strictObject({ sense, document: document.optional() }),
  opinionAnswered: z.strictObject({ wish, observations: text("The observations, or where they are").optional() }),
  hearingShortened: z.strictObject({ reason: text("Why") }),
  hearingHeld: nothing,
  finalOpinionRendered: z.strictObject({
    sense,
    termYears: z.int().min(1).max(10).meta({ description: "Term proposed, where shorter than the longest" }).optional(),
  }),
  examinationImpossible: z.strictObject({ reason: text("Why") }),
  withdrawn: withdrawal,
  listingDecided: z.strictObject({
    decisions: z.array(decision).min(1).max(50),
    termYears: z
      .int()
      .min(1)
      .max(10)
      .meta({ description: "Term in years; the longest that the form of the listing allows when absent" })
      .optional(),
  }),
  tariffDecided: z.strictObject({
    tariff,
    agreement: z.boolean().meta({ description: "By agreement, else by decision" }),
  }),
  listingPublished: z.strictObject({ journal, effectiveOn: day("First day of the listing").optional() }),
  tariffPublished: z.strictObject({ journal }),
  renewalRequested: z.strictObject({ documents: z.array(document).min(1).max(200) }),
  renewalIncomplete: z.strictObject({ missing: texts("A missing item").min(1) }),
  renewalCompleted: z.strictObject({ documents: z.array(document).min(1).max(200) }),
  renewalDecided: z.strictObject({
    outcome: z.enum(["renewed", "refused"]).meta({ description: "renewed or refused" }),
    termYears: z.int().min(1).max(10).meta({ description: "Term in years" }).optional(),
    reasons: text("Reasons of a refusal (R. 165-16)").optional(),
    remedies: text("How and until when a refusal can be challenged (R. 165-16)").optional(),
  }),
  renewalPublished: z.strictObject({ journal }),
  referentialChanged: z.strictObject({ inForceOn: day("Entrée en vigueur de la modification") }),
  certificateRequested: nothing,
  delistingPlanned: z.strictObject({
    ground: z.enum(delistingGrounds).meta({ description: `Motif (${delistingGrounds.join(", ")})` }),
    reasons: text("Motifs"),
    opinionDays: z
      .int()
      .min(1)
      .max(365)
      .meta({ description: "Délai de l'avis de la commission, en jours, où il est requis" })
      .optional(),
  }),
  delistingObservations: z.strictObject({ observations: text("Les observations, ou l'endroit où elles sont") }),
  delistingOpinionRendered: z.strictObject({ sense }),
  delistingDecided: z.strictObject({
    outcome: z
      .enum(["delisted", "given-up"])
      .meta({ description: "Suite (delisted : radié, given-up : abandon du projet)" }),
    journal: journal.optional(),
  }),
  changeProposed: z.strictObject({ change: requestName, project: text("What is planned") }),
  changeObservations: z.strictObject({ observations: text("The observations, or where they are") }),
  changeHearingRequested: nothing,
  changeHearingHeld: nothing,
  changeOpinionRendered: z.strictObject({ opinion: text("The opinion, or where it is") }),
  changeDecided: z.strictObject({
    outcome: z.enum(["changed", "given-up"]).meta({ description: "changed or given-up" }),
    journal: journal.optional(),
  }),
  tariffProposed: z.strictObject({ tariff: requestName, planned: tariff }),
  tariffAnswered: z.strictObject({ wish, observations: text("The observations, or where they are").optional() }),
  tariffHearingHeld: nothing,
  tariffSet: z.strictObject({
    outcome: z.enum(["set", "given-up"]).meta({ description: "set or given-up" }),
    journal: journal.optional(),
  }),
  tariffChangeRequested: z.strictObject({ tariff: requestName, asked: tariff }),
  tariffInformationRequested: z.strictObject({ items: texts("An item requested").min(1) }),
  tariffRequestReceived: nothing,
  tariffInformationReceived: z.strictObject({ items: texts("An item sent").min(1) }),
  tariffChangeNotified: z.strictObject({
    outcome: z.enum(["granted", "refused"]).meta({ description: "granted or refused" }),
    reasons: text("Reasons of a refusal (R. 165-16)").optional(),
    remedies: text("How and until when a refusal can be challenged (R. 165-16)").optional(),
  }),
  measureTaken: z.strictObject({ measure: text("The measure, and its reference") }),
  measureLifted: nothing,
};

export const filing = z.strictObject({
  applicant: z.strictObject(applicantFields),
  product: z.strictObject({
    ...productFields,
    ceMarked: z
      .boolean()
      .meta({ description: "It meets the requirements of marketing of the code de la santé publique" }),
    digital: z.boolean().meta({ description: "It processes personal data, or has health data hosted" }),
    telemonitoringOnly: z.boolean().meta({ description: "Its functions are those of medical telemonitoring alone" }),
  }),
  form: z.enum(["brand", "generic"]).meta({ description: "Form of the listing: brand or generic description" }),
  indications: z.array(z.strictObject(indicationFields)).min(1).max(50),
  certificate: certificate.optional(),
  links: links.optional(),
});

export type Bodies = { readonly [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
