import { z } from "zod";
import {
  applicantFields,
  day,
  document,
  exemption,
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

/** The bodies of the PECAN's acts and of its filing. Rules across fields live in the story: they would be lost on the way to the workflow. */

const list = z
  .enum(["lppr", "latm"])
  .meta({ description: "List aimed at: lppr (therapeutic device) or latm (telemonitoring)" });
/** What stands in the way of admissibility (domain §3.5): conditions of L. 162-1-23, II and R. 162-113. */
export const grounds = [
  "ce-marking", // L. 162-1-23, II, 2°
  "presumed-innovation", // II, 1°
  "simple-technical-evolution", // ANS, Convergence PECAN
  "data-protection", // II, 3°
  "interoperability-security", // II, 3°
  "data-export", // II, 4°
  "hosting", // CSP L. 1111-8
  "studies-in-progress", // R. 162-113, I, 2°
  "quality-of-care", // R. 162-113, I, 1°
  "precedent", // R. 162-113, II, 1° and 2°
  "ansm-measure", // R. 162-113, II, 3°
  "cumulation", // L. 162-1-23, III
  "not-the-exploitant", // L. 165-1-1-1
] as const;
const ground = z.enum(grounds).meta({ description: `One of ${grounds.join(", ")}` });

const condition = z.enum([
  "ce-marking",
  "certificate",
  "data-protection",
  "data-export",
  "safety-withdrawal",
  "ansm-measure",
]);

/** The cases in which the end of the coverage is pronounced by order (R. 162-119, I). */
const endGround = z.enum([
  "no-listing-request",
  "listing-request-withdrawn",
  "listing-refused",
  "condition-lost",
  "safety-withdrawal",
  "ansm-measure",
]);

export const bodies = {
  convergenceAccountOpened: nothing,
  sesameAccountOpened: nothing,
  convergenceDeposited: z.strictObject({
    functionalDocumentation: document,
    dataProtectionAttestation: document,
    ceDeclaration: document,
    hdsCertificate: document,
    others: z.array(document).max(100).optional(),
  }),
  sesameDeposited: z.strictObject({ documents: z.array(document).min(1).max(200) }),
  ansAdmissibilityNotified: z.strictObject({
    admissible: z.boolean(),
    reasons: text("Why the file isn't admissible").optional(),
    missing: texts("A missing document").optional(),
  }),
  completenessNotified: z.strictObject({
    admissible: z.boolean(),
    complete: z.boolean(),
    grounds: z.array(ground).max(grounds.length).optional(),
    missing: texts("A missing document").optional(),
    reasons: text("Why the application isn't admissible, or complete").optional(),
  }),
  conventionSent: z.strictObject({ convention: document.optional() }),
  conventionSigned: z.strictObject({
    signatory: z
      .enum(["legal-representative", "employee", "consultant"])
      .meta({ description: "Capacity of the signatory" }),
    signature: text("Reference of the electronic signature", 200),
  }),
  evidenceSubmitted: z.strictObject({ documents: z.array(document).min(1).max(200) }),
  evidenceRefused: z.strictObject({ reason: text("Why the evidence isn't valid") }),
  evidenceCompleted: nothing,
  inactivityReviewed: z.strictObject({
    outcome: z.enum(["keep", "abandon"]).meta({ description: "keep or abandon" }),
    reason: text("Why"),
  }),
  missingItemsNotified: z.strictObject({
    sides: z
      .array(z.enum(["convergence", "sesame"]))
      .min(1)
      .max(2),
    missing: texts("What is missing").min(1),
  }),
  applicationAcknowledged: nothing,
  expertNamed: z.strictObject({
    role: z.enum(["rapporteur", "expert"]),
    expert: name("Identifier of the person in the HAS's own register, never a name"),
  }),
  supplementProposed: z.strictObject({ items: texts("An item to request").min(1), reason: text("Why").optional() }),
  furtherInformationRequested: z.strictObject({
    request: requestName,
    items: texts("An item requested").min(1),
    proposedBy: z.enum(["ANS", "CNEDiMTS"]).optional(),
    means: z
      .enum(["platform", "registered-letter", "other-certain-date"])
      .meta({ description: "Means that gives the notification a certain date" }),
    consentRecorded: z
      .boolean()
      .meta({ description: "The applicant agreed to be notified on the platform (CRPA R. 112-17)" }),
    availabilityEmailSent: z
      .boolean()
      .meta({ description: "The e-mail saying that the request is available has left" }),
  }),
  requestConsulted: nothing,
  deemedReceptionReviewed: z.strictObject({
    outcome: z.enum(["abandon", "run"]).meta({ description: "abandon: the delay is over; run: it runs from this day" }),
    reason: text("Why"),
  }),
  furtherInformationReceived: z.strictObject({ items: texts("An item sent").min(1) }),
  furtherInformationReviewed: z.strictObject({
    complete: z.boolean(),
    missing: texts("What is still missing").optional(),
  }),
  abandonmentConfirmed: z.strictObject({ reason: text("Why") }),
  ansInformationRequested: z.strictObject({
    request: requestName,
    kind: z.enum(["question", "request"]).meta({ description: "question: no delay; request: 30 days" }),
    items: texts("An item requested").min(1),
  }),
  ansInformationProvided: z.strictObject({ items: texts("An item sent").min(1) }),
  deprioritisationReviewed: z.strictObject({
    outcome: z.enum(["keep", "propose-formal-request"]),
    reason: text("Why"),
  }),
  ansOpinionRendered: z.strictObject({
    sense: sense,
    reasons: text("Reasons of an unfavourable opinion").optional(),
    certificate: name("Number of the certificate of conformity").optional(),
    nextSteps: text("What the certificate's holder does next").optional(),
  }),
  cnedimtsOpinionRendered: z.strictObject({
    opinions: z
      .array(z.strictObject({ indication: name("Indication"), sense: sense, reasons: text("Reasons").optional() }))
      .min(1)
      .max(50),
  }),
  opinionReceived: nothing,
  opinionPublished: z.strictObject({ address: text("Address of the page", 500) }),
  decisionNotified: z.strictObject({
    signedOn: day("Day of signature"),
    decisions: z
      .array(
        z.strictObject({
          indication: name("Indication"),
          outcome: z.enum(["granted", "refused"]),
          criteria: z.array(ground).max(grounds.length).optional(),
          reasons: text("Reasons of a refusal").optional(),
          remedies: text("Ways and delays of appeal, with a refusal").optional(),
        }),
      )
      .min(1)
      .max(50),
  }),
  orderPublished: z.strictObject({
    journal,
    effectiveOn: day("First day of coverage").optional(),
  }),
  listingRequested: z.strictObject({ list }),
  listingRequestWithdrawn: nothing,
  listingDecided: z.strictObject({
    outcome: z.enum(["listed", "refused"]),
    reasons: text("Reasons of a refusal").optional(),
  }),
  tariffPublished: z.strictObject({ journal }),
  conditionLost: z.strictObject({ condition, reason: text("What happened") }),
  conditionRestored: z.strictObject({ condition, reason: text("What happened") }),
  observationsInvited: z.strictObject({ ground: endGround, until: day("Last day to present observations") }),
  observationsMade: z.strictObject({ observations: text("The observations, or where they are") }),
  coverageEndOrdered: z.strictObject({
    ground: endGround,
    effectiveOn: day("First day without coverage").optional(),
    reasons: text("Why (R. 162-120)"),
    remedies: text("How and until when the decision can be challenged (R. 162-120)"),
    exemption: exemption.optional(),
  }),
  studyCompleted: z.strictObject({
    outcome: z.enum(["completed", "stopped-for-safety", "stopped-on-interim-results"]),
  }),
  withdrawn: withdrawal,
};

const account = z.strictObject({
  status: z.enum(["open", "requested"]),
  requestedOn: day("Day of the request").optional(),
});

export const filing = z.strictObject({
  applicant: z.strictObject({
    ...applicantFields,
    rank: z
      .enum(["manufacturer", "authorised-representative", "distributor"])
      .meta({ description: "Rank by which it is the exploitant (CSS L. 165-1-1-1)" }),
  }),
  product: z.strictObject({ ...productFields, ceMarked: z.boolean() }),
  indications: z
    .array(z.strictObject({ ...indicationFields, list }))
    .min(1)
    .max(50),
  accounts: z.strictObject({ convergence: account, sesame: account }),
  studies: z
    .array(z.strictObject({ title: text("Title of the study", 300), endsOn: day("Expected end") }))
    .max(50)
    .optional(),
  /** Frozen by the register at the filing. */
  precedents: z
    .array(
      z.strictObject({
        case: text("Number of the case", 64),
        indication: name("Indication"),
        outcome: z.enum(["granted", "refused"]),
        criteria: z.array(ground).optional(),
      }),
    )
    .max(200)
    .optional(),
  /** The accounts, the meeting and the pre-filing that came before. */
  links: links.optional(),
  /** Experts of an early meeting about this product: no part in its evaluation. */
  excludedExperts: z.array(name("Identifier of an expert")).max(200).optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
